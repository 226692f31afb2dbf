/* markup.h: HTML or XML as elements and texts in reading order, read leniently and in time linear in its size: nothing
 * is looked up outside, no entity that a document declares is expanded, any depth is fine. */
#ifndef BORDERMAP_MARKUP_H
#define BORDERMAP_MARKUP_H

#include "arena.h"
#include "text.h"

/* Elements of HTML that the readers know by number; the order is that of `tags` in markup_tags.c. */
enum markup_tag {
    TAG_TEXT, /* no element: a piece of text */
    TAG_A,
    TAG_ARTICLE,
    TAG_ASIDE,
    TAG_BLOCKQUOTE,
    TAG_BODY,
    TAG_BR,
    TAG_DD,
    TAG_DIV,
    TAG_DL,
    TAG_DT,
    TAG_FIGURE,
    TAG_FIGCAPTION,
    TAG_FOOTER,
    TAG_FORM,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_HEAD,
    TAG_HEADER,
    TAG_HR,
    TAG_HTML,
    TAG_LI,
    TAG_LINK,
    TAG_MAIN,
    TAG_META,
    TAG_NAV,
    TAG_NOSCRIPT,
    TAG_OL,
    TAG_P,
    TAG_PRE,
    TAG_SCRIPT,
    TAG_SECTION,
    TAG_TABLE,
    TAG_TBODY,
    TAG_TD,
    TAG_TFOOT,
    TAG_TH,
    TAG_THEAD,
    TAG_TIME,
    TAG_TITLE,
    TAG_TR,
    TAG_UL,
    TAG_OTHER /* this and all above: elements without a number of their own */
};

struct markup_attribute {
    struct text name;  /* HTML: as written; compare without case */
    struct text value; /* with its entities: markup_attribute_value() has none */
};

struct markup_node {
    struct text text;          /* of a text: decoded; of an element: the prefix in front of its name */
    uint32_t parent;           /* index; the root's is its own */
    uint32_t end;              /* one behind the last node below it */
    uint32_t attributes;       /* index of the first */
    uint32_t inner, inner_end; /* its content in the source */
    uint16_t attribute_count;
    uint16_t tag;   /* enum markup_tag, or the number of its name */
    uint16_t space; /* number of its namespace; 0: none */
    bool cdata;     /* text that stood in <![CDATA[…]]> */
};

struct markup {
    struct arena *arena;
    struct text source;
    bool xml;
    bool cut;                  /* too many nodes: what came after them was not read */
    bool declares;             /* has entity declarations, which were passed over */
    struct markup_node *nodes; /* node 0 is the document */
    size_t count, capacity;
    struct markup_attribute *attributes;
    size_t attribute_count, attribute_capacity;
    struct markup_names *names;
};

/* Reads the whole; never fails. UTF-8 in. */
struct markup markup_read(struct text source, bool xml, struct arena *arena);

/* The element's local name, small for HTML; empty for texts. */
struct text markup_name(const struct markup *markup, uint32_t node);

/* The namespace of an XML element: its URI, or its prefix if nothing declares that. */
struct text markup_space(const struct markup *markup, uint32_t node);

/* The attribute's value without entities; empty if there is none. For XML `name` is with its prefix. */
struct text markup_value(const struct markup *markup, uint32_t node, const char *name);
bool markup_has(const struct markup *markup, uint32_t node, const char *name);

/* All text below the node, white space folded. */
struct text markup_text(const struct markup *markup, uint32_t node);

/* The same with its white space. */
struct text markup_raw_text(const struct markup *markup, uint32_t node);

/* The first element; 0 if there is none. */
uint32_t markup_root(const struct markup *markup);

/* The element's content as it stands in the source. */
struct text markup_inner(const struct markup *markup, uint32_t node);

/* The local name of the first element, in small letters, without reading more; empty if there is none. */
struct text markup_first_name(struct text source, struct arena *arena);

/* White space folded to single spaces, none at the ends. */
struct text markup_fold_space(struct text text, struct arena *arena);

bool markup_is_block(uint16_t tag);

/* "&amp;" → "&": the entities of HTML and numbers; others stay as they are. */
struct text markup_decode(struct text text, struct arena *arena);

/* ASCII letters compared without case. */
bool markup_same(struct text text, const char *word);

#endif

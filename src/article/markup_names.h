/* markup_names.h: names of elements and namespaces as numbers, and what HTML says of its elements; private to article/.
 */
#ifndef BORDERMAP_MARKUP_NAMES_H
#define BORDERMAP_MARKUP_NAMES_H

#include "arena.h"
#include "text.h"

enum markup_trait {
    TRAIT_BLOCK = 1,    /* ends a paragraph that is open, and parts text */
    TRAIT_VOID = 2,     /* has no content and no end tag */
    TRAIT_RAW = 4,      /* its content is text up to its end tag */
    TRAIT_SCOPE = 8,    /* end tags inside do not reach what is open outside */
    TRAIT_INLINE = 16,  /* formats text: its end tag closes no block */
    TRAIT_HEAD = 32,    /* may stand in <head> */
    TRAIT_HEADING = 64, /* any heading's end tag ends it */
    TRAIT_ROW = 128     /* a part of a table: its end tag reaches up to the table */
};

/* Elements of HTML have the numbers below this. */
enum { MARKUP_HTML_NAMES = 128 };

struct markup_names;

/* The names of a document; for HTML its elements have the numbers of enum markup_tag. */
struct markup_names *markup_names_new(bool xml, struct arena *arena);

/* The number of a name, a new one if it is new. HTML: case ignored. */
uint16_t markup_names_number(struct markup_names *names, struct text name);
struct text markup_names_text(const struct markup_names *names, uint16_t number);

/* Bits of enum markup_trait; 0 for elements that HTML does not know. */
unsigned markup_names_traits(uint16_t number);

#endif

/* markup_rows.h: elements of XML on their way to rows: children by name, texts, lines. Private to tables/. */
#ifndef BORDERMAP_MARKUP_ROWS_H
#define BORDERMAP_MARKUP_ROWS_H

#include "dialect.h"
#include "markup.h"

struct markup_rows {
    struct table_reading *reading;
    struct markup markup;
    size_t counted; /* bytes of the source whose lines are counted */
    uint64_t line;
};

/* Reads the XML. */
struct markup_rows markup_rows_open(struct table_reading *reading, struct text content);

/* The next child of `parent` with that local name after `after` (0: from the first on); 0 if there is none. */
uint32_t markup_child(const struct markup_rows *rows, uint32_t parent, const char *name, uint32_t after);

/* Text of the first such child; of a path of two names the child's child. */
struct text markup_child_text(const struct markup_rows *rows, uint32_t parent, const char *name);
struct text markup_grandchild_text(const struct markup_rows *rows, uint32_t parent, const char *name,
                                   const char *inner);

/* The first element below the node with that local name, at any depth; 0 if there is none. */
uint32_t markup_below(const struct markup_rows *rows, uint32_t node, const char *name);

/* The line that an element stands in; ask in the order of the file. */
uint64_t markup_line(struct markup_rows *rows, uint32_t node);

/* The words of a text that may be HTML. */
struct text markup_words(struct text text, struct arena *arena);

/* Two numbers with a comma or a blank between them. */
bool markup_pair(struct text text, struct text *first, struct text *second);

#endif

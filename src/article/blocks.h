/* blocks.h: the paragraphs of a marked-up text: runs of text that no block element parts; private to article/. */
#ifndef BORDERMAP_BLOCKS_H
#define BORDERMAP_BLOCKS_H

#include "markup.h"

struct block {
    struct text text;    /* white space folded, not empty */
    uint32_t node;       /* the block element that it is in */
    uint32_t first;      /* its first piece of text */
    uint32_t length;     /* characters, those of scripts without spaces counted as the words they stand for */
    uint32_t link_bytes; /* of the text, in links */
    uint32_t link_from;  /* bytes of text in front of the first link, about */
};

struct block_list {
    struct block *items;
    size_t count, capacity;
};

/* The text ends as a sentence does: with its mark, perhaps in quotes; ":" too, before a list or a quotation. */
bool block_ends_sentence(struct text text);

/* The length of a text as blocks count theirs. */
uint32_t block_length(struct text text);

/* All paragraphs in reading order. Scripts, forms' controls and the like have none. `passed_over`, if not NULL, says of
 * each node whether it and what is below it is left out. */
struct block_list block_list_read(const struct markup *markup, const bool *passed_over);

/* Paragraphs joined by empty lines. */
struct text block_list_text(const struct block_list *blocks, struct arena *arena);

/* The text of a piece of HTML: paragraphs joined by empty lines; text without markup keeps its lines. */
struct text fragment_text(struct text html, struct arena *arena);

/* A line of text that may have markup and entities in it, as titles have: without both. */
struct text fragment_line(struct text html, struct arena *arena);

#endif

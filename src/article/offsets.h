/* offsets.h: byte offsets of an article's fields as code points, which is what the outside counts in. */
#ifndef BORDERMAP_OFFSETS_H
#define BORDERMAP_OFFSETS_H

#include "sentence.h"

struct offsets {
    const struct article *article;
    uint32_t *blocks[ARTICLE_FIELDS]; /* code points before every 64th byte */
};

/* Counts once over the article; `article` must outlive the answer. */
struct offsets offsets_count(const struct article *article, struct arena *arena);

/* Code points before the byte. */
uint32_t offsets_at(const struct offsets *offsets, enum article_field field, uint32_t byte);

/* The byte before which so many code points stand; false if the field has not so many. */
bool offsets_byte(const struct offsets *offsets, enum article_field field, uint32_t code_points, uint32_t *byte);

#endif

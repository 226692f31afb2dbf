#include "offsets.h"

enum { BLOCK = 64 };

static uint32_t starts_in(struct text text, size_t from, size_t to) {
    return (uint32_t)text_code_points(text_slice(text, from, to));
}

struct offsets offsets_count(const struct article *article, struct arena *arena) {
    struct offsets offsets = {.article = article};
    for (enum article_field field = 0; field < ARTICLE_FIELDS; field++) {
        struct text text = article_field_text(article, field);
        uint32_t *blocks = ARENA_ARRAY(arena, uint32_t, text.size / BLOCK + 1);
        for (size_t i = 1; i <= text.size / BLOCK; i++)
            blocks[i] = blocks[i - 1] + starts_in(text, (i - 1) * BLOCK, i * BLOCK);
        offsets.blocks[field] = blocks;
    }
    return offsets;
}

uint32_t offsets_at(const struct offsets *offsets, enum article_field field, uint32_t byte) {
    struct text text = article_field_text(offsets->article, field);
    size_t inside = byte < text.size ? byte : text.size;
    size_t block = inside / BLOCK;
    return offsets->blocks[field][block] + starts_in(text, block * BLOCK, inside);
}

bool offsets_byte(const struct offsets *offsets, enum article_field field, uint32_t code_points, uint32_t *byte) {
    struct text text = article_field_text(offsets->article, field);
    const uint32_t *blocks = offsets->blocks[field];
    size_t low = 0, high = text.size / BLOCK;
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        if (blocks[middle] <= code_points)
            low = middle;
        else
            high = middle - 1;
    }
    size_t at = low * BLOCK, left = code_points - blocks[low];
    while (at < text.size && ((unsigned char)text.data[at] & 0xC0) == 0x80)
        at++; /* of a code point that began in the block before */
    for (; left > 0 && at < text.size; left--)
        (void)text_next(text, &at);
    *byte = (uint32_t)at;
    return left == 0;
}

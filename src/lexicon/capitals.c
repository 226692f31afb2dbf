#include "capitals.h"

#include "builder.h"

/* A run of small letters whose capitals lie `offset` away; step 2: small and capital letters take turns. */
struct run {
    uint32_t first, last;
    int32_t offset;
    uint32_t step;
};

/* Simple case mappings of the Unicode Character Database, the scripts of map lettering. */
static const struct run runs[] = {
    {0x61, 0x7A, -32, 1},    {0xE0, 0xF6, -32, 1},   {0xF8, 0xFE, -32, 1},    {0xFF, 0xFF, 121, 1},
    {0x101, 0x12F, -1, 2},   {0x133, 0x137, -1, 2},  {0x13A, 0x148, -1, 2},   {0x14B, 0x177, -1, 2},
    {0x17A, 0x17E, -1, 2},   {0x1CE, 0x1DC, -1, 2},  {0x1E7, 0x1EF, -1, 2},   {0x219, 0x21B, -1, 2},
    {0x259, 0x259, -202, 1}, {0x3AC, 0x3AC, -27, 1}, {0x3AD, 0x3AD, -24, 1},  {0x3AE, 0x3AE, -23, 1},
    {0x3AF, 0x3AF, -22, 1},  {0x3B1, 0x3C1, -32, 1}, {0x3C2, 0x3C2, -31, 1},  {0x3C3, 0x3CB, -32, 1},
    {0x3CC, 0x3CC, -45, 1},  {0x3CD, 0x3CD, -40, 1}, {0x3CE, 0x3CE, -37, 1},  {0x430, 0x44F, -32, 1},
    {0x450, 0x45F, -80, 1},  {0x461, 0x481, -1, 2},  {0x48B, 0x4BF, -1, 2},   {0x4C2, 0x4CE, -1, 2},
    {0x4D1, 0x52F, -1, 2},   {0x561, 0x586, -48, 1}, {0x1E01, 0x1E95, -1, 2}, {0x1EA1, 0x1EFF, -1, 2},
};

static uint32_t capital_of(uint32_t c) {
    for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++) {
        const struct run *run = &runs[i];
        if (c >= run->first && c <= run->last && (c - run->first) % run->step == 0)
            return (uint32_t)((int32_t)c + run->offset);
    }
    return c;
}

struct text capitals_of(struct arena *arena, struct text text, struct text lang) {
    bool dotted = text_is(lang, "tr") || text_is(lang, "az");
    struct builder out = builder_new(arena);
    for (size_t at = 0; at < text.size;) {
        uint32_t c = text_next(text, &at);
        if (c == 'i' && dotted)
            builder_add_code_point(&out, 0x130);
        else if (c == 0x131)
            builder_add_char(&out, 'I');
        else
            builder_add_code_point(&out, capital_of(c));
    }
    return builder_text(&out);
}

struct text capitals_first(struct arena *arena, struct text text, struct text lang) {
    size_t first = 0;
    text_next(text, &first);
    struct text head = capitals_of(arena, text_slice(text, 0, first), lang);
    return text_format(arena, "%.*s%.*s", TEXT_ARGS(head), TEXT_ARGS(text_slice(text, first, text.size)));
}

static uint32_t small_of(uint32_t c) {
    for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++) {
        uint32_t letter = (uint32_t)((int32_t)c - runs[i].offset);
        if (letter >= runs[i].first && letter <= runs[i].last && (letter - runs[i].first) % runs[i].step == 0)
            return letter;
    }
    return c;
}

struct text capitals_small_first(struct arena *arena, struct text text, struct text lang) {
    bool dotted = text_is(lang, "tr") || text_is(lang, "az");
    char head[4];
    size_t first = 0;
    uint32_t c = text_next(text, &first);
    if (text.size == 0 || text_is(lang, "de"))
        return text;
    c = dotted && c == 'I' ? 0x131 : c == 0x130 ? 'i' : small_of(c);
    size_t size = text_encode(c, head);
    return text_format(arena, "%.*s%.*s", (int)size, head, TEXT_ARGS(text_slice(text, first, text.size)));
}

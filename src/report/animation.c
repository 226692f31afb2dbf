#include "animation.h"

#include "builder.h"

#include <string.h>

static const struct text SIGNATURE = {"\x89PNG\r\n\x1a\n", 8};
enum { HEADER = 8, TAIL = 4, NAME = 4, IHDR_SIZE = 13, HUNDREDTHS = 100 };

struct chunk {
    struct text name, data;
};

static uint32_t number_at(const char *bytes) {
    const unsigned char *b = (const unsigned char *)bytes;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static void add_number(struct builder *out, uint32_t number, int bytes) {
    for (int i = bytes - 1; i >= 0; i--)
        builder_add_char(out, (char)(number >> (8 * i) & 0xFF));
}

/* CRC-32 of ISO 3309, as PNG wants it of a chunk's name and data. */
static uint32_t crc_on(uint32_t crc, struct text text) {
    for (size_t i = 0; i < text.size; i++) {
        crc ^= (unsigned char)text.data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0);
    }
    return crc;
}

static void add_chunk(struct builder *out, struct text name, struct text data) {
    add_number(out, (uint32_t)data.size, 4);
    builder_add(out, name);
    builder_add(out, data);
    add_number(out, ~crc_on(crc_on(0xFFFFFFFFU, name), data), 4);
}

/* The next chunk; false at the end or where the rest is none. */
static bool next_chunk(struct text *rest, struct chunk *chunk) {
    if (rest->size < HEADER + TAIL)
        return false;
    size_t size = number_at(rest->data);
    if (size > rest->size - HEADER - TAIL)
        return false;
    chunk->name = text_slice(*rest, NAME, HEADER);
    chunk->data = text_slice(*rest, HEADER, HEADER + size);
    *rest = text_slice(*rest, HEADER + size + TAIL, rest->size);
    return true;
}

static bool read_header(struct text picture, struct text *rest, struct text *header) {
    struct chunk chunk;
    if (!text_starts(picture, SIGNATURE))
        return false;
    *rest = text_slice(picture, SIGNATURE.size, picture.size);
    if (!next_chunk(rest, &chunk) || !text_is(chunk.name, "IHDR") || chunk.data.size != IHDR_SIZE)
        return false;
    *header = chunk.data;
    return true;
}

/* fcTL: which of them it is, its size, how long it stands. */
static void add_control(struct builder *out, uint32_t *sequence, struct text header, unsigned hundredths,
                        struct arena *arena) {
    struct builder data = builder_new(arena);
    add_number(&data, (*sequence)++, 4);
    builder_add(&data, text_slice(header, 0, 8));
    add_number(&data, 0, 4);
    add_number(&data, 0, 4);
    add_number(&data, hundredths, 2);
    add_number(&data, HUNDREDTHS, 2);
    add_number(&data, 0, 2); /* the next replaces it */
    add_chunk(out, TEXT("fcTL"), builder_text(&data));
}

static void add_later_data(struct builder *out, uint32_t *sequence, struct text data, struct arena *arena) {
    struct builder numbered = builder_new(arena);
    add_number(&numbered, (*sequence)++, 4);
    builder_add(&numbered, data);
    add_chunk(out, TEXT("fdAT"), builder_text(&numbered));
}

/* The first picture keeps all of its chunks; of the others only the pixels are taken. */
static bool add_picture(struct builder *out, struct text rest, struct text header, bool first, size_t count,
                        unsigned hundredths, uint32_t *sequence, struct arena *arena) {
    struct chunk chunk;
    bool pixels = false;
    if (first) {
        struct builder frames = builder_new(arena);
        add_number(&frames, (uint32_t)count, 4);
        add_number(&frames, 0, 4);
        add_chunk(out, TEXT("acTL"), builder_text(&frames));
    }
    while (next_chunk(&rest, &chunk) && !text_is(chunk.name, "IEND")) {
        bool data = text_is(chunk.name, "IDAT");
        if (data && !pixels)
            add_control(out, sequence, header, hundredths, arena);
        pixels = pixels || data;
        if (first)
            add_chunk(out, chunk.name, chunk.data);
        else if (data)
            add_later_data(out, sequence, chunk.data, arena);
    }
    return pixels;
}

bool animation_join(const struct text *pictures, size_t count, unsigned hundredths, struct arena *arena,
                    struct text *joined, struct error *error) {
    struct builder out = builder_new(arena);
    struct text first = TEXT_NONE;
    uint32_t sequence = 0;
    builder_add(&out, SIGNATURE);
    for (size_t i = 0; i < count; i++) {
        struct text rest, header;
        if (!read_header(pictures[i], &rest, &header) || (i > 0 && !text_equal(header, first)))
            return error_set(error, ERROR_INPUT, "picture %zu is no PNG of the size and form of the first", i + 1);
        if (i == 0) {
            first = header;
            add_chunk(&out, TEXT("IHDR"), header);
        }
        if (!add_picture(&out, rest, header, i == 0, count, hundredths, &sequence, arena))
            return error_set(error, ERROR_INPUT, "picture %zu has no pixels", i + 1);
    }
    add_chunk(&out, TEXT("IEND"), TEXT_NONE);
    *joined = builder_text(&out);
    return count > 0 || error_set(error, ERROR_INPUT, "no picture is no animation");
}

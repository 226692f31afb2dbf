#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD };

struct text text_of(const char *string) {
    return string ? (struct text){string, strlen(string)} : TEXT_NONE;
}

struct text text_slice(struct text text, size_t from, size_t to) {
    to = to > text.size ? text.size : to;
    from = from > to ? to : from;
    return text.data ? (struct text){text.data + from, to - from} : TEXT_NONE;
}

char *text_c(struct arena *arena, struct text text) {
    char *copy = arena_room(arena, text.size + 1, 1);
    if (text.size > 0)
        memcpy(copy, text.data, text.size);
    copy[text.size] = '\0';
    return copy;
}

struct text text_copy(struct arena *arena, struct text text) {
    return (struct text){text_c(arena, text), text.size};
}

struct text text_format(struct arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    size_t bytes = size < 0 ? 0 : (size_t)size;
    char *data = arena_alloc(arena, bytes + 1, 1);
    vsnprintf(data, bytes + 1, format, again);
    va_end(again);
    return (struct text){data, bytes};
}

bool text_equal(struct text a, struct text b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool text_is(struct text text, const char *string) {
    return text_equal(text, text_of(string));
}

bool text_starts(struct text text, struct text prefix) {
    return text.size >= prefix.size && text_equal(text_slice(text, 0, prefix.size), prefix);
}

bool text_ends(struct text text, struct text suffix) {
    return text.size >= suffix.size && text_equal(text_slice(text, text.size - suffix.size, text.size), suffix);
}

int text_compare(struct text a, struct text b) {
    size_t shorter = a.size < b.size ? a.size : b.size;
    int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

size_t text_find(struct text text, struct text needle, size_t from) {
    if (from > text.size || needle.size > text.size - from)
        return text.size + 1;
    if (needle.size == 0)
        return from;
    const char *found = memmem(text.data + from, text.size - from, needle.data, needle.size);
    return found ? (size_t)(found - text.data) : text.size + 1;
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct text text_trim(struct text text) {
    size_t from = 0, to = text.size;
    while (from < to && is_space(text.data[from]))
        from++;
    while (to > from && is_space(text.data[to - 1]))
        to--;
    return text_slice(text, from, to);
}

bool text_split(struct text *rest, char separator, struct text *part) {
    if (!rest->data)
        return false;
    const char *found = rest->size ? memchr(rest->data, separator, rest->size) : NULL;
    size_t end = found ? (size_t)(found - rest->data) : rest->size;
    *part = (struct text){rest->data, end};
    *rest = found ? (struct text){found + 1, rest->size - end - 1} : TEXT_NONE;
    return true;
}

uint64_t text_hash(struct text text) {
    return text_hash_on(0xCBF29CE484222325u, text);
}

uint64_t text_hash_on(uint64_t hash, struct text text) {
    for (size_t i = 0; i < text.size; i++)
        hash = (hash ^ (unsigned char)text.data[i]) * 0x100000001B3u;
    return hash;
}

/* Length of the sequence that a first byte announces, 0 for a byte that cannot be first. */
static size_t announced_length(unsigned char first) {
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

/* Decodes one well-formed sequence (Unicode 15, table 3-7); returns its length, 0 if it is broken. */
static size_t decode(const unsigned char *bytes, size_t size, uint32_t *code_point) {
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = size ? announced_length(bytes[0]) : 0;
    if (length == 0 || length > size)
        return 0;
    uint32_t value = length == 1 ? bytes[0] : bytes[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (bytes[i] & 0x3Fu);
    }
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < least[length] || value > 0x10FFFF || surrogate)
        return 0;
    *code_point = value;
    return length;
}

uint32_t text_next(struct text text, size_t *at) {
    if (*at >= text.size)
        return 0;
    uint32_t code_point = REPLACEMENT;
    size_t length = decode((const unsigned char *)text.data + *at, text.size - *at, &code_point);
    *at += length ? length : 1;
    return code_point;
}

uint32_t text_previous(struct text text, size_t *at) {
    if (*at == 0 || *at > text.size)
        return 0;
    size_t start = *at - 1;
    while (start > 0 && *at - start < 4 && ((unsigned char)text.data[start] & 0xC0) == 0x80)
        start--;
    uint32_t code_point = REPLACEMENT;
    size_t length = decode((const unsigned char *)text.data + start, *at - start, &code_point);
    if (length != *at - start) {
        code_point = REPLACEMENT;
        start = *at - 1;
    }
    *at = start;
    return code_point;
}

bool text_is_invisible(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

size_t text_encode(uint32_t code_point, char out[4]) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = REPLACEMENT;
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    size_t length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    static const unsigned char mark[5] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code_point & 0x3F));
        code_point >>= 6;
    }
    out[0] = (char)(mark[length] | code_point);
    return length;
}

size_t text_code_points(struct text text) {
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

bool text_is_utf8(struct text text, size_t *at) {
    size_t i = 0;
    while (i < text.size) {
        uint32_t code_point;
        size_t length = decode((const unsigned char *)text.data + i, text.size - i, &code_point);
        if (length == 0) {
            if (at)
                *at = i;
            return false;
        }
        i += length;
    }
    return true;
}

#include "builder.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct builder builder_new(struct arena *arena) {
    return (struct builder){arena, NULL, 0, 0};
}

static char *reserve(struct builder *builder, size_t more) {
    if (builder->capacity - builder->count < more) {
        size_t larger = builder->capacity * 2 > 256 ? builder->capacity * 2 : 256;
        while (larger - builder->count < more)
            larger *= 2;
        char *moved = arena_room(builder->arena, larger, 1);
        if (builder->count)
            memcpy(moved, builder->items, builder->count);
        builder->items = moved;
        builder->capacity = larger;
    }
    return builder->items + builder->count;
}

void builder_add(struct builder *builder, struct text text) {
    if (text.size) {
        memcpy(reserve(builder, text.size), text.data, text.size);
        builder->count += text.size;
    }
}

void builder_add_c(struct builder *builder, const char *string) {
    builder_add(builder, text_of(string));
}

void builder_add_char(struct builder *builder, char c) {
    *reserve(builder, 1) = c;
    builder->count++;
}

void builder_add_code_point(struct builder *builder, uint32_t code_point) {
    char bytes[4];
    builder_add(builder, (struct text){bytes, text_encode(code_point, bytes)});
}

void builder_format(struct builder *builder, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size > 0) {
        vsnprintf(reserve(builder, (size_t)size + 1), (size_t)size + 1, format, again);
        builder->count += (size_t)size;
    }
    va_end(again);
}

/* The digits of a rounded, scaled value: whole part, point, decimals without zeros at the end. */
static void add_scaled(struct builder *builder, uint64_t scaled, int places) {
    char digits[32];
    int count = snprintf(digits, sizeof digits, "%0*llu", places + 1, (unsigned long long)scaled);
    int whole = count - places;
    int last = count;
    while (last > whole && digits[last - 1] == '0')
        last--;
    builder_add(builder, (struct text){digits, (size_t)whole});
    if (last > whole) {
        builder_add_char(builder, '.');
        builder_add(builder, (struct text){digits + whole, (size_t)(last - whole)});
    }
}

void builder_add_number(struct builder *builder, double value, int places) {
    static const double power[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    places = places < 0 ? 0 : places > 9 ? 9 : places;
    double scaled = round(fabs(value) * power[places]);
    if (!isfinite(value)) {
        builder_add_char(builder, '0');
    } else if (scaled >= 1e18) {
        builder_format(builder, "%.0f", value);
    } else {
        if (value < 0 && scaled > 0)
            builder_add_char(builder, '-');
        add_scaled(builder, (uint64_t)scaled, places);
    }
}

/* The XML entity for a character, NULL if it stands for itself. */
static const char *xml_entity(uint32_t c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

void builder_add_xml(struct builder *builder, struct text text) {
    size_t at = 0;
    while (at < text.size) {
        uint32_t c = text_next(text, &at);
        const char *entity = xml_entity(c);
        bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
        if (entity)
            builder_add_c(builder, entity);
        else
            builder_add_code_point(builder, control ? 0xFFFD : c);
    }
}

static void add_json_character(struct builder *builder, uint32_t c) {
    static const char *const escapes[] = {['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f",
                                          ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\"};
    if (c < sizeof escapes / sizeof *escapes && escapes[c])
        builder_add_c(builder, escapes[c]);
    else if (c < 0x20 || c == 0x7F)
        builder_format(builder, "\\u%04x", (unsigned)c);
    else
        builder_add_code_point(builder, c);
}

void builder_add_json(struct builder *builder, struct text text) {
    builder_add_char(builder, '"');
    size_t at = 0;
    while (at < text.size)
        add_json_character(builder, text_next(text, &at));
    builder_add_char(builder, '"');
}

struct text builder_text(const struct builder *builder) {
    return (struct text){builder->items ? builder->items : "", builder->count};
}

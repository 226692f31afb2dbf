/* builder.h: a text that grows in an arena. */
#ifndef BORDERMAP_BUILDER_H
#define BORDERMAP_BUILDER_H

#include "text.h"

struct builder {
    struct arena *arena;
    char *items;
    size_t count; /* bytes so far */
    size_t capacity;
};

/* An empty text that will grow in the arena. */
struct builder builder_new(struct arena *arena);

void builder_add(struct builder *builder, struct text text);
void builder_add_c(struct builder *builder, const char *string);
void builder_add_char(struct builder *builder, char c);
void builder_add_code_point(struct builder *builder, uint32_t code_point);
void builder_format(struct builder *builder, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The shortest decimal with at most `places` decimals, '.' as point, in any locale, never "-0". */
void builder_add_number(struct builder *builder, double value, int places);

/* Escaped for XML text and attributes; control characters that XML cannot hold become U+FFFD. */
void builder_add_xml(struct builder *builder, struct text text);

/* In double quotes, escaped for JSON. */
void builder_add_json(struct builder *builder, struct text text);

/* What has been built; valid until the next addition. */
struct text builder_text(const struct builder *builder);

#endif

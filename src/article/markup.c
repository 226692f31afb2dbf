#include "markup.h"

#include "builder.h"
#include "entity.h"
#include "markup_names.h"

#include <string.h>

bool markup_same(struct text text, const char *word) {
    size_t size = strlen(word);
    for (size_t i = 0; i < size && text.size == size; i++) {
        char c = text.data[i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c) != word[i])
            return false;
    }
    return text.size == size;
}

bool markup_is_block(uint16_t tag) {
    return markup_names_traits(tag) & TRAIT_BLOCK;
}

struct text markup_decode(struct text text, struct arena *arena) {
    const char *mark = text.size ? memchr(text.data, '&', text.size) : NULL;
    if (!mark)
        return text;
    struct builder builder = builder_new(arena);
    size_t from = 0;
    while (mark) {
        size_t at = (size_t)(mark - text.data);
        uint32_t c = 0;
        size_t read = entity_read(text_slice(text, at + 1, text.size), &c);
        builder_add(&builder, text_slice(text, from, at + (read == 0)));
        if (read > 0)
            builder_add_code_point(&builder, c);
        from = at + 1 + read;
        mark = from < text.size ? memchr(text.data + from, '&', text.size - from) : NULL;
    }
    builder_add(&builder, text_slice(text, from, text.size));
    return builder_text(&builder);
}

struct text markup_name(const struct markup *markup, uint32_t node) {
    return markup_names_text(markup->names, markup->nodes[node].tag);
}

struct text markup_space(const struct markup *markup, uint32_t node) {
    return markup_names_text(markup->names, markup->nodes[node].space);
}

static const struct markup_attribute *find_attribute(const struct markup *markup, uint32_t node, const char *name) {
    const struct markup_node *element = &markup->nodes[node];
    for (uint32_t i = 0; i < element->attribute_count; i++)
        if (markup_same(markup->attributes[element->attributes + i].name, name))
            return &markup->attributes[element->attributes + i];
    return NULL;
}

struct text markup_value(const struct markup *markup, uint32_t node, const char *name) {
    const struct markup_attribute *found = find_attribute(markup, node, name);
    return found ? text_trim(markup_decode(found->value, markup->arena)) : TEXT_NONE;
}

bool markup_has(const struct markup *markup, uint32_t node, const char *name) {
    return find_attribute(markup, node, name) != NULL;
}

uint32_t markup_root(const struct markup *markup) {
    for (uint32_t i = 1; i < markup->count; i++)
        if (markup->nodes[i].tag != TAG_TEXT)
            return i;
    return 0;
}

struct text markup_raw_text(const struct markup *markup, uint32_t node) {
    struct builder builder = builder_new(markup->arena);
    if (markup->nodes[node].tag == TAG_TEXT)
        return markup->nodes[node].text;
    for (uint32_t i = node + 1; i < markup->nodes[node].end; i++)
        if (markup->nodes[i].tag == TAG_TEXT)
            builder_add(&builder, markup->nodes[i].text);
        else if (!markup->xml && (markup->nodes[i].tag == TAG_BR || markup_is_block(markup->nodes[i].tag)))
            builder_add_char(&builder, ' ');
    return builder_text(&builder);
}

struct text markup_text(const struct markup *markup, uint32_t node) {
    return markup_fold_space(markup_raw_text(markup, node), markup->arena);
}

struct text markup_inner(const struct markup *markup, uint32_t node) {
    return text_slice(markup->source, markup->nodes[node].inner, markup->nodes[node].inner_end);
}

static bool is_space(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x85 || c == 0x200B || c == 0xFEFF ||
           c == 0x202F || (c >= 0x2000 && c <= 0x200A) || c == 0x3000 || c == 0xAD;
}

/* Behind what may stand in front of the first element: white space, declarations, comments. */
static size_t skip_prologue(struct text source) {
    size_t at = 0;
    for (;;) {
        struct text rest = text_slice(source, at, source.size);
        struct text trimmed = text_trim(rest);
        at = trimmed.size ? (size_t)(trimmed.data - source.data) : source.size;
        rest = text_slice(source, at, source.size);
        bool comment = text_starts(rest, TEXT("<!--"));
        if (!comment && !text_starts(rest, TEXT("<!")) && !text_starts(rest, TEXT("<?")))
            return at;
        struct text mark = comment ? TEXT("-->") : TEXT(">");
        size_t close = text_find(rest, mark, 0), bracket = text_find(text_slice(rest, 0, close), TEXT("["), 0);
        if (!comment && bracket < close && bracket < rest.size && text_starts(rest, TEXT("<!"))) {
            mark = TEXT("]>");
            close = text_find(rest, mark, 0);
        }
        if (close >= rest.size)
            return source.size;
        at += close + mark.size;
    }
}

struct text markup_first_name(struct text source, struct arena *arena) {
    size_t at = skip_prologue(source), from = at + 1, to = from;
    if (at >= source.size || source.data[at] != '<')
        return TEXT_NONE;
    while (to < source.size && !is_space((unsigned char)source.data[to]) && source.data[to] != '>' &&
           source.data[to] != '/') {
        to++;
        from = source.data[to - 1] == ':' ? to : from;
    }
    char *name = text_c(arena, text_slice(source, from, to));
    for (char *c = name; *c; c++)
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c | 0x20) : *c;
    return text_of(name);
}

/* The run from `at` in which nothing can be white space: no blank, and no first byte of a wide one. Quick to pass over.
 */
static size_t plain_run(struct text text, size_t at) {
    for (; at < text.size; at++) {
        unsigned char c = (unsigned char)text.data[at];
        if (c <= ' ' || c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF)
            break;
    }
    return at;
}

struct text markup_fold_space(struct text text, struct arena *arena) {
    struct builder builder = builder_new(arena);
    bool space = false;
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        size_t run = plain_run(text, at);
        uint32_t c = 'x';
        at = run;
        if (run == from)
            c = text_next(text, &at);
        if (is_space(c)) {
            space = space || c != 0xAD; /* a soft hyphen is nothing */
            continue;
        }
        if (space && builder.count > 0)
            builder_add_char(&builder, ' ');
        space = false;
        builder_add(&builder, text_slice(text, from, at));
    }
    return builder_text(&builder);
}

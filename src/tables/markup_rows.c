#include "markup_rows.h"

#include <string.h>

struct markup_rows markup_rows_open(struct table_reading *reading, struct text content) {
    return (struct markup_rows){.reading = reading, .markup = markup_read(content, true, reading->arena), .line = 1};
}

uint32_t markup_child(const struct markup_rows *rows, uint32_t parent, const char *name, uint32_t after) {
    const struct markup *markup = &rows->markup;
    uint32_t node = after ? markup->nodes[after].end : parent + 1;
    while (node < markup->nodes[parent].end) {
        if (markup->nodes[node].tag != TAG_TEXT && text_is(markup_name(markup, node), name))
            return node;
        node = markup->nodes[node].end;
    }
    return 0;
}

struct text markup_child_text(const struct markup_rows *rows, uint32_t parent, const char *name) {
    uint32_t child = markup_child(rows, parent, name, 0);
    return child ? markup_text(&rows->markup, child) : TEXT_NONE;
}

struct text markup_grandchild_text(const struct markup_rows *rows, uint32_t parent, const char *name,
                                   const char *inner) {
    uint32_t child = markup_child(rows, parent, name, 0);
    return child ? markup_child_text(rows, child, inner) : TEXT_NONE;
}

uint32_t markup_below(const struct markup_rows *rows, uint32_t node, const char *name) {
    for (uint32_t i = node + 1; i < rows->markup.nodes[node].end; i++)
        if (rows->markup.nodes[i].tag != TAG_TEXT && text_is(markup_name(&rows->markup, i), name))
            return i;
    return 0;
}

uint64_t markup_line(struct markup_rows *rows, uint32_t node) {
    const struct markup_node *element = &rows->markup.nodes[node];
    size_t to = element->inner; /* of an element without content it is not known */
    if (to == 0 && element->attribute_count > 0)
        to = (size_t)(rows->markup.attributes[element->attributes].name.data - rows->markup.source.data);
    for (; rows->counted < to && rows->counted < rows->markup.source.size; rows->counted++)
        rows->line += rows->markup.source.data[rows->counted] == '\n';
    return rows->line;
}

struct text markup_words(struct text text, struct arena *arena) {
    if (text.size == 0 || !memchr(text.data, '<', text.size))
        return text;
    struct markup html = markup_read(text, false, arena);
    return markup_text(&html, 0);
}

static bool is_between(char c) {
    return c == ',' || c == ' ' || (c >= '\t' && c <= '\r');
}

bool markup_pair(struct text text, struct text *first, struct text *second) {
    struct text trimmed = text_trim(text);
    size_t at = 0;
    while (at < trimmed.size && !is_between(trimmed.data[at]))
        at++;
    *first = text_slice(trimmed, 0, at);
    while (at < trimmed.size && is_between(trimmed.data[at]))
        at++;
    size_t from = at;
    while (at < trimmed.size && !is_between(trimmed.data[at]))
        at++;
    *second = text_slice(trimmed, from, at);
    return first->size > 0 && second->size > 0;
}

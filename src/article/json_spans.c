#include "json_spans.h"

#include "offsets.h"

#include <stdlib.h>

static bool read_offset(const cJSON *item, const char *key, const struct offsets *offsets, enum article_field field,
                        uint32_t *byte) {
    double value;
    return json_find_number(item, key, &value) && value >= 0 && value <= UINT32_MAX &&
           offsets_byte(offsets, field, (uint32_t)value, byte);
}

static bool read_span(const cJSON *item, const struct offsets *offsets, struct span *span) {
    struct text field = TEXT("text");
    (void)json_find_text(item, "field", &field);
    span->field = text_is(field, "title") ? ARTICLE_TITLE : ARTICLE_TEXT;
    return (text_is(field, "title") || text_is(field, "text")) &&
           read_offset(item, "start", offsets, span->field, &span->start) &&
           read_offset(item, "end", offsets, span->field, &span->end) && span->start < span->end;
}

static int compare_spans(const void *a, const void *b) {
    const struct span *left = a, *right = b;
    if (left->field != right->field)
        return left->field == ARTICLE_TITLE ? -1 : 1;
    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return left->end < right->end ? -1 : left->end > right->end;
}

bool json_spans_read(const cJSON *object, const struct article *article, struct arena *arena, struct span **spans,
                     size_t *count, struct error *error) {
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(object, "spans"), *item;
    if (!cJSON_IsArray(list))
        return error_set(error, ERROR_INPUT, "a document needs an array \"spans\"");
    struct offsets offsets = offsets_count(article, arena);
    struct span *found = ARENA_ARRAY(arena, struct span, (size_t)cJSON_GetArraySize(list) + 1);
    size_t read = 0;
    cJSON_ArrayForEach(item, list) {
        if (!read_span(item, &offsets, &found[read++]))
            return error_set(error, ERROR_INPUT,
                             "span %zu: \"start\" and \"end\" must be code points of the text, the first below the "
                             "second",
                             read);
    }
    qsort(found, read, sizeof *found, compare_spans);
    *spans = found;
    *count = read;
    return true;
}

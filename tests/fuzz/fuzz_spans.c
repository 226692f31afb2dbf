/* Articles as JSON with spans that another program marked. Each lies in its field, in order, at whole code points, and
 * stands where it was said. */
#include "fuzz.h"
#include "json_article.h"
#include "json_spans.h"
#include "offsets.h"

static void check_spans(const struct article *article, const struct span *spans, size_t count, struct arena *arena) {
    struct offsets offsets = offsets_count(article, arena);
    for (size_t i = 0; i < count; i++) {
        struct text text = article_field_text(article, spans[i].field);
        uint32_t byte = 0, code_points = offsets_at(&offsets, spans[i].field, spans[i].end);
        FUZZ_HOLDS(spans[i].start < spans[i].end && spans[i].end <= text.size);
        FUZZ_HOLDS(text_is_utf8(text_slice(text, spans[i].start, spans[i].end), NULL));
        FUZZ_HOLDS(offsets_byte(&offsets, spans[i].field, code_points, &byte) && byte == spans[i].end);
        FUZZ_HOLDS(i == 0 || spans[i].field != spans[i - 1].field || spans[i].start >= spans[i - 1].start);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    struct error error = {0};
    struct article article = {0};
    struct span *spans = NULL;
    size_t count = 0;
    cJSON *root = NULL;
    if (json_read(fuzz_text(data, size), &root, &error) && json_article_read(root, arena, &article, &error) &&
        text_is_utf8(article.text, NULL) && text_is_utf8(article.title, NULL)) {
        if (json_spans_read(root, &article, arena, &spans, &count, &error))
            check_spans(&article, spans, count, arena);
        else
            FUZZ_HOLDS(error.kind == ERROR_INPUT && error.message[0] != '\0');
    }
    cJSON_Delete(root);
    arena_close(arena);
    return 0;
}

/* From a text to what is written about it, with a small gazetteer and the shipped words. The first two bytes are the
 * language. What comes out is JSON and CSV in UTF-8, and every span lies in the text. */
#include "compile.h"
#include "explanation.h"
#include "fuzz.h"
#include "incident_find.h"
#include "json.h"
#include "small_source.h"
#include "summary.h"

#include <string.h>

enum { LONGEST_TEXT = 1 << 14 };

struct world {
    struct gazetteer *gazetteer;
    struct lexicon *lexicon;
    struct arena *arena; /* until the program ends */
};

static const struct world *open_world(void) {
    static struct world world;
    if (world.arena)
        return &world;
    struct error error = {0};
    world.arena = arena_open();
    const char *folder = write_small_source(world.arena);
    const char *path = file_join(world.arena, folder, "gazetteer.bin");
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    const char *words = file_join(world.arena, source ? source : BORDERMAP_FUZZ_SOURCE, "geodata/lexicon");
    FUZZ_HOLDS(compile_gazetteer(folder, path, NULL, &error) && gazetteer_open(path, &world.gazetteer, &error));
    FUZZ_HOLDS(lexicon_open(words, world.arena, &world.lexicon, &error));
    remove_small_source(folder);
    return &world;
}

static void check_span(const struct article *article, struct span span) {
    struct text text = article_field_text(article, span.field);
    FUZZ_HOLDS(span.start <= span.end && span.end <= text.size);
    FUZZ_HOLDS(text_is_utf8(text_slice(text, span.start, span.end), NULL));
}

static void check_quote(const struct article *article, const struct quote *quote) {
    struct text field = article_field_text(article, quote->title ? ARTICLE_TITLE : ARTICLE_TEXT);
    FUZZ_HOLDS(quote->start <= quote->end && quote->end - quote->start == text_code_points(quote->text));
    FUZZ_HOLDS(text_find(field, quote->text, 0) <= field.size && text_is_utf8(quote->text, NULL));
}

static void check_spans(const struct reading_result *result) {
    for (size_t i = 0; i < result->geoparse->mention_count; i++) {
        const struct mention *mention = &result->geoparse->mentions[i];
        check_span(result->article, mention->span);
        FUZZ_HOLDS(mention->confidence >= 0 && mention->confidence <= 1);
    }
    for (size_t i = 0; i < result->geoparse->relation_count; i++)
        check_span(result->article, result->geoparse->relations[i].span);
    for (size_t i = 0; i < result->incidents->count; i++) {
        const struct incident *incident = &result->incidents->items[i];
        check_quote(result->article, &incident->sentence);
        for (size_t j = 0; j < incident->evidence_count; j++)
            check_quote(result->article, &incident->evidence[j].quote);
        FUZZ_HOLDS(incident->killed.high < 0 || incident->killed.low <= incident->killed.high);
    }
}

static void check_writing(const struct reading_result *result, struct arena *arena) {
    struct document_options options = {.with_text = true};
    struct error error = {0};
    cJSON *root = NULL;
    FUZZ_HOLDS(json_read(document_write(result, &options, arena), &root, &error));
    cJSON_Delete(root);
    FUZZ_HOLDS(text_is_utf8(summary_write(result, arena), NULL));
    FUZZ_HOLDS(text_is_utf8(summary_write_csv(result, true, arena), NULL));
    FUZZ_HOLDS(text_is_utf8(explanation_write(result, arena), NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const struct world *world = open_world();
    struct text input = fuzz_text(data, size);
    struct text text = text_slice(input, 2, input.size);
    if (size < 2 || size > LONGEST_TEXT || !text_is_utf8(text, NULL) || memchr(text.data, '\0', text.size))
        return 0;
    struct arena *arena = arena_open();
    struct article article = {.id = TEXT("fuzz"), .path = TEXT("fuzz"), .text = text, .published = {2022, 9, 14}};
    article.language = text_slice(input, 0, 2);
    article.published_given = true;
    bool letters = data[0] >= 'a' && data[0] <= 'z' && data[1] >= 'a' && data[1] <= 'z';
    article.language = letters ? article.language : TEXT("");
    struct geoparse geoparse = {0};
    struct incident_list incidents = {0};
    struct geoparse_options options = {.keep_rejected = size % 2 == 0};
    struct error error = {0};
    FUZZ_HOLDS(geoparse_article(world->gazetteer, world->lexicon, &article, &options, arena, &geoparse, &error));
    FUZZ_HOLDS(incident_find(world->gazetteer, world->lexicon, &article, &geoparse, arena, &incidents, &error));
    struct reading_result result = {world->gazetteer, &article, &geoparse, &incidents};
    check_spans(&result);
    check_writing(&result, arena);
    arena_close(arena);
    return 0;
}

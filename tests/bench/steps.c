/* steps.c: places of documents with some steps of geoparsing left out: what the steps are worth is measured on them.
 * bench_steps DATA STEPS [DEMONYMS] <documents >answers; STEPS is a sum of enum geoparse_step, DEMONYMS 0 leaves them
 * out. */
#include "geoparse.h"

#include "file.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>

struct bench {
    struct arena *arena;
    struct gazetteer *gazetteer;
    struct lexicon *lexicon;
    struct geoparse_options options;
};

static struct text member(const cJSON *root, const char *key) {
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(root, key);
    return cJSON_IsString(value) ? text_of(value->valuestring) : TEXT_NONE;
}

static void print_place(const struct bench *bench, const struct text text, const struct mention *mention, bool first) {
    struct place place = gazetteer_place(bench->gazetteer, mention->place);
    size_t start = text_code_points(text_slice(text, 0, mention->span.start));
    size_t length = text_code_points(text_slice(text, mention->span.start, mention->span.end));
    printf("%s{\"start\":%zu,\"end\":%zu,\"lat\":%.5f,\"lon\":%.5f,\"confidence\":%.2f}", first ? "" : ",", start,
           start + length, place.point.lat, place.point.lon, mention->confidence);
}

static bool answer(struct bench *bench, const cJSON *root, struct error *error) {
    struct arena *arena = arena_open();
    struct article article = {.id = member(root, "id"), .text = member(root, "text"), .language = member(root, "lang")};
    struct geoparse parsed;
    bool done = geoparse_article(bench->gazetteer, bench->lexicon, &article, &bench->options, arena, &parsed, error);
    if (done) {
        printf("{\"id\":\"%.*s\",\"toponyms\":[", TEXT_ARGS(article.id));
        bool first = true;
        for (size_t i = 0; i < parsed.mention_count; i++) {
            const struct mention *mention = &parsed.mentions[i];
            if (mention->type == MENTION_ORGANISATION || mention->place == PLACE_NONE)
                continue;
            print_place(bench, article.text, mention, first);
            first = false;
        }
        printf("]}\n");
    }
    arena_close(arena);
    return done;
}

static bool answer_all(struct bench *bench, struct error *error) {
    char *line = NULL;
    size_t capacity = 0;
    bool done = true;
    while (done && getline(&line, &capacity, stdin) > 0) {
        cJSON *root = cJSON_Parse(line);
        done = root ? answer(bench, root, error) : error_set(error, ERROR_INPUT, "a line is no JSON");
        cJSON_Delete(root);
    }
    free(line);
    return done;
}

int main(int count, char **arguments) {
    struct error error = {0};
    struct bench bench = {.arena = arena_open()};
    if (count < 3)
        return 2;
    bench.options.without = (unsigned)strtoul(arguments[2], NULL, 10);
    bench.options.no_demonyms = count > 3 && arguments[3][0] == '0';
    bool done = gazetteer_open(file_join(bench.arena, arguments[1], "gazetteer.bin"), &bench.gazetteer, &error) &&
                lexicon_open(file_join(bench.arena, arguments[1], "lexicon"), bench.arena, &bench.lexicon, &error) &&
                answer_all(&bench, &error);
    if (!done)
        fprintf(stderr, "bench_steps: %s\n", error.message);
    gazetteer_close(bench.gazetteer);
    arena_close(bench.arena);
    return done ? 0 : 1;
}

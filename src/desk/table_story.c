#include "table_story.h"

#include "list.h"
#include "safe_id.h"

enum { TOLD_ROWS = 5 };

/* A story while its rows come. */
struct telling {
    const struct engine *engine;
    const struct table_request *request;
    struct story *story;
    struct arena *arena;
    size_t rejected, unsure, withdrawn;
};

static bool take(void *context, const struct account *account, struct error *error) {
    struct telling *telling = context;
    (void)error;
    if (account->withdrawn)
        telling->withdrawn++;
    else if (!telling->request->unsure && !incident_is_sure(&account->incident))
        telling->unsure++;
    else
        *LIST_PUSH(telling->arena, &telling->story->incidents) = account->incident;
    return true;
}

static void reject(void *context, struct text file, uint64_t line, struct text column, const char *reason) {
    struct telling *telling = context;
    if (telling->rejected++ < TOLD_ROWS)
        outlet_remark(&telling->engine->outlet, "%.*s: line %llu: %.*s%s%s; left out", TEXT_ARGS(file),
                      (unsigned long long)line, TEXT_ARGS(column), column.size > 0 ? ": " : "", reason);
}

static void sum_up(const struct telling *telling, struct text path) {
    const struct outlet *outlet = &telling->engine->outlet;
    if (telling->rejected > TOLD_ROWS)
        outlet_remark(outlet, "%.*s: %zu more rows cannot be read and are left out", TEXT_ARGS(path),
                      telling->rejected - TOLD_ROWS);
    if (telling->unsure > 0)
        outlet_remark(outlet, "%.*s: %zu unconfirmed incidents are left out; --unsure draws them", TEXT_ARGS(path),
                      telling->unsure);
    if (telling->withdrawn > 0)
        outlet_remark(outlet, "%.*s: %zu incidents are taken back in it", TEXT_ARGS(path), telling->withdrawn);
}

bool table_story_read(const struct engine *engine, struct text path, struct text bytes,
                      const struct table_request *request, struct arena *arena, struct story *story, size_t *rejected,
                      struct error *error) {
    struct story told = {.path = path, .source.language = TEXT("en")};
    struct telling telling = {engine, request, &told, arena, 0, 0, 0};
    struct table_options options = {engine->gazetteer, request->columns};
    struct table_sink sink = {take, reject, &telling, arena};
    struct table_counts counts;
    struct text name = text_is(path, "-") ? TEXT("standard input") : path;
    told.source.article = safe_id_of(text_is(path, "-") ? TEXT("incidents") : reader_stem(path), arena);
    bool read = table_accounts_read(bytes, name, &options, arena, &sink, &counts, error);
    sum_up(&telling, name);
    *rejected = telling.rejected;
    if (read)
        *story = told;
    return read;
}

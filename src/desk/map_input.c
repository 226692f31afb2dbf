#include "map_input.h"

#include "list.h"
#include "place_lookup.h"
#include "safe_id.h"
#include "table_story.h"

#include <stdlib.h>

/* What is not sure, what is drawn instead of an incident, or that there is nothing to draw. */
static void say_of_plans(struct map_run *run, const struct story *story, const struct map_plans *plans) {
    const struct outlet *outlet = &run->engine.outlet;
    for (size_t i = 0; i < plans->remarks.count; i++)
        outlet_remark(outlet, "%.*s: %.*s", TEXT_ARGS(story->path), TEXT_ARGS(plans->remarks.items[i]));
    if (plans->count > 0)
        return;
    run->undrawn++;
    bool named = story->places.count > 0 && run->request.map.incidents_only;
    outlet_remark(outlet, "%.*s: no %s in it that can be %s", TEXT_ARGS(story->path), named ? "incident" : "places",
                  named ? "drawn" : "mapped");
}

static struct date newest_of(const struct incident_list *incidents) {
    struct date newest = {0, 0, 0};
    for (size_t i = 0; i < incidents->count; i++) {
        const struct incident *incident = &incidents->items[i];
        struct date end = date_known(incident->date.end) ? incident->date.end : incident->date.start;
        if (incident->status != STATUS_PLANNED && date_compare(end, newest) > 0)
            newest = end;
    }
    return newest;
}

/* The story as it is safe to tell: incidents alone, without the words, places and addresses that tell more. */
static struct story safe_story(const struct story *story, const struct map_options *options, struct date from,
                               struct arena *arena) {
    const struct incident_source *source = &story->source;
    struct story safe = {
        .source = {.article = source->article, .publisher = source->publisher, .language = source->language},
        .path = story->path};
    for (size_t i = 0; i < story->incidents.count; i++)
        *LIST_PUSH(arena, &safe.incidents) = story->incidents.items[i];
    (void)safe_apply(&options->safe, from, arena, &safe.incidents);
    return safe;
}

bool map_input_story(struct map_run *run, const struct story *told, struct arena *arena, struct error *error) {
    struct map_plans plans = {0};
    struct text id = told->source.article;
    const struct map_options *options = &run->request.map;
    bool open = safe_is_none(&options->safe);
    struct date from = date_known(options->safe_from) ? options->safe_from : newest_of(&told->incidents);
    struct story safe = open ? *told : safe_story(told, options, from, arena);
    const struct story *story = &safe;
    if (!map_plan(&run->sources, story, options, arena, &plans, error))
        return false;
    say_of_plans(run, story, &plans);
    for (size_t i = 0; i < plans.count; i++) {
        struct text own = plans.items[i].id;
        struct text wanted = id.size > 0 ? text_format(arena, "%.*s-%.*s", TEXT_ARGS(id), TEXT_ARGS(own)) : own;
        plans.items[i].id = map_run_unused_id(run, wanted, story->path);
        plans.items[i].safe = options->safe;
        plans.items[i].safe_until = from;
        if (!map_run_draw(run, &plans.items[i], id, error))
            return false;
    }
    manifest_add_story(&run->manifest, story, arena);
    return true;
}

/* What tells an article from another of the same id, whichever is read first. */
static struct text origin(struct text path, struct text title, struct arena *arena) {
    return text_format(arena, "%.*s\n%.*s", TEXT_ARGS(path), TEXT_ARGS(title));
}

static bool draw_article(struct map_run *run, struct article *article, struct arena *arena, struct error *error) {
    struct geoparse_options geoparse = {0};
    struct story story;
    article->id = map_run_unused_id(run, article->id, origin(article->path, article->title, arena));
    return engine_read_story(&run->engine, article, &geoparse, arena, &story, error) &&
           map_input_story(run, &story, arena, error);
}

static int by_text(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* Sorts them; those that stand there more than once are of several articles. */
static void share_equal(struct map_run *run, struct text *ids, size_t count) {
    if (count > 1)
        qsort(ids, count, sizeof *ids, by_text);
    for (size_t i = 1; i < count; i++)
        if (text_equal(ids[i - 1], ids[i]))
            map_run_share_id(run, ids[i]);
}

void map_input_share(struct map_run *run, const char *const *paths, size_t count) {
    struct arena *arena = arena_open();
    struct text *ids = ARENA_ARRAY(arena, struct text, count);
    for (size_t i = 0; i < count; i++)
        ids[i] = safe_id_of(reader_stem(text_of(paths[i])), arena);
    share_equal(run, ids, count);
    arena_close(arena);
}

/* An input whose articles are drawn as they come. */
struct drawn_input {
    struct map_run *run;
    bool go_on;
};

static bool draw_articles(void *context, struct article_list *articles, struct arena *arena) {
    struct drawn_input *input = context;
    struct map_run *run = input->run;
    struct error error = {0};
    struct text *ids = ARENA_ARRAY(arena, struct text, articles->count);
    for (size_t i = 0; i < articles->count; i++)
        ids[i] = articles->items[i].id;
    share_equal(run, ids, articles->count);
    for (size_t i = 0; input->go_on && i < articles->count; i++)
        input->go_on =
            draw_article(run, &articles->items[i], arena, &error) || outlet_failure(&run->engine.outlet, &error);
    run->faulty = run->faulty || articles->bad > 0;
    return input->go_on;
}

static bool draw_table(void *context, struct text path, struct text bytes, struct arena *arena, struct error *error) {
    struct drawn_input *input = context;
    struct map_run *run = input->run;
    struct table_request request = {run->columns, run->request.unsure};
    struct story story;
    size_t rejected = 0;
    bool read = table_story_read(&run->engine, path, bytes, &request, arena, &story, &rejected, error);
    run->faulty = run->faulty || rejected > 0;
    if (!read)
        return false;
    story.source.article = map_run_unused_id(run, story.source.article, origin(story.path, TEXT_NONE, arena));
    return map_input_story(run, &story, arena, error);
}

bool map_input_articles(struct map_run *run, const char *path, const struct reader_options *reader) {
    struct drawn_input input = {run, true};
    struct error error = {0};
    struct engine_takers takers = {draw_articles, draw_table, run->columns, &input};
    return engine_read_any(&run->engine, path, reader, &takers, &error) ? input.go_on
                                                                        : outlet_failure(&run->engine.outlet, &error);
}

bool map_input_stories(struct map_run *run, const char *path) {
    struct arena *arena = arena_open();
    struct story_list stories = {0};
    struct error error = {0};
    bool go_on =
        engine_read_stories(&run->engine, path, arena, &stories, &error) || outlet_failure(&run->engine.outlet, &error);
    struct text *ids = ARENA_ARRAY(arena, struct text, stories.count);
    for (size_t i = 0; i < stories.count; i++)
        ids[i] = stories.items[i].source.article;
    share_equal(run, ids, stories.count);
    for (size_t i = 0; go_on && i < stories.count; i++) {
        struct story *story = &stories.items[i];
        story->source.article =
            map_run_unused_id(run, story->source.article, origin(story->path, story->source.title, arena));
        go_on = map_input_story(run, story, arena, &error) || outlet_failure(&run->engine.outlet, &error);
    }
    run->faulty = run->faulty || stories.bad > 0;
    arena_close(arena);
    return go_on;
}

bool map_input_place(struct map_run *run, struct error *error) {
    struct map_plan plan = {0};
    place_id place = PLACE_NONE;
    struct arena *arena = run->engine.arena;
    if (run->request.place &&
        !place_lookup(run->engine.gazetteer, &run->engine.outlet, "--place", run->request.place, arena, &place, error))
        return false;
    if (!map_plan_place(&run->sources, place, &run->request.map, arena, &plan, error))
        return false;
    plan.id = map_run_unused_id(run, plan.id.size > 0 ? plan.id : TEXT("frame"), TEXT_NONE);
    return map_run_draw(run, &plan, TEXT_NONE, error);
}

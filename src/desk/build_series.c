#include "build_series.h"

#include "animation.h"
#include "file.h"
#include "list.h"
#include "plan_region.h"
#include "timeline.h"
#include "wording.h"

enum { FRAMES_MOST = 240, PAUSE = 120, PICTURE_BYTES = 1 << 29, WEEK = 7 };

static const double footer_share = 0.2; /* of the page: the same below every frame */

/* The first day of the week (Monday) or month that holds the day. */
static int64_t begin_of(enum atlas_series step, int64_t day) {
    struct date date = date_from_days(day);
    return step == SERIES_WEEK ? day - date_weekday(date) : day - (date.day - 1);
}

static int64_t next_begin(enum atlas_series step, int64_t begin) {
    struct date date = date_from_days(begin);
    return begin + (step == SERIES_WEEK ? WEEK : date_month_length(date.year, date.month));
}

/* The first and last day that it may have been: a month or year counts whole. */
static bool span_of(const struct incident *incident, int64_t *first, int64_t *last) {
    struct date start = incident->date.start, end = incident->date.end;
    end = date_known(end) ? end : start;
    if (!date_known(start) || incident->status == STATUS_PLANNED)
        return false;
    end.month = end.month > 0 ? end.month : 12;
    end.day = end.day > 0 ? end.day : date_month_length(end.year, end.month);
    *first = date_days(start);
    *last = date_days(end);
    return *last >= *first;
}

static bool whole_span(const struct incident_list *incidents, const struct series *series, int64_t *first,
                       int64_t *last) {
    *first = INT64_MAX;
    *last = INT64_MIN;
    for (size_t i = 0; i < incidents->count; i++) {
        int64_t a, b;
        if (!span_of(&incidents->items[i], &a, &b))
            continue;
        *first = a < *first ? a : *first;
        *last = b > *last ? b : *last;
    }
    if (date_known(series->from))
        *first = date_days(series->from);
    if (date_known(series->to))
        *last = date_days(series->to);
    return *first <= *last;
}

/* One frame: what happened from `begin` to before `end`, in the bounds of the whole. */
static bool draw_frame(struct map_run *run, const struct map_plan *whole, const struct map_region *region,
                       const struct incident_list *incidents, int64_t begin, int64_t end, size_t number,
                       struct error *error) {
    struct arena *arena = arena_open();
    struct incident_list some = {0};
    struct map_plan plan;
    struct incident_date span = {.start = date_from_days(begin), .end = date_from_days(end - 1)};
    for (size_t i = 0; i < incidents->count; i++) {
        int64_t a, b;
        if (!span_of(&incidents->items[i], &a, &b) || a >= end || b < begin)
            continue;
        struct incident *one = LIST_PUSH(arena, &some);
        *one = incidents->items[i];
        if (one->status == STATUS_PAST) /* to its article, not to its own week or month */
            one->status = STATUS_NEWS;
    }
    struct map_options options = run->request.map;
    options.bounds = whole->bounds;
    options.as_of = span.end;
    options.lang = whole->lang;
    bool done = map_plan_region(&run->sources, region, &some, &options, arena, &plan, error);
    if (done) {
        struct wording words = {run->engine.lexicon, whole->lang, arena};
        plan.id = text_format(arena, "%.*s-%03zu", TEXT_ARGS(whole->id), number);
        plan.title = whole->title;
        plan.footer = footer_share * options.height;
        plan.subtitle = wording_dates(&words, &span);
        plan.safe = whole->safe;
        plan.safe_until = whole->safe_until;
        done = map_run_draw(run, &plan, TEXT_NONE, error);
    }
    arena_close(arena);
    return done;
}

static bool join_frames(struct map_run *run, const struct map_plan *plan, size_t count, struct error *error) {
    struct arena *arena = arena_open();
    struct text *pictures = ARENA_ARRAY(arena, struct text, count), joined;
    bool done = true;
    for (size_t i = 0; i < count && done; i++) {
        struct text name = text_format(arena, "%.*s-%03zu.png", TEXT_ARGS(plan->id), i + 1);
        done = file_read(file_set_staged(run->files, text_c(arena, name)), PICTURE_BYTES, arena, &pictures[i], error);
    }
    done = done && animation_join(pictures, count, PAUSE, arena, &joined, error) &&
           file_set_add(run->files, text_c(arena, text_format(arena, "%.*s-series.png", TEXT_ARGS(plan->id))), joined,
                        error);
    arena_close(arena);
    return done;
}

static bool draws_png(const struct map_run *run) {
    size_t png;
    return picture_format_find(TEXT("png"), &png) && (run->request.formats & 1U << png);
}

static bool draw_frames(struct map_run *run, const struct map_plan *plan, const struct map_region *region,
                        const struct incident_list *incidents, const struct series *series, struct error *error) {
    int64_t first, last;
    size_t count = 0;
    if (series->step == SERIES_NONE || !whole_span(incidents, series, &first, &last))
        return true;
    for (int64_t begin = begin_of(series->step, first); begin <= last; begin = next_begin(series->step, begin))
        count++;
    if (count > FRAMES_MOST)
        return error_set(error, ERROR_INPUT,
                         "%zu frames are too many, at most %d: say \"since\", or \"series\": \"month\"", count,
                         FRAMES_MOST);
    count = 0;
    for (int64_t begin = begin_of(series->step, first); begin <= last; begin = next_begin(series->step, begin))
        if (!draw_frame(run, plan, region, incidents, begin, next_begin(series->step, begin), ++count, error))
            return false;
    return !draws_png(run) || join_frames(run, plan, count, error);
}

static bool draw_timeline(struct map_run *run, const struct map_plan *plan, const struct series *series,
                          struct error *error) {
    struct arena *arena = arena_open();
    struct scene scene;
    struct text bytes;
    size_t svg;
    bool done =
        timeline_compose(&run->sources, plan, series->from, series->to, &run->request.map, arena, &scene, error);
    if (done && scene.count > 0 && picture_format_find(TEXT("svg"), &svg))
        done = picture_format_at(svg)->write(&scene, run->lettering, &run->request.picture, arena, &bytes, error) &&
               file_set_add(run->files, text_c(arena, text_format(arena, "%.*s-timeline.svg", TEXT_ARGS(plan->id))),
                            bytes, error);
    arena_close(arena);
    return done;
}

bool series_draw(struct map_run *run, const struct map_plan *plan, const struct map_region *region,
                 const struct incident_list *incidents, const struct series *series, struct error *error) {
    return draw_frames(run, plan, region, incidents, series, error) &&
           (!series->timeline || draw_timeline(run, plan, series, error));
}

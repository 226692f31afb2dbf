#include "timeline.h"

#include "frame.h"
#include "list.h"
#include "scene_add.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>

enum { ROWS = 6, DAYS_MOST = 3660, KEPT_DAYS = 31 };

static const double row_height = 26, label_share = 0.2, top_room = 30, bottom_room = 24; /* page units at unit 1 */

struct row {
    enum incident_kind kind;
    size_t events;
    unsigned *days; /* how many a day */
};

struct strip {
    const struct map_plan *plan;
    const struct style *style;
    struct arena *arena;
    struct scene *scene;
    struct wording words;
    struct row rows[INCIDENT_KINDS];
    size_t count; /* of rows with events, most first */
    int64_t first, days;
    unsigned most; /* a day, of any row */
    double unit, left, right;
};

/* The days of an incident; false for one without, or that is not told as fact. What is known to the month or year only
 * has no day of its own. */
static bool days_of(const struct incident *incident, int64_t *first, int64_t *last) {
    struct date start = incident->date.start, end = incident->date.end;
    end = date_known(end) ? end : start;
    if (start.day == 0 || end.day == 0 || incident->status == STATUS_PLANNED || incident->status == STATUS_DENIED)
        return false;
    *first = date_days(start);
    *last = date_days(end);
    return *last >= *first;
}

static void find_span(const struct map_plan *plan, struct date from, struct date to, int64_t *first, int64_t *last) {
    *first = INT64_MAX;
    *last = INT64_MIN;
    for (size_t i = 0; i < plan->incident_count; i++) {
        int64_t a, b;
        if (!days_of(plan->incidents[i], &a, &b))
            continue;
        *first = a < *first ? a : *first;
        *last = b > *last ? b : *last;
    }
    if (date_known(from))
        *first = date_days(from);
    if (date_known(to))
        *last = date_days(to);
}

static void count_incident(struct strip *strip, const struct incident *incident) {
    int64_t a, b;
    struct row *row = &strip->rows[incident->kind];
    if (!days_of(incident, &a, &b) || b < strip->first || a >= strip->first + strip->days)
        return;
    row->events++;
    a = a < strip->first ? strip->first : a;
    b = b >= strip->first + strip->days ? strip->first + strip->days - 1 : b;
    for (int64_t day = a; day <= b; day++) {
        unsigned events = ++row->days[day - strip->first];
        strip->most = events > strip->most ? events : strip->most;
    }
}

static int by_events(const void *a, const void *b) {
    const struct row *x = a, *y = b;
    int order = (x->events < y->events) - (x->events > y->events);
    return order ? order : (int)x->kind - (int)y->kind;
}

static void count_rows(struct strip *strip) {
    for (int i = 0; i < INCIDENT_KINDS; i++)
        strip->rows[i] =
            (struct row){(enum incident_kind)i, 0, ARENA_ARRAY(strip->arena, unsigned, (size_t)strip->days)};
    for (size_t i = 0; i < strip->plan->incident_count; i++)
        count_incident(strip, strip->plan->incidents[i]);
    qsort(strip->rows, INCIDENT_KINDS, sizeof *strip->rows, by_events);
    while (strip->count < ROWS && strip->rows[strip->count].events > 0)
        strip->count++;
}

static double x_of(const struct strip *strip, int64_t day) {
    return strip->left + (strip->right - strip->left) * (double)day / (double)strip->days;
}

static void add_words(struct strip *strip, const char *name, struct text words, double x, double y,
                      enum style_layer layer, enum text_anchor anchor) {
    scene_add_text(strip->scene, strip->arena, text_of(name), words, strip->plan->lang, (struct page_point){x, y},
                   &strip->style->layers[layer].text, anchor);
}

/* A tick and a day at the first of each month, or at both ends of a short span. */
static void draw_axis(struct strip *strip, double y) {
    const struct paint *paint = &strip->style->layers[STYLE_SCALE];
    double last = -1e9, room = 90 * strip->unit;
    scene_add_line(
        strip->scene, strip->arena, TEXT("axis"),
        scene_segment(strip->arena, (struct page_point){strip->left, y}, (struct page_point){strip->right, y}),
        paint->line);
    for (int64_t i = 0; i < strip->days; i++) {
        struct date date = date_from_days(strip->first + i);
        double x = x_of(strip, i);
        bool marked = strip->days <= KEPT_DAYS ? i % 7 == 0 : date.day == 1;
        if (!marked || x < last + room || x > strip->right - room / 2)
            continue;
        scene_add_line(
            strip->scene, strip->arena, TEXT("axis"),
            scene_segment(strip->arena, (struct page_point){x, y}, (struct page_point){x, y + 4 * strip->unit}),
            paint->line);
        add_words(strip, "axis", wording_date(&strip->words, date), x, y + 16 * strip->unit, STYLE_SCALE, ANCHOR_START);
        last = x;
    }
}

static void draw_row(struct strip *strip, const struct row *row, double base) {
    const struct paint *paint = &strip->style->layers[STYLE_INCIDENT];
    double high = row_height * strip->unit * 0.8, size = 14 * strip->unit;
    struct page_point at = {strip->style->margin + size / 2, base - high / 2};
    scene_add_symbol(strip->scene, strip->arena, text_of(incident_kind_name(row->kind)),
                     text_of(kind_facts(row->kind)->symbol), at, size, paint->fill, paint->line);
    add_words(strip, "kind", wording_event(&strip->words, row->kind), at.x + size, base - high / 2 + 4 * strip->unit,
              STYLE_LEGEND, ANCHOR_START);
    for (int64_t i = 0; i < strip->days; i++) {
        if (row->days[i] == 0)
            continue;
        double from = x_of(strip, i), to = fmax(x_of(strip, i + 1) - 0.5 * strip->unit, from + 0.6 * strip->unit);
        struct page_box bar = {from, base - high * row->days[i] / strip->most, to, base};
        scene_add_box(strip->scene, strip->arena, TEXT("bar"), bar, paint->fill, (struct stroke){0});
    }
    add_words(strip, "count", wording_number(&strip->words, (int64_t)row->events), strip->right + 8 * strip->unit, base,
              STYLE_SCALE, ANCHOR_START);
}

static void draw(struct strip *strip, double width) {
    double y = top_room * strip->unit, row = row_height * strip->unit;
    struct scene *scene = strip->scene;
    scene->width = width;
    scene->height = y + row * (double)strip->count + bottom_room * strip->unit;
    struct page_box page = {0, 0, scene->width, scene->height};
    scene_add_box(scene, strip->arena, TEXT("page"), page, strip->style->layers[STYLE_PAGE].fill, (struct stroke){0});
    add_words(strip, "title", wording_phrase(&strip->words, "timeline"), strip->style->margin, 20 * strip->unit,
              STYLE_SUBTITLE, ANCHOR_START);
    for (size_t i = 0; i < strip->count; i++)
        draw_row(strip, &strip->rows[i], y + row * (double)(i + 1));
    draw_axis(strip, y + row * (double)strip->count);
}

static void describe(struct strip *strip, int64_t last) {
    struct scene *scene = strip->scene;
    struct incident_date span = {.start = date_from_days(strip->first), .end = date_from_days(last)};
    struct builder out = builder_new(strip->arena);
    scene->id = text_format(strip->arena, "%.*s-timeline", TEXT_ARGS(strip->plan->id));
    scene->lang = strip->plan->lang;
    scene->title = text_format(strip->arena, "%.*s: %.*s", TEXT_ARGS(strip->plan->title),
                               TEXT_ARGS(wording_phrase(&strip->words, "timeline")));
    builder_add(&out, wording_dates(&strip->words, &span));
    for (size_t i = 0; i < strip->count; i++)
        builder_format(&out, "; %.*s: %zu", TEXT_ARGS(wording_event(&strip->words, strip->rows[i].kind)),
                       strip->rows[i].events);
    scene->description = builder_text(&out);
}

bool timeline_compose(const struct map_sources *sources, const struct map_plan *plan, struct date from, struct date to,
                      const struct map_options *options, struct arena *arena, struct scene *scene,
                      struct error *error) {
    struct scene result = {0};
    int64_t last;
    struct strip strip = {
        .plan = plan, .arena = arena, .scene = &result, .words = {sources->lexicon, plan->lang, arena}};
    strip.unit = frame_unit(options->width, options->height);
    strip.style = style_scale(sources->style, strip.unit, arena);
    strip.left = strip.style->margin + options->width * label_share;
    strip.right = options->width - strip.style->margin - 40 * strip.unit;
    if (!lexicon_open_language(sources->lexicon, plan->lang, error))
        return false;
    find_span(plan, from, to, &strip.first, &last);
    if (last >= strip.first) {
        strip.days = last - strip.first + 1 < DAYS_MOST ? last - strip.first + 1 : DAYS_MOST;
        strip.first = last - strip.days + 1; /* of a longer span the latest part */
        count_rows(&strip);
    }
    if (strip.count > 0) {
        draw(&strip, options->width);
        describe(&strip, last);
    }
    *scene = result;
    return true;
}

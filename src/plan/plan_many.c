#include "plan_many.h"

#include "frame.h"
#include "plan_add.h"
#include "tints.h"
#include "totals.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>

enum { COUNTRIES = 64, TITLE_COUNTRIES = 3, TINTED = 4, DAYS_TOLD = 150, MONTHS_TOLD = 1100 /* in days */ };

static const double outlying = 0.01; /* of the incidents on each side, which do not make the frame */
static const double beside = 0.25;   /* of the frame of the others: nearer than that they do */
static const double least_km = 60, least_share = 0.05;

/* A place is known at least to the country; meetings and what is denied are not counted. */
static bool is_counted(const struct incident *incident) {
    return snapshot_is_known(&incident->place) && incident->precision != PRECISION_UNKNOWN &&
           incident->status != STATUS_DENIED && !incident_is_venue(incident);
}

/* What the frame is made from. */
static bool is_placed(const struct incident *incident) {
    return is_counted(incident) && incident->precision != PRECISION_COUNTRY;
}

bool plan_many_wanted(const struct story *story, const struct map_options *options) {
    size_t counted = 0;
    for (size_t i = 0; i < story->incidents.count; i++)
        counted += is_placed(&story->incidents.items[i]);
    return counted >= MANY_INCIDENTS_FROM || (options->density != DENSITY_AUTO && counted > 0);
}

static int by_number(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The values between which all but the outlying ones lie. */
static void middle_of(double *values, size_t count, double *low, double *high) {
    qsort(values, count, sizeof *values, by_number);
    size_t off = (size_t)((double)count * outlying);
    *low = values[off];
    *high = values[count - 1 - off];
}

static struct bounds around_all(const struct map_plan *plan) {
    struct bounds bounds = bounds_empty();
    for (size_t i = 0; i < plan->incident_count; i++)
        if (is_placed(plan->incidents[i]))
            bounds_add(&bounds, plan->incidents[i]->point);
    return bounds;
}

/* Around most of them, and those that lie beside these. */
static struct bounds bounds_of_most(const struct map_plan *plan, struct arena *arena) {
    double *lon = ARENA_ARRAY(arena, double, plan->incident_count + 1), west, south, east, north;
    double *lat = ARENA_ARRAY(arena, double, plan->incident_count + 1);
    size_t count = 0;
    struct bounds all = around_all(plan), most = bounds_empty();
    for (size_t i = 0; i < plan->incident_count; i++)
        if (is_placed(plan->incidents[i])) {
            lon[count] = plan->incidents[i]->point.lon;
            lat[count++] = plan->incidents[i]->point.lat;
        }
    if (all.east > 180) /* around the antimeridian */
        return all;
    middle_of(lon, count, &west, &east);
    middle_of(lat, count, &south, &north);
    double wide = (east - west) * beside + 0.2, high = (north - south) * beside + 0.2;
    struct bounds near = {west - wide, south - high, east + wide, north + high};
    for (size_t i = 0; i < plan->incident_count; i++)
        if (is_placed(plan->incidents[i]) && bounds_contain(near, plan->incidents[i]->point))
            bounds_add(&most, plan->incidents[i]->point);
    return most;
}

struct country_count {
    struct text code;
    size_t incidents;
};

struct country_counts {
    struct country_count items[COUNTRIES];
    size_t count, all;
};

static void count_country(struct country_counts *counts, struct text code) {
    counts->all++;
    for (size_t i = 0; i < counts->count; i++)
        if (text_equal(counts->items[i].code, code)) {
            counts->items[i].incidents++;
            return;
        }
    if (counts->count < COUNTRIES)
        counts->items[counts->count++] = (struct country_count){code, 1};
}

static int most_first(const void *a, const void *b) {
    const struct country_count *x = a, *y = b;
    int more = (x->incidents < y->incidents) - (x->incidents > y->incidents);
    return more ? more : text_compare(x->code, y->code);
}

/* The countries in which they are, that of most incidents first, without those of a few strays. */
static struct country_counts countries_of(const struct map_plan *plan) {
    struct country_counts counts = {.count = 0};
    for (size_t i = 0; i < plan->incident_count; i++) {
        struct text rest = plan->incidents[i]->place.countries, code;
        while (text_split(&rest, ',', &code))
            if (code.size == REF_CODE)
                count_country(&counts, code);
    }
    qsort(counts.items, counts.count, sizeof *counts.items, most_first);
    while (counts.count > 1 && (double)counts.items[counts.count - 1].incidents < (double)counts.all * least_share)
        counts.count--;
    return counts;
}

/* Days within a few months, months within a few years, else years. */
static struct incident_date rough_span(const struct incident_date *span) {
    int64_t days = date_days(span->end) - date_days(span->start);
    struct incident_date rough = *span;
    if (days > DAYS_TOLD)
        rough.start.day = rough.end.day = 0;
    bool years = days > DAYS_TOLD && span->start.month == 1 && span->end.month == 12;
    if (days > MONTHS_TOLD || years)
        rough.start.month = rough.end.month = 0;
    return rough;
}

/* "Incidents in A, B and C, 2015–2018"; of more countries the first, and how many others there are. */
static struct text title_of(const struct map_sources *sources, const struct map_plan *plan,
                            const struct country_counts *countries, const struct wording *words) {
    struct text names[TITLE_COUNTRIES + 1];
    size_t count = 0;
    for (; count < countries->count && count < TITLE_COUNTRIES; count++) {
        place_id place =
            gazetteer_place_of(sources->gazetteer, ref_of_country(words->arena, countries->items[count].code));
        names[count] = place == PLACE_NONE ? countries->items[count].code : map_plan_name(sources, plan, place);
    }
    if (countries->count > TITLE_COUNTRIES) {
        struct blank more = {"count", wording_number(words, (int64_t)(countries->count - TITLE_COUNTRIES))};
        names[count++] = wording_fill(words, "list.more", &more, 1);
    }
    struct blank places = {"places", wording_list(words, names, count)};
    struct incident_date span = rough_span(&plan->totals.span);
    struct blank parts[] = {{"title", wording_fill(words, count ? "title.many" : "title.many-plain", &places, 1)},
                            {"date", wording_dates(words, &span)}};
    return parts[1].value.size > 0 ? wording_fill(words, "title.dated", parts, 2) : parts[0].value;
}

/* "3,194 incidents · 14,210–21,870 killed · Borders and lines as of 30 December 2018". */
static struct text subtitle_of(const struct map_plan *plan, const struct wording *words) {
    struct blank count = {"n", wording_number(words, (int64_t)plan->totals.incidents)};
    struct blank as_of = {"date", wording_date(words, plan->as_of)};
    struct incident sum = incident_unknown();
    sum.killed = plan->totals.killed;
    struct text parts[] = {
        wording_fill(words, "many.count", &count, 1), wording_figures(words, &sum),
        wording_fill(words, as_of.value.size ? "subtitle.as-of" : "subtitle.as-of-latest", &as_of, 1)};
    struct builder out = builder_new(words->arena);
    for (size_t i = 0; i < 3; i++) {
        builder_add_c(&out, out.count > 0 && parts[i].size > 0 ? " · " : "");
        builder_add(&out, parts[i]);
    }
    return builder_text(&out);
}

static void gather(const struct story *story, struct arena *arena, struct map_plan *plan) {
    plan->incidents = ARENA_ARRAY(arena, const struct incident *, story->incidents.count + 1);
    plan->totals = totals_none();
    for (size_t i = 0; i < story->incidents.count; i++)
        if (is_counted(&story->incidents.items[i])) {
            plan->incidents[plan->incident_count++] = &story->incidents.items[i];
            totals_add(&plan->totals, &story->incidents.items[i]);
        }
}

bool plan_many(const struct map_sources *sources, const struct story *story, const struct map_options *options,
               struct text lang, struct arena *arena, struct map_plan *plan) {
    struct wording words = {sources->lexicon, lang, arena};
    *plan = (struct map_plan){.lang = lang, .organisation = PLACE_NONE, .house = options->house, .many = true};
    gather(story, arena, plan);
    plan->bounds = bounds_of_most(plan, arena);
    if (bounds_is_empty(plan->bounds))
        return false;
    plan->bounds = frame_at_least(plan->bounds, least_km);
    struct country_counts countries = countries_of(plan);
    for (size_t i = 0; i < countries.count && i < TINTED; i++)
        plan_add_party(sources, plan, countries.items[i].code, arena);
    plan_sort_parties(sources, plan);
    tints_give_plan(sources->gazetteer, plan);
    plan->as_of = date_known(options->as_of) ? options->as_of : plan->totals.span.end;
    plan->title = options->title.size > 0 ? options->title : title_of(sources, plan, &countries, &words);
    plan->subtitle = subtitle_of(plan, &words);
    return true;
}

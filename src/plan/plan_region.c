#include "plan_region.h"

#include "extent.h"
#include "frame.h"
#include "plan_add.h"
#include "plan_many.h"
#include "plan_words.h"
#include "theatres.h"
#include "tints.h"

#include <math.h>
#include <stdlib.h>

static const double least_km = 60, site_km = 160;

static struct bounds grown_by(struct bounds bounds, double km) {
    double high = km / KM_PER_DEGREE;
    double widest = fmax(fabs(bounds.south), fabs(bounds.north));
    double wide = high / fmax(cos(fmin(widest + high, 89) * acos(-1.0) / 180), 0.05);
    return (struct bounds){bounds.west - wide, fmax(bounds.south - high, -90), bounds.east + wide,
                           fmin(bounds.north + high, 90)};
}

bool map_region_bounds(const struct map_sources *sources, const struct map_region *region, double km,
                       struct arena *arena, struct bounds *bounds, struct error *error) {
    struct bounds all = region->bounds;
    for (size_t i = 0; i < region->count && bounds_is_empty(region->bounds); i++) {
        struct bounds one;
        if (!extent_of_place(sources, region->places[i], arena, &one, error))
            return false;
        all = bounds_is_empty(all) ? one : bounds_union(all, one);
    }
    *bounds = bounds_is_empty(all) || km <= 0 ? all : grown_by(all, km);
    return true;
}

static int status_rank(enum incident_status status) {
    return status == STATUS_NEWS ? 0 : status == STATUS_ONGOING ? 1 : 2;
}

static int64_t killed(const struct incident *incident) {
    return incident->killed.low >= 0 ? incident->killed.low : incident->killed.high;
}

static int by_weight(const void *a, const void *b) {
    const struct incident *x = *(const struct incident *const *)a, *y = *(const struct incident *const *)b;
    int rank = status_rank(x->status) - status_rank(y->status);
    rank = rank ? rank : incident_is_sure(y) - incident_is_sure(x);
    rank = rank ? rank : date_compare(y->date.start, x->date.start);
    rank = rank ? rank : (killed(y) > killed(x)) - (killed(y) < killed(x));
    return rank ? rank : text_compare(x->id, y->id);
}

static void add_region(const struct map_sources *sources, const struct map_region *region, struct arena *arena,
                       struct map_plan *plan) {
    for (size_t i = 0; i < region->count; i++) {
        struct place place = gazetteer_place(sources->gazetteer, region->places[i]);
        struct text rest = place.countries.size ? place.countries : place.country, code;
        if (ref_is(place.ref, REF_BORDER))
            plan_add_border(plan, place.id);
        if (place.kind != PLACE_COUNTRY)
            plan_add_place(plan, place.id);
        while (text_split(&rest, ',', &code))
            plan_add_party(sources, plan, code, arena);
    }
}

/* What the region does not say itself is said by what happened. */
static void add_incidents(const struct map_sources *sources, const struct incident_list *incidents, struct arena *arena,
                          struct map_plan *plan) {
    bool told = plan->party_count > 0;
    plan->incidents = ARENA_ARRAY(arena, const struct incident *, incidents->count + 1);
    for (size_t i = 0; i < incidents->count; i++)
        plan->incidents[i] = &incidents->items[i];
    plan->incident_count = incidents->count;
    if (incidents->count > 1)
        qsort(plan->incidents, plan->incident_count, sizeof *plan->incidents, by_weight);
    for (size_t i = 0; i < plan->incident_count; i++) {
        const struct incident *incident = plan->incidents[i];
        struct text codes[MAP_PARTIES];
        size_t count = told || incident->status == STATUS_PAST ? 0 : incident_countries(incident, MAP_PARTIES, codes);
        for (size_t k = 0; k < count; k++)
            plan_add_party(sources, plan, codes[k], arena);
        place_id place = gazetteer_place_of(sources->gazetteer, incident->place.ref);
        if (place == PLACE_NONE || incident->place.kind == PLACE_COUNTRY)
            continue;
        if (ref_is(incident->place.ref, REF_BORDER) && incident->status != STATUS_PAST)
            plan_add_border(plan, place);
        plan_add_place(plan, place);
    }
    plan_sort_parties(sources, plan);
}

static void date_plan(const struct map_options *options, struct map_plan *plan) {
    plan->as_of = options->as_of;
    for (size_t i = 0; i < plan->incident_count && !date_known(options->as_of); i++) {
        const struct incident *incident = plan->incidents[i];
        struct date end = date_known(incident->date.end) ? incident->date.end : incident->date.start;
        if (incident->status == STATUS_NEWS && end.day > 0 && date_compare(end, plan->as_of) > 0)
            plan->as_of = end;
    }
}

/* That of the region where there is one, so that it stays when what happened there changes. */
static struct text title_of(const struct map_sources *sources, const struct map_region *region,
                            const struct map_plan *plan, const struct map_options *options, struct arena *arena) {
    struct wording words = {sources->lexicon, plan->lang, arena};
    struct text sides[2];
    if (options->title.size > 0)
        return options->title;
    if (plan->incident_count > 0 && (region->count == 0 || plan->incident_count == 1))
        return plan_title(sources, plan, &words);
    if (region->count == 0)
        return plan->title;
    if (plan_border_sides(sources, plan, gazetteer_place(sources->gazetteer, region->places[0]).ref, arena, sides)) {
        struct blank blanks[] = {{"a", sides[0]}, {"b", sides[1]}};
        return wording_fill(&words, "title.plain-border", blanks, 2);
    }
    return map_plan_name(sources, plan, region->places[0]);
}

static struct bounds frame_of(const struct map_plan *plan, struct bounds region) {
    struct bounds bounds = region;
    for (size_t i = 0; i < plan->incident_count && bounds_is_empty(region); i++)
        if (snapshot_is_known(&plan->incidents[i]->place))
            bounds_add(&bounds, plan->incidents[i]->point);
    if (bounds_is_empty(bounds))
        return (struct bounds){-180, -60, 180, 75};
    return frame_at_least(bounds, bounds_is_empty(region) ? site_km : least_km);
}

/* More incidents than can be told one by one, or told to be shown together: the frame and the title stay the region's.
 */
static bool plan_all(const struct map_sources *sources, const struct map_region *region, struct bounds bounds,
                     const struct incident_list *incidents, const struct map_options *options, struct text lang,
                     struct arena *arena, struct map_plan *plan) {
    struct story story = {.incidents = *incidents};
    struct map_plan result;
    if (!plan_many_wanted(&story, options) || !plan_many(sources, &story, options, lang, arena, &result))
        return false;
    if (!bounds_is_empty(bounds))
        result.bounds = frame_at_least(bounds, least_km);
    if (region->count > 0)
        result.title = title_of(sources, region, &result, options, arena);
    *plan = result;
    return true;
}

bool map_plan_region(const struct map_sources *sources, const struct map_region *region,
                     const struct incident_list *incidents, const struct map_options *options, struct arena *arena,
                     struct map_plan *plan, struct error *error) {
    struct map_plan result = {
        .lang = options->lang, .organisation = PLACE_NONE, .house = options->house, .bounds = bounds_empty()};
    struct bounds bounds;
    for (size_t i = 0; i < incidents->count && result.lang.size == 0; i++)
        result.lang = incidents->items[i].source.language;
    result.lang = result.lang.size > 0 ? result.lang : TEXT("en");
    if (!map_region_bounds(sources, region, 0, arena, &bounds, error))
        return error_context(error, "the map's region");
    bounds = bounds_is_empty(options->bounds) ? bounds : options->bounds;
    if (plan_all(sources, region, bounds, incidents, options, result.lang, arena, plan))
        return true;
    add_region(sources, region, arena, &result);
    add_incidents(sources, incidents, arena, &result);
    result.bounds = frame_of(&result, bounds);
    date_plan(options, &result);
    tints_give_plan(sources->gazetteer, &result);
    struct wording words = {sources->lexicon, result.lang, arena};
    result.title = title_of(sources, region, &result, options, arena);
    result.subtitle = plan_subtitle(&result, &words);
    if (options->excerpt)
        result.excerpt = plan_excerpt(&result, &words);
    *plan = result;
    return true;
}

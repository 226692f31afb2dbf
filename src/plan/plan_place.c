#include "plan.h"

#include "extent.h"
#include "frame.h"
#include "plan_words.h"
#include "tints.h"

#include <math.h>

static const double least_km = 60;
static const double town_km = 160; /* around a town */

static struct text safe_id(struct text ref, struct arena *arena) {
    char *id = text_c(arena, ref);
    for (char *c = id; *c; c++) {
        bool upper = *c >= 'A' && *c <= 'Z', safe = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');
        *c = (char)(upper ? *c + 32 : safe ? *c : '-');
    }
    return text_of(id);
}

static void add_countries(const struct map_sources *sources, const struct place *place, struct arena *arena,
                          struct map_plan *plan) {
    struct text rest = place->countries.size ? place->countries : place->country, code;
    while (plan->party_count < MAP_PARTIES && text_split(&rest, ',', &code)) {
        place_id country = gazetteer_place_of(sources->gazetteer, ref_of_country(arena, code));
        if (country != PLACE_NONE)
            plan->parties[plan->party_count++] = country;
    }
}

static struct text place_title(const struct map_sources *sources, const struct map_plan *plan,
                               const struct place *place, struct arena *arena) {
    struct wording words = {sources->lexicon, plan->lang, arena};
    if (!ref_is(place->ref, REF_BORDER) || plan->party_count < 2)
        return map_plan_name(sources, plan, place->id);
    struct blank sides[] = {{"a", map_plan_name(sources, plan, plan->parties[0])},
                            {"b", map_plan_name(sources, plan, plan->parties[1])}};
    return wording_fill(&words, "title.plain-border", sides, 2);
}

bool map_plan_place(const struct map_sources *sources, place_id id, const struct map_options *options,
                    struct arena *arena, struct map_plan *plan, struct error *error) {
    struct place place = gazetteer_place(sources->gazetteer, id);
    struct map_plan result = {.lang = options->lang.size ? options->lang : TEXT("en"),
                              .as_of = options->as_of,
                              .organisation = PLACE_NONE,
                              .house = options->house};
    struct wording words = {sources->lexicon, result.lang, arena};
    if (!extent_of_place(sources, id, arena, &result.bounds, error))
        return error_context(error, "map of %.*s", TEXT_ARGS(place.ref));
    if (!bounds_is_empty(options->bounds))
        result.bounds = options->bounds;
    result.bounds = frame_at_least(result.bounds, place.kind == PLACE_POINT ? town_km : least_km);
    if (id != PLACE_NONE)
        result.places[result.place_count++] = id;
    add_countries(sources, &place, arena, &result);
    tints_give_plan(sources->gazetteer, &result);
    if (ref_is(place.ref, REF_BORDER))
        result.borders[result.border_count++] = id;
    result.id = safe_id(place.ref, arena);
    result.title = options->title.size ? options->title : place_title(sources, &result, &place, arena);
    result.subtitle = plan_subtitle(&result, &words);
    *plan = result;
    return true;
}

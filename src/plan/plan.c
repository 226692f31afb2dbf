#include "plan.h"

#include "extent.h"
#include "frame.h"
#include "list.h"
#include "plan_add.h"
#include "plan_id.h"
#include "plan_many.h"
#include "plan_remarks.h"
#include "plan_subject.h"
#include "plan_words.h"
#include "theatres.h"
#include "tints.h"

#include <math.h>

enum { USUAL_MAPS = 4, CAPITALS = 300 };

static const double least_km = 60;       /* of an automatic frame */
static const double least_site_km = 160; /* around a single site, so that a known town is likely in it */
static const double most_widened = 1.45; /* by a told area */
static const double region_km = 150;
static const double movement_km = 200;
static const double long_km = 700; /* wider is a border of which the towns that are told show a part */
static const double town_km = 60;  /* how far outside the incidents a told town may widen the frame */

/* What all plans of an article share. */
struct planning {
    const struct map_sources *sources;
    const struct story *story;
    const struct map_options *options;
    struct arena *arena;
    struct text lang;
    struct map_names names;
    struct date as_of;
};

static place_id id_of(const struct planning *planning, const struct place_snapshot *place) {
    return gazetteer_place_of(planning->sources->gazetteer, place->ref);
}

static bool snapshot_extent(const struct planning *planning, const struct place_snapshot *place, struct bounds *bounds,
                            struct error *error) {
    place_id id = id_of(planning, place);
    if (id != PLACE_NONE)
        return extent_of_place(planning->sources, id, planning->arena, bounds, error);
    *bounds = extent_around(place->point, 1);
    return true;
}

/* How far an incident reaches: its border, region, river or area whole, a site with its uncertainty. */
static bool incident_extent(const struct planning *planning, const struct incident *incident, struct bounds *bounds,
                            struct error *error) {
    bool site = incident->precision == PRECISION_EXACT || incident->precision == PRECISION_NEAR ||
                !snapshot_is_known(&incident->place);
    if (site) {
        *bounds = extent_around(incident->point, fmax(incident->precision_km, 1));
        return true;
    }
    if (!snapshot_extent(planning, &incident->place, bounds, error))
        return false;
    for (size_t i = 0; i < incident->also_count; i++) {
        struct bounds more;
        if (!snapshot_extent(planning, &incident->also[i], &more, error))
            return false;
        *bounds = bounds_union(*bounds, more);
    }
    return true;
}

static struct bounds grown(struct bounds bounds, double share, double km) {
    double high = fmax((bounds.north - bounds.south) * share, km / KM_PER_DEGREE);
    double wide = fmax((bounds.east - bounds.west) * share,
                       km / KM_PER_DEGREE / fmax(cos(bounds.north * acos(-1.0) / 180), 0.05));
    return (struct bounds){bounds.west - wide, fmax(bounds.south - high, -90), bounds.east + wide,
                           fmin(bounds.north + high, 90)};
}

static bool is_drawable(const struct place *place) {
    return place->kind != PLACE_COUNTRY && place->kind != PLACE_ORGANISATION && place->kind != PLACE_LINE &&
           !place->supranational;
}

/* An area that the text names is shown whole where that widens the frame by little. */
static bool widen_for_area(const struct planning *planning, struct map_plan *plan, place_id area, struct error *error) {
    struct bounds bounds;
    if (!extent_of_place(planning->sources, area, planning->arena, &bounds, error))
        return false;
    struct bounds both = bounds_union(plan->bounds, bounds);
    if (frame_width_km(both) <= most_widened * frame_width_km(plan->bounds) &&
        frame_height_km(both) <= most_widened * frame_height_km(plan->bounds))
        plan->bounds = both;
    return true;
}

/* Places that the text names for themselves and that lie in or near the frame; towns a little outside widen it. */
static bool add_told_places(const struct planning *planning, struct map_plan *plan, struct error *error) {
    struct bounds inside = grown(plan->bounds, 0.35, town_km);
    struct bounds about = grown(plan->bounds, 1, region_km); /* the middle of a region that reaches into the frame */
    for (size_t i = 0; i < planning->story->places.count; i++) {
        const struct told_place *told = &planning->story->places.items[i];
        place_id id = told->named && !told->organisation ? id_of(planning, &told->place) : PLACE_NONE;
        if (id == PLACE_NONE)
            continue;
        struct place place = gazetteer_place(planning->sources->gazetteer, id);
        if (!is_drawable(&place) || !bounds_contain(place.kind == PLACE_REGION ? about : inside, place.point))
            continue;
        plan_add_place(plan, place.id);
        if (place.kind == PLACE_POINT && !plan->overview)
            bounds_add(&plan->bounds, place.point);
        if (place.kind == PLACE_AREA && !plan->overview && !widen_for_area(planning, plan, place.id, error))
            return false;
    }
    for (size_t i = 0; i < planning->story->places.count; i++) {
        const struct told_place *river = &planning->story->places.items[i];
        for (size_t k = 0; k < river->along_count; k++)
            if (bounds_contain(inside, river->along[k]))
                plan_add_place(plan, id_of(planning, &river->place));
    }
    return true;
}

static void add_incident_facts(const struct planning *planning, struct map_plan *plan,
                               const struct incident *incident) {
    struct text codes[MAP_PARTIES];
    size_t count = incident_countries(incident, MAP_PARTIES, codes);
    for (size_t i = 0; i < count && incident->status != STATUS_PAST; i++)
        plan_add_party(planning->sources, plan, codes[i], planning->arena);
    if (incident->precision == PRECISION_LINE && !ref_is(incident->place.ref, REF_RIVER) &&
        incident->status != STATUS_PAST)
        plan_add_border(plan, id_of(planning, &incident->place));
    if (!snapshot_is_known(&incident->place) || incident->place.kind == PLACE_COUNTRY)
        return;
    plan_add_place(plan, id_of(planning, &incident->place));
    for (size_t i = 0; i < incident->also_count; i++)
        plan_add_place(plan, id_of(planning, &incident->also[i]));
}

static struct date last_date(struct date a, struct date b) {
    return !date_known(a) || (date_known(b) && date_compare(b, a) > 0) ? b : a;
}

static void date_map(const struct planning *planning, struct map_plan *plan) {
    struct date date = planning->options->as_of;
    bool chosen = date_known(date);
    for (size_t i = 0; i < plan->incident_count; i++) {
        const struct incident *incident = plan->incidents[i];
        struct date end = date_known(incident->date.end) ? incident->date.end : incident->date.start;
        bool dates = incident_is_sure(incident) || !incident_is_sure(plan->incidents[0]);
        if (!chosen && dates && incident->status == STATUS_NEWS && end.day)
            date = last_date(date, end);
    }
    plan->as_of_article = !date_known(date) && date_known(planning->story->source.published);
    if (plan->as_of_article)
        date = planning->story->source.published;
    plan->as_of = date;
}

/* Maps whose incidents have no date stand for the latest one of the article's other news, else for what is past. */
static void date_undated(const struct planning *planning, struct map_plan *plans, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct map_plan *plan = &plans[i];
        if (date_known(plan->as_of))
            continue;
        plan->as_of = planning->as_of;
        plan->as_of_article = date_known(planning->as_of);
        for (size_t k = 0; k < plan->incident_count && !date_known(plan->as_of); k++)
            plan->as_of = plan->incidents[k]->date.start;
    }
}

static struct wording planning_words(const struct planning *planning) {
    return (struct wording){planning->sources->lexicon, planning->lang, planning->arena};
}

static void name_plan(const struct planning *planning, struct map_plan *plan, struct text title) {
    struct wording words = planning_words(planning);
    bool given = planning->options->title.size > 0;
    plan->title = given ? planning->options->title : title;
    plan->subtitle = plan_subtitle(plan, &words);
    if (planning->options->excerpt && !plan->overview)
        plan->excerpt = plan_excerpt(plan, &words);
}

static struct map_plan empty_plan(const struct planning *planning) {
    return (struct map_plan){.lang = planning->lang,
                             .bounds = bounds_empty(),
                             .organisation = PLACE_NONE,
                             .names = planning->names,
                             .house = planning->options->house};
}

/* A single site alone on the map wants a wider frame than a border that fills it. */
static double least_width(const struct map_plan *plan) {
    bool site = plan->incident_count > 0 && plan->incidents[0]->precision <= PRECISION_NEAR;
    return site ? least_site_km : least_km;
}

/* Both ends of what it tells of moving, where they are not far away. */
static void add_movement(const struct planning *planning, struct map_plan *plan,
                         const struct incident_movement *movement) {
    struct bounds inside = grown(plan->bounds, 0.5, movement_km);
    if (!movement->told)
        return;
    struct lonlat from = movement->from.point, to = movement->to.point;
    if (!bounds_contain(inside, from) || !bounds_contain(inside, to))
        return;
    plan_add_place(plan, id_of(planning, &movement->from));
    plan_add_place(plan, id_of(planning, &movement->to));
    bounds_add(&plan->bounds, from);
    bounds_add(&plan->bounds, to);
}

static bool add_to_plan(const struct planning *planning, const struct incident *incident, bool frames,
                        struct map_plan *plan, struct error *error) {
    struct bounds bounds;
    plan->incidents[plan->incident_count++] = incident;
    add_incident_facts(planning, plan, incident);
    if (!frames)
        return true;
    if (!incident_extent(planning, incident, &bounds, error))
        return false;
    plan->bounds = bounds_is_empty(plan->bounds) ? bounds : bounds_union(plan->bounds, bounds);
    add_movement(planning, plan, &incident->movement);
    return true;
}

/* What is unsure beside what is sure: on the map where it lies in the frame or a little outside; it makes no party. */
static void add_unsure(const struct planning *planning, struct theatres *theatres, const struct theatre *theatre,
                       struct map_plan *plan) {
    struct bounds inside = grown(frame_at_least(plan->bounds, least_width(plan)), 0.35, town_km);
    for (size_t i = 0; i < theatre->count; i++) {
        const struct incident *incident = theatre->incidents[i];
        if (incident_is_sure(incident))
            continue;
        if (!bounds_contain(inside, incident->point)) {
            theatres_set_aside(theatres, incident);
            continue;
        }
        plan->incidents[plan->incident_count++] = incident;
        plan_add_place(plan, id_of(planning, &incident->place));
        if (incident->status != STATUS_PAST && incident->precision <= PRECISION_NEAR)
            bounds_add(&plan->bounds, incident->point);
    }
}

static bool plan_theatre(const struct planning *planning, struct theatres *theatres, const struct theatre *theatre,
                         struct map_plan *plan, struct error *error) {
    *plan = empty_plan(planning);
    plan->incidents = ARENA_ARRAY(planning->arena, const struct incident *, theatre->count);
    for (size_t i = 0; i < theatre->count; i++) {
        const struct incident *incident = theatre->incidents[i];
        bool frames = incident->status != STATUS_PAST || theatre->past;
        if (!theatre->unsure && !incident_is_sure(incident))
            continue;
        if (!add_to_plan(planning, incident, frames, plan, error))
            return false;
    }
    if (!theatre->unsure)
        add_unsure(planning, theatres, theatre, plan);
    plan_sort_parties(planning->sources, plan);
    if (!add_told_places(planning, plan, error))
        return false;
    plan->bounds = frame_at_least(plan->bounds, least_width(plan));
    date_map(planning, plan);
    return true;
}

/* The organisation with members that the text names most, at least twice. */
static place_id main_organisation(const struct planning *planning) {
    place_id best = PLACE_NONE, member;
    size_t most = 1;
    int64_t day = date_days(planning->as_of);
    for (size_t i = 0; i < planning->story->places.count; i++) {
        const struct told_place *told = &planning->story->places.items[i];
        place_id id = told->organisation && told->told > most ? id_of(planning, &told->place) : PLACE_NONE;
        if (id != PLACE_NONE && gazetteer_members(planning->sources->gazetteer, id, day, 1, &member) > 0) {
            most = told->told;
            best = id;
        }
    }
    return best;
}

/* The members' capitals tell how far an organisation reaches, where whole territories would make everything small. */
static void add_member_capitals(const struct planning *planning, struct map_plan *plan) {
    place_id members[64], capitals[CAPITALS];
    const struct gazetteer *gazetteer = planning->sources->gazetteer;
    struct bounds world = {-180, -90, 180, 90};
    if (plan->organisation == PLACE_NONE)
        return;
    size_t member_count = gazetteer_members(gazetteer, plan->organisation, date_days(plan->as_of), 64, members);
    size_t capital_count = gazetteer_within(gazetteer, world, CAPITALS, capitals);
    for (size_t i = 0; i < member_count && member_count <= 16; i++) {
        struct text country = gazetteer_place(gazetteer, members[i]).country;
        for (size_t k = 0; k < capital_count; k++) {
            struct place capital = gazetteer_place(gazetteer, capitals[k]);
            if (capital.capital && text_equal(capital.country, country))
                bounds_add(&plan->bounds, capital.point);
        }
    }
}

static void plan_overview(const struct planning *planning, const struct theatres *theatres,
                          const struct map_plan *plans, size_t count, struct map_plan *plan) {
    size_t limit = theatres->venue_count;
    for (size_t i = 0; i < count; i++)
        limit += plans[i].incident_count;
    *plan = empty_plan(planning);
    plan->overview = true;
    plan->incidents = ARENA_ARRAY(planning->arena, const struct incident *, limit);
    for (size_t i = 0; i < count; i++) {
        plan->bounds = bounds_is_empty(plan->bounds) ? plans[i].bounds : bounds_union(plan->bounds, plans[i].bounds);
        for (size_t k = 0; k < plans[i].incident_count; k++) {
            if (plans[i].incidents[k]->status == STATUS_PAST)
                continue;
            plan->incidents[plan->incident_count++] = plans[i].incidents[k];
            if (incident_is_sure(plans[i].incidents[k]) || !incident_is_sure(plans[0].incidents[0]))
                add_incident_facts(planning, plan, plans[i].incidents[k]);
        }
    }
    for (size_t i = 0; i < theatres->venue_count; i++) {
        plan->incidents[plan->incident_count++] = theatres->venues[i];
        plan_add_place(plan, id_of(planning, &theatres->venues[i]->place));
        bounds_add(&plan->bounds, theatres->venues[i]->point);
    }
    plan_sort_parties(planning->sources, plan);
    plan->as_of = planning->as_of;
    plan->organisation = main_organisation(planning);
    add_member_capitals(planning, plan);
    plan->bounds = frame_at_least(plan->bounds, least_km);
}

static bool plan_theatres(struct planning *planning, struct theatres *theatres, struct map_plans *plans,
                          struct error *error) {
    size_t most = planning->options->all ? THEATRES : theatres->count > 1 ? USUAL_MAPS - 1 : 1;
    size_t count = theatres->count < most ? theatres->count : most;
    struct map_plan *each = ARENA_ARRAY(planning->arena, struct map_plan, count + 1);
    struct wording words = planning_words(planning);
    for (size_t i = 0; i < count; i++) {
        if (!plan_theatre(planning, theatres, &theatres->items[i], &each[i], error))
            return false;
        planning->as_of = last_date(planning->as_of, each[i].as_of);
        tints_give_plan(planning->sources->gazetteer, &each[i]);
    }
    date_undated(planning, each, count);
    if (count > 1) {
        struct map_plan *overview = LIST_PUSH(planning->arena, plans);
        plan_overview(planning, theatres, each, count, overview);
        tints_give_plan(planning->sources->gazetteer, overview);
        name_plan(planning, overview, plan_overview_title(planning->sources, overview, each, count, &words));
    }
    for (size_t i = 0; i < count; i++) {
        *LIST_PUSH(planning->arena, plans) = each[i];
        struct map_plan *plan = &plans->items[plans->count - 1];
        name_plan(planning, plan, plan_title(planning->sources, plan, &words));
    }
    return true;
}

/* Nothing but meetings: a map of the venues. */
static void treat_venues_as_theatre(struct theatres *theatres) {
    if (theatres->count > 0 || theatres->venue_count == 0)
        return;
    theatres->count = 1;
    theatres->items[0] = (struct theatre){.past = false};
    for (size_t i = 0; i < theatres->venue_count; i++)
        theatres->items[0].incidents[theatres->items[0].count++] = theatres->venues[i];
}

static void add_countries(const struct planning *planning, struct map_plan *plan, place_id id) {
    struct place place = gazetteer_place(planning->sources->gazetteer, id);
    struct text rest = place.countries.size ? place.countries : place.country, code;
    while (text_split(&rest, ',', &code))
        plan_add_party(planning->sources, plan, code, planning->arena);
}

/* Of a long border the part where the towns that the text names are, else all of it. */
static bool frame_subject(const struct planning *planning, const struct subject *subject, struct map_plan *plan,
                          struct error *error) {
    for (size_t i = 0; i < subject->count; i++) {
        struct bounds bounds;
        if (!extent_of_place(planning->sources, subject->places[i], planning->arena, &bounds, error))
            return false;
        plan->bounds = bounds_is_empty(plan->bounds) ? bounds : bounds_union(plan->bounds, bounds);
    }
    struct bounds near = grown(plan->bounds, 0, town_km), towns = bounds_empty();
    for (size_t i = 0; i < planning->story->places.count; i++) {
        const struct told_place *told = &planning->story->places.items[i];
        place_id id = told->named && !told->organisation ? id_of(planning, &told->place) : PLACE_NONE;
        if (id == PLACE_NONE)
            continue;
        struct place place = gazetteer_place(planning->sources->gazetteer, id);
        if (place.kind == PLACE_POINT && !place.capital && bounds_contain(near, place.point))
            bounds_add(&towns, place.point);
    }
    if (frame_width_km(plan->bounds) > long_km && !bounds_is_empty(towns))
        plan->bounds = grown(towns, 0, town_km);
    return true;
}

/* No incident can be drawn: what the text is about, titled by it; what has no place is told in words. */
static bool plan_subject(const struct planning *planning, const struct theatres *theatres, struct map_plans *plans,
                         struct error *error) {
    struct subject subject = subject_find(planning->sources, planning->story, planning->arena);
    struct wording words = planning_words(planning);
    struct map_plan plan = empty_plan(planning);
    if (subject.count == 0)
        return true;
    for (size_t i = 0; i < subject.count; i++) {
        struct place place = gazetteer_place(planning->sources->gazetteer, subject.places[i]);
        add_countries(planning, &plan, place.id);
        if (place.kind != PLACE_COUNTRY)
            plan_add_place(&plan, place.id);
        if (place.kind == PLACE_LINE)
            plan_add_border(&plan, place.id);
    }
    plan.incidents = ARENA_ARRAY(planning->arena, const struct incident *, theatres->placeless_count + 1);
    for (size_t i = 0; i < theatres->placeless_count; i++)
        plan.incidents[plan.incident_count++] = theatres->placeless[i];
    plan_sort_parties(planning->sources, &plan);
    if (!frame_subject(planning, &subject, &plan, error) || !add_told_places(planning, &plan, error))
        return false;
    bool town = gazetteer_place(planning->sources->gazetteer, subject.places[0]).kind == PLACE_POINT;
    plan.bounds = frame_at_least(plan.bounds, town ? least_site_km : least_km);
    date_map(planning, &plan);
    tints_give_plan(planning->sources->gazetteer, &plan);
    *LIST_PUSH(planning->arena, plans) = plan;
    struct map_plan *kept = &plans->items[plans->count - 1];
    name_plan(planning, kept, subject_title(planning->sources, kept, &subject, &words));
    remark_subject(planning->sources, &subject, theatres, planning->arena, plans);
    return true;
}

/* How the text spells its places. */
static void add_spellings(struct planning *planning) {
    for (size_t i = 0; i < planning->story->places.count; i++) {
        const struct told_place *told = &planning->story->places.items[i];
        place_id id = told->spelling.size > 0 ? id_of(planning, &told->place) : PLACE_NONE;
        if (id != PLACE_NONE)
            *LIST_PUSH(planning->arena, &planning->names) = (struct map_name){id, told->spelling};
    }
}

/* More incidents than can be told one by one: one map of all of them. */
static void plan_all(const struct planning *planning, struct map_plans *plans) {
    struct map_plans result = {0};
    struct map_plan plan;
    if (plan_many(planning->sources, planning->story, planning->options, planning->lang, planning->arena, &plan))
        *LIST_PUSH(planning->arena, &result) = plan;
    plan_ids_give(planning->sources, &result, planning->arena);
    *plans = result;
}

bool map_plan(const struct map_sources *sources, const struct story *story, const struct map_options *options,
              struct arena *arena, struct map_plans *plans, struct error *error) {
    struct planning planning = {sources, story, options, arena, options->lang, {0}, options->as_of};
    struct theatres *theatres = ARENA_NEW(arena, struct theatres);
    struct map_plans result = {0};
    if (planning.lang.size == 0)
        planning.lang = story->source.language.size ? story->source.language : TEXT("en");
    if (text_equal(planning.lang, story->source.language))
        add_spellings(&planning);
    if (plan_many_wanted(story, options)) {
        plan_all(&planning, plans);
        return true;
    }
    theatres_find(&story->incidents, options->all, theatres);
    treat_venues_as_theatre(theatres);
    bool drawn = theatres->count > 0;
    bool planned = drawn                     ? plan_theatres(&planning, theatres, &result, error)
                   : options->incidents_only ? true
                                             : plan_subject(&planning, theatres, &result, error);
    remark_unsure(theatres, arena, &result);
    if (!planned)
        return error_context(error, "maps of %.*s", TEXT_ARGS(story->source.article));
    plan_ids_give(sources, &result, arena);
    *plans = result;
    return true;
}

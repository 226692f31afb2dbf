#include "names.h"

#include "held_areas.h"
#include "list.h"
#include "many.h"
#include "waters.h"

#include <math.h>

enum { TOWN_CANDIDATES = 600, GREATEST_TOWNS = 5, CHIEF_TOWNS = 14, BORDER_TOWNS = 5, FEW_TOWNS = 5, SPARSE_STEPS = 4 };

static const double border_town_km = 14; /* how far from a highlighted border a town is one of it */
static const int64_t border_town_people = 12000;

static void name_country(struct composition *composition, const struct territory *territory) {
    bool party = territory->party >= 0 || territory->member;
    double unit = composition->unit, square = territory->extent / unit / unit;
    if (!composition_names_country(composition, territory))
        return;
    struct text ref = gazetteer_place(composition->sources->gazetteer, territory->place).ref;
    bool area = held_areas_is_part(composition, territory->code) || composition_in_question(composition, ref);
    enum style_layer layer = area ? STYLE_AREA_NAME : party ? STYLE_COUNTRY_NAME : STYLE_NEIGHBOUR_NAME;
    bool vital = territory->party >= 0 && !composition->plan->overview; /* there callouts name them too */
    int priority = party ? (vital ? 1 : 2) : square > 20000 ? 2 : 3;
    struct label *label = composition_label(composition, LABEL_AREA, layer,
                                            composition_name(composition, territory->place), ref, priority);
    label->kind = LABEL_COUNTRY_NAME;
    label->shape = territory->shape;
    label->point = (struct page_point){NAN, NAN}; /* where there is most room */
    label->territory = (int)(territory - composition->territories.items);
}

static enum style_layer town_layer(const struct composition *composition, const struct place *place) {
    if (place->capital)
        return STYLE_CAPITAL;
    if (composition_told(composition, place->id))
        return STYLE_SITE;
    return place->population >= 300000 ? STYLE_CITY : STYLE_TOWN;
}

static bool near_town(const struct composition *composition, struct page_point at, double gap) {
    for (size_t i = 0; i < composition->wishes.towns.count; i++) {
        struct page_point other = composition->wishes.towns.items[i].at;
        if (fabs(other.x - at.x) < gap * 1.25 && fabs(other.y - at.y) < gap * 0.7)
            return true;
    }
    return false;
}

/* An exclave has its name already: its chief village would say it twice. A river and its town both keep it. */
static bool is_named(const struct composition *composition, struct text name) {
    for (size_t i = 0; i < composition->wishes.labels.count; i++)
        if (composition->wishes.labels.items[i].target != LABEL_LINE &&
            text_equal(composition->wishes.labels.items[i].text, name))
            return true;
    return false;
}

/* A site that an incident symbol marks already has no symbol of its own. */
static bool has_mark(const struct composition *composition, struct text ref) {
    for (size_t i = 0; i < composition->plan->incident_count && !composition->plan->many; i++) {
        const struct incident *incident = composition->plan->incidents[i];
        if (text_equal(incident->place.ref, ref) && incident->precision == PRECISION_EXACT)
            return true;
    }
    return false;
}

static void add_town(struct composition *composition, const struct place *place, struct page_point at, int priority) {
    enum style_layer layer = town_layer(composition, place);
    const struct paint *paint = composition_paint(composition, layer);
    double symbol = many_cover(composition, at);
    bool marked = symbol > 0 || has_mark(composition, place->ref);
    if (many_is_told(composition, place->ref))
        return;
    double radius = symbol > 0
                        ? symbol
                        : (marked ? composition_paint(composition, STYLE_INCIDENT)->icon_size : paint->icon_size) / 2;
    struct label *label = composition_label(composition, LABEL_POINT, layer, composition_name(composition, place->id),
                                            place->ref, priority);
    label->point = at;
    label->clearance = radius + 1.5 * composition->unit;
    label->territory = composition_territory(composition, place->country);
    label->may_lead = priority == 1;
    label_wishes_add_town(&composition->wishes, layer, at, marked ? TEXT_NONE : place->ref, composition->arena);
    if (!marked)
        composition_dot(composition, at, radius);
}

static void name_told_towns(struct composition *composition) {
    for (size_t i = 0; i < composition->plan->place_count; i++) {
        struct place place = gazetteer_place(composition->sources->gazetteer, composition->plan->places[i]);
        if (place.kind != PLACE_POINT)
            continue;
        struct page_point at = frame_project(&composition->frame, place.point);
        if (frame_shows(&composition->frame, at, 4))
            add_town(composition, &place, at, 1);
    }
}

/* How great a town must be to tell where one is at this scale. */
static int64_t least_population(const struct composition *composition, const struct place *place) {
    double km = composition->frame.km_per_unit;
    if (km > 9)
        return 2500000;
    if (km > 2.5)
        return place->capital ? 100000 : 1500000;
    return 0;
}

/* Where there are few such towns, lesser ones tell it too, step by step, and capitals of any size. */
static int64_t lesser(int64_t least, const struct place *place, int step) {
    static const int64_t shares[SPARSE_STEPS] = {1, 6, 30, 150};
    return place->capital && step > 0 ? 0 : least / shares[step];
}

/* Towns that may stand on the map, greatest first, with their places on the page. */
struct candidates {
    struct place *places;
    struct page_point *points;
    size_t count;
};

/* Of the places, those that are great enough at this step and stand on the map. */
static void choose_candidates(const struct composition *composition, const place_id *ids, size_t count, int step,
                              struct candidates *found) {
    found->count = 0;
    for (size_t i = 0; i < count; i++) {
        struct place place = gazetteer_place(composition->sources->gazetteer, ids[i]);
        struct page_point at = frame_project(&composition->frame, place.point);
        bool wanted = place.population >= lesser(least_population(composition, &place), &place, step) &&
                      text_find(place.name, TEXT(","), 0) > place.name.size;
        if (!wanted || composition_told(composition, place.id) ||
            !frame_shows(&composition->frame, at, 8 * composition->unit))
            continue;
        found->places[found->count] = place;
        found->points[found->count++] = at;
    }
}

static struct candidates find_candidates(const struct composition *composition) {
    place_id *ids = ARENA_ARRAY(composition->arena, place_id, TOWN_CANDIDATES);
    size_t count = gazetteer_within(composition->sources->gazetteer, composition->frame.bounds, TOWN_CANDIDATES, ids);
    struct candidates found = {ARENA_ARRAY(composition->arena, struct place, count + 1),
                               ARENA_ARRAY(composition->arena, struct page_point, count + 1), 0};
    for (int step = 0; step < SPARSE_STEPS && found.count < FEW_TOWNS; step++)
        choose_candidates(composition, ids, count, step, &found);
    return found;
}

static bool is_seat(const struct place *place) {
    return place->capital || text_is(place->feature, "PPLA");
}

static double distance_to_line(const struct page_shape *line, struct page_point at) {
    double least = INFINITY;
    for (size_t i = 0; i < line->count; i++)
        for (size_t k = 0; k < line->items[i].count; k++)
            least = fmin(least, hypot(line->items[i].points[k].x - at.x, line->items[i].points[k].y - at.y));
    return least;
}

/* Whether the town lies at a border that the incidents highlight. */
static bool is_at_incident(const struct composition *composition, struct page_point at) {
    double near = border_town_km / composition->frame.km_per_unit;
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        if (composition_line_highlighted(composition, line) && distance_to_line(&line->shape, at) < near)
            return true;
    }
    return false;
}

static void offer_town(struct composition *composition, const struct place *place, struct page_point at, double gap,
                       int priority) {
    bool readable = map_plan_has_name(composition->sources, composition->plan, place->id);
    if (readable && !near_town(composition, at, gap) &&
        !is_named(composition, composition_name(composition, place->id)))
        add_town(composition, place, at, priority);
}

/* The seats of regions and the greatest towns, and those of some size along the border that the map is about. */
static void name_chief_towns(struct composition *composition, const struct candidates *candidates) {
    double unit = composition->unit, gap = 30 * unit;
    size_t greatest = 0, along = 0, room = (size_t)(composition_panel_extent(composition) / (14000 * unit * unit)) + 2;
    size_t most = room < CHIEF_TOWNS ? room : CHIEF_TOWNS;
    for (size_t i = 0; i < candidates->count && !composition_is_wide(composition); i++) {
        const struct place *place = &candidates->places[i];
        bool chief = is_seat(place) || greatest < GREATEST_TOWNS;
        if (chief && composition->wishes.towns.count < most)
            offer_town(composition, place, candidates->points[i], place->capital ? 26 * unit : gap, 2);
        greatest += chief && !is_seat(place);
    }
    for (size_t i = 0; i < candidates->count && along < BORDER_TOWNS && !composition_is_wide(composition); i++) {
        size_t before = composition->wishes.towns.count;
        if (candidates->places[i].population >= border_town_people &&
            is_at_incident(composition, candidates->points[i]))
            offer_town(composition, &candidates->places[i], candidates->points[i], gap, 2);
        along += composition->wishes.towns.count > before;
    }
}

/* Towns that tell where one is: the greatest, well apart, as many as the page holds calmly. */
static void name_reference_towns(struct composition *composition) {
    struct page_box panel = composition->frame.layout.panel;
    struct candidates candidates = find_candidates(composition);
    double unit = composition->unit, gap = 74 * unit;
    size_t most = (size_t)((panel.right - panel.left) * (panel.bottom - panel.top) / (30000 * unit * unit)) + 3;
    name_chief_towns(composition, &candidates);
    for (size_t i = 0; i < candidates.count && composition->wishes.towns.count < most; i++) {
        const struct place *place = &candidates.places[i];
        int priority = place->capital ? 2 : place->population >= 300000 ? 3 : 4;
        offer_town(composition, place, candidates.points[i], place->capital ? 26 * unit : gap, priority);
    }
}

static void name_told_regions_of(struct composition *composition, const struct feature *feature) {
    struct text ref = feature->fields[0];
    place_id place = gazetteer_place_of(composition->sources->gazetteer, ref);
    struct page_shape shape = composition_project(composition, &feature->shape);
    for (size_t i = 0; i < composition->wishes.labels.count; i++)
        if (text_equal(composition->wishes.labels.items[i].name, ref))
            return;
    if (place == PLACE_NONE || page_shape_extent(&shape) < 900 * composition->unit * composition->unit)
        return;
    struct label *label =
        composition_label(composition, LABEL_AREA, STYLE_REGION_NAME, composition_name(composition, place), ref, 3);
    label->shape = shape;
    label->point = page_shape_inside(&shape);
}

/* Regions that the text names but nothing happened in, by name alone. */
static bool name_told_regions(struct composition *composition, struct error *error) {
    static const char *const fields[] = {"ref", NULL};
    for (size_t i = 0; i < composition->plan->place_count; i++) {
        struct place place = gazetteer_place(composition->sources->gazetteer, composition->plan->places[i]);
        struct feature_list features;
        if (!ref_is(place.ref, REF_REGION))
            continue;
        const char *where =
            text_c(composition->arena, text_format(composition->arena, "ref = '%.*s'", TEXT_ARGS(place.ref)));
        if (!composition_read(composition, "regions", true, fields, where, &features, error))
            return false;
        if (features.count > 0)
            name_told_regions_of(composition, &features.items[0]);
    }
    return true;
}

bool names_add(struct composition *composition, struct error *error) {
    for (size_t i = 0; i < composition->territories.count; i++)
        name_country(composition, &composition->territories.items[i]);
    name_told_towns(composition);
    name_reference_towns(composition);
    return name_told_regions(composition, error) && waters_name(composition, error);
}

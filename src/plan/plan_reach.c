#include "plan_reach.h"

#include "extent.h"

#include <math.h>

bool reach_is_needed(struct text ref) {
    return ref_is(ref, REF_BORDER) || ref_is(ref, REF_LINE) || ref_is(ref, REF_RIVER) || ref_is(ref, REF_AREA);
}

bool reach_open(const struct map_sources *sources, place_id place, double km, struct arena *arena, struct reach *reach,
                struct error *error) {
    struct reach opened = {.place = gazetteer_place(sources->gazetteer, place), .km = km};
    if (!extent_features(sources, place, arena, &opened.features, error))
        return false;
    *reach = opened;
    return true;
}

/* On the plane that touches the Earth at `from`: km. */
static struct page_point around(struct lonlat from, struct lonlat point) {
    double lon = remainder(point.lon - from.lon, 360);
    return (struct page_point){lon * KM_PER_DEGREE * cos(from.lat * acos(-1.0) / 180),
                               (point.lat - from.lat) * KM_PER_DEGREE};
}

/* From the origin to the segment a–b. */
static double segment_distance(struct page_point a, struct page_point b) {
    double x = b.x - a.x, y = b.y - a.y, length = x * x + y * y;
    double along = length > 0 ? fmin(fmax(-(a.x * x + a.y * y) / length, 0), 1) : 0;
    return hypot(a.x + along * x, a.y + along * y);
}

static double path_distance(const struct path *path, struct lonlat from) {
    double least = INFINITY;
    struct page_point before = {0, 0};
    for (size_t i = 0; i < path->count; i++) {
        struct page_point here = around(from, path->points[i]);
        least = fmin(least, i > 0 ? segment_distance(before, here) : hypot(here.x, here.y));
        before = here;
    }
    return least;
}

static bool shape_holds(const struct shape *shape, struct lonlat point, double km) {
    if (shape->kind == SHAPE_AREA)
        return shape_contains(shape, point);
    for (size_t i = 0; i < shape->count; i++)
        if (path_distance(&shape->paths[i], point) <= km)
            return true;
    return false;
}

static bool is_on(const struct reach *reach, const struct incident *incident) {
    bool on = text_equal(incident->place.ref, reach->place.ref);
    for (size_t i = 0; i < incident->also_count && !on; i++)
        on = text_equal(incident->also[i].ref, reach->place.ref);
    return on;
}

static bool share_country(struct text a, struct text b) {
    struct text code;
    while (text_split(&a, ',', &code)) {
        struct text rest = b, other;
        while (text_split(&rest, ',', &other))
            if (code.size > 0 && text_equal(code, other))
                return true;
    }
    return false;
}

bool reach_holds(const struct reach *reach, const struct incident *incident) {
    if (is_on(reach, incident))
        return true;
    bool placed = snapshot_is_known(&incident->place) && incident->precision != PRECISION_COUNTRY &&
                  incident->precision != PRECISION_UNKNOWN;
    if (!placed ||
        (ref_is(reach->place.ref, REF_BORDER) && !share_country(reach->place.countries, incident->place.countries)))
        return false;
    for (size_t i = 0; i < reach->features.count; i++)
        if (shape_holds(&reach->features.items[i].shape, incident->point, reach->km))
            return true;
    return false;
}

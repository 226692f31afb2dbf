#include "extent.h"

#include "user_areas.h"

#include <math.h>

struct bounds extent_around(struct lonlat point, double km) {
    struct bounds bounds = bounds_empty();
    for (int bearing = 0; bearing < 360; bearing += 90)
        bounds_add(&bounds, lonlat_offset(point, bearing, km));
    return bounds;
}

/* Which layer has the shape of a reference, and by which filter; false if none has. */
static bool layer_of(struct text ref, struct arena *arena, const char **layer, const char **where) {
    static const char *const layers[REF_KINDS] = {[REF_BORDER] = "borders-5km.fgb", [REF_COUNTRY] = "countries-5km.fgb",
                                                  [REF_REGION] = "regions-5km.fgb", [REF_AREA] = "areas.fgb",
                                                  [REF_LINE] = "lines.fgb",         [REF_RIVER] = "rivers-5km.fgb"};
    enum ref_kind kind = ref_kind(ref);
    struct text a, b;
    *layer = layers[kind];
    if (!*layer || text_find(ref, TEXT("'"), 0) < ref.size)
        return false;
    if (ref_sides(ref, &a, &b))
        *where = text_c(arena, text_format(arena, "a = '%.*s' AND b = '%.*s'", TEXT_ARGS(a), TEXT_ARGS(b)));
    else if (kind == REF_COUNTRY)
        *where = text_c(arena, text_format(arena, "code = '%.*s'", TEXT_ARGS(ref_country(ref))));
    else
        *where = text_c(arena, text_format(arena, "ref = '%.*s'", TEXT_ARGS(ref)));
    return true;
}

static struct bounds feature_bounds(const struct feature *feature) {
    struct bounds bounds = bounds_empty();
    for (size_t i = 0; i < feature->shape.count; i++)
        for (size_t k = 0; k < feature->shape.paths[i].count; k++)
            bounds_add(&bounds, feature->shape.paths[i].points[k]);
    return bounds;
}

static double bounds_size(struct bounds bounds) {
    return (bounds.east - bounds.west) * (bounds.north - bounds.south) *
           cos((bounds.north + bounds.south) / 2 * acos(-1.0) / 180);
}

/* All of it; of an area's parts those that are a twentieth of the greatest or more. */
static struct bounds features_bounds(const struct feature_list *features) {
    struct bounds bounds = bounds_empty();
    double greatest = 0;
    for (size_t i = 0; i < features->count; i++)
        greatest = fmax(greatest, bounds_size(feature_bounds(&features->items[i])));
    for (size_t i = 0; i < features->count; i++) {
        struct bounds part = feature_bounds(&features->items[i]);
        bool counts = features->items[i].shape.kind != SHAPE_AREA || bounds_size(part) >= greatest / 20;
        bounds = !counts ? bounds : bounds_is_empty(bounds) ? part : bounds_union(bounds, part);
    }
    return bounds;
}

bool extent_features(const struct map_sources *sources, place_id id, struct arena *arena, struct feature_list *features,
                     struct error *error) {
    struct place place = gazetteer_place(sources->gazetteer, id);
    const char *layer, *where;
    struct layer_query query = {.fields = {NULL}};
    query.bounds = extent_around(place.point, fmax(place.precision_km * 4, 300));
    if (ref_is(place.ref, REF_LINE)) /* their layer is small, and not all have a point of their own */
        query.bounds = (struct bounds){-180, -90, 180, 90};
    if (!layer_of(place.ref, arena, &layer, &where))
        return user_areas_find(sources->geodata, place.ref, query.bounds, arena, features, error);
    query.where = where;
    return layer_read(geodata_path(sources->geodata, arena, layer), &query, arena, features, error);
}

bool extent_of_place(const struct map_sources *sources, place_id id, struct arena *arena, struct bounds *bounds,
                     struct error *error) {
    struct place place = gazetteer_place(sources->gazetteer, id);
    struct feature_list features = {0};
    if (!extent_features(sources, id, arena, &features, error))
        return false;
    struct bounds found = features_bounds(&features);
    *bounds = bounds_is_empty(found) ? extent_around(place.point, fmax(place.precision_km, 1)) : found;
    return true;
}

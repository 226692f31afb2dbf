#include "import_locate.h"

/* Plain bounds: the layers are cut at the antimeridian. */
static struct bounds *boxes_of(const struct feature_list *features, struct arena *arena) {
    struct bounds *boxes = ARENA_ARRAY(arena, struct bounds, features->count + 1);
    for (size_t i = 0; i < features->count; i++) {
        const struct shape *shape = &features->items[i].shape;
        struct bounds box = {180, 90, -180, -90};
        for (size_t k = 0; shape->count > 0 && k < shape->paths[0].count; k++) {
            struct lonlat point = shape->paths[0].points[k];
            box.west = point.lon < box.west ? point.lon : box.west;
            box.east = point.lon > box.east ? point.lon : box.east;
            box.south = point.lat < box.south ? point.lat : box.south;
            box.north = point.lat > box.north ? point.lat : box.north;
        }
        boxes[i] = box;
    }
    return boxes;
}

bool import_locate_open(const struct geodata *geodata, struct arena *arena, struct import_locate *locate,
                        struct error *error) {
    struct layer_query query = {.fields = {"code", NULL}, .bounds = {-180, -90, 180, 90}};
    if (!layer_read(geodata_path(geodata, arena, "countries-1km.fgb"), &query, arena, &locate->countries, error))
        return false;
    query.fields[0] = "ref";
    if (!layer_read(geodata_path(geodata, arena, "regions-1km.fgb"), &query, arena, &locate->regions, error))
        return false;
    locate->country_boxes = boxes_of(&locate->countries, arena);
    locate->region_boxes = boxes_of(&locate->regions, arena);
    return true;
}

static struct text find(const struct feature_list *features, const struct bounds *boxes, struct lonlat point) {
    for (size_t i = 0; i < features->count; i++) {
        const struct bounds *box = &boxes[i];
        bool near =
            point.lon >= box->west && point.lon <= box->east && point.lat >= box->south && point.lat <= box->north;
        if (near && shape_contains(&features->items[i].shape, point))
            return features->items[i].fields[0];
    }
    return TEXT_NONE;
}

struct text import_locate_country(const struct import_locate *locate, struct lonlat point) {
    return find(&locate->countries, locate->country_boxes, point);
}

struct text import_locate_region(const struct import_locate *locate, struct lonlat point) {
    return find(&locate->regions, locate->region_boxes, point);
}

/* import_locate.h: the country and first-order region of a point, by the outlines that ship (to about 1 km). */
#ifndef BORDERMAP_IMPORT_LOCATE_H
#define BORDERMAP_IMPORT_LOCATE_H

#include "geodata.h"
#include "layer.h"

struct import_locate {
    struct feature_list countries, regions;
    struct bounds *country_boxes, *region_boxes;
};

/* Reads the outlines into the arena. ERROR_ENVIRONMENT. */
bool import_locate_open(const struct geodata *geodata, struct arena *arena, struct import_locate *locate,
                        struct error *error) NODISCARD;

/* Alpha-2 code; empty at sea. */
struct text import_locate_country(const struct import_locate *locate, struct lonlat point);

/* Reference of the region; empty if there is none. */
struct text import_locate_region(const struct import_locate *locate, struct lonlat point);

#endif

/* plan_region.h: one map of a region, whatever happened in it: the frame is given, the incidents are many or none. */
#ifndef BORDERMAP_PLAN_REGION_H
#define BORDERMAP_PLAN_REGION_H

#include "plan.h"

/* Places by their gazetteer ids: borders, countries, regions, areas. */
struct map_region {
    const place_id *places;
    size_t count;
    struct bounds bounds; /* what must be seen; empty = the places, without any the incidents */
};

/* The plan, without an id. What is news goes first, the newest before the older, then what killed most. */
bool map_plan_region(const struct map_sources *sources, const struct map_region *region,
                     const struct incident_list *incidents, const struct map_options *options, struct arena *arena,
                     struct map_plan *plan, struct error *error) NODISCARD;

/* Bounds of the region's places, grown by `km` on each side; empty for a region without places or bounds. */
bool map_region_bounds(const struct map_sources *sources, const struct map_region *region, double km,
                       struct arena *arena, struct bounds *bounds, struct error *error) NODISCARD;

#endif

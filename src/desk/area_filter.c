#include "area_filter.h"

#include "plan_reach.h"
#include "plan_region.h"

static const double edge_km = 50;

static bool holds(void *context, const struct incident *incident) {
    return reach_holds(context, incident);
}

bool area_filter_set(const struct map_sources *sources, place_id place, double within_km, struct arena *arena,
                     struct store_filter *filter, struct error *error) {
    struct text ref = gazetteer_place(sources->gazetteer, place).ref;
    struct map_region one = {&place, 1, bounds_empty()};
    double km = ref_is(ref, REF_AREA) ? edge_km : within_km;
    filter->area = ref;
    filter->inside = NULL;
    filter->near_to = bounds_empty();
    if (!reach_is_needed(ref))
        return true;
    struct reach *reach = ARENA_NEW(arena, struct reach);
    if (!reach_open(sources, place, within_km, arena, reach, error) ||
        !map_region_bounds(sources, &one, km + 1, arena, &filter->near_to, error))
        return false;
    filter->inside = holds;
    filter->context = reach;
    return true;
}

/* plan_reach.h: how far from a place something happened: whether it belongs to a map of that place. */
#ifndef BORDERMAP_PLAN_REACH_H
#define BORDERMAP_PLAN_REACH_H

#include "layer.h"
#include "plan.h"

/* A place with its shape. */
struct reach {
    struct place place;
    struct feature_list features;
    double km; /* how far off still counts: of borders, lines and rivers */
};

/* Whether a place is asked for by its shape: borders, lines, rivers and special areas; countries and regions are known
 * by their names. */
bool reach_is_needed(struct text ref);

bool reach_open(const struct map_sources *sources, place_id place, double km, struct arena *arena, struct reach *reach,
                struct error *error) NODISCARD;

/* Whether the incident is placed on it, inside of it, or within `km` of it; about a border in one of its two countries.
 */
bool reach_holds(const struct reach *reach, const struct incident *incident);

#endif

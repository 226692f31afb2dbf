/* area_filter.h: the part of a store's filter that asks for a place: what lies on it, in it, or near it. */
#ifndef BORDERMAP_AREA_FILTER_H
#define BORDERMAP_AREA_FILTER_H

#include "filter.h"
#include "plan.h"

/* Sets area, inside, context and near_to. `within_km`: how far from a border, a line or a river still counts; about an
 * area at least 50 km are looked at, as what is placed on it may lie a little outside. Of the sources data and
 * gazetteer are used; the filter must not outlive the arena. */
bool area_filter_set(const struct map_sources *sources, place_id place, double within_km, struct arena *arena,
                     struct store_filter *filter, struct error *error) NODISCARD;

#endif

/* extent.h: how far a place reaches on the Earth, from its shape where the data has one. */
#ifndef BORDERMAP_EXTENT_H
#define BORDERMAP_EXTENT_H

#include "layer.h"
#include "plan.h"

/* Bounds of the place's shape (the coarsest level); of its point and precision where it has none. Distant islands of a
 * country do not count. */
bool extent_of_place(const struct map_sources *sources, place_id place, struct arena *arena, struct bounds *bounds,
                     struct error *error) NODISCARD;

/* The features of the place's shape, at the coarsest level; none where it has no shape. */
bool extent_features(const struct map_sources *sources, place_id place, struct arena *arena,
                     struct feature_list *features, struct error *error) NODISCARD;

/* Bounds of a circle. */
struct bounds extent_around(struct lonlat point, double km);

#endif

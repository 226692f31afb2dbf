/* user_areas.h: outlines of regions that a user imported, for those that the shipped layers do not have. */
#ifndef BORDERMAP_USER_AREAS_H
#define BORDERMAP_USER_AREAS_H

#include "geodata.h"
#include "layer.h"

/* The polygons of the reference that meet the bounds, of the first import that has any; none if there is no import.
 * ERROR_ENVIRONMENT. */
bool user_areas_find(const struct geodata *geodata, struct text ref, struct bounds bounds, struct arena *arena,
                     struct feature_list *features, struct error *error) NODISCARD;

#endif

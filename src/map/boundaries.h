/* boundaries.h: borders by class, disputed areas and special lines, as they were on the date of the map. */
#ifndef BORDERMAP_BOUNDARIES_H
#define BORDERMAP_BOUNDARIES_H

#include "composition.h"

/* Draws the layers "areas" and "borders"; what is highlighted is left to the incidents, never a line under a line. */
bool boundaries_draw(struct composition *composition, struct error *error) NODISCARD;

#endif

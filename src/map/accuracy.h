/* accuracy.h: near by, a border is a band as wide as the data is unsure, and the map says so. */
#ifndef BORDERMAP_ACCURACY_H
#define BORDERMAP_ACCURACY_H

#include "composition.h"

/* Draws the band below the borders where the panel is less than 20 km wide; nothing elsewhere. */
void accuracy_draw(struct composition *composition, const struct page_shape *borders);

#endif

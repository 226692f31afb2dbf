/* ground_relief.h: the shaded relief of a map: the shipped elevation, and the user's own where there is one. */
#ifndef BORDERMAP_GROUND_RELIEF_H
#define BORDERMAP_GROUND_RELIEF_H

#include "composition.h"

/* Draws the layer "relief"; the shipped elevation fades out towards near views, the user's where its cells show. */
bool ground_relief_draw(struct composition *composition, const struct page_shape *land, struct error *error) NODISCARD;

#endif

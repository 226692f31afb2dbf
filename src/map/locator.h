/* locator.h: a small inset that shows where in the world the map lies. */
#ifndef BORDERMAP_LOCATOR_H
#define BORDERMAP_LOCATOR_H

#include "composition.h"

/* Where the inset would go: the corner of the panel with least in it; an empty box where no inset is needed. */
struct page_box locator_box(const struct composition *composition);

/* Draws the layer "locator" into the box. */
bool locator_draw(struct composition *composition, struct page_box box, struct error *error) NODISCARD;

#endif

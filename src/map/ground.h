/* ground.h: what lies under everything: sea, countries, relief, lakes, rivers, lines of regions. */
#ifndef BORDERMAP_GROUND_H
#define BORDERMAP_GROUND_H

#include "composition.h"

/* Finds the visible parts of countries, and draws the layers "ground", "relief", "water" and "regions". */
bool ground_draw(struct composition *composition, struct error *error) NODISCARD;

#endif

/* legend_draw.h: the legend below the map, in rows. */
#ifndef BORDERMAP_LEGEND_DRAW_H
#define BORDERMAP_LEGEND_DRAW_H

#include "composition.h"

/* Height of the rows that the entries fill at this width; 0 without entries. */
double legend_draw_height(const struct composition *composition, double width);

/* Draws the entries in rows from the left, the first row's top at `at`. */
void legend_draw(struct composition *composition, struct page_point at, double width);

#endif

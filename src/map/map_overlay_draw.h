/* map_overlay_draw.h: the overlays of a map, above borders and beneath incidents. */
#ifndef BORDERMAP_MAP_OVERLAY_DRAW_H
#define BORDERMAP_MAP_OVERLAY_DRAW_H

#include "composition.h"
#include "map_overlay.h"

/* Reads and draws the overlays of the options, asks for their labels, and adds them to the legend and the credits; one
 * with nothing in the frame becomes a remark. */
bool map_overlays_draw(struct composition *composition, struct error *error) NODISCARD;

#endif

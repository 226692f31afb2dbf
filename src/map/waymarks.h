/* waymarks.h: in a frame without towns, which way the next ones lie and how far: "Khorog, 24 km" at the edge. */
#ifndef BORDERMAP_WAYMARKS_H
#define BORDERMAP_WAYMARKS_H

#include "composition.h"

/* Asks for up to two such names where the frame is near and has fewer than two towns; once the panel is fixed. */
void waymarks_add(struct composition *composition);

/* Their arrows, of those that found room. */
void waymarks_draw(struct composition *composition);

#endif

/* smooth.h: corners cut off lines that their source gives coarsely, so that they look like what they are (Chaikin
 * 1974). */
#ifndef BORDERMAP_SMOOTH_H
#define BORDERMAP_SMOOTH_H

#include "shape.h"

/*
 * Cuts the corners between two edges that are both longer than `fine` (in the path's units), `rounds` times: each is
 * replaced by two points a quarter of the way along its edges. Finely drawn parts and the ends of open paths stay. In
 * the arena.
 */
struct page_path smooth_path(struct page_path path, double fine, int rounds, struct arena *arena);

#endif

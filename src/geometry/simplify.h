/* simplify.h: fewer points for the same line (Visvalingam and Whyatt 1993). */
#ifndef BORDERMAP_SIMPLIFY_H
#define BORDERMAP_SIMPLIFY_H

#include "arena.h"
#include "shape.h"

/*
 * Takes out, smallest first, the points whose triangle with their neighbours is smaller than tolerance * tolerance.
 * Ends of an open path stay; a ring keeps three points. What goes depends on the points nearby alone, not on where a
 * path begins or which way it runs, so that an area and the line along it agree. The result is in the arena; a path
 * with nothing to take out is returned as it is.
 */
struct page_path simplify_path(struct page_path path, double tolerance, struct arena *arena);

#endif

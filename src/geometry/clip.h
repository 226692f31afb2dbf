/* clip.h: paths cut to a box: areas stay closed, lines fall into pieces. Points of any plane with x and y, not of the
 * page alone. */
#ifndef BORDERMAP_CLIP_H
#define BORDERMAP_CLIP_H

#include "arena.h"
#include "shape.h"

/*
 * The part of a closed ring inside the box (Sutherland and Hodgman 1974), in the arena; fewer than 3 points means none.
 * Where the ring leaves and comes back, the result runs along the edge of the box: fill it, do not stroke it. A ring
 * that lies inside is returned as it is, not copied.
 */
struct page_path clip_ring(struct page_path ring, struct page_box box, struct arena *arena);

/* Appends the pieces of a line inside the box (Liang and Barsky 1984); ends that lie inside stay as they are. */
void clip_line(struct page_path line, struct page_box box, struct arena *arena, struct page_shape *pieces);

/* The box around a path; inside out (right < left) for an empty one. */
struct page_box clip_extent(struct page_path path);

#endif

/* hatch.h: the lines of a hatch, the same in every format. */
#ifndef BORDERMAP_HATCH_H
#define BORDERMAP_HATCH_H

#include "scene.h"

/* True if there is something to be seen of it. */
bool hatch_is_visible(const struct hatch *hatch);

/*
 * The lines over the box, beyond its edges, on a grid that begins at the page's corner, so that areas side by side
 * match. Each is one path of two points; none if they would be more than 20,000.
 */
struct page_shape hatch_lines(struct arena *arena, const struct hatch *hatch, struct page_box box);

/* The box around the shape. */
struct page_box hatch_box(const struct page_shape *shape);

#endif

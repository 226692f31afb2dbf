/* hatch.h: the lines of a hatch, cut by the shape, the same in every format. */
#ifndef BORDERMAP_HATCH_H
#define BORDERMAP_HATCH_H

#include "scene.h"

/* True if there is something to be seen of it. */
bool hatch_is_visible(const struct hatch *hatch);

/*
 * The lines inside the closed paths of the shape and inside the page, on a grid that begins at the page's corner, so
 * that areas side by side match; each is one path of two points. Cut here and not by a clip: that is ten times faster,
 * and the lines of an SVG are what they seem. None if there would be more than half a million crossings.
 */
struct page_shape hatch_lines(struct arena *arena, const struct hatch *hatch, const struct page_shape *shape,
                              bool even_odd, struct page_box page);

#endif

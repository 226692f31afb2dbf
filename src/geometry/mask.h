/* mask.h: which pixels an area covers. */
#ifndef BORDERMAP_MASK_H
#define BORDERMAP_MASK_H

#include "shape.h"

#include <stdint.h>

/* width * height bytes, row by row from the top left of `window`, `pixel` page units each: 1 where the middle of the
 * pixel is inside (even-odd). */
uint8_t *mask_of_area(const struct page_shape *area, struct page_box window, int pixel, int width, int height,
                      struct arena *arena);

#endif

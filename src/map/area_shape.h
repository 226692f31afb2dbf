/* area_shape.h: the shape of a region, a district or an area that the data or an import has, on the page. */
#ifndef BORDERMAP_AREA_SHAPE_H
#define BORDERMAP_AREA_SHAPE_H

#include "composition.h"

/* What the reference's area shows of itself on the date of the map; empty if there is no shape of it. */
bool area_shape_read(const struct composition *composition, struct text ref, struct page_shape *shape,
                     struct error *error) NODISCARD;

#endif

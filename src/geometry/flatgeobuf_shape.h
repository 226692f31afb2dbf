/* flatgeobuf_shape.h: the geometry of a feature of a FlatGeobuf file; for flatgeobuf.c alone. */
#ifndef BORDERMAP_FLATGEOBUF_SHAPE_H
#define BORDERMAP_FLATGEOBUF_SHAPE_H

#include "flat_buffer.h"
#include "shape.h"

/* Whether this reads geometry of the type: points, lines, polygons, and several of one of them. */
bool flat_shape_knows(unsigned type);

/* Whether the geometry itself, not only its extent, has a point in common with the box. */
bool flat_shape_meets(const struct flat_table *geometry, unsigned type, struct bounds box);

/* Appends its paths, moved by `shift` degrees to the east. What is not inside the bytes is left out. */
void flat_shape_add(const struct flat_table *geometry, unsigned type, double shift, struct arena *arena,
                    struct shape *shape);

#endif

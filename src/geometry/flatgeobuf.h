/* flatgeobuf.h: features of a FlatGeobuf file, found by its index: what the layers of the data folder are. */
#ifndef BORDERMAP_FLATGEOBUF_H
#define BORDERMAP_FLATGEOBUF_H

#include "layer.h"
#include "layer_filter.h"

/* Whether this reads the file: a FlatGeobuf with an index, of points, lines or polygons in two dimensions. */
bool flatgeobuf_knows(struct text bytes);

/* As layer_read(), with the attributes filtered by `filter`. ERROR_ENVIRONMENT where the file is damaged. */
bool flatgeobuf_read(struct text bytes, const struct layer_query *query, const struct layer_filter *filter,
                     struct arena *arena, struct feature_list *features, struct error *error) NODISCARD;

#endif

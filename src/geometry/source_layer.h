/* source_layer.h: features of a user's own source, in any format that GDAL reads and any CRS, as degrees. */
#ifndef BORDERMAP_SOURCE_LAYER_H
#define BORDERMAP_SOURCE_LAYER_H

#include "layer.h"

struct source_query {
    const char *layer; /* NULL = the first that holds features */
    const char *where; /* OGR SQL attribute filter, or NULL */
    const char *field; /* becomes fields[0] of the features, or NULL */
    struct bounds bounds;
    double step; /* degrees: a vertex nearer than this to the last one that was kept is left out */
};

/*
 * Reads what meets the bounds; points, lines and areas of one feature become features of their own. A source without a
 * CRS is taken as degrees if its numbers can be. ERROR_USAGE says what cannot be read, and lists layers and fields
 * where one is not there. *remark says what of the source was not read (other layers; rows without a position), or is
 * empty.
 */
bool source_layer_read(const char *path, const struct source_query *query, struct arena *arena,
                       struct feature_list *features, struct text *remark, struct error *error) NODISCARD;

#endif

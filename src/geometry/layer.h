/* layer.h: features of what is in the frame, and rasters, read through GDAL. */
#ifndef BORDERMAP_LAYER_H
#define BORDERMAP_LAYER_H

#include "arena.h"
#include "error.h"
#include "shape.h"
#include "text.h"

enum { LAYER_FIELDS = 8 };

struct feature {
    struct shape shape;
    struct text fields[LAYER_FIELDS]; /* as text, in the order asked for; missing ones empty */
};

struct feature_list {
    struct feature *items;
    size_t count, capacity;
};

struct layer_query {
    const char *fields[LAYER_FIELDS + 1]; /* NULL-ended */
    struct bounds bounds;                 /* what is wanted; across the antimeridian points come unwrapped to these bounds */
    const char *where;                    /* OGR SQL attribute filter, or NULL */
};

/* Reads the first layer of a dataset ("…/borders.fgb"). ERROR_ENVIRONMENT for a missing or damaged file, named with what to do. */
bool layer_read(const char *path, const struct layer_query *query, struct arena *arena, struct feature_list *features,
                struct error *error) NODISCARD;

/* A part of a one-band raster. */
struct raster {
    int width, height;
    float *values;        /* row by row from the north-west; as in the file */
    struct bounds bounds; /* of the part, pixel edges */
};

/* Reads what of the raster lies in `bounds` at about `pixels_wide` pixels (from an overview where it can). */
bool layer_read_raster(const char *path, struct bounds bounds, int pixels_wide, struct arena *arena, struct raster *raster,
                       struct error *error) NODISCARD;

#endif

/* layer.h: features of what is in the frame, and rasters: those of the data folder as they are, others through GDAL. */
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
    struct bounds bounds; /* what is wanted; across the antimeridian points come unwrapped to these bounds */
    const char *where;    /* OGR SQL attribute filter, or NULL */
};

/*
 * Reads the features of a dataset's first layer ("…/borders.fgb", in degrees) that meet the bounds, each once, in the
 * order of the file. ERROR_ENVIRONMENT for a missing or damaged file, named with what to do.
 */
bool layer_read(const char *path, const struct layer_query *query, struct arena *arena, struct feature_list *features,
                struct error *error) NODISCARD;

/* A part of a one-band raster in degrees, whole cells; width 0 where it has none of what was asked for. */
struct raster {
    int width, height;
    float *values;        /* row by row from the north-west; as in the file, NaN where it says there is no value */
    struct bounds bounds; /* of the part, pixel edges; beyond 180 for a raster around the Earth */
};

/*
 * Reads what of the raster lies in `bounds`, `pixels_wide` to twice as many pixels wide (from an overview where it can,
 * as means where it cannot), fewer where the file has no more.
 */
bool layer_read_raster(const char *path, struct bounds bounds, int pixels_wide, struct arena *arena,
                       struct raster *raster, struct error *error) NODISCARD;

#endif

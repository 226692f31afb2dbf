/* elevation.h: a user's own elevation raster, of any format and reference system that GDAL reads, in degrees. */
#ifndef BORDERMAP_ELEVATION_H
#define BORDERMAP_ELEVATION_H

#include "layer.h"

struct elevation {
    struct raster raster; /* all of the bounds asked for, metres; NaN where the file has nothing */
    double covered;       /* 0 .. 1: share of the cells that have a value */
    double cell_metres;   /* of the file, not of the raster */
    struct text credit;   /* what the file says of its source; its name if it says nothing */
};

/* Checks that the file is an elevation raster: one band, a reference system, a place on the Earth. ERROR_INPUT. */
bool elevation_check(const char *path, struct error *error) NODISCARD;

/* Warps what lies in `bounds` to `pixels_wide` columns, bilinear. ERROR_INPUT says what is wrong with the file. */
bool elevation_read(const char *path, struct bounds bounds, int pixels_wide, struct arena *arena,
                    struct elevation *elevation, struct error *error) NODISCARD;

#endif

/* raster_source.h: a raster in degrees and its smaller copies, and the part of it that a frame wants. */
#ifndef BORDERMAP_RASTER_SOURCE_H
#define BORDERMAP_RASTER_SOURCE_H

#include "layer.h"

enum { RASTER_LEVELS = 16 };

struct raster_level {
    int width, height;
};

/* Columns and rows of a level. */
struct raster_cells {
    int left, top, width, height;
};

struct raster_source {
    double west, north, step_x, step_y; /* degrees; of level 0, steps positive */
    struct raster_level levels[RASTER_LEVELS];
    size_t level_count;
    float missing; /* the value that stands for none; NaN = there is no such value */
    /* Reads cells of a level, the mean of each shrink × shrink of them, into rows that lie `row` values apart. */
    bool (*read)(void *context, size_t level, struct raster_cells cells, int shrink, float *values, int row);
    void *context;
};

/* As layer_read_raster(); false where read() fails. */
bool raster_source_read(const struct raster_source *source, struct bounds bounds, int pixels_wide, struct arena *arena,
                        struct raster *raster) NODISCARD;

#endif

/* label_raster.h: areas as cells of a coarse grid over the page: which country, which water, how much room. */
#ifndef BORDERMAP_LABEL_RASTER_H
#define BORDERMAP_LABEL_RASTER_H

#include "shape.h"

#include <stdint.h>

struct label_raster {
    double left, top, cell; /* page units */
    int width, height;      /* cells */
    int16_t *values;        /* row by row from the top */
};

/* Columns or rows from..to (exclusive). */
struct label_range {
    int from, to;
};

/* A grid over the box with `value` everywhere. */
struct label_raster label_raster_new(struct page_box box, double cell, int16_t value, struct arena *arena);

/* Gives `value` to the cells whose middle lies in the area (even-odd). */
void label_raster_fill(struct label_raster *raster, const struct page_shape *area, int16_t value,
                       struct arena *scratch);

/* The cells that the box touches, cut to the grid. */
struct label_range label_raster_columns(const struct label_raster *raster, struct page_box box);
struct label_range label_raster_rows(const struct label_raster *raster, struct page_box box);

#endif

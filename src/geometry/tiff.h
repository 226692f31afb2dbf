/* tiff.h: a raster in a TIFF file of tiles, deflated or plain: what the relief of the data folder is. */
#ifndef BORDERMAP_TIFF_H
#define BORDERMAP_TIFF_H

#include "layer.h"

/* Whether this reads the file: one band of bytes in tiles, in degrees with north up. */
bool tiff_knows(struct text bytes);

/* As layer_read_raster(). ERROR_ENVIRONMENT where the file is damaged. */
bool tiff_read(struct text bytes, struct bounds bounds, int pixels_wide, struct arena *arena, struct raster *raster,
               struct error *error) NODISCARD;

#endif

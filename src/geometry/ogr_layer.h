/* ogr_layer.h: layers and rasters of any format, read through GDAL. */
#ifndef BORDERMAP_OGR_LAYER_H
#define BORDERMAP_OGR_LAYER_H

#include "layer.h"

/* As layer_read() and layer_read_raster(), which read what they know themselves. */
bool ogr_layer_read(const char *path, const struct layer_query *query, struct arena *arena,
                    struct feature_list *features, struct error *error) NODISCARD;
bool ogr_raster_read(const char *path, struct bounds bounds, int pixels_wide, struct arena *arena,
                     struct raster *raster, struct error *error) NODISCARD;

#endif

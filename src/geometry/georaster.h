/* georaster.h: pixels that know where on the Earth they lie: a GeoTIFF, or a world file for another picture. */
#ifndef BORDERMAP_GEORASTER_H
#define BORDERMAP_GEORASTER_H

#include "arena.h"
#include "error.h"
#include "text.h"

/* Rows of 8-bit RGB from the top. */
struct georaster {
    int width, height;
    struct text crs;     /* PROJ string */
    double transform[6]; /* corner of a pixel (column, row) → metres: x = t0 + column t1 + row t2, y = t3 + column t4 +
                            row t5 */
    void (*row)(void *context, int y, uint8_t *rgb);
    void *context;
};

/* A GeoTIFF, deflated; the same bytes for the same pixels. ERROR_ENVIRONMENT. */
bool georaster_tiff(const struct georaster *raster, struct arena *arena, struct text *bytes,
                    struct error *error) NODISCARD;

/* The six lines of an ESRI world file (of the middle of the first pixel), and the .aux.xml in which GDAL and QGIS look
 * for the CRS. The raster's rows are not asked for. */
struct text georaster_world_file(const struct georaster *raster, struct arena *arena);
bool georaster_aux_xml(const struct georaster *raster, struct arena *arena, struct text *xml,
                       struct error *error) NODISCARD;

#endif

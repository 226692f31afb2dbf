#include "geodata_part.h"

/* Found by its name, PART_SYMBOL. */
extern const struct geodata_part bordermap_part;

__attribute__((visibility("default"))) const struct geodata_part bordermap_part = {
    .part = {BORDERMAP_VERSION},
    .ogr_layer_read = ogr_layer_read,
    .ogr_raster_read = ogr_raster_read,
    .source_layer_read = source_layer_read,
    .elevation_check = elevation_check,
    .elevation_read = elevation_read,
    .georaster_tiff = georaster_tiff,
    .georaster_aux_xml = georaster_aux_xml,
    .geodata_build = geodata_build,
    .geodata_import = geodata_import,
    .database_open = database_open,
};

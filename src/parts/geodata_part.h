/* geodata_part.h: what the loadable part "geodata" does: all that needs GDAL. */
#ifndef BORDERMAP_GEODATA_PART_H
#define BORDERMAP_GEODATA_PART_H

#include "build.h"
#include "database.h"
#include "elevation.h"
#include "georaster.h"
#include "import.h"
#include "ogr_layer.h"
#include "part.h"
#include "source_layer.h"

/* Each member is the function of that name, as its header says. */
struct geodata_part {
    struct part part;
    __typeof__(ogr_layer_read) *ogr_layer_read;
    __typeof__(ogr_raster_read) *ogr_raster_read;
    __typeof__(source_layer_read) *source_layer_read;
    __typeof__(elevation_check) *elevation_check;
    __typeof__(elevation_read) *elevation_read;
    __typeof__(georaster_tiff) *georaster_tiff;
    __typeof__(georaster_aux_xml) *georaster_aux_xml;
    __typeof__(geodata_build) *geodata_build;
    __typeof__(geodata_import) *geodata_import;
    __typeof__(database_open) *database_open;
};

#endif

/* geodata_part.h: what the loadable part "geodata" does: all that needs GDAL. */
#ifndef BORDERMAP_GEODATA_PART_H
#define BORDERMAP_GEODATA_PART_H

#include "build.h"
#include "elevation.h"
#include "georaster.h"
#include "import.h"
#include "layer.h"
#include "part.h"
#include "source_layer.h"

/* Each member is the function of that name, as its header says. */
struct geodata_part {
    struct part part;
    __typeof__(layer_read) *layer_read;
    __typeof__(layer_read_raster) *layer_read_raster;
    __typeof__(source_layer_read) *source_layer_read;
    __typeof__(elevation_check) *elevation_check;
    __typeof__(elevation_read) *elevation_read;
    __typeof__(georaster_tiff) *georaster_tiff;
    __typeof__(georaster_aux_xml) *georaster_aux_xml;
    __typeof__(geodata_build) *geodata_build;
    __typeof__(geodata_import) *geodata_import;
};

#endif

/* dataset.h: the one place where GDAL opens a file: which formats each use reads, and that a file opens no other. */
#ifndef BORDERMAP_DATASET_H
#define BORDERMAP_DATASET_H

#include "error.h"

/* What a file is opened for. */
enum dataset_use {
    DATASET_SHAPES,  /* features of the data folder */
    DATASET_RASTER,  /* the relief of the data folder */
    DATASET_REWRITE, /* the same, to give it overviews */
    DATASET_OVERLAY, /* a user's features on a map */
    DATASET_RELIEF,  /* a user's elevation */
    DATASET_IMPORT   /* a user's places and regions */
};

/*
 * Opens a regular file, a folder (of shapefiles, a .gdb), or the one dataset of a zip file; *dataset is a GDALDatasetH,
 * closed with GDALClose. Only the drivers of that use are registered and asked, whatever the file's ending says: no
 * VRT, no WMS or WFS, no database but GeoPackage, no network; GeoPackages whose tables or views go beyond the file are
 * refused. Nothing is written beside the file. A file that is refused is named with what it is; the error's kind is
 * that of the use (ERROR_USAGE for overlays, ERROR_INPUT for relief and import, ERROR_ENVIRONMENT for the data folder).
 */
bool dataset_open(const char *path, enum dataset_use use, void **dataset, struct error *error) NODISCARD;

/* Whether a coordinate reference system (OGRSpatialReferenceH) can be used: it names no file of grids by its path. */
bool dataset_reference_stands_alone(void *reference);

#endif

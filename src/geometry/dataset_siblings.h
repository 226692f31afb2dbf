/* dataset_siblings.h: which files beside a raster belong to it. */
#ifndef BORDERMAP_DATASET_SIBLINGS_H
#define BORDERMAP_DATASET_SIBLINGS_H

#include "arena.h"

/* Names of the files beside it that have its name but for the ending (dem.tfw, dem.prj, dem.hdr), and its own;
 * NULL-ended. Overviews, masks and metadata, which can name other files, are left out. */
const char *const *dataset_siblings(const char *path, struct arena *arena);

#endif

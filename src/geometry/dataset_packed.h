/* dataset_packed.h: which of the files in a zip file is the one to read. */
#ifndef BORDERMAP_DATASET_PACKED_H
#define BORDERMAP_DATASET_PACKED_H

#include "arena.h"

#include <stdbool.h>

/*
 * *inside: the one file of map data in the zip, or the folder of its shapefiles, as GDAL names it ("/vsizip/…").
 * False with *refused, which says what is wrong, for a damaged zip, one without data and one with several datasets.
 */
bool dataset_packed_find(const char *zip, struct arena *arena, const char **inside, const char **refused);

#endif

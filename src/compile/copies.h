/* copies.h: the layers that need no stitching: waters, special areas and lines, relief. */
#ifndef BORDERMAP_COPIES_H
#define BORDERMAP_COPIES_H

#include "error.h"

/* Writes them from the shipped folder into the compiled one. */
bool copies_build(const char *source, const char *directory, struct error *error) NODISCARD;

/* relief.tif with overviews, through GDAL. */
bool copies_build_relief(const char *source, const char *directory, struct error *error) NODISCARD;

#endif

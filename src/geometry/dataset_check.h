/* dataset_check.h: whether a user's file speaks of itself alone, before GDAL reads it. */
#ifndef BORDERMAP_DATASET_CHECK_H
#define BORDERMAP_DATASET_CHECK_H

#include "arena.h"

#include <stdbool.h>

/*
 * Looks at the first bytes of a file ("/vsizip/…" too), and at the schema of a SQLite file. False with *refused, which
 * says what it is and what to do, if it describes other files or addresses (VRT, WMS, WFS …), or if a table or a view
 * of a database goes beyond it. What cannot be read is not refused: that is said where it is opened.
 */
bool dataset_check(const char *path, struct arena *arena, const char **refused);

#endif

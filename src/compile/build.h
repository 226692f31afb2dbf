/* build.h: the tables and shapes that ship → a compiled data folder (geodata.h). */
#ifndef BORDERMAP_BUILD_H
#define BORDERMAP_BUILD_H

#include "error.h"
#include "progress.h"

/* Builds the whole data folder from a source folder (shipped `geodata/`), atomically: a finished folder replaces the
 * old one. */
bool geodata_build(const char *source, const char *directory, const struct progress *progress,
                   struct error *error) NODISCARD;

/* The shapes' part of it, into an existing folder. */
bool geodata_build_shapes(const char *source, const char *directory, const struct progress *progress,
                          struct error *error) NODISCARD;

#endif

/* region_options.h: which incidents of the store a map or a comparison is of: --area, --bbox, --since, --until, --kind.
 */
#ifndef BORDERMAP_REGION_OPTIONS_H
#define BORDERMAP_REGION_OPTIONS_H

#include "atlas.h"
#include "command.h"

/* Reads those of the options that the command has; ERROR_USAGE names the one that cannot be used. */
bool region_options_read(const struct arguments *arguments, struct atlas_map *what, struct error *error) NODISCARD;

#endif

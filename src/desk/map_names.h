/* map_names.h: the house names of a run: those asked for, else names.json beside the maps. */
#ifndef BORDERMAP_MAP_NAMES_H
#define BORDERMAP_MAP_NAMES_H

#include "map_run.h"

/* Reads them into the options of the maps, and says what in them is not known. ERROR_USAGE for a file that cannot be
 * used. */
bool map_names_read(struct map_run *run, struct error *error) NODISCARD;

#endif

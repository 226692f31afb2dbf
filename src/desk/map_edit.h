/* map_edit.h: the edit of a map: that of --edit, or the one that lies beside the map. */
#ifndef BORDERMAP_MAP_EDIT_H
#define BORDERMAP_MAP_EDIT_H

#include "map_run.h"

/* Takes the edit that is for this map, if there is one, into the plan. ERROR_USAGE for a bad file of --edit,
 * ERROR_INPUT for a bad one beside the map. */
bool map_edit_plan(struct map_run *run, struct map_plan *plan, struct arena *arena, struct error *error) NODISCARD;

/* Writes the starter beside the map; says so, and leaves the file alone, where there is one. */
bool map_edit_write(struct map_run *run, const struct map *map, struct arena *arena, struct error *error) NODISCARD;

/* Says if the file of --edit was for none of the maps that were drawn. */
void map_edit_finish(const struct map_run *run);

#endif

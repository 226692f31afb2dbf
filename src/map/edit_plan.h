/* edit_plan.h: an edit taken into the plan of its map, and the starter that an editor begins with. */
#ifndef BORDERMAP_EDIT_PLAN_H
#define BORDERMAP_EDIT_PLAN_H

#include "map.h"

/* Title, subtitle and frame as the edit says; the rest waits for map_compose(). The edit must outlive the plan. */
void edit_plan(const struct edit *edit, struct map_plan *plan);

/*
 * An edit that changes nothing, as JSON: every key with nothing in it, and under "about", which is not read, what is
 * there to be changed: title, frame, and the labels by reference. In the arena.
 */
struct text edit_starter(const struct map *map, struct arena *arena);

#endif

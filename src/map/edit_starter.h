/* edit_starter.h: the edit that an editor begins with: everything that can be changed, and what is on the map. */
#ifndef BORDERMAP_EDIT_STARTER_H
#define BORDERMAP_EDIT_STARTER_H

#include "map.h"

/*
 * An edit that changes nothing, as JSON: every key with nothing in it, and under "about", which is not read, what is
 * there to be changed: title, frame, and the labels by reference. In the arena.
 */
struct text edit_starter(const struct map *map, struct arena *arena);

#endif

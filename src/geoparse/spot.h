/* spot.h: finds the runs of words that are names in the gazetteer: the longest that begins at each word. */
#ifndef BORDERMAP_SPOT_H
#define BORDERMAP_SPOT_H

#include "parse.h"

/* Fills parse->spots, in order and without overlap, and parse->groups with their choices. */
void spot_find(struct parse *parse);

#endif

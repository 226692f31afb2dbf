/* tints.h: the same country in the same tint on all maps of a run. */
#ifndef BORDERMAP_TINTS_H
#define BORDERMAP_TINTS_H

#include "plan.h"

/* Gives the plan's parties their tints and remembers those of countries that had none yet. Where two countries of one
 * map have the same, the later in the order of their codes takes a free one on this map only; not on an overview, whose
 * theatres lie apart. */
void tints_give(struct party_tints *tints, struct map_plan *plan);

#endif

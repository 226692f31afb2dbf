/* plan_add.h: what a map is about, put into its plan piece by piece, each once. */
#ifndef BORDERMAP_PLAN_ADD_H
#define BORDERMAP_PLAN_ADD_H

#include "plan.h"

/* A country by its code (alpha-2). */
void plan_add_party(const struct map_sources *sources, struct map_plan *plan, struct text code, struct arena *arena);

/* In order of their codes, so that a country has the same colour whoever is named first. */
void plan_sort_parties(const struct map_sources *sources, struct map_plan *plan);

/* A border that is highlighted. */
void plan_add_border(struct map_plan *plan, place_id border);

/* A place of the text that belongs on it; PLACE_NONE is none. */
void plan_add_place(struct map_plan *plan, place_id place);

#endif

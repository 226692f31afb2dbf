/* tints.h: which tint a country has: a function of the map alone, whatever else is drawn. */
#ifndef BORDERMAP_TINTS_H
#define BORDERMAP_TINTS_H

#include "plan.h"

/* The tint of a country by its code (alpha-2), below MAP_TINTS; two countries with a common border never share one. */
uint8_t tint_of(struct text code);

/* Tints of the parties of one map, in order of their codes. One or two have the first two tints, which stand apart in
 * grey, too; more have their own. Of two that have the same, though no border in common, the later takes a free one;
 * not on an overview, whose theatres lie apart. */
void tints_give(const struct text *codes, size_t count, bool overview, uint8_t *tints);

/* The same for the parties of a plan. */
void tints_give_plan(const struct gazetteer *gazetteer, struct map_plan *plan);

#endif

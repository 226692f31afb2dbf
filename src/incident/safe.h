/* safe.h: incidents told so that nobody is endangered by it: positions on a coarse grid, news held back for some days.
 */
#ifndef BORDERMAP_SAFE_H
#define BORDERMAP_SAFE_H

#include "incident.h"

struct safe {
    double grid_km;             /* cells of this side; 0 = positions as they are */
    int delay_days;             /* what is younger is left out; 0 = nothing */
    bool kinds[INCIDENT_KINDS]; /* which kinds it is for: all of them where none was named */
    bool some_kinds;            /* some were named */
};

/* Nothing is rounded or held back. */
struct safe safe_none(void);
bool safe_is_none(const struct safe *safe);

/* Reads "grid=10km,delay=7d,kinds=base;deployment", any of the three in any order. ERROR_USAGE says which is wrong. */
bool safe_read(struct text text, struct arena *arena, struct safe *safe, struct error *error) NODISCARD;

/* As it is read, its parts in one order; empty for none. */
struct text safe_write(const struct safe *safe, struct arena *arena);

/*
 * Puts the incidents, a list of its own, on the grid: each at the middle of its cell, named by its degrees, without the
 * words, sources and places that would tell more, under an id made of nothing but what is still told. What is known to
 * a wider stretch than a cell stays where it is. What happened less than the delay before `anchor`, or nobody knows
 * when, is left out; an unknown anchor holds back everything. Returns how many were left out.
 */
size_t safe_apply(const struct safe *safe, struct date anchor, struct arena *arena, struct incident_list *incidents);

#endif

/*
 * compile_curated.h: geodata/curated → model: representative points, special areas, rivers, waters, lines,
 * organisations and their members, abbreviations, demonyms, short names, names of governments. A table that is not
 * there is passed over; a reference that nothing has is an error.
 */
#ifndef BORDERMAP_COMPILE_CURATED_H
#define BORDERMAP_COMPILE_CURATED_H

#include "model.h"

bool compile_curated(struct model *model, const char *curated, struct arena *arena, struct error *error) NODISCARD;

#endif

/* drawing_sheet.h: a page made by hand with every kind of thing that can be in a scene, for tests and for the eye. */
#ifndef BORDERMAP_DRAWING_SHEET_H
#define BORDERMAP_DRAWING_SHEET_H

#include "scene.h"

/* 1200 × 900: relief, waters, borders of all dashes, hatches, every symbol in three sizes, names in many scripts,
 * rivers along curves. */
struct scene *drawing_sheet(struct arena *arena, const struct text_measure *measure);

#endif

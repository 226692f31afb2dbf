/* shaping.h: texts shaped by Pango, kept for the next who asks; between lettering.c and lettering_draw.c. */
#ifndef BORDERMAP_SHAPING_H
#define BORDERMAP_SHAPING_H

#include "lettering.h"

#include <pango/pangocairo.h>

/*
 * The text as one shaped line; belongs to the lettering, valid until the next call. `spaced` false leaves the letter
 * spacing out (for curves, where every cluster has a place of its own). *printable is the text that the line's byte
 * offsets count in.
 */
PangoLayoutLine *shaping_line(const struct lettering *lettering, const struct text_style *style, struct text text,
                              struct text lang, bool spaced, struct text *printable);

/* Page units of Pango's units. */
double shaping_units(int pango_units);

#endif

/* shaping.h: texts shaped by Pango, kept for the next who asks; between lettering.c and lettering_draw.c. */
#ifndef BORDERMAP_SHAPING_H
#define BORDERMAP_SHAPING_H

#include "lettering.h"

#include <pango/pangocairo.h>

/*
 * A text as one line, shaped at one size for all: without hinting, letters of all sizes are alike, and loading a font
 * anew for each size is what costs.
 */
struct shaped_line {
    PangoLayoutLine *line;
    struct text printable;  /* the text that the line's byte offsets count in */
    double scale;           /* from units of the line to page units */
    cairo_path_t **outline; /* kept for who draws it: NULL in the beginning, in units of the line */
};

/*
 * Belongs to the lettering, valid until the next call. `spaced` false leaves the letter spacing out (for curves, where
 * every cluster has a place of its own).
 */
struct shaped_line shaping_line(const struct lettering *lettering, const struct text_style *style, struct text text,
                                struct text lang, bool spaced);

/* Units of the line from Pango's, which are 1024 times finer. */
double shaping_units(int pango_units);

#endif

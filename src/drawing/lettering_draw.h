/* lettering_draw.h: placed text onto a Cairo context; for canvas.c alone. */
#ifndef BORDERMAP_LETTERING_DRAW_H
#define BORDERMAP_LETTERING_DRAW_H

#include "lettering.h"

#include <cairo.h>

/* Adds the outlines of a SCENE_TEXT, straight or along a curve, to the current path, in page units. */
void lettering_outline(const struct lettering *lettering, const struct scene_item *item, cairo_t *cairo);

/* Shows a SCENE_TEXT as glyphs in the current source: text that can be selected where the surface knows text. */
void lettering_show(const struct lettering *lettering, const struct scene_item *item, cairo_t *cairo);

#endif

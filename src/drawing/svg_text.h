/* svg_text.h: texts in an SVG: one object a label, halos in a layer of their own beneath. */
#ifndef BORDERMAP_SVG_TEXT_H
#define BORDERMAP_SVG_TEXT_H

#include "svg_writer.h"

/* Writes the texts that items begin with, up to the first other item; returns how many. */
size_t svg_text_write(struct svg_writer *svg, const struct scene_item *items, size_t count);

#endif

/* colour.h: a colour as styles and overlays write it. */
#ifndef BORDERMAP_COLOUR_H
#define BORDERMAP_COLOUR_H

#include "scene.h"

/* "#rgb", "#rrggbb", "#rrggbbaa" or "none". */
bool colour_read(struct text text, struct colour *colour);

#endif

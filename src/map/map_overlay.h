/* map_overlay.h: a user's own layer on the map: a front line, a closed road, camps, a control area. */
#ifndef BORDERMAP_MAP_OVERLAY_H
#define BORDERMAP_MAP_OVERLAY_H

#include "error.h"
#include "style.h"

/* One --overlay, read but not opened. Sizes in page units of a page 1200 wide. */
struct map_overlay {
    const char *path;
    const char *layer, *where, *label; /* or NULL: the first layer, all features, no labels */
    struct text legend;                /* its words in the legend; empty = not in it */
    struct text credit;
    struct colour colour, fill;
    double width;
    struct stroke dashes; /* only dash and dash_count */
    double hatch;         /* angle in degrees; NaN = none */
    struct text symbol;
    double size; /* of the symbol */
};

/*
 * Reads "FILE[,key=value…]"; keys: layer, where, label, legend, credit, color, width, dash, fill, hatch, symbol, size.
 * A comma begins a key only where a word and '=' follow. `number`, from 0, chooses the colour of one that says none.
 * ERROR_USAGE names the key.
 */
bool map_overlay_read(struct text spec, size_t number, struct arena *arena, struct map_overlay *overlay,
                      struct error *error) NODISCARD;

#endif

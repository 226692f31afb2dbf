/* symbols.h: the vector symbols by name: one table for all formats, drawn on a grid of 24 × 24 with the centre at 0, 0.
 */
#ifndef BORDERMAP_SYMBOLS_H
#define BORDERMAP_SYMBOLS_H

#include "scene.h"

/*
 * Names: places: "circle", "ring", "square", "capital", "town", "village", "peak", "crossing", "pin", "venue",
 * "meeting" — incidents: "clash", "war", "shooting", "shelling", "air-strike", "explosion", "mine", "attack",
 * "offensive", "incursion", "abduction", "arrest", "protest", "closure", "displacement", "tension", "ceasefire",
 * "other" — and "badge" (item.text in a disc), "north". An unknown name is a "circle".
 *
 * How the item's colours are used: `fill` is the ink; `stroke` is the casing around it (stroke.width page units on each
 * side), and its colour, white where it has no opacity, is that of the details left out of the ink.
 */

enum { SYMBOL_GRID = 24, SYMBOL_PARTS = 7 };

enum symbol_colour { SYMBOL_INK, SYMBOL_PAPER };

/* A path of absolute M, L, C and Z as in SVG; filled, or stroked round where `line` is its width on the grid. */
struct symbol_part {
    enum symbol_colour colour;
    double line;
    const char *path;
};

struct symbol {
    const char *name;
    struct symbol_part parts[SYMBOL_PARTS]; /* drawn in this order, up to the first without a path */
};

/* Never NULL: "circle" for an unknown name. */
const struct symbol *symbol_find(struct text name);

/* The symbols in the order of the table, for sheets of them; NULL beyond the last. */
const struct symbol *symbol_at(size_t index);

/* The ink and the details' colour of a symbol item. */
struct colour symbol_paper(const struct scene_item *item);

/* One step of a path: 'M' and 'L' have one point, 'C' three, 'Z' none. */
struct symbol_step {
    char verb;
    struct page_point points[3];
};

/* Reads the step at *path and moves behind it; false at the end. */
bool symbol_step_next(const char **path, struct symbol_step *step);

/* The style in which "badge" shows its text, and the text's baseline below the centre, for a badge of this size. */
struct text_style symbol_badge_style(const struct scene_item *item);
double symbol_badge_baseline(const struct scene_item *item);

#endif

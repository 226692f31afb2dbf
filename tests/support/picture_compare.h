/*
 * picture_compare.h: whether two PNGs show the same: exactly, or to the eye. Measures over the whole picture cannot
 * tell harm from jitter; the worst tile of 8 × 8 pixels can: jitter stays under 2.3 there, a label moved by one pixel
 * is 13, a lost border 8.
 */
#ifndef BORDERMAP_PICTURE_COMPARE_H
#define BORDERMAP_PICTURE_COMPARE_H

#include "error.h"
#include "text.h"

enum { PICTURE_TILE = 8 };

/* The most that the mean colour difference of a tile may be for two pictures to pass as the same. */
#define PICTURE_TOLERANCE 3.0

struct picture_difference {
    bool same_size;
    bool exact;                /* the same pixels */
    double worst;              /* the mean ΔE*ab (CIE 1976, D65) of the tile that differs most */
    int worst_left, worst_top; /* where that tile is, pixels */
    int tiles_beyond;          /* how many are beyond the tolerance */
};

bool picture_difference_passes(const struct picture_difference *difference);

/*
 * Compares the bytes of two PNGs. *shown, if not NULL, is a PNG, in the arena, of the first picture in grey with what
 * differs in red, framed where a tile is beyond the tolerance; empty if the sizes differ. ERROR_INPUT if one is no PNG.
 */
bool picture_compare(struct text a, struct text b, struct arena *arena, struct picture_difference *difference,
                     struct text *shown, struct error *error) NODISCARD;

#endif

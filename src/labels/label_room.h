/* label_room.h: where in an area there is room for a box: a grid of free cells with sums over rectangles. */
#ifndef BORDERMAP_LABEL_ROOM_H
#define BORDERMAP_LABEL_ROOM_H

#include "label_ground.h"

struct label_room {
    struct label_raster raster; /* 1 = free: inside the area, off its outline, on the page, nothing blocked, no dot */
    int32_t *sums;              /* (width + 1) * (height + 1): free cells above and to the left */
    struct page_point middle;   /* centroid of the free cells */
    double spread;              /* square root of their area, page units; 0 = nothing is free */
};

/* Rings smaller than `least` page units across (and than a quarter of the largest) do not matter. */
struct label_room label_room_new(const struct label_ground *ground, const struct page_shape *area, double least,
                                 struct arena *scratch);

/* Whether all cells that the box touches are free. */
bool label_room_holds(const struct label_room *room, struct page_box box);

/* The middle of the largest free square: a pole of inaccessibility to the accuracy of a cell; half its side in *reach.
 */
struct page_point label_room_pole(const struct label_room *room, double *reach);

#endif

/* shape.h: points, lines and areas as they come from a layer or lie on a page. */
#ifndef BORDERMAP_SHAPE_H
#define BORDERMAP_SHAPE_H

#include "arena.h"
#include "point.h"

struct path {
    struct lonlat *points;
    size_t count;
};

/* LINES: open paths. AREA: closed rings (first point not repeated), outer and inner alike, even-odd or non-zero by
 * orientation. */
enum shape_kind { SHAPE_POINTS, SHAPE_LINES, SHAPE_AREA };

struct shape {
    enum shape_kind kind;
    struct path *paths;
    size_t count;
    size_t capacity;
};

struct page_path {
    struct page_point *points;
    size_t count;
    bool closed;
};

struct page_shape {
    struct page_path *items;
    size_t count;
    size_t capacity;
};

/* Even-odd test of a point against the rings of an area. */
bool shape_contains(const struct shape *area, struct lonlat point);
bool page_shape_contains(const struct page_shape *area, struct page_point point);

#endif

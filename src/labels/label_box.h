/* label_box.h: boxes on the page: the arithmetic that label placement does millions of times, so all of it is inline.
 */
#ifndef BORDERMAP_LABEL_BOX_H
#define BORDERMAP_LABEL_BOX_H

#include "point.h"

#include <math.h>

static inline double label_smaller(double a, double b) {
    return a < b ? a : b;
}

static inline double label_larger(double a, double b) {
    return a > b ? a : b;
}

static inline struct page_box label_box_grow(struct page_box box, double by) {
    return (struct page_box){box.left - by, box.top - by, box.right + by, box.bottom + by};
}

static inline struct page_box label_box_at(struct page_point at, double radius) {
    return (struct page_box){at.x - radius, at.y - radius, at.x + radius, at.y + radius};
}

static inline struct page_box label_box_union(struct page_box a, struct page_box b) {
    return (struct page_box){label_smaller(a.left, b.left), label_smaller(a.top, b.top), label_larger(a.right, b.right),
                             label_larger(a.bottom, b.bottom)};
}

static inline struct page_box label_box_common(struct page_box a, struct page_box b) {
    return (struct page_box){label_larger(a.left, b.left), label_larger(a.top, b.top), label_smaller(a.right, b.right),
                             label_smaller(a.bottom, b.bottom)};
}

/* The box around two points. */
static inline struct page_box label_box_of(struct page_point a, struct page_point b) {
    return (struct page_box){label_smaller(a.x, b.x), label_smaller(a.y, b.y), label_larger(a.x, b.x),
                             label_larger(a.y, b.y)};
}

static inline double label_length(struct page_point a, struct page_point b) {
    return sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
}

/* From the point to the nearest point of the box; 0 inside. */
static inline double label_box_distance(struct page_box box, struct page_point point) {
    double x = label_larger(0, label_larger(box.left - point.x, point.x - box.right));
    double y = label_larger(0, label_larger(box.top - point.y, point.y - box.bottom));
    return sqrt(x * x + y * y);
}

/* Narrows *from..*to, shares of a step, to where at + share * step lies in low..high; false if nowhere. */
static inline bool label_narrow(double at, double step, double low, double high, double *from, double *to) {
    if (step == 0)
        return at >= low && at <= high;
    double a = (low - at) / step, b = (high - at) / step;
    *from = label_larger(*from, label_smaller(a, b));
    *to = label_smaller(*to, label_larger(a, b));
    return *from < *to;
}

/* Length of the part of a–b inside the box. */
static inline double label_box_cut(struct page_box box, struct page_point a, struct page_point b) {
    double from = 0, to = 1;
    if ((a.x < box.left && b.x < box.left) || (a.x > box.right && b.x > box.right) ||
        (a.y < box.top && b.y < box.top) || (a.y > box.bottom && b.y > box.bottom))
        return 0;
    if (!label_narrow(a.x, b.x - a.x, box.left, box.right, &from, &to) ||
        !label_narrow(a.y, b.y - a.y, box.top, box.bottom, &from, &to))
        return 0;
    return (to - from) * label_length(a, b);
}

#endif

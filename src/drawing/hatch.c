#include "hatch.h"
#include "list.h"

#include <math.h>

static const double most_lines = 20000;
static const double pi = 3.14159265358979323846;

bool hatch_is_visible(const struct hatch *hatch) {
    return hatch->spacing > 0 && hatch->width > 0 && hatch->colour.opacity > 0;
}

struct page_box hatch_box(const struct page_shape *shape) {
    struct page_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < shape->count; i++) {
        for (size_t k = 0; k < shape->items[i].count; k++) {
            struct page_point point = shape->items[i].points[k];
            box = (struct page_box){fmin(box.left, point.x), fmin(box.top, point.y), fmax(box.right, point.x),
                                    fmax(box.bottom, point.y)};
        }
    }
    return box;
}

static void add_line(struct arena *arena, struct page_shape *lines, struct page_point from, struct page_point to) {
    struct page_path *line = LIST_PUSH(arena, lines);
    line->points = ARENA_ARRAY(arena, struct page_point, 2);
    line->count = 2;
    line->points[0] = from;
    line->points[1] = to;
}

struct page_shape hatch_lines(struct arena *arena, const struct hatch *hatch, struct page_box box) {
    struct page_shape lines = {0};
    double angle = hatch->angle * pi / 180, cosine = cos(angle), sine = sin(angle);
    double x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    double reach = hypot(box.right - box.left, box.bottom - box.top) / 2 + hatch->width;
    double along = cosine * x + sine * y, across = cosine * y - sine * x;
    if (!(reach * 2 / hatch->spacing < most_lines)) {
        return lines;
    }
    double last = floor((across + reach) / hatch->spacing);
    for (double line = ceil((across - reach) / hatch->spacing); line <= last; line++) {
        double d = line * hatch->spacing;
        struct page_point from = {cosine * (along - reach) - sine * d, sine * (along - reach) + cosine * d};
        struct page_point to = {cosine * (along + reach) - sine * d, sine * (along + reach) + cosine * d};
        add_line(arena, &lines, from, to);
    }
    return lines;
}

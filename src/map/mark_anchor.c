#include "marks.h"

#include <math.h>

enum { ANCHOR_TRIES = 60 };

/* How much of what is there already a callout's box would cover. */
static double covered(const struct composition *composition, struct page_box box) {
    struct page_box panel = composition->frame.layout.panel;
    double cost =
        box.left < panel.left || box.right > panel.right || box.top < panel.top || box.bottom > panel.bottom ? 1000 : 0;
    return cost + obstacles_covered(&composition->obstacles, box);
}

/* The best of the callout's places beside a vertex: above, below, left, right, and between. */
static double room_at(const struct composition *composition, struct page_point at, double width, double height) {
    double best = INFINITY, off = 9 * composition->unit;
    for (int side = 0; side < 9; side++) {
        int column = side % 3 - 1, row = side / 3 - 1;
        double x = at.x + column * (width / 2 + off), y = at.y + row * (height / 2 + off);
        struct page_box box = {x - width / 2, y - height / 2, x + width / 2, y + height / 2};
        if (side != 4)
            best = fmin(best, covered(composition, box));
    }
    return best;
}

static struct page_point free_on_line(const struct composition *composition, const struct page_shape *lines,
                                      double width, double height) {
    struct page_point middle = page_shape_middle(lines), best = middle;
    double least = INFINITY;
    size_t total = 0, at = 0;
    for (size_t i = 0; i < lines->count; i++)
        total += lines->items[i].count;
    size_t step = total / ANCHOR_TRIES + 1;
    for (size_t i = 0; i < lines->count; i++) {
        for (size_t k = 0; k < lines->items[i].count; k++, at++) {
            struct page_point point = lines->items[i].points[k];
            if (at % step != 0 || !frame_shows(&composition->frame, point, 12 * composition->unit))
                continue;
            double cost =
                room_at(composition, point, width, height) + 0.25 * hypot(point.x - middle.x, point.y - middle.y);
            if (cost < least) {
                least = cost;
                best = point;
            }
        }
    }
    return best;
}

static void measure_label(const struct composition *composition, const struct label *label, double *width,
                          double *height) {
    const struct text_measure *measure = &composition->sources->measure;
    struct text rest = label->text, line;
    *width = 0;
    *height = 2 * label->padding;
    while (text_split(&rest, '\n', &line)) {
        struct text_extents extents = {0};
        struct text_style style = label->style;
        if (line.data != label->text.data && label->body_weight > 0)
            style.weight = label->body_weight;
        measure->extents(measure->context, &style, line, label->lang, &extents);
        *width = fmax(*width, extents.width);
        *height += label->style.size * 1.2;
    }
    *width += 2 * label->padding;
}

void marks_settle_callouts(struct composition *composition) {
    for (size_t i = 0; i < composition->wishes.labels.count; i++) {
        struct label *label = &composition->wishes.labels.items[i];
        double width, height;
        if (label->target != LABEL_POINT || label->shape.count == 0)
            continue;
        measure_label(composition, label, &width, &height);
        label->point = free_on_line(composition, &label->shape, width, height);
        label->shape = (struct page_shape){0};
    }
}

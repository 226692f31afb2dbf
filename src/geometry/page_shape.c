#include "page_shape.h"

#include "list.h"

#include <math.h>

enum { INSIDE_STEPS = 14 };

void page_shape_append(struct page_shape *shape, struct page_shape more, struct arena *arena) {
    for (size_t i = 0; i < more.count; i++)
        *LIST_PUSH(arena, shape) = more.items[i];
}

struct page_box page_shape_box(const struct page_shape *shape) {
    struct page_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < shape->count; i++) {
        for (size_t k = 0; k < shape->items[i].count; k++) {
            struct page_point point = shape->items[i].points[k];
            box.left = fmin(box.left, point.x);
            box.right = fmax(box.right, point.x);
            box.top = fmin(box.top, point.y);
            box.bottom = fmax(box.bottom, point.y);
        }
    }
    return box.left <= box.right ? box : (struct page_box){0, 0, 0, 0};
}

double page_shape_extent(const struct page_shape *shape) {
    double twice = 0;
    for (size_t i = 0; i < shape->count; i++) {
        const struct page_path *path = &shape->items[i];
        for (size_t k = 0; k < path->count; k++) {
            struct page_point a = path->points[k], b = path->points[(k + 1) % path->count];
            twice += a.x * b.y - b.x * a.y;
        }
    }
    return fabs(twice) / 2;
}

double page_shape_length(const struct page_shape *shape) {
    double length = 0;
    for (size_t i = 0; i < shape->count; i++)
        for (size_t k = 1; k < shape->items[i].count; k++) {
            struct page_point a = shape->items[i].points[k - 1], b = shape->items[i].points[k];
            length += hypot(b.x - a.x, b.y - a.y);
        }
    return length;
}

static double ring_extent(const struct page_path *path) {
    double twice = 0;
    for (size_t k = 0; k < path->count; k++) {
        struct page_point a = path->points[k], b = path->points[(k + 1) % path->count];
        twice += a.x * b.y - b.x * a.y;
    }
    return fabs(twice) / 2;
}

struct page_shape page_shape_without_specks(const struct page_shape *area, double least, struct arena *arena) {
    struct page_shape result = {0};
    for (size_t i = 0; i < area->count; i++)
        if (ring_extent(&area->items[i]) >= least)
            *LIST_PUSH(arena, &result) = area->items[i];
    return result;
}

static double segment_distance(struct page_point at, struct page_point a, struct page_point b) {
    double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    double t = length > 0 ? ((at.x - a.x) * dx + (at.y - a.y) * dy) / length : 0;
    t = fmin(fmax(t, 0), 1);
    return hypot(at.x - a.x - t * dx, at.y - a.y - t * dy);
}

static bool is_near(struct page_point at, const struct page_shape *other, struct page_box box, double distance) {
    if (at.x < box.left - distance || at.x > box.right + distance || at.y < box.top - distance ||
        at.y > box.bottom + distance)
        return false;
    for (size_t i = 0; i < other->count; i++)
        for (size_t k = 1; k < other->items[i].count; k++)
            if (segment_distance(at, other->items[i].points[k - 1], other->items[i].points[k]) <= distance)
                return true;
    return false;
}

struct page_shape page_shape_apart(const struct page_shape *lines, const struct page_shape *other, double distance,
                                   struct arena *arena) {
    struct page_shape result = {0};
    struct page_box box = page_shape_box(other);
    for (size_t i = 0; i < lines->count; i++) {
        const struct page_path *path = &lines->items[i];
        size_t from = 0;
        for (size_t k = 0; k <= path->count; k++) {
            bool near = k == path->count || is_near(path->points[k], other, box, distance);
            if (!near)
                continue;
            size_t start = from > 0 ? from - 1 : 0, end = k < path->count ? k + 1 : k; /* with the touching ends */
            if (k > from && end - start >= 2)
                *LIST_PUSH(arena, &result) =
                    (struct page_path){path->points + start, end - start, path->closed && end - start == path->count};
            from = k + 1;
        }
    }
    return result;
}

static double edge_distance(const struct page_shape *area, struct page_point at) {
    double least = INFINITY;
    for (size_t i = 0; i < area->count; i++) {
        const struct page_path *path = &area->items[i];
        for (size_t k = 0; k < path->count; k++)
            least = fmin(least, hypot(path->points[k].x - at.x, path->points[k].y - at.y));
    }
    return least;
}

struct page_point page_shape_inside(const struct page_shape *area) {
    struct page_box box = page_shape_box(area);
    struct page_point best = {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    double most = -1;
    for (int i = 1; i < INSIDE_STEPS * INSIDE_STEPS; i++) {
        int column = i % INSIDE_STEPS, row = i / INSIDE_STEPS;
        struct page_point at = {box.left + (box.right - box.left) * column / INSIDE_STEPS,
                                box.top + (box.bottom - box.top) * row / INSIDE_STEPS};
        double distance = page_shape_contains(area, at) ? edge_distance(area, at) : -1;
        if (distance > most) {
            most = distance;
            best = at;
        }
    }
    return best;
}

struct page_point page_shape_middle(const struct page_shape *lines) {
    struct page_box box = page_shape_box(lines);
    struct page_point middle = {(box.left + box.right) / 2, (box.top + box.bottom) / 2}, best = middle;
    double least = INFINITY;
    for (size_t i = 0; i < lines->count; i++) {
        for (size_t k = 0; k < lines->items[i].count; k++) {
            struct page_point at = lines->items[i].points[k];
            double distance = hypot(at.x - middle.x, at.y - middle.y);
            if (distance < least) {
                least = distance;
                best = at;
            }
        }
    }
    return best;
}

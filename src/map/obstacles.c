#include "obstacles.h"

#include "list.h"

#include <math.h>

static const double near_dot = 4; /* page units */

void obstacles_block(struct obstacles *obstacles, struct page_box box, struct arena *arena) {
    *LIST_PUSH(arena, &obstacles->blocked) = box;
}

static void block_segment(struct obstacles *obstacles, struct page_point a, struct page_point b, double width,
                          struct page_point *last, struct arena *arena) {
    int steps = (int)ceil(hypot(b.x - a.x, b.y - a.y) / width) + 1;
    double half = width / 2;
    for (int step = 0; step < steps; step++) {
        struct page_point at = {a.x + (b.x - a.x) * step / steps, a.y + (b.y - a.y) * step / steps};
        if (hypot(at.x - last->x, at.y - last->y) < half)
            continue;
        *last = at;
        obstacles_block(obstacles, (struct page_box){at.x - half, at.y - half, at.x + half, at.y + half}, arena);
    }
}

void obstacles_block_line(struct obstacles *obstacles, const struct page_shape *line, double width,
                          struct arena *arena) {
    for (size_t i = 0; i < line->count; i++) {
        const struct page_path *path = &line->items[i];
        struct page_point last = {INFINITY, INFINITY};
        for (size_t k = 1; k < path->count; k++)
            block_segment(obstacles, path->points[k - 1], path->points[k], width, &last, arena);
    }
}

void obstacles_end_lines(struct obstacles *obstacles) {
    obstacles->blocked_lines = obstacles->blocked.count;
}

void obstacles_dot(struct obstacles *obstacles, struct page_point at, double radius, struct arena *arena) {
    *LIST_PUSH(arena, &obstacles->dots) = at;
    *LIST_PUSH(arena, &obstacles->dot_radii) = radius;
}

void obstacles_undot(struct obstacles *obstacles, struct page_point at) {
    for (size_t i = 0; i < obstacles->dots.count; i++)
        if (obstacles->dots.items[i].x == at.x && obstacles->dots.items[i].y == at.y)
            obstacles->dot_radii.items[i] = 0;
}

void obstacles_line(struct obstacles *obstacles, struct page_shape line, struct arena *arena) {
    *LIST_PUSH(arena, &obstacles->lines) = line;
}

static bool lies_in(struct page_point at, struct page_box box, double gap) {
    return at.x > box.left - gap && at.x < box.right + gap && at.y > box.top - gap && at.y < box.bottom + gap;
}

static double line_covered(const struct page_shape *line, struct page_box box) {
    double cost = 0;
    for (size_t i = 0; i < line->count; i++)
        for (size_t k = 0; k < line->items[i].count; k += 2)
            cost += lies_in(line->items[i].points[k], box, 0) ? 10 : 0;
    return cost;
}

double obstacles_covered(const struct obstacles *obstacles, struct page_box box) {
    double cost = 0;
    for (size_t i = 0; i < obstacles->blocked.count; i++)
        cost += page_box_meet(box, obstacles->blocked.items[i]) ? 40 : 0;
    for (size_t i = 0; i < obstacles->dots.count; i++)
        cost += lies_in(obstacles->dots.items[i], box, near_dot) ? 60 : 0;
    for (size_t i = 0; i < obstacles->lines.count; i++)
        cost += line_covered(&obstacles->lines.items[i], box);
    return cost;
}

bool obstacles_hold(const struct obstacles *obstacles, struct page_point at, double gap) {
    for (size_t i = 0; i < obstacles->blocked.count; i++)
        if (lies_in(at, obstacles->blocked.items[i], gap))
            return true;
    return false;
}

struct label_obstacles obstacles_of_labels(const struct obstacles *obstacles) {
    return (struct label_obstacles){.blocked = obstacles->blocked.items,
                                    .blocked_count = obstacles->blocked.count,
                                    .crossed_count = obstacles->blocked_lines,
                                    .dots = obstacles->dots.items,
                                    .dot_radii = obstacles->dot_radii.items,
                                    .dot_count = obstacles->dots.count,
                                    .borders = obstacles->lines.items,
                                    .border_count = obstacles->lines.count,
                                    .water = &obstacles->water};
}

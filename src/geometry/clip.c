#include "clip.h"

#include "list.h"

#include <math.h>

enum side { SIDE_LEFT, SIDE_TOP, SIDE_RIGHT, SIDE_BOTTOM, SIDES };

struct page_box clip_extent(struct page_path path) {
    struct page_box extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < path.count; i++) {
        double x = path.points[i].x, y = path.points[i].y; /* compared in place: fmin and fmax are calls */
        extent.left = x < extent.left ? x : extent.left;
        extent.right = x > extent.right ? x : extent.right;
        extent.top = y < extent.top ? y : extent.top;
        extent.bottom = y > extent.bottom ? y : extent.bottom;
    }
    return extent;
}

/* How far inside the side's line the point lies; negative outside. */
static double side_depth(enum side side, struct page_box box, struct page_point point) {
    switch (side) {
    case SIDE_LEFT: return point.x - box.left;
    case SIDE_TOP: return point.y - box.top;
    case SIDE_RIGHT: return box.right - point.x;
    default: return box.bottom - point.y;
    }
}

/* Where a–b crosses the side's line, exactly on it; the same for b–a. */
static struct page_point side_crossing(enum side side, struct page_box box, struct page_point a, struct page_point b) {
    bool swap = a.x > b.x || (a.x == b.x && a.y > b.y);
    struct page_point p = swap ? b : a, q = swap ? a : b;
    double from = side_depth(side, box, p), to = side_depth(side, box, q), t = from / (from - to);
    struct page_point at = {p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)};
    switch (side) {
    case SIDE_LEFT: at.x = box.left; break;
    case SIDE_TOP: at.y = box.top; break;
    case SIDE_RIGHT: at.x = box.right; break;
    default: at.y = box.bottom; break;
    }
    return at;
}

static struct page_path cut_ring(struct page_path ring, enum side side, struct page_box box, struct arena *arena) {
    struct page_path kept = {ARENA_ARRAY(arena, struct page_point, ring.count * 2), 0, true};
    for (size_t i = 0; i < ring.count; i++) {
        struct page_point a = ring.points[i], b = ring.points[i + 1 < ring.count ? i + 1 : 0];
        bool a_inside = side_depth(side, box, a) >= 0, b_inside = side_depth(side, box, b) >= 0;
        if (a_inside)
            kept.points[kept.count++] = a;
        if (a_inside != b_inside)
            kept.points[kept.count++] = side_crossing(side, box, a, b);
    }
    return kept;
}

struct page_path clip_ring(struct page_path ring, struct page_box box, struct arena *arena) {
    static const struct page_path nothing = {NULL, 0, true};
    struct page_box extent = clip_extent(ring);
    if (!(extent.left <= box.right && box.left <= extent.right && extent.top <= box.bottom && box.top <= extent.bottom))
        return nothing;
    const bool outside[SIDES] = {
        extent.left<box.left, extent.top<box.top, extent.right> box.right, extent.bottom> box.bottom};
    for (enum side side = SIDE_LEFT; side < SIDES && ring.count >= 3; side++)
        if (outside[side])
            ring = cut_ring(ring, side, box, arena);
    return ring.count >= 3 ? ring : nothing;
}

/* Narrows *from..*to, the part of a–b inside the box as shares of its length; false if there is none. */
static bool segment_part(struct page_box box, struct page_point a, struct page_point b, double *from, double *to) {
    *from = 0;
    *to = 1;
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        double depth_a = side_depth(side, box, a), depth_b = side_depth(side, box, b);
        if (depth_a < 0 && depth_b < 0)
            return false;
        if (depth_a < 0)
            *from = fmax(*from, depth_a / (depth_a - depth_b));
        else if (depth_b < 0)
            *to = fmin(*to, depth_a / (depth_a - depth_b));
    }
    return *from <= *to;
}

struct piece_builder {
    struct arena *arena;
    struct page_shape *pieces;
    struct page_path piece;
    size_t capacity;
};

static void piece_add(struct piece_builder *builder, struct page_point point) {
    struct page_path *piece = &builder->piece;
    piece->points = list_grow(builder->arena, piece->points, piece->count, &builder->capacity, sizeof *piece->points);
    piece->points[piece->count++] = point;
}

static void piece_end(struct piece_builder *builder) {
    if (builder->piece.count >= 2)
        *LIST_PUSH(builder->arena, builder->pieces) = builder->piece;
    builder->piece = (struct page_path){0};
    builder->capacity = 0;
}

static struct page_point between(struct page_point a, struct page_point b, double share) {
    return (struct page_point){a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

void clip_line(struct page_path line, struct page_box box, struct arena *arena, struct page_shape *pieces) {
    struct piece_builder builder = {arena, pieces, {0}, 0};
    for (size_t i = 1; i < line.count; i++) {
        struct page_point a = line.points[i - 1], b = line.points[i];
        double from, to;
        if (!segment_part(box, a, b, &from, &to)) {
            piece_end(&builder);
            continue;
        }
        if (from > 0)
            piece_end(&builder);
        if (builder.piece.count == 0)
            piece_add(&builder, from > 0 ? between(a, b, from) : a);
        piece_add(&builder, to < 1 ? between(a, b, to) : b);
        if (to < 1)
            piece_end(&builder);
    }
    piece_end(&builder);
}

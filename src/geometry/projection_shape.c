#include "projection_parts.h"

#include "clip.h"
#include "list.h"
#include "simplify.h"

#include <math.h>

/* How far an edge may stray from its true curve, page units. */
static const double bend_limit = 0.15;

/* Of latitude, about. */
static const double metres_a_degree = 111320;

enum { BEND_DEPTH = 8 };

/* What a path goes through on its way to the page. */
struct passage {
    const struct projection *projection;
    struct page_box window;  /* on the page */
    struct page_box degrees; /* part of the Earth that matters; x = lon, y = lat, north at the bottom */
    double straight;         /* degrees: shorter edges are taken as straight on the page */
    double speck;            /* degrees: smaller rings would not show on the page */
    double tolerance;
    struct arena *scratch;
    struct arena *arena;
    struct page_shape *result;
};

/* The part of the Earth that the page shows, with a margin: edges made by cutting to it stay out of sight. */
static struct page_box visible_degrees(const struct projection *projection) {
    struct bounds shown = projection->shown;
    double margin_lon = (shown.east - shown.west) * 0.08 + 0.01, margin_lat = (shown.north - shown.south) * 0.08 + 0.01;
    struct page_box box = {shown.west - margin_lon, fmax(-90, shown.south - margin_lat), shown.east + margin_lon,
                           fmin(90, shown.north + margin_lat)};
    if (box.right - box.left < 359)
        return box;
    double middle = projection->centre.lon, half = projection->seam ? 180 - 1e-7 : INFINITY;
    return (struct page_box){middle - half, box.top, middle + half, box.bottom};
}

/* Data made for Web Mercator ends at 85.0511 degrees; land that reaches so far south goes on to the pole. */
static double to_pole(double lat, bool closed) {
    return closed && lat < -84.99 ? -90 : lat;
}

/*
 * Degrees as a plane without jumps at the antimeridian. An area's edge of a whole turn is one that the data cut along
 * the antimeridian or drew along a pole, and stays.
 */
static struct page_path unwrap(const struct path *path, bool closed, struct arena *scratch) {
    struct page_path plane = {ARENA_ARRAY(scratch, struct page_point, path->count + 2), path->count, closed};
    double turn = 0;
    for (size_t i = 0; i < path->count; i++) {
        double step = i > 0 ? path->points[i].lon - path->points[i - 1].lon : 0;
        double lat = to_pole(path->points[i].lat, closed);
        bool along_pole = lat == -90 && i > 0 && plane.points[i - 1].y == -90;
        if (fabs(step) > 180 && (fabs(step) < 359.99 || !closed) && !along_pole)
            turn -= copysign(360, step);
        plane.points[i] = (struct page_point){path->points[i].lon + turn, lat};
    }
    return plane;
}

/* A ring around a pole does not close in the plane: its ends are led along the pole. */
static void close_around_pole(struct page_path *ring) {
    struct page_point first = ring->points[0], last = ring->points[ring->count - 1];
    if (!ring->closed || fabs(last.x - first.x) < 181 || fabs(last.x - first.x) > 359.99)
        return;
    double sum = 0;
    for (size_t i = 0; i < ring->count; i++)
        sum += ring->points[i].y;
    double pole = copysign(90, sum), end = first.x + copysign(360, last.x - first.x);
    ring->points[ring->count++] = (struct page_point){end, pole};
    ring->points[ring->count++] = (struct page_point){first.x, pole};
}

struct curve {
    struct page_point *items;
    size_t count, capacity;
};

static struct page_point to_page(const struct passage *passage, struct page_point degrees) {
    struct lonlat point = {degrees.x, degrees.y};
    struct page_point page;
    projection_forward(passage->projection, &point, 1, &page);
    return page;
}

/* Adds the points that the edge needs between its ends (a and b in degrees, from and to on the page). */
static void curve_bend(const struct passage *passage, struct curve *curve, struct page_point a, struct page_point b,
                       struct page_point from, struct page_point to, int depth) {
    struct page_point middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    struct page_point at = to_page(passage, middle);
    double stray = hypot(at.x - (from.x + to.x) / 2, at.y - (from.y + to.y) / 2);
    bool long_edge = fabs(b.x - a.x) > 20 || fabs(b.y - a.y) > 20; /* its middle may lie well by chance */
    if (depth == 0 || (stray < bend_limit && !long_edge))
        return;
    curve_bend(passage, curve, a, middle, from, at, depth - 1);
    *LIST_PUSH(passage->scratch, curve) = at;
    curve_bend(passage, curve, middle, b, at, to, depth - 1);
}

static void curve_edge(const struct passage *passage, struct curve *curve, struct page_point a, struct page_point b,
                       struct page_point from, struct page_point to) {
    if (fabs(b.x - a.x) > passage->straight || fabs(b.y - a.y) > passage->straight)
        curve_bend(passage, curve, a, b, from, to, BEND_DEPTH);
}

/* The path on the page, in points dense enough; points that cannot be projected are NaN. */
static struct page_path project(const struct passage *passage, struct page_path plane) {
    struct curve curve = {ARENA_ARRAY(passage->scratch, struct page_point, plane.count + 1), 0, plane.count + 1};
    struct page_point from = {NAN, NAN};
    for (size_t i = 0; i < plane.count + (plane.closed ? 1 : 0); i++) {
        struct page_point b = plane.points[i % plane.count];
        struct page_point to = i < plane.count ? to_page(passage, b) : curve.items[0];
        if (i > 0)
            curve_edge(passage, &curve, plane.points[i - 1], b, from, to);
        if (i < plane.count)
            *LIST_PUSH(passage->scratch, &curve) = to;
        from = to;
    }
    return (struct page_path){curve.items, curve.count, plane.closed};
}

static struct page_path path_copy(struct page_path path, struct arena *arena) {
    struct page_path copy = {ARENA_ARRAY(arena, struct page_point, path.count), path.count, path.closed};
    for (size_t i = 0; i < path.count; i++)
        copy.points[i] = path.points[i];
    return copy;
}

/* An area that holds the point opposite the middle of an azimuthal world would be drawn inside out. */
static bool holds_antipode(const struct passage *passage, struct page_path plane) {
    const struct projection *projection = passage->projection;
    if (projection->seam || projection->shown.east - projection->shown.west < 360)
        return false;
    struct page_point antipode = {projection->origin.lon + (projection->origin.lon > 0 ? -180 : 180),
                                  fmax(-89.999, fmin(89.999, -projection->origin.lat))};
    struct page_shape ring = {&plane, 1, 1};
    return page_shape_contains(&ring, antipode);
}

static void pass_ring(const struct passage *passage, struct page_path plane) {
    struct page_path ring = clip_ring(plane, passage->degrees, passage->scratch);
    if (ring.count < 3 || holds_antipode(passage, ring))
        return;
    ring = project(passage, ring);
    size_t kept = 0;
    for (size_t i = 0; i < ring.count; i++)
        if (!isnan(ring.points[i].x))
            ring.points[kept++] = ring.points[i];
    ring.count = kept;
    ring = simplify_path(ring, passage->tolerance, passage->scratch);
    ring = clip_ring(ring, passage->window, passage->scratch);
    if (ring.count >= 3)
        *LIST_PUSH(passage->arena, passage->result) = path_copy(ring, passage->arena);
}

/* One run of points that could all be projected. */
static void pass_run(const struct passage *passage, struct page_path run) {
    if (run.count < 2)
        return;
    run = simplify_path(run, passage->tolerance, passage->scratch);
    struct page_shape pieces = {0};
    clip_line(run, passage->window, passage->scratch, &pieces);
    for (size_t i = 0; i < pieces.count; i++)
        *LIST_PUSH(passage->arena, passage->result) = path_copy(pieces.items[i], passage->arena);
}

static void pass_line(const struct passage *passage, struct page_path plane) {
    struct page_shape pieces = {0};
    clip_line(plane, passage->degrees, passage->scratch, &pieces);
    for (size_t i = 0; i < pieces.count; i++) {
        struct page_path line = project(passage, pieces.items[i]);
        size_t start = 0;
        for (size_t k = 0; k <= line.count; k++) {
            if (k < line.count && !isnan(line.points[k].x))
                continue;
            pass_run(passage, (struct page_path){line.points + start, k - start, false});
            start = k + 1;
        }
    }
}

static void pass_points(const struct passage *passage, const struct path *path) {
    struct page_path kept = {ARENA_ARRAY(passage->arena, struct page_point, path->count), 0, false};
    const struct page_box *window = &passage->window;
    for (size_t i = 0; i < path->count; i++) {
        struct page_point at;
        projection_forward(passage->projection, &path->points[i], 1, &at);
        if (at.x >= window->left && at.x <= window->right && at.y >= window->top && at.y <= window->bottom)
            kept.points[kept.count++] = at;
    }
    if (kept.count > 0)
        *LIST_PUSH(passage->arena, passage->result) = kept;
}

/* Lets the path pass, and its images a turn to the west and east where they too come into sight. */
static void pass_path(const struct passage *passage, const struct path *path, bool area) {
    if (path->count < (area ? 3u : 2u))
        return;
    struct page_path plane = unwrap(path, area, passage->scratch);
    close_around_pole(&plane);
    struct page_box extent = clip_extent(plane);
    if (area && extent.right - extent.left < passage->speck && extent.bottom - extent.top < passage->speck)
        return;
    bool whole_turn = isinf(passage->degrees.left);
    for (int turn = whole_turn ? 0 : -2, last = -turn; turn <= last; turn++) {
        double shift = turn * 360.0;
        if (extent.right + shift < passage->degrees.left || extent.left + shift > passage->degrees.right)
            continue;
        struct page_path image = shift != 0 ? path_copy(plane, passage->scratch) : plane;
        for (size_t i = 0; shift != 0 && i < image.count; i++)
            image.points[i].x += shift;
        if (area)
            pass_ring(passage, image);
        else
            pass_line(passage, image);
    }
}

void projection_shape(const struct projection *projection, const struct shape *shape, struct page_box window,
                      double tolerance, struct arena *arena, struct page_shape *result) {
    struct page_box degrees = visible_degrees(projection);
    double height = degrees.bottom - degrees.top;
    struct passage passage = {.projection = projection,
                              .window = window,
                              .degrees = degrees,
                              .straight = fmin(height / 60, 1),
                              .speck = tolerance / (projection->scale * metres_a_degree),
                              .tolerance = tolerance,
                              .scratch = arena_open(),
                              .arena = arena,
                              .result = result};
    for (size_t i = 0; i < shape->count; i++)
        if (shape->kind == SHAPE_POINTS)
            pass_points(&passage, &shape->paths[i]);
        else
            pass_path(&passage, &shape->paths[i], shape->kind == SHAPE_AREA);
    arena_close(passage.scratch);
}

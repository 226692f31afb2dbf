#include "flatgeobuf_shape.h"

#include "list.h"

enum { FIELD_ENDS, FIELD_POINTS, FIELD_PARTS = 7 };
enum { POINT = 1, LINE, POLYGON, POINTS, LINES, POLYGONS };

/* Two numbers of eight bytes. */
enum { POINT_SIZE = 16 };

bool flat_shape_knows(unsigned type) {
    return type >= POINT && type <= POLYGONS;
}

static struct lonlat point_at(struct flat_vector points, size_t index) {
    const char *at = points.items + index * POINT_SIZE;
    return (struct lonlat){flat_double(at), flat_double(at + 8)};
}

/* The points, or those of the part with this number; its end is in numbers of points. */
struct strokes {
    struct flat_vector points, ends;
};

static struct strokes strokes_of(const struct flat_table *geometry) {
    struct strokes strokes = {flat_list(geometry, FIELD_POINTS, 8), flat_list(geometry, FIELD_ENDS, 4)};
    strokes.points.count /= 2;
    return strokes;
}

static size_t strokes_count(const struct strokes *strokes) {
    return strokes->ends.count > 0 ? strokes->ends.count : strokes->points.count > 0;
}

/* Empty where the ends do not rise or leave the points. */
static struct flat_vector stroke_at(const struct strokes *strokes, size_t index) {
    if (strokes->ends.count == 0)
        return strokes->points;
    size_t start = index > 0 ? flat_u32(strokes->ends.items + (index - 1) * 4) : 0;
    size_t end = flat_u32(strokes->ends.items + index * 4);
    if (start >= end || end > strokes->points.count)
        return (struct flat_vector){0};
    return (struct flat_vector){strokes->points.items + start * POINT_SIZE, end - start};
}

static bool is_inside(struct lonlat point, struct bounds box) {
    return point.lon >= box.west && point.lon <= box.east && point.lat >= box.south && point.lat <= box.north;
}

/* The side of the line from a to b on which a corner lies. */
static double side_of(struct lonlat a, struct lonlat b, double lon, double lat) {
    return (b.lon - a.lon) * (lat - a.lat) - (b.lat - a.lat) * (lon - a.lon);
}

/* Whether an edge whose ends lie outside crosses the box: their extents meet, and its corners lie on both sides. */
static bool edge_crosses(struct lonlat a, struct lonlat b, struct bounds box) {
    if ((a.lon < box.west && b.lon < box.west) || (a.lon > box.east && b.lon > box.east) ||
        (a.lat < box.south && b.lat < box.south) || (a.lat > box.north && b.lat > box.north))
        return false;
    double corners[] = {side_of(a, b, box.west, box.south), side_of(a, b, box.east, box.south),
                        side_of(a, b, box.west, box.north), side_of(a, b, box.east, box.north)};
    bool left = false, right = false;
    for (int i = 0; i < 4; i++) {
        left = left || corners[i] >= 0;
        right = right || corners[i] <= 0;
    }
    return left && right;
}

static bool stroke_meets(struct flat_vector stroke, struct bounds box) {
    struct lonlat before = {0};
    for (size_t i = 0; i < stroke.count; i++) {
        struct lonlat point = point_at(stroke, i);
        if (is_inside(point, box) || (i > 0 && edge_crosses(before, point, box)))
            return true;
        before = point;
    }
    return false;
}

/* Whether a ray to the east from the point crosses the ring an odd number of times. */
static bool ring_turns(struct flat_vector ring, struct lonlat point) {
    bool odd = false;
    struct lonlat before = ring.count > 0 ? point_at(ring, ring.count - 1) : (struct lonlat){0};
    for (size_t i = 0; i < ring.count; i++) {
        struct lonlat next = point_at(ring, i);
        if ((before.lat > point.lat) != (next.lat > point.lat) &&
            point.lon < before.lon + (point.lat - before.lat) / (next.lat - before.lat) * (next.lon - before.lon))
            odd = !odd;
        before = next;
    }
    return odd;
}

static bool strokes_meet(const struct flat_table *geometry, bool area, struct bounds box) {
    struct strokes strokes = strokes_of(geometry);
    bool around = false;
    for (size_t i = 0; i < strokes_count(&strokes); i++) {
        struct flat_vector stroke = stroke_at(&strokes, i);
        if (stroke_meets(stroke, box))
            return true;
        around ^= area && ring_turns(stroke, (struct lonlat){box.west, box.south});
    }
    return around;
}

static bool points_meet(const struct flat_table *geometry, struct bounds box) {
    struct strokes strokes = strokes_of(geometry);
    for (size_t i = 0; i < strokes.points.count; i++)
        if (is_inside(point_at(strokes.points, i), box))
            return true;
    return false;
}

bool flat_shape_meets(const struct flat_table *geometry, unsigned type, struct bounds box) {
    if (type == POINT || type == POINTS)
        return points_meet(geometry, box);
    if (type != POLYGONS)
        return strokes_meet(geometry, type == POLYGON, box);
    struct flat_vector parts = flat_list(geometry, FIELD_PARTS, 4);
    struct flat_table part;
    for (size_t i = 0; i < parts.count; i++)
        if (flat_item(geometry, parts, i, &part) && strokes_meet(&part, true, box))
            return true;
    return false;
}

static void add_path(struct flat_vector stroke, bool ring, double shift, struct arena *arena, struct shape *shape) {
    if (stroke.count == 0)
        return;
    struct path path = {ARENA_ARRAY(arena, struct lonlat, stroke.count), stroke.count};
    for (size_t i = 0; i < stroke.count; i++) {
        path.points[i] = point_at(stroke, i);
        path.points[i].lon += shift;
    }
    struct lonlat first = path.points[0], last = path.points[path.count - 1];
    if (ring && path.count > 1 && first.lon == last.lon && first.lat == last.lat)
        path.count--;
    shape->paths = list_grow(arena, shape->paths, shape->count, &shape->capacity, sizeof *shape->paths);
    shape->paths[shape->count++] = path;
}

static void add_strokes(const struct flat_table *geometry, bool area, double shift, struct arena *arena,
                        struct shape *shape) {
    struct strokes strokes = strokes_of(geometry);
    for (size_t i = 0; i < strokes_count(&strokes); i++)
        add_path(stroke_at(&strokes, i), area, shift, arena, shape);
}

static void add_points(const struct flat_table *geometry, double shift, struct arena *arena, struct shape *shape) {
    struct strokes strokes = strokes_of(geometry);
    for (size_t i = 0; i < strokes.points.count; i++)
        add_path((struct flat_vector){strokes.points.items + i * POINT_SIZE, 1}, false, shift, arena, shape);
}

void flat_shape_add(const struct flat_table *geometry, unsigned type, double shift, struct arena *arena,
                    struct shape *shape) {
    bool area = type == POLYGON || type == POLYGONS, points = type == POINT || type == POINTS;
    shape->kind = points ? SHAPE_POINTS : area ? SHAPE_AREA : SHAPE_LINES;
    if (points)
        add_points(geometry, shift, arena, shape);
    else if (type != POLYGONS)
        add_strokes(geometry, area, shift, arena, shape);
    struct flat_vector parts = type == POLYGONS ? flat_list(geometry, FIELD_PARTS, 4) : (struct flat_vector){0};
    struct flat_table part;
    for (size_t i = 0; i < parts.count; i++)
        if (flat_item(geometry, parts, i, &part))
            add_strokes(&part, true, shift, arena, shape);
}

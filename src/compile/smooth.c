#include "smooth.h"

#include <math.h>

static struct page_point quarter(struct page_point from, struct page_point to) {
    return (struct page_point){from.x + (to.x - from.x) / 4, from.y + (to.y - from.y) / 4};
}

/* An edge of more than half a turn is a step over the antimeridian, and stays as it is. */
static bool is_long(struct page_point a, struct page_point b, double fine) {
    return fabs(b.x - a.x) <= 180 && hypot(b.x - a.x, b.y - a.y) > fine;
}

static struct page_path smooth_once(struct page_path path, double fine, struct arena *arena) {
    struct page_path result = {ARENA_ARRAY(arena, struct page_point, 2 * path.count), 0, path.closed};
    for (size_t i = 0; i < path.count; i++) {
        struct page_point here = path.points[i];
        struct page_point before = path.points[(i + path.count - 1) % path.count];
        struct page_point after = path.points[(i + 1) % path.count];
        bool end = !path.closed && (i == 0 || i + 1 == path.count);
        if (end || !is_long(before, here, fine) || !is_long(here, after, fine)) {
            result.points[result.count++] = here;
        } else {
            result.points[result.count++] = quarter(here, before);
            result.points[result.count++] = quarter(here, after);
        }
    }
    return result;
}

struct page_path smooth_path(struct page_path path, double fine, int rounds, struct arena *arena) {
    for (int i = 0; i < rounds && path.count >= 3; i++)
        path = smooth_once(path, fine, arena);
    return path;
}

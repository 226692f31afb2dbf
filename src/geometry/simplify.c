#include "simplify.h"

#include <math.h>
#include <stdint.h>

/* A point that may go, in a heap with the smallest triangle on top. Stale once the triangle has changed. */
struct removal {
    double area;
    uint32_t point;
};

struct simplification {
    const struct page_point *points;
    uint32_t *before, *after;
    double *areas; /* < 0: the point is gone or must stay */
    struct removal *heap;
    size_t heap_count;
    double limit;
};

/* Ties are broken by place, not by position in the path. */
static bool removal_first(const struct simplification *work, struct removal a, struct removal b) {
    if (a.area != b.area)
        return a.area < b.area;
    struct page_point p = work->points[a.point], q = work->points[b.point];
    if (p.x != q.x)
        return p.x < q.x;
    return p.y < q.y || (p.y == q.y && a.point < b.point);
}

static void heap_push(struct simplification *work, struct removal removal) {
    size_t at = work->heap_count++;
    while (at > 0 && removal_first(work, removal, work->heap[(at - 1) / 2])) {
        work->heap[at] = work->heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    work->heap[at] = removal;
}

static struct removal heap_pop(struct simplification *work) {
    struct removal top = work->heap[0], last = work->heap[--work->heap_count];
    size_t at = 0;
    for (size_t child = 1; child < work->heap_count; child = 2 * at + 1) {
        if (child + 1 < work->heap_count && removal_first(work, work->heap[child + 1], work->heap[child]))
            child++;
        if (!removal_first(work, work->heap[child], last))
            break;
        work->heap[at] = work->heap[child];
        at = child;
    }
    work->heap[at] = last;
    return top;
}

/* Twice the same area for a, b, c and c, b, a, to the last bit. */
static double triangle_area(struct page_point a, struct page_point b, struct page_point c) {
    bool swap = a.x > c.x || (a.x == c.x && a.y > c.y);
    struct page_point p = swap ? c : a, q = swap ? a : c;
    return fabs((b.x - p.x) * (q.y - p.y) - (q.x - p.x) * (b.y - p.y)) / 2;
}

/* Measures the point's triangle anew, at least as large as `least`, the one that went before it. */
static void point_measure(struct simplification *work, uint32_t i, double least) {
    double area = triangle_area(work->points[work->before[i]], work->points[i], work->points[work->after[i]]);
    work->areas[i] = area > least ? area : least;
    if (work->areas[i] < work->limit)
        heap_push(work, (struct removal){work->areas[i], i});
}

static void simplification_start(struct simplification *work, struct page_path path, struct arena *arena) {
    size_t count = path.count;
    work->points = path.points;
    work->before = ARENA_ARRAY(arena, uint32_t, count);
    work->after = ARENA_ARRAY(arena, uint32_t, count);
    work->areas = ARENA_ARRAY(arena, double, count);
    work->heap = ARENA_ARRAY(arena, struct removal, count * 3); /* each point once, and two for each that goes */
    for (size_t i = 0; i < count; i++) {
        work->before[i] = (uint32_t)(i > 0 ? i - 1 : count - 1);
        work->after[i] = (uint32_t)(i + 1 < count ? i + 1 : 0);
    }
    for (size_t i = 0; i < count; i++)
        if (!path.closed && (i == 0 || i + 1 == count))
            work->areas[i] = INFINITY;
        else
            point_measure(work, (uint32_t)i, 0);
}

/* Takes points out until none is small enough; returns how many are left. */
static size_t simplification_run(struct simplification *work, size_t count, size_t least) {
    while (work->heap_count > 0 && count > least) {
        struct removal next = heap_pop(work);
        if (work->areas[next.point] != next.area)
            continue;
        uint32_t before = work->before[next.point], after = work->after[next.point];
        work->areas[next.point] = -1;
        work->after[before] = after;
        work->before[after] = before;
        count--;
        if (work->areas[before] < INFINITY)
            point_measure(work, before, next.area);
        if (work->areas[after] < INFINITY)
            point_measure(work, after, next.area);
    }
    return count;
}

struct page_path simplify_path(struct page_path path, double tolerance, struct arena *arena) {
    size_t least = path.closed ? 3 : 2;
    if (path.count <= least || path.count > UINT32_MAX / 4 || tolerance <= 0)
        return path;
    struct simplification work = {.limit = tolerance * tolerance};
    simplification_start(&work, path, arena);
    size_t left = simplification_run(&work, path.count, least);
    if (left == path.count)
        return path;
    struct page_path result = {ARENA_ARRAY(arena, struct page_point, left), 0, path.closed};
    for (size_t i = 0; i < path.count; i++)
        if (work.areas[i] >= 0)
            result.points[result.count++] = path.points[i];
    return result;
}

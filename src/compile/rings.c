/* Stitching: arcs of one country → closed rings → polygons with holes. */
#include "arcs.h"
#include "list.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Slivers that the sources leave out between neighbours are this long at most. */
static const double WIDEST_GAP_DEGREES = 0.06;

/* One end of an open arc. */
struct arc_end {
    struct page_point at;
    size_t arc;
};

struct ring {
    struct page_path path;
    bool inland; /* made of borders only: may be an enclave */
    double km2;
    size_t depth;  /* rings of the country around it */
    size_t parent; /* the smallest of them */
};

struct ring_list {
    struct ring *items;
    size_t count, capacity;
};

struct stitching {
    struct text code;
    struct arena *arena;
    const struct arc **arcs;
    bool *used;
    size_t count;
    struct arc_end *ends; /* two an open arc, sorted by position */
    size_t end_count;
    struct ring_list rings;
};

static int by_position(const void *a, const void *b) {
    const struct arc_end *p = a, *q = b;
    int x = (p->at.x > q->at.x) - (p->at.x < q->at.x);
    int y = (p->at.y > q->at.y) - (p->at.y < q->at.y);
    int arc = (p->arc > q->arc) - (p->arc < q->arc);
    return x ? x : y ? y : arc;
}

static bool same(struct page_point a, struct page_point b) {
    return a.x == b.x && a.y == b.y;
}

static struct page_point first_point(const struct arc *arc) {
    return arc->path.points[0];
}

static struct page_point last_point(const struct arc *arc) {
    return arc->path.points[arc->path.count - 1];
}

static void collect_ends(struct stitching *stitching) {
    stitching->ends = ARENA_ARRAY(stitching->arena, struct arc_end, 2 * stitching->count + 1);
    for (size_t i = 0; i < stitching->count; i++) {
        if (!stitching->arcs[i]->path.closed) {
            stitching->ends[stitching->end_count++] = (struct arc_end){first_point(stitching->arcs[i]), i};
            stitching->ends[stitching->end_count++] = (struct arc_end){last_point(stitching->arcs[i]), i};
        }
    }
    qsort(stitching->ends, stitching->end_count, sizeof *stitching->ends, by_position);
}

/* An unused arc that begins or ends at the point; `count` if there is none. */
static size_t find_next(const struct stitching *stitching, struct page_point at) {
    size_t low = 0, high = stitching->end_count;
    struct arc_end wanted = {at, 0};
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (by_position(&stitching->ends[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < stitching->end_count && same(stitching->ends[low].at, at); low++)
        if (!stitching->used[stitching->ends[low].arc])
            return stitching->ends[low].arc;
    return stitching->count;
}

/* The unused arc whose end lies nearest to `at`, within a gap that slivers of the source leave; `count` if there is
 * none. */
static size_t find_near(const struct stitching *stitching, struct page_point at, struct page_point *end) {
    size_t nearest = stitching->count;
    double least = WIDEST_GAP_DEGREES;
    for (size_t i = 0; i < stitching->end_count; i++) {
        struct page_point there = stitching->ends[i].at;
        double distance = hypot(there.x - at.x, there.y - at.y);
        if (!stitching->used[stitching->ends[i].arc] && distance < least) {
            least = distance;
            nearest = stitching->ends[i].arc;
            *end = there;
        }
    }
    return nearest;
}

struct points {
    struct page_point *items;
    size_t count, capacity;
};

/* Adds the arc's points from `at` on, without its last one; returns that. */
static struct page_point append(struct points *points, const struct arc *arc, struct page_point at,
                                struct arena *arena) {
    bool forwards = same(first_point(arc), at);
    size_t count = arc->path.count;
    for (size_t i = 0; i + 1 < count; i++)
        *LIST_PUSH(arena, points) = arc->path.points[forwards ? i : count - 1 - i];
    return forwards ? last_point(arc) : first_point(arc);
}

/*
 * The arc after `at` on the way back to `begin`: one that ends there, else the nearest across a gap (*at moves over
 * it). `count` and *at = begin where the ring closes across a gap; `count` alone where it stays open.
 */
static size_t step(const struct stitching *stitching, struct page_point begin, struct page_point *at) {
    size_t next = find_next(stitching, *at);
    struct page_point across = *at;
    if (next < stitching->count)
        return next;
    if (hypot(begin.x - at->x, begin.y - at->y) < WIDEST_GAP_DEGREES) {
        *at = begin;
        return next;
    }
    next = find_near(stitching, *at, &across);
    *at = across;
    return next;
}

static void add_ring(struct stitching *stitching, const struct points *points, bool inland) {
    if (points->count >= 3) {
        struct page_path path = {points->items, points->count, true};
        *LIST_PUSH(stitching->arena, &stitching->rings) =
            (struct ring){.path = path, .inland = inland, .km2 = arcs_ring_km2(path)};
    }
}

static bool follow(struct stitching *stitching, size_t start, struct error *error) {
    struct points points = {0};
    struct page_point begin = first_point(stitching->arcs[start]), at = begin;
    bool inland = true;
    size_t next = start;
    do {
        stitching->used[next] = true;
        inland = inland && stitching->arcs[next]->b.size > 0;
        at = append(&points, stitching->arcs[next], at, stitching->arena);
        if (!same(at, begin))
            next = step(stitching, begin, &at);
        if (!same(at, begin) && next == stitching->count) {
            return error_set(error, ERROR_INPUT, "the outline of %.*s stays open at %.4f %.4f",
                             TEXT_ARGS(stitching->code), at.x, at.y);
        }
    } while (!same(at, begin));
    add_ring(stitching, &points, inland);
    return true;
}

static bool make_rings(struct stitching *stitching, struct error *error) {
    for (size_t i = 0; i < stitching->count; i++) {
        const struct arc *arc = stitching->arcs[i];
        if (arc->path.closed && !stitching->used[i]) {
            stitching->used[i] = true;
            *LIST_PUSH(stitching->arena, &stitching->rings) =
                (struct ring){.path = arc->path, .inland = arc->b.size > 0, .km2 = arcs_ring_km2(arc->path)};
        } else if (!stitching->used[i] && !follow(stitching, i, error)) {
            return false;
        }
    }
    return true;
}

static int by_size(const void *a, const void *b) {
    const struct ring *p = a, *q = b;
    int size = (p->km2 < q->km2) - (p->km2 > q->km2);
    struct page_point s = p->path.points[0], t = q->path.points[0];
    int x = (s.x > t.x) - (s.x < t.x), y = (s.y > t.y) - (s.y < t.y);
    return size ? size : x ? x : y;
}

/* Even-odd test at the middle of the ring's first edge, which lies on no other ring's vertex. */
static bool lies_in(const struct ring *ring, const struct ring *other) {
    struct page_point p = ring->path.points[0], q = ring->path.points[1];
    struct page_point middle = {(p.x + q.x) / 2, (p.y + q.y) / 2};
    struct page_path paths[] = {other->path};
    struct page_shape shape = {paths, 1, 1};
    return page_shape_contains(&shape, middle);
}

/* How deep each inland ring lies in the others; rings are sorted by size, so those around it come before. */
static void nest(struct ring_list *rings) {
    for (size_t i = 0; i < rings->count; i++) {
        struct ring *ring = &rings->items[i];
        for (size_t k = 0; ring->inland && k < i; k++) {
            if (lies_in(ring, &rings->items[k])) {
                ring->depth++;
                ring->parent = k;
            }
        }
    }
}

static void make_polygons(struct stitching *stitching, struct country_polygons *polygons) {
    struct ring_list *rings = &stitching->rings;
    if (rings->count > 0)
        qsort(rings->items, rings->count, sizeof *rings->items, by_size);
    nest(rings);
    for (size_t i = 0; i < rings->count; i++) {
        if (rings->items[i].depth % 2 == 1)
            continue;
        struct country_polygon polygon = {.code = stitching->code, .km2 = rings->items[i].km2};
        polygon.rings = ARENA_ARRAY(stitching->arena, struct page_path, rings->count - i);
        polygon.rings[polygon.count++] = rings->items[i].path;
        for (size_t k = i + 1; k < rings->count; k++)
            if (rings->items[k].depth % 2 == 1 && rings->items[k].parent == i)
                polygon.rings[polygon.count++] = rings->items[k].path;
        *LIST_PUSH(stitching->arena, polygons) = polygon;
    }
}

static int by_text(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* All country codes, sorted, once each; returns how many. */
static size_t list_codes(const struct arcs *arcs, struct arena *arena, struct text **codes) {
    struct text *all = ARENA_ARRAY(arena, struct text, 2 * arcs->count + 1);
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < arcs->count; i++) {
        all[count++] = arcs->items[i].a;
        all[count] = arcs->items[i].b;
        count += arcs->items[i].b.size > 1;
    }
    if (count > 0)
        qsort(all, count, sizeof *all, by_text);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !text_equal(all[kept - 1], all[i]))
            all[kept++] = all[i];
    *codes = all;
    return kept;
}

static bool stitch_country(const struct arcs *arcs, struct text code, struct arena *arena,
                           struct country_polygons *polygons, struct error *error) {
    struct stitching stitching = {.code = code, .arena = arena};
    stitching.arcs = ARENA_ARRAY(arena, const struct arc *, arcs->count);
    for (size_t i = 0; i < arcs->count; i++)
        if (text_equal(arcs->items[i].a, code) || text_equal(arcs->items[i].b, code))
            stitching.arcs[stitching.count++] = &arcs->items[i];
    stitching.used = ARENA_ARRAY(arena, bool, stitching.count + 1);
    collect_ends(&stitching);
    if (!make_rings(&stitching, error))
        return false;
    make_polygons(&stitching, polygons);
    return true;
}

bool arcs_stitch(const struct arcs *arcs, struct arena *arena, struct country_polygons *polygons, struct error *error) {
    struct text *codes;
    struct country_polygons found = {0};
    size_t count = list_codes(arcs, arena, &codes);
    for (size_t i = 0; i < count; i++)
        if (!stitch_country(arcs, codes[i], arena, &found, error))
            return false;
    *polygons = found;
    return true;
}

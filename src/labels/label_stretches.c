#include "label_stretches.h"

#include "label_box.h"
#include "list.h"

#include <stdlib.h>

/* Pieces that are looked at, the longest. */
enum { PIECES_LIMIT = 400 };

/* Ends nearer than this meet, page units. */
static const double joint = 0.6;

/* A path under construction: points of joined pieces in order. */
struct stretch {
    struct page_point *items;
    size_t count, capacity;
};

static double length_of(const struct page_path *path) {
    double length = 0;
    for (size_t i = 1; i < path->count; i++)
        length += label_length(path->points[i - 1], path->points[i]);
    return length;
}

static struct page_point end_of(const struct page_path *path, bool last) {
    return path->points[last ? path->count - 1 : 0];
}

/* Cosine of the turn from the stretch's end into the piece, entered at its first or last point; 1 = straight on. */
static double straightness(const struct stretch *stretch, const struct page_path *piece, bool from_last) {
    struct page_point here = stretch->items[stretch->count - 1], before = stretch->items[stretch->count - 2];
    struct page_point next = piece->points[from_last ? piece->count - 2 : 1];
    double lengths = label_length(before, here) * label_length(here, next);
    double dot = (here.x - before.x) * (next.x - here.x) + (here.y - before.y) * (next.y - here.y);
    return lengths > 0 ? dot / lengths : 0;
}

/* The unused piece that goes on from the stretch's end most nearly straight; count if there is none. */
static size_t find_next(const struct page_shape *line, const bool *used, const struct stretch *stretch,
                        bool *from_last) {
    size_t found = line->count;
    double best = -0.5;
    for (size_t i = 0; i < line->count; i++)
        for (int last = 0; last < 2; last++) {
            const struct page_path *piece = &line->items[i];
            if (used[i] || piece->count < 2 ||
                label_length(end_of(piece, last), stretch->items[stretch->count - 1]) > joint)
                continue;
            double straight = straightness(stretch, piece, last);
            if (straight > best) {
                best = straight;
                found = i;
                *from_last = last;
            }
        }
    return found;
}

static void append(struct stretch *stretch, const struct page_path *piece, bool from_last, struct arena *arena) {
    for (size_t i = stretch->count > 0 ? 1 : 0; i < piece->count; i++)
        *LIST_PUSH(arena, stretch) = piece->points[from_last ? piece->count - 1 - i : i];
}

static void turn_round(struct stretch *stretch) {
    for (size_t i = 0; i < stretch->count / 2; i++) {
        struct page_point point = stretch->items[i];
        stretch->items[i] = stretch->items[stretch->count - 1 - i];
        stretch->items[stretch->count - 1 - i] = point;
    }
}

/* Takes pieces at both ends of the first one until none fits. */
static struct page_path grow(const struct page_shape *line, bool *used, size_t first, struct arena *arena) {
    struct stretch stretch = {0};
    append(&stretch, &line->items[first], false, arena);
    used[first] = true;
    for (int end = 0; end < 2; end++) {
        bool from_last = false;
        for (size_t next = find_next(line, used, &stretch, &from_last); next < line->count;
             next = find_next(line, used, &stretch, &from_last)) {
            append(&stretch, &line->items[next], from_last, arena);
            used[next] = true;
        }
        turn_round(&stretch);
    }
    return (struct page_path){stretch.items, stretch.count, false};
}

static int compare_lengths(const void *a, const void *b) {
    const struct page_path *x = a, *y = b;
    double p = length_of(x), q = length_of(y);
    if (p != q)
        return p > q ? -1 : 1;
    if (x->points[0].x != y->points[0].x)
        return x->points[0].x < y->points[0].x ? -1 : 1;
    return x->points[0].y < y->points[0].y ? -1 : x->points[0].y > y->points[0].y;
}

/* A copy of the line with its longest pieces first, as many as are looked at. */
static struct page_shape longest_first(const struct page_shape *line, struct arena *arena) {
    struct page_shape sorted = {ARENA_ARRAY(arena, struct page_path, line->count), 0, line->count};
    for (size_t i = 0; i < line->count; i++)
        if (line->items[i].count >= 2)
            sorted.items[sorted.count++] = line->items[i];
    if (sorted.count > 1)
        qsort(sorted.items, sorted.count, sizeof *sorted.items, compare_lengths);
    sorted.count = sorted.count < PIECES_LIMIT ? sorted.count : PIECES_LIMIT;
    return sorted;
}

struct page_shape label_stretches(const struct page_shape *line, struct arena *arena) {
    struct page_shape pieces = longest_first(line, arena), stretches = {0};
    bool *used = ARENA_ARRAY(arena, bool, pieces.count);
    for (size_t i = 0; i < pieces.count; i++)
        if (!used[i])
            *LIST_PUSH(arena, &stretches) = grow(&pieces, used, i, arena);
    if (stretches.count > 1)
        qsort(stretches.items, stretches.count, sizeof *stretches.items, compare_lengths);
    return stretches;
}

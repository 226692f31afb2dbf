/* Chains: pieces of one border or coast, put end to end again. */
#include "arcs.h"
#include "list.h"

#include <stdlib.h>
#include <string.h>

/* One end of an open arc: where it is, and whose. */
struct chain_end {
    struct text a, b;
    struct page_point at;
    size_t arc;
};

/* Which arc goes on where each one ends; NOWHERE where none does, or more than one. */
struct links {
    size_t *next;
    bool *continues; /* whether the arc goes on from another */
};

static const size_t NOWHERE = (size_t)-1;

static int by_place(const struct chain_end *p, const struct chain_end *q) {
    int a = text_compare(p->a, q->a), b = text_compare(p->b, q->b);
    int x = (p->at.x > q->at.x) - (p->at.x < q->at.x);
    int y = (p->at.y > q->at.y) - (p->at.y < q->at.y);
    return a ? a : b ? b : x ? x : y;
}

static int by_place_and_arc(const void *a, const void *b) {
    const struct chain_end *p = a, *q = b;
    int place = by_place(p, q);
    return place ? place : (p->arc > q->arc) - (p->arc < q->arc);
}

/* The first (last: the last) points of all open arcs, sorted. */
static struct chain_end *sorted_ends(const struct arcs *arcs, bool last, struct arena *arena, size_t *count) {
    struct chain_end *ends = ARENA_ARRAY(arena, struct chain_end, arcs->count + 1);
    *count = 0;
    for (size_t i = 0; i < arcs->count; i++) {
        const struct arc *arc = &arcs->items[i];
        if (!arc->path.closed) {
            struct page_point at = arc->path.points[last ? arc->path.count - 1 : 0];
            ends[(*count)++] = (struct chain_end){arc->a, arc->b, at, i};
        }
    }
    qsort(ends, *count, sizeof *ends, by_place_and_arc);
    return ends;
}

static size_t run_length(const struct chain_end *ends, size_t count, size_t from) {
    size_t to = from;
    while (to < count && by_place(&ends[from], &ends[to]) == 0)
        to++;
    return to - from;
}

static struct links link_arcs(const struct arcs *arcs, struct arena *arena) {
    size_t count;
    struct chain_end *starts = sorted_ends(arcs, false, arena, &count);
    struct chain_end *stops = sorted_ends(arcs, true, arena, &count);
    struct links links = {ARENA_ARRAY(arena, size_t, arcs->count + 1), ARENA_ARRAY(arena, bool, arcs->count + 1)};
    for (size_t i = 0; i < arcs->count; i++) {
        links.next[i] = NOWHERE;
        links.continues[i] = false;
    }
    for (size_t i = 0, j = 0; i < count && j < count;) {
        int order = by_place(&stops[i], &starts[j]);
        size_t here = order <= 0 ? run_length(stops, count, i) : 0;
        size_t on = order >= 0 ? run_length(starts, count, j) : 0;
        if (here == 1 && on == 1) {
            links.next[stops[i].arc] = starts[j].arc;
            links.continues[starts[j].arc] = true;
        }
        i += here;
        j += on;
    }
    return links;
}

static struct page_path chain_path(const struct arcs *arcs, const struct links *links, size_t first, bool *used,
                                   struct arena *arena) {
    size_t total = 0, last = first;
    for (size_t i = first; i != NOWHERE && (total == 0 || i != first); i = links->next[i]) {
        total += arcs->items[i].path.count;
        last = i;
    }
    bool closed = links->next[last] == first;
    struct page_path path = {ARENA_ARRAY(arena, struct page_point, total), 0, closed};
    for (size_t i = first; i != NOWHERE && !used[i]; i = links->next[i]) {
        const struct page_path *part = &arcs->items[i].path;
        size_t skip = path.count > 0;
        memcpy(path.points + path.count, part->points + skip, (part->count - skip) * sizeof *part->points);
        path.count += part->count - skip;
        used[i] = true;
    }
    path.count -= closed;
    return path;
}

/* The chain that begins with an arc; a ring is one by itself. */
static void push_chain(const struct arcs *arcs, const struct links *links, size_t first, bool *used,
                       struct arcs *chains, struct arena *arena) {
    struct arc chain = arcs->items[first];
    if (chain.path.closed)
        used[first] = true;
    else
        chain.path = chain_path(arcs, links, first, used, arena);
    chain.region_a = chain.region_b = TEXT_NONE;
    *LIST_PUSH(arena, chains) = chain;
}

struct arcs arcs_chain(const struct arcs *arcs, struct arena *arena) {
    struct links links = link_arcs(arcs, arena);
    bool *used = ARENA_ARRAY(arena, bool, arcs->count + 1);
    memset(used, 0, arcs->count * sizeof *used);
    struct arcs chains = {0};
    for (int rings = 0; rings < 2; rings++) {
        for (size_t i = 0; i < arcs->count; i++)
            if (!used[i] && (rings || !links.continues[i]))
                push_chain(arcs, &links, i, used, &chains, arena);
    }
    return chains;
}

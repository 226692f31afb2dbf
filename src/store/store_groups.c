/* Which accounts are one incident: the strongest links first, each unless it would bring together what cannot be one.
 * It depends on the accounts and the decisions alone, not on their order. */
#include "store_parts.h"

#include "link.h"
#include "list.h"

#include <stdlib.h>

enum { PAIRS_MOST = 4096 };

struct tie {
    uint32_t a, b; /* places among the visited */
    int64_t a_hash, b_hash;
    float points;
    bool decided;
};

struct grouping {
    struct store *store;
    struct arena *arena;
    uint32_t *root, *next, *last; /* of each visited: its group, and the chain of those in it */
    size_t *size;
    struct {
        struct tie *items;
        size_t count, capacity;
    } ties;
    struct number_map places; /* of nodes among the visited */
};

static struct pool_node *node_at(const struct grouping *grouping, uint32_t place) {
    return &grouping->store->pool.items[grouping->store->batch.visited.items[place]];
}

static void add_tie(struct grouping *grouping, uint32_t a, uint32_t b, float points, bool decided) {
    int64_t one = node_at(grouping, a)->key_hash, other = node_at(grouping, b)->key_hash;
    bool turned = one > other;
    *LIST_PUSH(grouping->arena, &grouping->ties) =
        (struct tie){turned ? b : a, turned ? a : b, turned ? other : one, turned ? one : other, points, decided};
}

static void tie_links(struct grouping *grouping, uint32_t place) {
    const struct pool_node *node = node_at(grouping, place);
    for (size_t i = 0; i < node->edges.count; i++) {
        const struct pool_edge *edge = &node->edges.items[i];
        uint32_t other;
        if (!edge->suggested && number_map_find(&grouping->places, edge->other, &other) && other > place &&
            pool_is_live(node_at(grouping, other)))
            add_tie(grouping, place, other, edge->points, false);
    }
}

static void tie_decisions(struct grouping *grouping) {
    struct store *store = grouping->store;
    for (size_t i = 0; i < store->decisions.count; i++) {
        const struct decision *decision = &store->decisions.items[i];
        uint32_t a, b, a_place, b_place;
        enum decision_what what;
        if (decision->what == DECIDED_LINK && !decision->undone && pool_find(&store->pool, decision->key_hash, &a) &&
            pool_find(&store->pool, decision->other_hash, &b) && number_map_find(&grouping->places, a, &a_place) &&
            number_map_find(&grouping->places, b, &b_place) && pool_is_live(&store->pool.items[a]) &&
            pool_is_live(&store->pool.items[b]) &&
            decisions_of_pair(&store->decisions, decision->key_hash, decision->other_hash, &what) &&
            what == DECIDED_LINK)
            add_tie(grouping, a_place, b_place, 0, true);
    }
}

static int stronger_first(const void *a, const void *b) {
    const struct tie *one = a, *other = b;
    if (one->decided != other->decided)
        return one->decided ? -1 : 1;
    if (one->points != other->points)
        return one->points > other->points ? -1 : 1;
    if (one->a_hash != other->a_hash)
        return one->a_hash < other->a_hash ? -1 : 1;
    return (one->b_hash > other->b_hash) - (one->b_hash < other->b_hash);
}

/* A decision for the pair, else what speaks against it whatever speaks for it. */
static bool pair_parts(const struct grouping *grouping, uint32_t one, uint32_t other, bool decided) {
    const struct pool_node *a = node_at(grouping, one), *b = node_at(grouping, other);
    enum decision_what what;
    if (decisions_of_pair(&grouping->store->decisions, a->key_hash, b->key_hash, &what))
        return what == DECIDED_UNLINK;
    if (decided || !link_sketch_is_placed(&a->sketch) || !link_sketch_is_placed(&b->sketch))
        return false;
    bool in_order = a->key_hash < b->key_hash;
    return link_compare(in_order ? &a->sketch : &b->sketch, in_order ? &b->sketch : &a->sketch).veto != NULL;
}

static bool may_join(const struct grouping *grouping, const struct tie *tie) {
    uint32_t a = grouping->root[tie->a], b = grouping->root[tie->b];
    bool many = grouping->size[a] * grouping->size[b] > PAIRS_MOST;
    for (uint32_t i = a; i != UINT32_MAX; i = grouping->next[i])
        for (uint32_t j = b; j != UINT32_MAX; j = grouping->next[j])
            if (pair_parts(grouping, i, j, tie->decided || many))
                return false;
    return true;
}

static void join(struct grouping *grouping, uint32_t a, uint32_t b) {
    uint32_t into = grouping->size[a] >= grouping->size[b] ? a : b, from = into == a ? b : a;
    for (uint32_t i = from; i != UINT32_MAX; i = grouping->next[i])
        grouping->root[i] = into;
    grouping->next[grouping->last[into]] = from;
    grouping->last[into] = grouping->last[from];
    grouping->size[into] += grouping->size[from];
}

static void begin(struct grouping *grouping) {
    size_t count = grouping->store->batch.visited.count;
    grouping->root = ARENA_ARRAY(grouping->arena, uint32_t, count);
    grouping->next = ARENA_ARRAY(grouping->arena, uint32_t, count);
    grouping->last = ARENA_ARRAY(grouping->arena, uint32_t, count);
    grouping->size = ARENA_ARRAY(grouping->arena, size_t, count);
    for (uint32_t i = 0; i < count; i++) {
        grouping->root[i] = grouping->last[i] = i;
        grouping->next[i] = UINT32_MAX;
        grouping->size[i] = 1;
        number_map_set(&grouping->places, grouping->store->batch.visited.items[i], i, grouping->arena);
    }
}

/* The id of a group is that of its smallest key. */
static void name_group(const struct grouping *grouping, uint32_t root) {
    const struct pool_node *least = node_at(grouping, root);
    for (uint32_t i = root; i != UINT32_MAX; i = grouping->next[i])
        if (text_compare(node_at(grouping, i)->key, least->key) < 0)
            least = node_at(grouping, i);
    int64_t id = pool_is_live(least) ? least->key_hash : 0;
    for (uint32_t i = root; i != UINT32_MAX; i = grouping->next[i])
        node_at(grouping, i)->group = id;
}

void store_group(struct store *store) {
    struct grouping grouping = {.store = store, .arena = store->batch.arena};
    begin(&grouping);
    for (uint32_t i = 0; i < store->batch.visited.count; i++)
        if (pool_is_live(node_at(&grouping, i)))
            tie_links(&grouping, i);
    tie_decisions(&grouping);
    if (grouping.ties.count > 1)
        qsort(grouping.ties.items, grouping.ties.count, sizeof *grouping.ties.items, stronger_first);
    for (size_t i = 0; i < grouping.ties.count; i++) {
        const struct tie *tie = &grouping.ties.items[i];
        if (grouping.root[tie->a] != grouping.root[tie->b] && may_join(&grouping, tie))
            join(&grouping, grouping.root[tie->a], grouping.root[tie->b]);
    }
    for (uint32_t i = 0; i < store->batch.visited.count; i++)
        if (grouping.root[i] == i)
            name_group(&grouping, i);
}

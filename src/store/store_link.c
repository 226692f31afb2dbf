/* Links of what changed, and everything that hangs together with it. */
#include "store_parts.h"

#include "link.h"
#include "list.h"

enum { READ_WHOLE = 1500 };

struct collecting {
    struct arena *arena;
    struct edge_list *edges;
};

static bool note_edge(void *context, const struct row *row, struct error *error) {
    struct collecting *collecting = context;
    (void)error;
    *LIST_PUSH(collecting->arena, collecting->edges) =
        (struct stored_edge){row->cells[LINKS_A].whole, row->cells[LINKS_B].whole, row->number,
                             row->cells[LINKS_POINTS].number, row->cells[LINKS_SUGGESTED].whole != 0};
    return true;
}

/* The stored links that begin or end at these accounts. */
static bool select_edges(struct store *store, const int64_t *hashes, size_t count, struct edge_list *edges,
                         struct error *error) {
    struct collecting collecting = {store->batch.arena, edges};
    return store_select(store, TABLE_LINKS, LINKS_A, hashes, count, 0, note_edge, &collecting, error) &&
           store_select(store, TABLE_LINKS, LINKS_B, hashes, count, 0, note_edge, &collecting, error);
}

struct hash_list {
    int64_t *items;
    size_t count, capacity;
};

static void want_end(struct store *store, int64_t hash, struct hash_list *wanted) {
    uint32_t unused;
    if (!pool_find(&store->pool, hash, &unused))
        *LIST_PUSH(store->batch.arena, wanted) = hash;
}

/* Who a person linked with it, too. */
static void want_decided(struct store *store, int64_t hash, struct hash_list *wanted) {
    if (!decisions_concern(&store->decisions, hash))
        return;
    for (size_t i = 0; i < store->decisions.count; i++) {
        const struct decision *decision = &store->decisions.items[i];
        if (decision->what <= DECIDED_UNLINK && (decision->key_hash == hash || decision->other_hash == hash))
            want_end(store, decision->key_hash == hash ? decision->other_hash : decision->key_hash, wanted);
    }
}

bool store_read_edges(struct store *store, const uint32_t *nodes, size_t count, struct error *error) {
    struct hash_list unread = {0}, wanted = {0};
    struct edge_list edges = {0};
    for (size_t i = 0; i < count; i++) {
        struct pool_node *node = &store->pool.items[nodes[i]];
        if (!node->edges_read)
            *LIST_PUSH(store->batch.arena, &unread) = node->key_hash;
        node->edges_read = true;
        want_decided(store, node->key_hash, &wanted);
    }
    if (!select_edges(store, unread.items, unread.count, &edges, error))
        return false;
    for (size_t i = 0; i < edges.count; i++) {
        want_end(store, edges.items[i].a, &wanted);
        want_end(store, edges.items[i].b, &wanted);
    }
    if (!store_read_nodes(store, ACCOUNT_KEY_HASH, wanted.items, wanted.count, error))
        return false;
    for (size_t i = 0; i < edges.count; i++) {
        uint32_t a, b;
        if (pool_find(&store->pool, edges.items[i].a, &a) && pool_find(&store->pool, edges.items[i].b, &b))
            pool_join(&store->pool, a, b, edges.items[i].points, edges.items[i].suggested);
    }
    return true;
}

static void visit(struct store *store, uint32_t index) {
    struct pool_node *node = &store->pool.items[index];
    if (node->visited)
        return;
    node->visited = true;
    *LIST_PUSH(store->batch.arena, &store->batch.visited) = index;
}

static void visit_decided(struct store *store, int64_t hash) {
    if (!decisions_concern(&store->decisions, hash))
        return;
    for (size_t i = 0; i < store->decisions.count; i++) {
        const struct decision *decision = &store->decisions.items[i];
        bool here = decision->key_hash == hash || decision->other_hash == hash;
        uint32_t other;
        if (here && decision->what <= DECIDED_UNLINK &&
            pool_find(&store->pool, decision->key_hash == hash ? decision->other_hash : decision->key_hash, &other))
            visit(store, other);
    }
}

/* Ends of links; of those that are only suggested where the node itself changed: whether the other is in doubt, too. */
static void visit_ends(struct store *store, uint32_t index) {
    const struct pool_node *node = &store->pool.items[index];
    for (size_t i = 0; i < node->edges.count; i++) {
        const struct pool_edge *edge = &node->edges.items[i];
        if (!edge->suggested || node->touched)
            visit(store, edge->other);
        if (node->touched)
            store->pool.items[edge->other].regroups = true;
    }
    visit_decided(store, node->key_hash);
}

/* All that is reached from what is visited. */
static bool spread(struct store *store, struct error *error) {
    struct node_list *visited = &store->batch.visited;
    for (size_t from = 0; from < visited->count;) {
        size_t to = visited->count;
        if (!store_read_edges(store, visited->items + from, to - from, error))
            return false;
        for (; from < to; from++)
            visit_ends(store, visited->items[from]);
    }
    return true;
}

static bool read_neighbours(struct store *store, struct error *error) {
    struct hash_list wanted = {0};
    struct batch *batch = &store->batch;
    if (batch->touched.count > READ_WHOLE)
        return store_read_all(store, error);
    for (size_t i = 0; i < batch->touched.count; i++) {
        int64_t blocks[POOL_BLOCKS_MOST];
        size_t count = pool_blocks_near(&store->pool.items[batch->touched.items[i]].sketch, blocks);
        for (size_t j = 0; j < count; j++) {
            uint32_t unused;
            if (number_map_find(&store->pool.blocks_read, blocks[j], &unused))
                continue;
            number_map_set(&store->pool.blocks_read, blocks[j], 1, store->pool.arena);
            *LIST_PUSH(batch->arena, &wanted) = blocks[j];
        }
    }
    return store_read_nodes(store, ACCOUNT_BLOCK, wanted.items, wanted.count, error);
}

/* The links that what changed had before are no more. */
static bool cut(struct store *store, struct error *error) {
    struct hash_list stored = {0};
    struct edge_list edges = {0};
    struct number_map removed = {0};
    for (size_t i = 0; i < store->batch.touched.count; i++) {
        const struct pool_node *node = &store->pool.items[store->batch.touched.items[i]];
        if (node->row > 0)
            *LIST_PUSH(store->batch.arena, &stored) = node->key_hash;
        pool_part(&store->pool, store->batch.touched.items[i]);
    }
    if (!select_edges(store, stored.items, stored.count, &edges, error))
        return false;
    for (size_t i = 0; i < edges.count; i++) {
        uint32_t unused;
        if (number_map_find(&removed, edges.items[i].row, &unused))
            continue;
        number_map_set(&removed, edges.items[i].row, 1, store->batch.arena);
        if (!store->database->calls->remove(store->database, TABLE_LINKS, edges.items[i].row, error))
            return false;
    }
    return true;
}

static void compare(struct store *store, uint32_t one, uint32_t other) {
    const struct pool_node *a = &store->pool.items[one], *b = &store->pool.items[other];
    if (a->key_hash > b->key_hash) {
        const struct pool_node *swap = a;
        a = b;
        b = swap;
    }
    struct link_score score = link_compare(&a->sketch, &b->sketch);
    if (score.band == LINK_APART)
        return;
    bool suggested = score.band == LINK_SUGGESTED;
    pool_join(&store->pool, one, other, score.points, suggested);
    *LIST_PUSH(store->batch.arena, &store->batch.edges) =
        (struct stored_edge){a->key_hash, b->key_hash, 0, score.points, suggested};
}

static void relink(struct store *store) {
    struct pool_found found = {0};
    for (size_t i = 0; i < store->batch.touched.count; i++) {
        uint32_t index = store->batch.touched.items[i];
        found.count = 0;
        if (pool_is_live(&store->pool.items[index]))
            pool_search(&store->pool, index, store->batch.arena, &found);
        for (size_t j = 0; j < found.count; j++)
            if (!store->pool.items[found.items[j]].touched || found.items[j] > index)
                compare(store, index, found.items[j]);
    }
}

bool store_link_touched(struct store *store, struct error *error) {
    struct batch *batch = &store->batch;
    if (!read_neighbours(store, error))
        return false;
    for (size_t i = 0; i < batch->touched.count; i++)
        visit(store, batch->touched.items[i]);
    if (!spread(store, error) || !cut(store, error))
        return false;
    relink(store);
    for (size_t i = 0; i < batch->touched.count; i++)
        visit_ends(store, batch->touched.items[i]);
    size_t before = 0;
    while (before < batch->visited.count) {
        before = batch->visited.count;
        if (!spread(store, error))
            return false;
    }
    store_group(store);
    return true;
}

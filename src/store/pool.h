/* pool.h: the accounts that a writer has looked at so far, without their words: what linking and grouping need of them,
 * and how they are found by key and by place and day. */
#ifndef BORDERMAP_STORE_POOL_H
#define BORDERMAP_STORE_POOL_H

#include "link_sketch.h"
#include "number_map.h"

struct pool_edge {
    uint32_t other;
    float points;
    bool suggested;
};

struct pool_edges {
    struct pool_edge *items;
    size_t count, capacity;
};

struct pool_node {
    int64_t key_hash;
    struct text key, edited;
    int64_t row;      /* of the database; 0: not written yet */
    int64_t content;  /* hash of what it says now; 0: nothing any more; CONTENT_TAKEN_BACK */
    int64_t revision; /* how many texts are known of it */
    int64_t incident; /* as stored: hash of the id; 0: none */
    int64_t group;    /* as it will be */
    int64_t block;
    struct link_sketch sketch;
    bool withdrawn, removed; /* by its source; by a decision */
    bool touched;            /* says something else than before, or is decided upon, in this change */
    bool visited, edges_read;
    bool regroups;    /* its incident may read otherwise now */
    uint32_t next;    /* of the same article, from 1; 0: the last */
    uint32_t pending; /* its text of this change, from 1; 0: none */
    struct pool_edges edges;
};

/* What the search looks at first of an account. */
struct pool_near {
    uint32_t node;
    int32_t first_day, last_day;
    float lat, lon;
};

struct pool_block {
    struct pool_near *items;
    size_t count, capacity;
    uint64_t provider; /* of all in it; 0: several */
};

struct pool {
    struct arena *arena;
    struct pool_node *items;
    size_t count, capacity;
    struct number_map by_key, by_block, by_article, blocks_read;
    struct {
        struct pool_block *items;
        size_t count, capacity;
    } blocks;
    bool whole; /* all accounts of the store are in it */
};

enum { POOL_BLOCKS_MOST = 128 };
#define CONTENT_TAKEN_BACK (-1)

/* What `id`s of accounts and incidents are: the hash of a key, never 0 nor negative. */
int64_t key_hash_of(struct text key);

/* Sixteen digits. */
struct text key_hash_write(int64_t hash, struct arena *arena);

void pool_open(struct pool *pool);
void pool_close(struct pool *pool);

/* Index of a new node. */
uint32_t pool_add(struct pool *pool, const struct pool_node *node);
bool pool_find(const struct pool *pool, int64_t key_hash, uint32_t *node);

/* Whether it takes part in linking: placed, not withdrawn, not removed. */
bool pool_is_live(const struct pool_node *node);

/* Its block: by which it is found. 0 where it is not placed. */
int64_t pool_block_of(const struct link_sketch *sketch);

/* Puts the node where the search finds it; it may stand in an old block, too, where it no longer matches. */
void pool_place(struct pool *pool, uint32_t node);

/* The first node of an article (sketch.article), from 1; the rest follow by `next`; 0: none. */
uint32_t pool_of_article(const struct pool *pool, uint64_t article);

/* The blocks in which others that may be linked with it stand; returns how many. */
size_t pool_blocks_near(const struct link_sketch *sketch, int64_t blocks[POOL_BLOCKS_MOST]);

/* Those that are worth comparing with it, in no order, each once; nodes do not move. */
struct pool_found {
    uint32_t *items;
    size_t count, capacity;
};
void pool_search(const struct pool *pool, uint32_t node, struct arena *arena, struct pool_found *found);

void pool_join(struct pool *pool, uint32_t a, uint32_t b, double points, bool suggested);
/* Forgets all edges of the node, on both sides. */
void pool_part(struct pool *pool, uint32_t node);

#endif

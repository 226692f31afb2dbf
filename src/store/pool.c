#include "pool.h"

#include "file.h"
#include "link.h"
#include "list.h"

#include <math.h>
#include <string.h>

/* A block is a degree wide and high, and 16 days long; a coarse place has blocks of its own. */
enum { PERIOD_DAYS = 16, SPAN_DAYS = 31, BANDS = 181, COLUMNS = 361 };

int64_t key_hash_of(struct text key) {
    char hex[65];
    uint64_t hash = 0;
    file_sha256(key, hex);
    for (size_t i = 0; i < 16; i++)
        hash = hash << 4 | (uint64_t)(hex[i] <= '9' ? hex[i] - '0' : hex[i] - 'a' + 10);
    hash &= INT64_MAX;
    return hash > 0 ? (int64_t)hash : 1;
}

struct text key_hash_write(int64_t hash, struct arena *arena) {
    return text_format(arena, "%016llx", (unsigned long long)hash);
}

void pool_open(struct pool *pool) {
    *pool = (struct pool){.arena = arena_open()};
}

void pool_close(struct pool *pool) {
    arena_close(pool->arena);
    *pool = (struct pool){0};
}

uint32_t pool_add(struct pool *pool, const struct pool_node *node) {
    uint32_t index = (uint32_t)pool->count;
    *LIST_PUSH(pool->arena, pool) = *node;
    pool->items[index].key = text_copy(pool->arena, node->key);
    pool->items[index].edited = text_copy(pool->arena, node->edited);
    number_map_set(&pool->by_key, node->key_hash, index, pool->arena);
    return index;
}

bool pool_find(const struct pool *pool, int64_t key_hash, uint32_t *node) {
    return number_map_find(&pool->by_key, key_hash, node);
}

bool pool_is_live(const struct pool_node *node) {
    return !node->withdrawn && !node->removed;
}

static int64_t period_of(int32_t day) {
    return (int64_t)floor((double)day / PERIOD_DAYS);
}

static int64_t block_at(int64_t period, int64_t band, int64_t column) {
    int64_t around = (column % 360 + 360) % 360;
    return ((period + 100000) * BANDS + band) * COLUMNS + around + 1;
}

static int64_t coarse_block(uint64_t place, int64_t period) {
    uint64_t mixed = (place ^ (uint64_t)period * 0x9e3779b97f4a7c15U) & INT64_MAX;
    return -(int64_t)(mixed > 0 ? mixed : 1);
}

static bool stands_alone(const struct link_sketch *sketch) {
    return sketch->precision > PRECISION_DISTRICT || sketch->radius_km > 2 * SKETCH_COARSE_KM;
}

int64_t pool_block_of(const struct link_sketch *sketch) {
    if (!link_sketch_is_placed(sketch))
        return 0;
    int64_t period = period_of(sketch->first_day);
    return stands_alone(sketch) ? coarse_block(sketch->place, period)
                                : block_at(period, (int64_t)floor(sketch->lat + 90), (int64_t)floor(sketch->lon + 180));
}

static void place_in(struct pool *pool, int64_t key, const struct pool_near *near, uint64_t provider) {
    uint32_t index;
    if (!number_map_find(&pool->by_block, key, &index)) {
        index = (uint32_t)pool->blocks.count;
        LIST_PUSH(pool->arena, &pool->blocks)->provider = provider;
        number_map_set(&pool->by_block, key, index, pool->arena);
    }
    struct pool_block *block = &pool->blocks.items[index];
    block->provider = block->provider == provider ? provider : 0;
    *LIST_PUSH(pool->arena, block) = *near;
}

uint32_t pool_of_article(const struct pool *pool, uint64_t article) {
    uint32_t first = 0;
    return number_map_find(&pool->by_article, (int64_t)article, &first) ? first : 0;
}

static void chain_article(struct pool *pool, uint32_t index) {
    struct pool_node *node = &pool->items[index];
    for (uint32_t at = pool_of_article(pool, node->sketch.article); at > 0; at = pool->items[at - 1].next)
        if (at - 1 == index)
            return;
    node->next = pool_of_article(pool, node->sketch.article);
    number_map_set(&pool->by_article, (int64_t)node->sketch.article, index + 1, pool->arena);
}

void pool_place(struct pool *pool, uint32_t index) {
    struct pool_node *node = &pool->items[index];
    const struct link_sketch *sketch = &node->sketch;
    chain_article(pool, index);
    node->block = pool_block_of(sketch);
    if (node->block == 0)
        return;
    struct pool_near near = {index, sketch->first_day, sketch->last_day, sketch->lat, sketch->lon};
    place_in(pool, node->block, &near, sketch->provider);
}

/* A region, a border, a country meet themselves only; towns and districts meet what is near. */
size_t pool_blocks_near(const struct link_sketch *sketch, int64_t blocks[POOL_BLOCKS_MOST]) {
    size_t count = 0;
    if (!link_sketch_is_placed(sketch))
        return 0;
    int64_t from = period_of(sketch->first_day - SPAN_DAYS - LINK_DAYS_MOST);
    int64_t to = period_of(sketch->last_day + LINK_DAYS_MOST);
    double high = LINK_KM_MOST / KM_PER_DEGREE;
    double wide = fmin(high / fmax(cos((fabs(sketch->lat) + high) * M_PI / 180), 0.25), 2);
    for (int64_t period = from; period <= to; period++) {
        if (stands_alone(sketch)) {
            blocks[count++] = coarse_block(sketch->place, period);
            continue;
        }
        for (int64_t band = (int64_t)floor(sketch->lat + 90 - high); band <= (int64_t)floor(sketch->lat + 90 + high);
             band++)
            for (int64_t column = (int64_t)floor(sketch->lon + 180 - wide);
                 column <= (int64_t)floor(sketch->lon + 180 + wide) && count < POOL_BLOCKS_MOST; column++)
                blocks[count++] = block_at(period, band, column);
    }
    return count;
}

static bool worth_it(const struct link_sketch *sketch, const struct pool_near *near) {
    return near->first_day - sketch->last_day <= LINK_DAYS_MOST &&
           sketch->first_day - near->last_day <= LINK_DAYS_MOST &&
           fabsf(near->lat - sketch->lat) <= (float)(LINK_KM_MOST / KM_PER_DEGREE);
}

static void search_block(const struct pool *pool, const struct pool_block *block, uint32_t index, struct arena *arena,
                         struct pool_found *found) {
    static const struct text articles = {"article", 7};
    const struct link_sketch *sketch = &pool->items[index].sketch;
    if (block->provider == sketch->provider && block->provider != text_hash(articles))
        return;
    for (size_t i = 0; i < block->count; i++) {
        const struct pool_near *near = &block->items[i];
        if (near->node == index || !worth_it(sketch, near))
            continue;
        if (pool_is_live(&pool->items[near->node]))
            *LIST_PUSH(arena, found) = near->node;
    }
}

void pool_search(const struct pool *pool, uint32_t index, struct arena *arena, struct pool_found *found) {
    int64_t blocks[POOL_BLOCKS_MOST];
    size_t count = pool_blocks_near(&pool->items[index].sketch, blocks);
    for (size_t i = 0; i < count; i++) {
        uint32_t block;
        if (number_map_find(&pool->by_block, blocks[i], &block))
            search_block(pool, &pool->blocks.items[block], index, arena, found);
    }
}

static void join_one(struct pool *pool, uint32_t from, uint32_t to, double points, bool suggested) {
    struct pool_edges *edges = &pool->items[from].edges;
    for (size_t i = 0; i < edges->count; i++)
        if (edges->items[i].other == to)
            return;
    *LIST_PUSH(pool->arena, edges) = (struct pool_edge){to, (float)points, suggested};
}

void pool_join(struct pool *pool, uint32_t a, uint32_t b, double points, bool suggested) {
    join_one(pool, a, b, points, suggested);
    join_one(pool, b, a, points, suggested);
}

static void part_one(struct pool *pool, uint32_t from, uint32_t to) {
    struct pool_edges *edges = &pool->items[from].edges;
    for (size_t i = 0; i < edges->count; i++)
        if (edges->items[i].other == to)
            edges->items[i--] = edges->items[--edges->count];
}

void pool_part(struct pool *pool, uint32_t node) {
    struct pool_edges *edges = &pool->items[node].edges;
    for (size_t i = 0; i < edges->count; i++)
        part_one(pool, edges->items[i].other, node);
    edges->count = 0;
}

#include "number_map.h"

enum { FIRST_CAPACITY = 64 };

/* The finalizer of splitmix64 (Steele, Lea, Flood 2014): keys that differ in few bits lie far apart. */
static uint64_t scatter(int64_t key) {
    uint64_t x = (uint64_t)key;
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9U;
    x = (x ^ x >> 27) * 0x94d049bb133111ebU;
    return x ^ x >> 31;
}

/* The slot of the key, or the free one where it would stand. */
static size_t slot_of(const struct number_map *map, int64_t key) {
    size_t slot = scatter(key) & (map->capacity - 1);
    while (map->values[slot] != 0 && map->keys[slot] != key)
        slot = (slot + 1) & (map->capacity - 1);
    return slot;
}

static void grow(struct number_map *map, struct arena *arena) {
    struct number_map larger = {.capacity = map->capacity ? map->capacity * 4 : FIRST_CAPACITY, .count = map->count};
    larger.keys = ARENA_ARRAY(arena, int64_t, larger.capacity);
    larger.values = ARENA_ARRAY(arena, uint32_t, larger.capacity);
    for (size_t i = 0; i < map->capacity; i++) {
        if (map->values[i] == 0)
            continue;
        size_t slot = slot_of(&larger, map->keys[i]);
        larger.keys[slot] = map->keys[i];
        larger.values[slot] = map->values[i];
    }
    *map = larger;
}

void number_map_set(struct number_map *map, int64_t key, uint32_t value, struct arena *arena) {
    if (2 * (map->count + 1) > map->capacity)
        grow(map, arena);
    size_t slot = slot_of(map, key);
    map->count += map->values[slot] == 0;
    map->keys[slot] = key;
    map->values[slot] = value + 1;
}

bool number_map_find(const struct number_map *map, int64_t key, uint32_t *value) {
    size_t slot = map->capacity > 0 ? slot_of(map, key) : 0;
    if (map->capacity == 0 || map->values[slot] == 0)
        return false;
    *value = map->values[slot] - 1;
    return true;
}

/* number_map.h: which small number belongs to a 64-bit key. */
#ifndef BORDERMAP_NUMBER_MAP_H
#define BORDERMAP_NUMBER_MAP_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

/* All zero: an empty map. Key 0 is as good as any. */
struct number_map {
    int64_t *keys;
    uint32_t *values; /* 0: the slot is free; else the value and 1 */
    size_t count, capacity;
};

/* Sets the value of the key, whatever it was; values stay below UINT32_MAX. */
void number_map_set(struct number_map *map, int64_t key, uint32_t value, struct arena *arena);

bool number_map_find(const struct number_map *map, int64_t key, uint32_t *value);

#endif

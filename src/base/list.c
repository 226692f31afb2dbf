#include "list.h"

#include <string.h>

void *list_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity)
        return items;
    size_t larger = *capacity ? *capacity * 2 : 8;
    char *moved = arena_room(arena, larger, size);
    if (count > 0)
        memcpy(moved, items, count * size);
    memset(moved + count * size, 0, (larger - count) * size);
    *capacity = larger;
    return moved;
}

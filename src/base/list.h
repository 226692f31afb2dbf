/* list.h: an array that grows in an arena. Any struct with the members `items`, `count` and `capacity` is a list. */
#ifndef BORDERMAP_LIST_H
#define BORDERMAP_LIST_H

#include "arena.h"

#include <stddef.h>

/* Room for one more item of `size` bytes; returns the array, moved if it had to grow. */
void *list_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* A pointer to a new item at the end of the list, contents zero. */
#define LIST_PUSH(arena, list)                                                                                         \
    ((list)->items = list_grow((arena), (list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items),       \
     (list)->items + (list)->count++)

#endif

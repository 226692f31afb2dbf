/* text_list.h: texts in their order, each once. */
#ifndef BORDERMAP_TEXT_LIST_H
#define BORDERMAP_TEXT_LIST_H

#include "arena.h"
#include "text.h"

struct text_list {
    struct text *items;
    size_t count, capacity;
};

bool text_list_has(const struct text_list *list, struct text text);

/* Adds what is not empty and not there yet. */
void text_list_add(struct text_list *list, struct text text, struct arena *arena);

#endif

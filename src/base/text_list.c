#include "text_list.h"

#include "list.h"

bool text_list_has(const struct text_list *list, struct text text) {
    for (size_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i], text))
            return true;
    return false;
}

void text_list_add(struct text_list *list, struct text text, struct arena *arena) {
    if (text.size > 0 && !text_list_has(list, text))
        *LIST_PUSH(arena, list) = text;
}

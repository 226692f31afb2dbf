#include "legend.h"

#include "list.h"

#include <math.h>

struct legend_entry *legend_find(const struct legend *legend, struct text words) {
    for (size_t i = 0; i < legend->count; i++)
        if (text_equal(legend->items[i].text, words))
            return &legend->items[i];
    return NULL;
}

struct legend_entry *legend_add(struct legend *legend, struct legend_entry entry, struct arena *arena) {
    struct legend_entry *known = legend_find(legend, entry.text);
    if (known && entry.sample == LEGEND_AREA && known->sample == LEGEND_LINE)
        known->sample = LEGEND_AREA;
    if (known)
        return known;
    struct legend_entry *added = LIST_PUSH(arena, legend);
    *added = entry;
    return added;
}

void legend_add_from(struct legend *legend, struct legend_entry entry, struct arena *arena) {
    struct legend_entry *known = legend_find(legend, entry.text);
    if (known)
        known->top = fmin(known->top, entry.top);
    else
        legend_add(legend, entry, arena);
}

void legend_trim(struct legend *legend, double bottom) {
    size_t kept = 0;
    for (size_t i = 0; i < legend->count; i++)
        if (legend->items[i].top < bottom)
            legend->items[kept++] = legend->items[i];
    legend->count = kept;
}

void legend_keep(struct legend *legend, bool (*keeps)(const struct legend_entry *entry)) {
    size_t kept = 0;
    for (size_t i = 0; i < legend->count; i++)
        if (keeps(&legend->items[i]))
            legend->items[kept++] = legend->items[i];
    legend->count = kept;
}

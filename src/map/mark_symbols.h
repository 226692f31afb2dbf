/* mark_symbols.h: the symbols of incidents whose place is known exactly: which, how large, and none upon another. */
#ifndef BORDERMAP_MARK_SYMBOLS_H
#define BORDERMAP_MARK_SYMBOLS_H

#include "composition.h"
#include "mark_group.h"

/* One symbol: a kind of incident at a place, a venue, something past, or the number of a numbered place. */
struct mark_symbol {
    const struct mark_group *group;
    enum style_layer layer;
    struct text icon;
    struct text number;      /* in a badge; else empty */
    int incidents;           /* how many it stands for */
    struct page_point place; /* where it happened */
    struct page_point at;    /* where the symbol is drawn: moved aside where it would lie upon another */
    double size;             /* page units */
    bool hollow;             /* its place or kind is unsure */
};

struct mark_symbols {
    struct mark_symbol *items;
    size_t count, capacity;
};

/* The symbols of all groups that the frame shows. */
void mark_symbols_gather(const struct composition *composition, const struct mark_groups *groups,
                         struct mark_symbols *symbols);

/* In which colours a symbol of the layer is drawn; hollow: what is ink otherwise is left open within an outline. */
struct symbol_ink {
    struct colour fill;
    struct stroke line;
};
struct symbol_ink mark_symbols_ink(const struct paint *paint, bool hollow);

/* What the legend says of them, and that no label may lie on them. */
void mark_symbols_explain(struct composition *composition, const struct mark_symbols *symbols);

void mark_symbols_draw(struct composition *composition, const struct mark_symbols *symbols);

/* Moves circles apart until none lies upon another, the nearest first; no further than needed, the same each time. */
void mark_symbols_spread(struct mark_symbol *symbols, size_t count, double gap);

/* How much larger a symbol is for that many killed: 1 where nobody knows. */
double mark_symbols_growth(int64_t killed);

#endif

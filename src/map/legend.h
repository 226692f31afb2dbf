/* legend.h: what is on the map and needs a word, in the order in which it was drawn; each word once. */
#ifndef BORDERMAP_LEGEND_H
#define BORDERMAP_LEGEND_H

#include "arena.h"
#include "style.h"

enum legend_sample { LEGEND_LINE, LEGEND_BAND, LEGEND_AREA, LEGEND_SYMBOL, LEGEND_RING, LEGEND_ARROW };

struct legend_entry {
    enum legend_sample sample;
    enum style_layer layer;
    struct text symbol;
    struct text text;
    struct stroke line;        /* LEGEND_BAND: what was drawn over the glow; LEGEND_RING: its line */
    struct stroke glow;        /* LEGEND_BAND, where it is not that of the layer; width 0 = it is */
    const struct paint *paint; /* of what has no style layer; else NULL */
    double top;                /* of the highest of what it explains: the panel may end above it */
    double growth;             /* LEGEND_SYMBOL: how much larger than the least, 0 = not told by size */
    struct text number;        /* LEGEND_SYMBOL: in a badge */
    bool hatched;              /* LEGEND_AREA: some are; the greatest are only tinted */
    bool unsure;               /* drawn hollow */
};

struct legend {
    struct legend_entry *items;
    size_t count, capacity;
};

/* Adds the entry if its words are not there yet; returns the one with these words, for who has more to say of it. The
 * box of an area shows its outline too: it takes the place of a line with the same words. */
struct legend_entry *legend_add(struct legend *legend, struct legend_entry entry, struct arena *arena);

/* The entry with these words, or NULL. */
struct legend_entry *legend_find(const struct legend *legend, struct text words);

/* Adds what begins at entry.top of the page, or lets the entry that is there begin as high. */
void legend_add_from(struct legend *legend, struct legend_entry entry, struct arena *arena);

/* Leaves out what explains nothing above `bottom` of the page. */
void legend_trim(struct legend *legend, double bottom);

/* Leaves out what is not kept. */
void legend_keep(struct legend *legend, bool (*keeps)(const struct legend_entry *entry));

#endif

/* mark_fresh.h: what is new since the map before, ringed; and what a map says that keeps something back. */
#ifndef BORDERMAP_MARK_FRESH_H
#define BORDERMAP_MARK_FRESH_H

#include "mark_symbols.h"

/* The entry of the legend, and room for the rings. */
void mark_fresh_explain(struct composition *composition, const struct mark_symbols *symbols);

/* The rings, beneath the symbols. */
void mark_fresh_draw(struct composition *composition, const struct mark_symbols *symbols);

/* That positions are rounded, that the last days are left out. */
void mark_fresh_note_safe(struct composition *composition);

#endif

/* marks.h: the incidents on the map, each as sure as its place is known: dot, ring, hatched area, highlighted stretch,
 * note. */
#ifndef BORDERMAP_MARKS_H
#define BORDERMAP_MARKS_H

#include "composition.h"

/* Draws the layer "incidents" (areas and stretches) and asks for callouts; symbols wait for marks_draw_symbols(). */
bool marks_draw(struct composition *composition, struct error *error) NODISCARD;

/* Once towns are known and the panel is fixed: moves the callouts of stretches to where they cover least. */
void marks_settle_callouts(struct composition *composition);

/* The symbols of sites and venues, over those of towns. */
void marks_draw_symbols(struct composition *composition);

/* What a mark says in at most `most` words, in up to three lines. */
struct text mark_callout(const struct wording *wording, struct text place, const struct incident *const *incidents,
                         size_t count, size_t most);

#endif

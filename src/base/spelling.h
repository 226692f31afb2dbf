/* spelling.h: which of the known words a mistyped one was meant to be. */
#ifndef BORDERMAP_SPELLING_H
#define BORDERMAP_SPELLING_H

#include "text.h"

/*
 * The known word (the list ends with NULL) that is fewest single letters added, dropped, changed or swapped with their
 * neighbour away (Damerau 1964), the first of several; NULL if none is near: at most a third of the word's letters off.
 */
const char *spelling_nearest(struct text word, const char *const *known);

/* `; did you mean "width"?`, or nothing where no known word is near. In the arena. */
struct text spelling_hint(struct arena *arena, struct text word, const char *const *known);

#endif

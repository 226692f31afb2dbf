/* capitals.h: capital letters for names on maps, without locale: Latin, Greek, Cyrillic, Armenian; other scripts stay
 * as they are. */
#ifndef BORDERMAP_CAPITALS_H
#define BORDERMAP_CAPITALS_H

#include "text.h"

/* In capitals; i becomes İ in Turkish and Azerbaijani; Greek loses its accents, ß stays. */
struct text capitals_of(struct arena *arena, struct text text, struct text lang);

/* The first letter small, for the middle of a sentence; languages that write nouns with capitals (German) keep it. */
struct text capitals_small_first(struct arena *arena, struct text text, struct text lang);

/* Capital for the first letter alone. */
struct text capitals_first(struct arena *arena, struct text text, struct text lang);

#endif

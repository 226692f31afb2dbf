/* fold.h: one spelling for case, accents, widths, apostrophes and hyphens, in every script: the key under which a name is found. */
#ifndef BORDERMAP_FOLD_H
#define BORDERMAP_FOLD_H

#include "text.h"

/*
 * NFKD, case folded, combining marks dropped (where the script can spare them: Latin, Cyrillic except й and ї, Greek, Arabic, Hebrew …),
 * ß→ss, ı→i, ə→a kept apart only where the data needs it, Arabic forms of yeh/kaf/alef unified, apostrophes dropped, hyphens and
 * runs of white space one space. Pure ASCII takes a fast path. Written into the arena.
 */
struct text fold_key(struct arena *arena, struct text name);

#endif

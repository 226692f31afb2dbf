/* fold.h: one spelling for case, accents, widths, apostrophes and hyphens, in every script: the key under which a name
 * is found. */
#ifndef BORDERMAP_FOLD_H
#define BORDERMAP_FOLD_H

#include "text.h"

/*
 * NFKC with case folding, then marks dropped where the script can spare them (Latin, Greek, Cyrillic except й and ї,
 * Arabic, Hebrew), ß→ss, ı→i, ə→a, ł→l, æ→ae …, Arabic forms of alef, yeh, kaf and heh unified, apostrophes and
 * modifier letters dropped. Full stops are dropped after initials and at the end of words ("U.S." → "us", "W.Va." →
 * "wva", "St. Louis" → "st louis"); hyphens, other punctuation and white space are one space, none at the ends. Pure
 * ASCII takes a fast path. At most the first MB of a name counts. Written into the arena; empty if nothing of the name
 * is a letter or digit.
 */
struct text fold_key(struct arena *arena, struct text name);

#endif

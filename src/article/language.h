/* language.h: which language a text is in, told by CLD2. */
#ifndef BORDERMAP_LANGUAGE_H
#define BORDERMAP_LANGUAGE_H

#include "arena.h"
#include "text.h"

/* BCP 47 primary subtag ("it", "zh"); empty if it cannot be told with confidence. */
struct text language_detect(struct text text, struct arena *arena);

/* "IT-it", "it_IT" → "it"; empty for what is no language tag. Old codes become current ones (iw → he, in → id). */
struct text language_tag(struct text tag, struct arena *arena);

#endif

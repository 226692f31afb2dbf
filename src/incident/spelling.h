/* spelling.h: how an article spells a place, where that spelling can stand on a map. */
#ifndef BORDERMAP_SPELLING_H
#define BORDERMAP_SPELLING_H

#include "geoparse.h"

/* The words of the mention, if the gazetteer has them as a name of the place as they are (no inflected form, no people,
 * not all in capitals); else nothing. */
struct text spelling_of(const struct gazetteer *gazetteer, const struct article *article, const struct mention *mention,
                        struct arena *arena);

#endif

/* safe_id.h: names that can stand in the names of files. */
#ifndef BORDERMAP_SAFE_ID_H
#define BORDERMAP_SAFE_ID_H

#include "text.h"

/* Letters and digits of any script and '_' stay, all else is one '-', none at the ends; "article" if nothing is left.
 */
struct text safe_id_of(struct text wanted, struct arena *arena);

/* True if nothing but such characters, of any length, is in it. */
bool safe_id_is(struct text id);

#endif

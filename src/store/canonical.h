/* canonical.h: all that a store holds and that is compared, in an order of its own: two stores with the same accounts
 * and decisions give the same bytes, whatever came first and whenever. */
#ifndef BORDERMAP_CANONICAL_H
#define BORDERMAP_CANONICAL_H

#include "store.h"

/* JSON lines: accounts by their keys, then incidents by their ids. Neither times of adding nor files are in it. */
bool store_canonical(struct store *store, struct arena *arena, struct text *dump, struct error *error) NODISCARD;

#endif

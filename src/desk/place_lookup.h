/* place_lookup.h: which place a word on the command line means: a reference or a name. */
#ifndef BORDERMAP_PLACE_LOOKUP_H
#define BORDERMAP_PLACE_LOOKUP_H

#include "gazetteer.h"
#include "outlet.h"

/*
 * A reference, the two countries of a border in either order ("border:TJ-KG", "tj-kg"), or a name. A name that several
 * places have is the first of them, and a remark says which it is and lists others. ERROR_USAGE, with `option` in
 * front and what may have been meant, for what is neither.
 */
bool place_lookup(const struct gazetteer *gazetteer, const struct outlet *outlet, const char *option,
                  const char *wanted, struct arena *arena, place_id *place, struct error *error) NODISCARD;

#endif

/* entity.h: the named and numbered characters of HTML and XML; private to article/. */
#ifndef BORDERMAP_ENTITY_H
#define BORDERMAP_ENTITY_H

#include "text.h"

/* Reads "nbsp;", "#8217;" or "#x2019;" at the start of `rest`, which is what follows a "&": how many bytes it takes; 0,
 * code point untouched, if it is none. A number that is no character gives U+FFFD. */
size_t entity_read(struct text rest, uint32_t *code_point);

#endif

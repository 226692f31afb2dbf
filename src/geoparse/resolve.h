/* resolve.h: which place each name means, by what the whole article says; which names are no places after all. */
#ifndef BORDERMAP_RESOLVE_H
#define BORDERMAP_RESOLVE_H

#include "parse.h"

/* Sets choice, confidence and rejected of every spot; sorts the choices of every group, best first. Three passes at
 * most. */
void resolve_places(struct parse *parse);

#endif

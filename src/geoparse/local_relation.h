/* local_relation.h: places told by other places: "10 km north of Batken", "near X", "along the Isfara", "on the
 * Armenian side", "between X and Y". */
#ifndef BORDERMAP_LOCAL_RELATION_H
#define BORDERMAP_LOCAL_RELATION_H

#include "parse.h"

/* Appends to parse->relations. */
void local_relation_find(struct parse *parse);

#endif

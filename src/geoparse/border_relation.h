/* border_relation.h: borders that an article speaks of: "confine kirghiso-tagico", "border between A and B", "their
 * common border". */
#ifndef BORDERMAP_BORDER_RELATION_H
#define BORDERMAP_BORDER_RELATION_H

#include "parse.h"

/* Appends to parse->relations, in order of the text. */
void border_relation_find(struct parse *parse);

#endif

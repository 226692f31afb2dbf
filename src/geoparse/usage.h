/* usage.h: how a place name is used: for the place, for its people, for its government. */
#ifndef BORDERMAP_USAGE_H
#define BORDERMAP_USAGE_H

#include "parse.h"

/* Sets the type of every spot. */
void usage_tell(struct parse *parse);

#endif

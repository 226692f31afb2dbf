/* person.h: names of persons: what stands behind a title or a given name, and the same surname later on. */
#ifndef BORDERMAP_PERSON_H
#define BORDERMAP_PERSON_H

#include "parse.h"

/* Rejects the spots that are parts of persons' names; fills parse->surnames. */
void person_reject(struct parse *parse);

#endif

/* alias.h: short names that an article itself gives to a place: "New South Wales (NSW)". */
#ifndef BORDERMAP_ALIAS_H
#define BORDERMAP_ALIAS_H

#include "parse.h"

/* Keeps the capitals in brackets behind the spot, if they are the first letters of its words. */
void alias_note(struct parse *parse, const struct spot *spot);

/* The group of the place that the token is short for; false if it is none. */
bool alias_find(const struct parse *parse, uint32_t token, size_t *group);

#endif

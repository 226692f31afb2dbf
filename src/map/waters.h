/* waters.h: the names of seas and great lakes, where open water is in the frame. */
#ifndef BORDERMAP_WATERS_H
#define BORDERMAP_WATERS_H

#include "composition.h"

/* Asks for the labels of the waters of curated/waters.tsv that the panel shows. */
bool waters_name(struct composition *composition, struct error *error) NODISCARD;

#endif

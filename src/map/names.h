/* names.h: which names the map wants: countries, the places of the text, the towns that tell where one is. */
#ifndef BORDERMAP_NAMES_H
#define BORDERMAP_NAMES_H

#include "composition.h"

/* Asks for the labels of countries, told places and reference towns; remembers the towns' symbols. */
bool names_add(struct composition *composition, struct error *error) NODISCARD;

/* After the labels are placed: the symbols of the towns whose names found room. */
void names_draw_towns(struct composition *composition);

/* The placed labels with their leaders and boxes. */
void names_draw_labels(struct composition *composition);

#endif

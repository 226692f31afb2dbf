/* incident_key.h: what the numbers on a crowded map stand for, in columns below it. */
#ifndef BORDERMAP_INCIDENT_KEY_H
#define BORDERMAP_INCIDENT_KEY_H

#include "composition.h"

/* Adds what a number stands for. */
void incident_key_add(struct composition *composition, int number, struct text text);

/* Page units; 0 where nothing is numbered. */
double incident_key_height(const struct composition *composition, double width);

void incident_key_draw(struct composition *composition, struct page_point at, double width);

#endif

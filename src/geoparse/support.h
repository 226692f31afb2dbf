/* support.h: how much an article speaks of each country, region and neighbourhood, gathered from its mentions. */
#ifndef BORDERMAP_SUPPORT_H
#define BORDERMAP_SUPPORT_H

#include "parse.h"

struct support;

struct support *support_new(struct arena *arena, size_t groups);

/* Forgets everything that was added. */
void support_clear(struct support *support);

/* A group says this place with this weight. */
void support_add(struct support *support, size_t group, const struct choice *choice, double weight);

/* The weights of all that was added. */
double support_total(const struct support *support);

enum { SUPPORT_COUNTRIES = 12 };

/* The countries spoken of first, with their weights; returns how many. */
size_t support_countries(const struct support *support, uint16_t countries[SUPPORT_COUNTRIES],
                         double weights[SUPPORT_COUNTRIES]);

/* Credits the choice of a group with what the other groups say about its country, its regions and its neighbourhood. */
void support_credit(const struct support *support, size_t group, struct choice *choice);

#endif

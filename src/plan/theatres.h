/* theatres.h: which incidents belong together on one map. */
#ifndef BORDERMAP_THEATRES_H
#define BORDERMAP_THEATRES_H

#include "plan.h"

enum { THEATRES = 32, THEATRE_INCIDENTS = 64 };

struct theatre {
    const struct incident *incidents[THEATRE_INCIDENTS]; /* best first; what is past comes after what is news */
    size_t count;
    bool past; /* nothing but background */
};

struct theatres {
    struct theatre items[THEATRES];
    size_t count;
    const struct incident *venues[THEATRE_INCIDENTS]; /* meetings */
    size_t venue_count;
};

/*
 * Groups what is sure enough to be drawn (0.8): the same place or border, the same two parties, or nearer than 120 km;
 * past events join the theatre that they touch. Ranked: news before background, then in the order of the list.
 */
void theatres_find(const struct incident_list *incidents, struct theatres *theatres);

/* The country codes that an incident is about: its parties and those of its place, alphabetical; returns how many. */
size_t incident_countries(const struct incident *incident, size_t limit, struct text *codes);

#endif

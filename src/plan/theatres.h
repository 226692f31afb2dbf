/* theatres.h: which incidents belong together on one map. */
#ifndef BORDERMAP_THEATRES_H
#define BORDERMAP_THEATRES_H

#include "plan.h"

enum { THEATRES = 32, THEATRE_INCIDENTS = 64 };

struct theatre {
    const struct incident *incidents[THEATRE_INCIDENTS]; /* best first; what is past comes after what is news */
    size_t count;
    bool past;   /* nothing but background */
    bool unsure; /* nothing in it is sure */
};

struct theatres {
    struct theatre items[THEATRES];
    size_t count;
    const struct incident *venues[THEATRE_INCIDENTS]; /* meetings */
    size_t venue_count;
    const struct incident *aside[THEATRE_INCIDENTS]; /* unsure, and far from what is drawn: on no map */
    size_t aside_count;
    const struct incident *placeless[THEATRE_INCIDENTS]; /* news whose place is not told, or unsure and no more than a
                                                            country: words on the map of the article's subject */
    size_t placeless_count;
};

/*
 * Groups the incidents whose place can be drawn: the same place or border, the same two parties, or nearer than 120 km;
 * past and unsure ones join the theatre that they touch. Theatres of their own they make only where there is no better
 * one (`all`: unsure news in any case): sure news, unsure news, sure background, unsure background; sure and unsure
 * meetings. Ranked: news before background, sure before unsure, then in the order of the list.
 */
void theatres_find(const struct incident_list *incidents, bool all, struct theatres *theatres);

/* Notes that an unsure incident is on no map. */
void theatres_set_aside(struct theatres *theatres, const struct incident *incident);

/* The country codes that an incident is about: its parties and those of its place, alphabetical; returns how many. */
size_t incident_countries(const struct incident *incident, size_t limit, struct text *codes);

#endif

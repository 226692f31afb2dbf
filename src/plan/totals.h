/* totals.h: many incidents summed up: how many, when, how many killed from the least to the most that is told, and of
 * which kinds. */
#ifndef BORDERMAP_TOTALS_H
#define BORDERMAP_TOTALS_H

#include "incident.h"

struct totals {
    size_t incidents;
    struct incident_date span; /* from the first day to the last */
    struct count_range killed; /* -1, -1 where nobody tells of any */
    size_t kinds[INCIDENT_KINDS];
};

/* Of nothing. */
struct totals totals_none(void);

void totals_add(struct totals *totals, const struct incident *incident);

/* The kinds that there are, the most frequent first; returns how many. */
size_t totals_kinds(const struct totals *totals, enum incident_kind kinds[INCIDENT_KINDS]);

/* Adds what is told of one incident to a sum of several: what is not known adds nothing. */
void totals_add_range(struct count_range *sum, struct count_range range);

#endif

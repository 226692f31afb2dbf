/* anchor.h: the day an article was written, and with it what its dates mean. */
#ifndef BORDERMAP_ANCHOR_H
#define BORDERMAP_ANCHOR_H

#include "dates.h"

struct anchor {
    struct date day;
    bool known;
    bool deduced; /* worked out from the text: no published date was given */
};

/*
 * The published date where it is known to the day; else the day worked out from the text: the last date that it gives
 * in full, or a day and month whose weekday it says, in the first year after the years that it tells of in which they
 * agree. Never the clock's.
 */
struct anchor anchor_find(const struct dates *dates, const struct words *words, struct date published);

/* Fills start, end_day and deduced of every date. */
void anchor_resolve(struct dates *dates, const struct words *words, struct anchor anchor);

#endif

/* quantities.h: how many: numbers in digits and words with what limits them ("at least twelve", "between 5 and 7"). */
#ifndef BORDERMAP_QUANTITIES_H
#define BORDERMAP_QUANTITIES_H

#include "dates.h"
#include "incident.h"

struct quantity {
    uint32_t first, end;      /* words, with "at least" and the like */
    struct count_range range; /* -1: no limit said; both -1: "several" */
    bool implied;             /* one or two persons without a number: "a woman" */
    bool persons;             /* a word for persons follows */
    bool part;                /* of another that stands in front: "including three children" */
    uint32_t noun;            /* the word for persons, or NO_WORD */
};

struct quantities {
    struct quantity *items;
    size_t count, capacity;
};

/* All quantities that may count persons: not those of dates, nor of kilometres, years, shells. */
struct quantities quantities_read(const struct words *words, const struct cues *cues, const struct dates *dates,
                                  struct arena *arena);

#endif

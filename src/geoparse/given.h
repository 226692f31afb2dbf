/* given.h: names that somebody has told: spans to resolve, and corrections. */
#ifndef BORDERMAP_GIVEN_H
#define BORDERMAP_GIVEN_H

#include "lookup.h"

/* A span of the article that is a name, and what it means if that is told too. */
struct given {
    struct span span;
    uint32_t first, end; /* tokens that it touches; none: first == end */
    bool corrected;
    place_id place; /* of a correction: PLACE_NONE for no place */
};

struct givens {
    struct given *items; /* in order of the tokens */
    size_t count;
    size_t missed; /* corrections whose words are not there */
};

/* The given spans and the corrected ones, which go before, with their tokens; in scratch memory. */
struct givens given_find(const struct parse *parse);

/* Makes a spot of it; nothing where nobody knows what it could mean. */
void given_push(struct lookup *lookup, const struct given *given);

/* What the corrections say of the run's name or of one of its base forms, or NULL. */
const struct correction *given_correction(const struct lookup *lookup, const struct run *run);

/* Makes a spot of a run whose name is corrected. */
void given_push_corrected(struct lookup *lookup, struct run *run, place_id place);

#endif

/* lookup.h: what the gazetteer and the lexicon know of a run of words, as groups of an article. */
#ifndef BORDERMAP_LOOKUP_H
#define BORDERMAP_LOOKUP_H

#include "choice.h"
#include "run.h"

enum { LOOKUP_READINGS = 512 };

struct lookup {
    struct parse *parse;
    struct arena *arena; /* cleared now and then by the caller */
    struct found_reading found[LOOKUP_READINGS];
    size_t found_count;
    size_t lookups;
    struct {
        uint32_t *slots; /* group + 1 */
        size_t mask;
    } index;
};

/* The group of the run's name, made when it is met first; false if the name means nothing. run->key must be set. */
bool lookup_group(struct lookup *lookup, const struct run *run, size_t *group);

/* The group that can mean nothing but this place. */
size_t lookup_only(struct lookup *lookup, place_id place, enum name_use use);

#endif

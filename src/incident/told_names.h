/* told_names.h: names of places that the gazetteer lacks, by the words they stand with: "the village of Umm Batna",
 * "near Batrah", "Betong district". */
#ifndef BORDERMAP_TOLD_NAMES_H
#define BORDERMAP_TOLD_NAMES_H

#include "notes.h"

struct told_name {
    uint32_t first, end; /* words */
    bool worded;         /* a word for a kind of place stands with it; else no more than "in" or "near" */
};

/* The next such name in the words first..end of a sentence; false if there is none. */
bool told_names_next(const struct notes *notes, uint32_t first, uint32_t end, struct told_name *name);

#endif

/* clauses.h: which words of a sentence belong together: a stretch with one thing that happens, with its people, places
 * and numbers. Light: by the words that begin clauses, "and" and the marks between, not by a grammar. */
#ifndef BORDERMAP_CLAUSES_H
#define BORDERMAP_CLAUSES_H

#include "cues.h"

/* For each word the number of its clause, rising through the article; two sentences never share one. */
uint32_t *clauses_read(const struct words *words, const struct cues *cues, struct arena *arena);

#endif

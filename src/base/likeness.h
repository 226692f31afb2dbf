/* likeness.h: which of the known words was meant, for "did you mean". */
#ifndef BORDERMAP_LIKENESS_H
#define BORDERMAP_LIKENESS_H

#include "text.h"

/* The nearest candidate so far. */
struct likeness {
    struct text wanted, best;
    size_t distance; /* of the best; SIZE_MAX before the first */
};

struct likeness likeness_of(struct text wanted);

/* Takes the candidate if it is nearer than all before it. The text must outlive the likeness. */
void likeness_try(struct likeness *likeness, struct text candidate);

/* Whether the best is near enough to be worth a question: at most a quarter of the letters are wrong. */
bool likeness_found(const struct likeness *likeness);

/* "; did you mean \"river\"?" in the arena, or the empty string. */
const char *likeness_question(const struct likeness *likeness, struct arena *arena);

/* The same for a list of known words that ends with NULL. */
const char *likeness_hint(struct text wanted, const char *const *known, struct arena *arena);

/*
 * Insertions, deletions, substitutions and swaps of neighbours that lead from one to the other, upper and lower case of
 * ASCII being the same (optimal string alignment: Damerau 1964, Levenshtein 1966); texts count up to 64 bytes.
 */
size_t likeness_distance(struct text a, struct text b);

#endif

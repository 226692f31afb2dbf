/* word_hashes.h: a set of words, kept as 64-bit hashes. */
#ifndef BORDERMAP_WORD_HASHES_H
#define BORDERMAP_WORD_HASHES_H

#include "text.h"

struct word_hashes {
    uint64_t *slots; /* 0 = free */
    size_t mask, count;
};

void word_hashes_add(struct word_hashes *set, struct text word, struct arena *arena);
bool word_hashes_has(const struct word_hashes *set, struct text word);

#endif

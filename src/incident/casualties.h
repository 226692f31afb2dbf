/* casualties.h: the killed, wounded, missing, captured and displaced that an article counts: numbers in the phrase that
 * is killed, none that merely stand beside the word. */
#ifndef BORDERMAP_CASUALTIES_H
#define BORDERMAP_CASUALTIES_H

#include "quantities.h"

struct casualty {
    enum toll_kind kind;
    bool wounded; /* kind is TOLL_WOUNDED */
    bool mends;   /* a toll that rose, or the number of dead so far: it replaces an earlier one */
    bool violent; /* killed by somebody, as the word has it: not "died" */
    bool vague;   /* "several": somebody, and no number */
    struct count_range count;
    bool both_sides;
    uint32_t word;       /* of the word for killed or wounded */
    uint32_t first, end; /* number and word together */
};

struct casualties {
    struct casualty *items;
    size_t count, capacity;
};

/* In order of the words; those without a number only where somebody was killed by somebody. */
struct casualties casualties_read(const struct words *words, const struct cues *cues,
                                  const struct quantities *quantities, struct arena *arena);

#endif

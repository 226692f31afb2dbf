/* site_scores.h: how well the words of a place fit an event: how near they stand, what stands in front of them, who
 * speaks there. */
#ifndef BORDERMAP_SITE_SCORES_H
#define BORDERMAP_SITE_SCORES_H

#include "notes.h"

/* The event that a site is looked for. */
struct site_search {
    const struct notes *notes;
    uint32_t first, end, sentence; /* words of the event, and where they stand */
    bool meeting, displacement;
};

/* Words first..end; first is NO_WORD where there are none. */
struct word_range {
    uint32_t first, end;
};

struct word_range site_scores_words(const struct words *words, struct span span);

/* Words between, pauses counting more; 0 where they overlap. */
uint32_t site_scores_distance(const struct notes *notes, struct word_range site, uint32_t first, uint32_t end);

/* `base` less what the distance, other events and words like "fled to" cost; *at: a word says that it was there. */
double site_scores_range(const struct site_search *search, struct word_range range, double base, uint32_t at_reach,
                         bool *at);

/* "GOMA – Six people …": where the report was written. */
bool site_scores_dateline(const struct notes *notes, struct word_range range);

/* "Tiraspol accused …", "Rabat has not denied …": it speaks there, whatever it speaks of. */
bool site_scores_speaks(const struct notes *notes, struct word_range range);

/* "The police in Quetta said …": somebody speaks there. */
bool site_scores_speaker(const struct site_search *search, struct word_range range);

/* "Jets bombed Kabul" */
bool site_scores_object(const struct site_search *search, struct word_range range);

/* "The worst since Kabul fell" */
bool site_scores_compared(const struct notes *notes, struct word_range range);

#endif

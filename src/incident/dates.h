/* dates.h: the dates an article speaks of, and the day it was written. */
#ifndef BORDERMAP_DATES_H
#define BORDERMAP_DATES_H

#include "cues.h"

enum date_form { FORM_DAY, FORM_MONTH, FORM_YEAR, FORM_WEEKDAY, FORM_OFFSET, FORM_WEEK, FORM_SAME_DAY };

struct dated_words {
    uint32_t first, end; /* words */
    enum date_form form;
    struct date said; /* what the words say: zero where they are silent */
    int weekday;      /* 0 = Monday .. 6, -1 = none said */
    int weekday_end;  /* of "Thursday and Friday", else -1 */
    int offset;       /* days, weeks, months or years from the article's day; with next and last: 1, -1 */
    bool has_offset;
    bool year_offset;           /* `offset` is in years, and `said` has the month and perhaps the day */
    bool since;                 /* a state began then: no date of an event */
    bool planned;               /* the words around speak of what is to come */
    struct date start, end_day; /* worked out by dates_resolve(); unknown where it could not be */
    bool deduced;               /* a year or month that neither the text nor a published date says */
};

struct dates {
    struct dated_words *items;
    size_t count, capacity;
};

/* The day an article was written, as far as it is known. */
struct anchor {
    struct date day;
    bool known;
    bool deduced; /* worked out from the text: no published date was given */
};

/* Finds the dates, in order. */
struct dates dates_read(const struct words *words, const struct cues *cues, struct arena *arena);

/*
 * The published date where it is known to the day; else the day worked out from the text: the last date that it gives
 * in full, or a day and month whose weekday it says, in the first year after the years that it tells of in which they
 * agree. Never the clock's.
 */
struct anchor dates_anchor(const struct dates *dates, const struct words *words, struct date published);

/* Fills start, end_day and deduced of every date. */
void dates_resolve(struct dates *dates, const struct words *words, struct anchor anchor);

#endif

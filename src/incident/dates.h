/* dates.h: the dates an article speaks of, as its words have them. */
#ifndef BORDERMAP_DATES_H
#define BORDERMAP_DATES_H

#include "cues.h"

enum date_form { FORM_DAY, FORM_MONTH, FORM_YEAR, FORM_WEEKDAY, FORM_OFFSET, FORM_WEEK, FORM_SAME_DAY };

struct dated_words {
    uint32_t first, end; /* words */
    enum date_form form;
    struct date said; /* what the words say: zero where they are silent */
    int year_end;     /* of "1998 to 2000", else 0 */
    int weekday;      /* 0 = Monday .. 6, -1 = none said */
    int weekday_end;  /* of "Thursday and Friday", else -1 */
    int offset;       /* days, weeks, months or years from the article's day; with next and last: 1, -1 */
    bool has_offset;
    bool year_offset;           /* `offset` is in years, and `said` has the month and perhaps the day */
    bool since;                 /* a state began then: no date of an event */
    bool compared;              /* "the worst since …": says nothing of the event */
    bool planned;               /* the words around speak of what is to come */
    struct date start, end_day; /* worked out by anchor_resolve(); unknown where it could not be */
    bool deduced;               /* a year or month that neither the text nor a published date says */
};

struct dates {
    struct dated_words *items;
    size_t count, capacity;
};

/* Finds the dates, in order. */
struct dates dates_read(const struct words *words, const struct cues *cues, struct arena *arena);

#endif

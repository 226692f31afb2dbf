/* dates.h: the dates an article speaks of, as its words have them. */
#ifndef BORDERMAP_DATES_H
#define BORDERMAP_DATES_H

#include "cues.h"

enum date_form {
    FORM_DAY,
    FORM_MONTH,
    FORM_YEAR,
    FORM_WEEKDAY,
    FORM_OFFSET,
    FORM_WEEK,
    FORM_SAME_DAY,
    FORM_SPAN,    /* "three weeks ago", "over the past three weeks" */
    FORM_WEEKEND, /* Saturday and Sunday */
    FORM_NIGHT    /* "overnight": yesterday and today */
};

enum date_unit { UNIT_HOURS, UNIT_DAYS, UNIT_WEEKS, UNIT_MONTHS, UNIT_YEARS };

struct dated_words {
    uint32_t first, end; /* words */
    enum date_form form;
    struct date said;     /* what the words say: zero where they are silent */
    struct date said_end; /* of "13 to 15 January", "4 May to 2 June", else zero */
    int year_end;         /* of "1998 to 2000", else 0 */
    int weekday;          /* 0 = Monday .. 6, -1 = none said */
    int weekday_end;      /* of "Thursday and Friday", else -1 */
    int offset;           /* days, weeks, months or years from the article's day; with next and last: 1, -1 */
    bool has_offset;
    bool year_offset;           /* `offset` is in years, and `said` has the month and perhaps the day */
    enum date_unit unit;        /* of a span */
    bool within;                /* the span from then to now, not the day then */
    bool may_turn;              /* "05/04/2024": the month may stand in front of the day */
    bool in_week;               /* a weekday of the week that `offset` counts */
    bool last;                  /* "last Tuesday": not today */
    int nth;                    /* "the first Tuesday of January": 1..5, else 0; the month in `said` */
    bool bare;                  /* a day without its month: the last such day */
    bool hijri;                 /* `said` is of the Solar Hijri calendar */
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

/* atlas_day.h: a day that is told as a date, or as so long before another one: "2022-09-14", "-7d". */
#ifndef BORDERMAP_ATLAS_DAY_H
#define BORDERMAP_ATLAS_DAY_H

#include "date.h"

struct atlas_day {
    struct date date; /* if known */
    int back;         /* else so many … */
    char unit;        /* … days 'd', weeks 'w', months 'm', years 'y'; 0 = neither: no day at all */
};

/* Reads "2022-09-14", "2022-09", "2022", "-7d", "-2w", "-3m", "-1y". */
bool atlas_day_read(struct text text, struct atlas_day *day);

/* The day it is when relative ones count from `anchor`; unknown if it is none, or the anchor is unknown. A day that
 * the month before has not is that month's last. */
struct date atlas_day_from(struct atlas_day day, struct date anchor);

/* The same at the end of what is told: the last day of a month or year. */
struct date atlas_day_end(struct atlas_day day, struct date anchor);

/* As it was told, in the arena. */
struct text atlas_day_write(struct atlas_day day, struct arena *arena);

#endif

/* date.h: days of the Gregorian calendar, possibly known to the month or the year only. */
#ifndef BORDERMAP_DATE_H
#define BORDERMAP_DATE_H

#include "text.h"

/* year 0 = not known; month 0 = known to the year; day 0 = known to the month. */
struct date {
    int year;
    int month; /* 1..12 */
    int day;   /* 1..31 */
};

bool date_known(struct date date);
bool date_equal(struct date a, struct date b);

/* Negative, zero, positive; an unknown month or day counts as the first. */
int date_compare(struct date a, struct date b);

/* Reads "2022", "2022-09", "2022-09-14", and the day of "2022-09-14T10:00:00Z"; false if it is none of these or no day
 * of the calendar. */
bool date_read(struct text text, struct date *date);

/* "2022-09-14", "2022-09", "2022" or "". */
struct text date_write(struct arena *arena, struct date date);

/* Days since 1970-01-01 (unknown parts count as first), and back (Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms"). */
int64_t date_days(struct date date);
struct date date_from_days(int64_t days);

/* 0 = Monday .. 6 = Sunday, of a date known to the day. */
int date_weekday(struct date date);

/* The last day of a month, 28..31. */
int date_month_length(int year, int month);

#endif

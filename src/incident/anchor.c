#include "anchor.h"

#include "date_forms.h"

enum { YEARS_TRIED = 3, NEAR_WEEK = 3, NO_WEEKDAY = -1, NEIGHBOURS = 8 };

/* The latest year that the text says of something that is not to come. */
static int latest_year(const struct dates *dates) {
    int year = 0;
    for (size_t i = 0; i < dates->count; i++) {
        const struct dated_words *date = &dates->items[i];
        if (date->said.year > year && !date->planned)
            year = date->said.year;
    }
    return year;
}

static struct date latest_full_date(const struct dates *dates) {
    struct date latest = {0};
    for (size_t i = 0; i < dates->count; i++) {
        const struct dated_words *date = &dates->items[i];
        bool full = date->said.year > 0 && date->form == FORM_DAY && !date->planned && !date->since;
        if (full && (latest.year == 0 || date_compare(date->said, latest) > 0))
            latest = date->said;
    }
    return latest;
}

/* The weekday that goes with a day and month: said with it, or else alone in the same sentence. */
static int weekday_of(const struct dates *dates, const struct words *words, size_t index) {
    const struct dated_words *date = &dates->items[index];
    if (date->weekday >= 0)
        return date->weekday;
    int weekday = NO_WEEKDAY;
    size_t from = index < NEIGHBOURS ? 0 : index - NEIGHBOURS;
    for (size_t i = from; i < dates->count && i <= index + NEIGHBOURS; i++) {
        const struct dated_words *other = &dates->items[i];
        if (other->form != FORM_WEEKDAY || words->items[other->first].sentence != words->items[date->first].sentence)
            continue;
        if (weekday != NO_WEEKDAY && weekday != other->weekday)
            return NO_WEEKDAY;
        weekday = other->weekday;
    }
    return weekday;
}

/* The first year from `year` on in which the day falls on that weekday. */
static bool find_year(const struct dated_words *date, int weekday, int year, struct date *day) {
    for (int y = year; y < year + YEARS_TRIED; y++) {
        struct date candidate = {y, date->said.month, date->said.day};
        if (candidate.day <= date_month_length(y, candidate.month) && date_weekday(candidate) == weekday) {
            *day = candidate;
            return true;
        }
    }
    return false;
}

struct anchor anchor_find(const struct dates *dates, const struct words *words, struct date published) {
    if (published.year > 0 && published.month > 0 && published.day > 0)
        return (struct anchor){published, true, false};
    int year = published.year > 0 ? published.year : latest_year(dates);
    struct anchor anchor = {.day = latest_full_date(dates), .deduced = true};
    anchor.known = anchor.day.year > 0 && anchor.day.year >= year;
    for (size_t i = 0; i < dates->count && !anchor.known && year > 0; i++) {
        const struct dated_words *date = &dates->items[i];
        if (date->form != FORM_DAY || date->said.year > 0 || date->planned || date->since)
            continue;
        int weekday = weekday_of(dates, words, i);
        anchor.known = weekday != NO_WEEKDAY && find_year(date, weekday, year, &anchor.day);
    }
    return anchor;
}

static struct date shift(struct date day, int64_t days) {
    return date_from_days(date_days(day) + days);
}

/*
 * The day of that weekday: after a published date the last such day, or the next for what is planned; around a day that
 * was worked out, the nearest.
 */
static struct date resolve_weekday(const struct dated_words *date, int weekday, struct anchor anchor) {
    int behind = (date_weekday(anchor.day) - weekday + 7) % 7;
    if (date->in_week)
        return shift(anchor.day, 7 * (int64_t)date->offset - date_weekday(anchor.day) + weekday);
    if (date->has_offset && date->offset > 0)
        return shift(anchor.day, behind == 0 ? 7 : 7 - behind);
    if (date->planned)
        return shift(anchor.day, behind == 0 ? 0 : 7 - behind);
    if (date->last && behind == 0)
        return shift(anchor.day, -7);
    if (anchor.deduced && behind > NEAR_WEEK)
        return shift(anchor.day, 7 - behind);
    return shift(anchor.day, -behind);
}

/* The year of a day or month without one: the last such, or the next for what is planned or near. */
static int resolve_year(const struct dated_words *date, struct anchor anchor) {
    enum { NEAR_DAYS = 1, DEDUCED_DAYS = 45 };
    struct date this_year = {anchor.day.year, date->said.month, date->said.day};
    struct date month_start = {anchor.day.year, anchor.day.month, 0};
    int64_t ahead = date_days(this_year) - date_days(date->form == FORM_DAY ? anchor.day : month_start);
    if (date->planned)
        return ahead < 0 ? anchor.day.year + 1 : anchor.day.year;
    if (date->form == FORM_DAY)
        return ahead > (anchor.deduced ? DEDUCED_DAYS : NEAR_DAYS) ? anchor.day.year - 1 : anchor.day.year;
    return ahead > 0 ? anchor.day.year - 1 : anchor.day.year;
}

/* The day that "13 to 15 January", "4 May to 2 June" ends on. */
static void resolve_end(struct dated_words *date) {
    if (date->said_end.day == 0)
        return;
    struct date end = date->said_end;
    end.month = end.month > 0 ? end.month : date->start.month;
    end.year = end.year > 0 ? end.year : date->start.year + (end.month < date->start.month);
    if (date->start.year > 0 && end.day <= date_month_length(end.year, end.month) &&
        date_compare(end, date->start) >= 0)
        date->end_day = end;
}

/* A day of the Solar Hijri calendar without a year: the last such, or the next for what is planned. */
static void resolve_hijri(struct dated_words *date, struct anchor anchor) {
    int year = date_form_hijri_year(anchor.day) + (date->year_offset ? date->offset : 0);
    struct date said = {year, date->said.month, date->said.day}, day = date_form_hijri(said);
    int64_t ahead = date_days(day) - date_days(anchor.day);
    if (!date->year_offset && (date->planned ? ahead < 0 : ahead > 1)) {
        said.year += date->planned ? 1 : -1;
        day = date_form_hijri(said);
    }
    date->start = date->end_day = day;
}

static void resolve_said(struct dated_words *date, struct anchor anchor) {
    date->start = date->end_day = date->said;
    if (date->year_end > 0)
        date->end_day = (struct date){date->year_end, 0, 0};
    if (date->may_turn && anchor.known && date_days(date->said) > date_days(anchor.day) + 1 && !date->planned) {
        struct date turned = {date->said.year, date->said.day, date->said.month};
        if (date_compare(turned, anchor.day) <= 0)
            date->start = date->end_day = turned;
    }
    resolve_end(date);
    if (date->said.year > 0)
        return;
    date->start = date->end_day = (struct date){0};
    if (!anchor.known)
        return;
    if (date->hijri) {
        resolve_hijri(date, anchor);
        return;
    }
    struct date day = date->said;
    day.year = date->year_offset ? anchor.day.year + date->offset : resolve_year(date, anchor);
    if (day.day > date_month_length(day.year, day.month))
        day.day = 0;
    date->start = date->end_day = day;
    resolve_end(date);
    date->deduced = anchor.deduced;
}

static struct date month_from(struct date day, int months) {
    int count = day.year * 12 + day.month - 1 + months;
    return (struct date){count / 12, count % 12 + 1, 0};
}

/* "three weeks ago": that day; "two months ago", "two years ago": that month, that year; "over the past week": since.
 */
static void resolve_span(struct dated_words *date, struct anchor anchor) {
    struct date then = anchor.day;
    switch (date->unit) {
    case UNIT_HOURS: then = shift(anchor.day, date->offset / 24); break;
    case UNIT_DAYS: then = shift(anchor.day, date->offset); break;
    case UNIT_WEEKS: then = shift(anchor.day, 7 * (int64_t)date->offset); break;
    case UNIT_MONTHS: then = month_from(anchor.day, date->offset); break;
    case UNIT_YEARS: then = (struct date){anchor.day.year + date->offset, 0, 0}; break;
    }
    date->start = date->end_day = then;
    if (!date->within)
        return;
    if (then.day == 0 && then.month > 0)
        date->start.day = anchor.day.day <= date_month_length(then.year, then.month) ? anchor.day.day : 1;
    if (then.month == 0)
        date->start = (struct date){then.year, anchor.day.month, 1};
    date->end_day = anchor.day;
}

/* The last weekend that has begun, or the next. */
static void resolve_weekend(struct dated_words *date, struct anchor anchor) {
    enum { SATURDAY = 5 };
    int64_t back = (date_weekday(anchor.day) - SATURDAY + 7) % 7;
    bool ahead = date->offset > 0 || date->planned;
    date->start = shift(anchor.day, ahead ? 7 - back : -back);
    date->end_day = shift(date->start, 1);
}

static void resolve_offset(struct dated_words *date, struct anchor anchor) {
    if (!anchor.known)
        return;
    date->deduced = anchor.deduced;
    switch (date->form) {
    case FORM_OFFSET: date->start = date->end_day = shift(anchor.day, date->offset); return;
    case FORM_MONTH:
        date->start = month_from(anchor.day, date->offset - (date->bare && date->said.day > anchor.day.day));
        if (date->said.day <= date_month_length(date->start.year, date->start.month))
            date->start.day = date->said.day;
        date->end_day = date->start;
        return;
    case FORM_SPAN: resolve_span(date, anchor); return;
    case FORM_WEEKEND: resolve_weekend(date, anchor); return;
    case FORM_NIGHT:
        date->start = shift(anchor.day, -1);
        date->end_day = anchor.day;
        return;
    case FORM_YEAR: date->start = date->end_day = (struct date){anchor.day.year + date->offset, 0, 0}; return;
    case FORM_WEEK:
        date->start = shift(anchor.day, 7 * (int64_t)date->offset - date_weekday(anchor.day));
        date->end_day = shift(date->start, 6);
        return;
    default: return;
    }
}

/* "the first Tuesday of January", "last Friday of this month" */
static bool resolve_nth(struct dated_words *date, struct anchor anchor) {
    if (date->nth == 0 || (date->said.month == 0 && !date->has_offset))
        return false;
    struct date month = date->has_offset ? month_from(anchor.day, date->offset) : date->said;
    if (month.year == 0)
        month.year = month.month > anchor.day.month ? anchor.day.year - 1 : anchor.day.year;
    int length = date_month_length(month.year, month.month);
    month.day = 1;
    int first = 1 + (date->weekday - date_weekday(month) + 7) % 7;
    month.day = date->nth > 0 ? first + 7 * (date->nth - 1) : first + 7 * ((length - first) / 7);
    if (month.day > length)
        return false;
    date->start = date->end_day = month;
    return true;
}

static void resolve_named_day(struct dated_words *date, struct anchor anchor) {
    if (!anchor.known || resolve_nth(date, anchor))
        return;
    date->deduced = anchor.deduced;
    date->start = date->end_day = resolve_weekday(date, date->weekday, anchor);
    if (date->weekday_end >= 0)
        date->end_day = shift(date->start, (date->weekday_end - date->weekday + 7) % 7);
}

void anchor_resolve(struct dates *dates, const struct words *words, struct anchor anchor) {
    for (size_t i = 0; i < dates->count; i++) {
        struct dated_words *date = &dates->items[i];
        if (date->form == FORM_SAME_DAY) {
            /* the day of the date before, in this paragraph or the one before */
            if (i > 0 && words->items[date->first].sentence <= words->items[dates->items[i - 1].first].sentence + 4) {
                date->start = dates->items[i - 1].start;
                date->end_day = dates->items[i - 1].end_day;
                date->deduced = dates->items[i - 1].deduced;
            }
        } else if (date->form == FORM_WEEKDAY) {
            resolve_named_day(date, anchor);
        } else if (date->has_offset) {
            resolve_offset(date, anchor);
        } else
            resolve_said(date, anchor);
    }
}

#include "date_joins.h"

/* What is joined, and to what. */
struct joining {
    const struct words *words;
    const struct cues *cues;
    struct dates *dates;
};

static const struct cue *date_cue(const struct joining *joining, uint32_t word, enum cue_role role) {
    if (word >= joining->words->count)
        return NULL;
    const struct cue *cue = cues_at(joining->cues, CUES_DATES, word);
    return cue != NULL && cue->role == role ? cue : NULL;
}

static bool same_sentence(const struct words *words, uint32_t a, uint32_t b) {
    return a < words->count && b < words->count && words->items[a].sentence == words->items[b].sentence;
}

/* Only words that join stand between the two: "13 January to", "from 4 May until". */
static bool joins_between(const struct joining *joining, uint32_t from, uint32_t to) {
    bool joined = to < joining->words->count && to == from && joining->words->items[to].mark == 0x2013;
    for (uint32_t w = from; w < to; w++) {
        bool joins = date_cue(joining, w, CUE_UNTIL) != NULL || date_cue(joining, w, CUE_SINCE) != NULL;
        if (!joins && date_cue(joining, w, CUE_OF) == NULL)
            return false;
        joined |= joins;
    }
    return joined;
}

/* "13 January to 2 February" */
static bool joins_days(const struct joining *joining, struct dated_words *last, const struct dated_words *date) {
    if (last->form != FORM_DAY || date->form != FORM_DAY || last->said_end.day > 0 || date->first > last->end + 2 ||
        !joins_between(joining, last->end, date->first))
        return false;
    last->said_end = date->said;
    if (last->said.year == 0)
        last->said.year = date->said.year;
    last->end = date->end;
    last->since = last->compared = false;
    return true;
}

/* "Tuesday of last week", "geçen hafta salı" */
static bool joins_week(const struct joining *joining, struct dated_words *last, const struct dated_words *date) {
    bool weekday_first = last->form == FORM_WEEKDAY && date->form == FORM_WEEK && date->first <= last->end + 2;
    bool week_first = last->form == FORM_WEEK && date->form == FORM_WEEKDAY && date->first <= last->end + 1;
    if ((!weekday_first && !week_first) ||
        joining->words->items[last->end - 1].pause != joining->words->items[date->first].pause)
        return false;
    int weekday = weekday_first ? last->weekday : date->weekday, week = weekday_first ? date->offset : last->offset;
    last->form = FORM_WEEKDAY;
    last->weekday = weekday;
    last->weekday_end = -1;
    last->offset = week;
    last->in_week = true;
    last->has_offset = false;
    last->end = date->end;
    return true;
}

/* "the first Tuesday of January" */
static bool joins_nth(struct dated_words *last, const struct dated_words *date) {
    bool month = date->form == FORM_MONTH && !date->hijri;
    if (last->form != FORM_WEEKDAY || !month || (last->nth == 0 && !last->last) || date->first > last->end + 2)
        return false;
    last->said = date->said;
    last->nth = last->nth > 0 ? last->nth : -1;
    last->has_offset = date->has_offset;
    last->offset = date->offset;
    last->year_offset = date->year_offset;
    last->end = date->end;
    return true;
}

/* "martedì 13 settembre": one date, not two. */
static bool joins_weekday(struct dated_words *last, const struct dated_words *date) {
    if (last->form == FORM_WEEKDAY && date->form == FORM_DAY) {
        int weekday = last->weekday;
        uint32_t first = last->first;
        *last = *date;
        last->weekday = weekday;
        last->first = first;
        return true;
    }
    if (last->form == FORM_DAY && date->form == FORM_WEEKDAY && last->weekday < 0 && last->end == date->first) {
        last->weekday = date->weekday;
        last->end = date->end;
        return true;
    }
    return false;
}

/* "nella notte tra lunedì e martedì", "فجر الثلاثاء", "Friday night": the day that stands with the night says which. */
static bool joins_night(const struct joining *joining, struct dated_words *last, const struct dated_words *date) {
    enum { LINK_WORDS = 3 };
    if (date->first > last->end + LINK_WORDS ||
        joining->words->items[last->end - 1].pause != joining->words->items[date->first].pause)
        return false;
    bool named = date->form == FORM_WEEKDAY || date->form == FORM_DAY || date->form == FORM_OFFSET;
    if (last->form == FORM_NIGHT && named) {
        uint32_t first = last->first;
        *last = *date;
        last->first = first;
        return true;
    }
    if (date->form != FORM_NIGHT ||
        (last->form != FORM_WEEKDAY && last->form != FORM_DAY && last->form != FORM_OFFSET) ||
        date->first > last->end + 1)
        return false;
    last->end = date->end;
    return true;
}

bool date_joins(const struct words *words, const struct cues *cues, struct dates *dates,
                const struct dated_words *date) {
    const struct joining all = {words, cues, dates}, *joining = &all;
    if (dates->count == 0)
        return false;
    struct dated_words *last = &dates->items[dates->count - 1];
    if (!same_sentence(joining->words, last->first, date->first))
        return false;
    if (joins_night(joining, last, date) || joins_days(joining, last, date) || joins_week(joining, last, date) ||
        joins_nth(last, date))
        return true;
    return date->first <= last->end + 1 && joins_weekday(last, date);
}

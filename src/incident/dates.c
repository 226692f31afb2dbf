#include "dates.h"

#include "date_forms.h"
#include "date_joins.h"
#include "list.h"
#include "numerals.h"

enum {
    YEAR_MIN = 1900,
    YEAR_MAX = 2100,
    SINCE_REACH = 2,
    PLANNED_REACH = 12,
    COMPARED_REACH = 14,
    PAUSE_COST = 6,
    DATELINE_WORDS = 8
};

struct reading_dates {
    const struct words *words;
    const struct cues *cues;
    struct arena *arena;
    struct dates *dates;
};

static const struct cue *date_cue(const struct reading_dates *reading, uint32_t word, enum cue_role role) {
    if (word >= reading->words->count)
        return NULL;
    const struct cue *cue = cues_at(reading->cues, CUES_DATES, word);
    return cue != NULL && cue->role == role ? cue : NULL;
}

static const struct cue *time_cue(const struct reading_dates *reading, uint32_t word, enum cue_role role) {
    if (word >= reading->words->count)
        return NULL;
    const struct cue *cue = cues_at(reading->cues, CUES_TIMES, word);
    return cue != NULL && cue->role == role ? cue : NULL;
}

/* "日", "числа": the number in front is a day of the month. */
static bool is_day_word(const struct reading_dates *reading, uint32_t word) {
    const struct cue *unit = time_cue(reading, word, CUE_TIME);
    return time_cue(reading, word, CUE_DAY_WORD) != NULL || (unit != NULL && unit->value == 1);
}

static bool same_sentence(const struct words *words, uint32_t a, uint32_t b) {
    return a < words->count && b < words->count && words->items[a].sentence == words->items[b].sentence;
}

static bool number_at(const struct words *words, uint32_t word, int64_t low, int64_t high, int *value) {
    int64_t number;
    if (word >= words->count || !words->items[word].number || !words_number(words->items[word].key, &number) ||
        number < low || number > high)
        return false;
    *value = (int)number;
    return true;
}

static bool beside_hijri(const struct reading_dates *reading, uint32_t word) {
    for (uint32_t w = word < 2 ? 0 : word - 2; w <= word + 1; w++) {
        const struct cue *month = date_cue(reading, w, CUE_MONTH);
        if (month != NULL && month->value > HIJRI_MONTHS)
            return true;
    }
    return false;
}

/* Four digits and nothing that they count. */
static bool year_at(const struct reading_dates *reading, uint32_t word, int *year) {
    const struct words *words = reading->words;
    if (!number_at(words, word, YEAR_MIN, YEAR_MAX, year) &&
        !(beside_hijri(reading, word) && number_at(words, word, HIJRI_YEAR_MIN, HIJRI_YEAR_MAX, year)))
        return false;
    struct text key = words->items[word].key;
    if (text_find(key, TEXT("."), 0) < key.size || text_find(key, TEXT(","), 0) < key.size)
        return false;
    if (!same_sentence(words, word, word + 1))
        return true;
    const struct cue *unit = cues_at(reading->cues, CUES_NUMBERS, word + 1);
    const struct cue *person = cues_at(reading->cues, CUES_CASUALTIES, word + 1);
    bool counted = (unit != NULL && unit->role == CUE_UNIT) || (person != NULL && person->role == CUE_PERSON);
    return !counted || date_cue(reading, word + 1, CUE_YEAR_WORD) != NULL;
}

/* A short ending that hangs on a number: "14th", "3-də". */
static bool is_ending(const struct words *words, uint32_t word) {
    return word > 0 && word < words->count && words->items[word].glued && words->items[word - 1].number &&
           !words->items[word].number && words->items[word].key.size <= 10;
}

/* "third", "twenty first"; moves *first to where it begins. */
static bool ordinal_at(const struct reading_dates *reading, uint32_t word, int *day, uint32_t *first) {
    const struct cue *ordinal = date_cue(reading, word, CUE_ORDINAL);
    if (ordinal == NULL || ordinal->value < 1 || ordinal->value > 31)
        return false;
    *day = ordinal->value;
    *first = ordinal->first;
    const struct cue *tens =
        ordinal->first > 0 && ordinal->value < 10 ? cues_at(reading->cues, CUES_NUMBERS, ordinal->first - 1) : NULL;
    if (tens != NULL && tens->role == CUE_CARDINAL && (tens->value == 20 || tens->value == 30)) {
        *day += tens->value;
        *first = tens->first;
    }
    return true;
}

/* The day in front of the month: "14 settembre", "12 de mayo", "14th of September". */
static bool day_before(const struct reading_dates *reading, uint32_t month, int *day, uint32_t *first) {
    for (uint32_t back = 1; back <= 3 && back <= month; back++) {
        uint32_t word = month - back;
        if (!same_sentence(reading->words, word, month))
            return false;
        const struct cue *spelt = cues_at(reading->cues, CUES_NUMBERS, word);
        if (number_at(reading->words, word, 1, 31, day)) {
            *first = word;
            return true;
        }
        if (ordinal_at(reading, word, day, first))
            return true;
        /* "پنجم اکتبر" */
        if (spelt != NULL && spelt->role == CUE_CARDINAL && spelt->value >= 1 && spelt->value <= 31) {
            *day = (int)spelt->value;
            *first = word;
            return true;
        }
        if (date_cue(reading, word, CUE_OF) == NULL && !is_ending(reading->words, word))
            return false;
    }
    return false;
}

/* The year behind, "2022", "of 2022", "of this year", "last year"; moves *end behind it. */
static bool year_behind(const struct reading_dates *reading, uint32_t *end, struct dated_words *date) {
    for (uint32_t word = *end; word < *end + 4 && same_sentence(reading->words, *end - 1, word); word++) {
        const struct cue *offset = date_cue(reading, word, CUE_YEAR_FROM);
        if (offset != NULL) {
            date->offset = offset->value;
            date->year_offset = true;
            *end = offset->end;
            return true;
        }
        if (year_at(reading, word, &date->said.year)) {
            *end = word + 1;
            return true;
        }
        if (date_cue(reading, word, CUE_OF) == NULL && date_cue(reading, word, CUE_YEAR_WORD) == NULL &&
            !is_ending(reading->words, word))
            return false;
    }
    return false;
}

/* The year in front, as in Turkic and Armenian: "2020 жылдың ақпанында", "ötən ilin mart ayında". */
static bool year_before(const struct reading_dates *reading, uint32_t *first, struct dated_words *date) {
    for (uint32_t back = 1; back <= 3 && back <= *first; back++) {
        uint32_t word = *first - back;
        if (!same_sentence(reading->words, word, *first))
            return false;
        if (year_at(reading, word, &date->said.year)) {
            *first = word;
            return true;
        }
        const struct cue *offset = date_cue(reading, word, CUE_YEAR_FROM);
        if (offset != NULL) {
            date->offset = offset->value;
            date->year_offset = true;
            *first = offset->first;
            return true;
        }
        if (date_cue(reading, word, CUE_YEAR_WORD) == NULL && !is_ending(reading->words, word))
            return false;
    }
    return false;
}

static bool is_between(const struct reading_dates *reading, uint32_t word, uint32_t back) {
    const struct cue *cue = word >= back ? cues_at(reading->cues, CUES_CLAIMS, word - back) : NULL;
    return cue != NULL && cue->role == CUE_BETWEEN && same_sentence(reading->words, word, word - back);
}

/* "13-", "dal 13 al", "vom 13. bis zum": a first day in front of the last one, and what joins them. */
static bool day_range(const struct reading_dates *reading, uint32_t last, int end, int *day, uint32_t *first) {
    enum { JOINT_WORDS = 4 };
    const struct words *words = reading->words;
    bool joined = words->items[last].glued && (words->items[last].mark == '-' || words->items[last].mark == 0x2013);
    bool and = false;
    for (uint32_t back = 1; back <= JOINT_WORDS && back <= last; back++) {
        uint32_t word = last - back;
        if (!same_sentence(words, word, last))
            return false;
        uint32_t unused = word;
        if (number_at(words, word, 1, 31, day) || ordinal_at(reading, word, day, &unused)) {
            bool between = is_between(reading, word, 1) || is_between(reading, word, 2);
            bool neighbours = and&&(between || *day + 1 == end);
            *first = word < unused ? word : unused;
            return (joined || neighbours) && *day < end;
        }
        const struct cue *cue = cues_at(reading->cues, CUES_CLAIMS, word);
        and |= cue != NULL && cue->role == CUE_AND;
        joined |= date_cue(reading, word, CUE_UNTIL) != NULL || date_cue(reading, word, CUE_SINCE) != NULL;
        bool passed = date_cue(reading, word, CUE_OF) != NULL || date_cue(reading, word, CUE_UNTIL) != NULL ||
                      date_cue(reading, word, CUE_SINCE) != NULL || is_ending(words, word) ||
                      (cue != NULL && cue->role == CUE_AND);
        if (!passed)
            return false;
    }
    return false;
}

/* "January 13", "January 13-15", "二月七日" */
static bool day_behind(const struct reading_dates *reading, struct dated_words *date) {
    const struct words *words = reading->words;
    uint32_t at = date->end;
    int64_t value;
    uint32_t end;
    if (!same_sentence(words, date->first, at))
        return false;
    if (!number_at(words, at, 1, 31, &date->said.day)) {
        bool spelt = numeral_read(words, reading->cues, at, &value, &end) && value >= 1 && value <= 31 &&
                     is_day_word(reading, end);
        if (!spelt)
            return false;
        date->said.day = (int)value;
        date->end = end + 1;
        return true;
    }
    date->end = at + 1;
    int last;
    while (is_ending(words, date->end) && same_sentence(words, at, date->end))
        date->end++;
    uint32_t second = date->end + (date_cue(reading, date->end, CUE_UNTIL) != NULL);
    bool joined = second > date->end || (second < words->count && words->items[second].glued &&
                                         words->items[second].mark != ',' && words->items[second].mark != ':');
    if (joined && same_sentence(words, at, second) && number_at(words, second, 1, 31, &last) && last > date->said.day) {
        date->said_end.day = last;
        date->end = second + 1;
    }
    return true;
}

static void add_month(struct reading_dates *reading, const struct cue *month, struct dated_words *date) {
    date->hijri = month->value > HIJRI_MONTHS;
    date->said.month = date->hijri ? month->value - HIJRI_MONTHS : month->value;
    date->first = month->first;
    date->end = month->end;
    bool has_day = day_before(reading, month->first, &date->said.day, &date->first);
    int start;
    if (has_day && day_range(reading, date->first, date->said.day, &start, &date->first)) {
        date->said_end.day = date->said.day;
        date->said.day = start;
    }
    if (!has_day)
        has_day = day_behind(reading, date);
    while (is_ending(reading->words, date->end) && same_sentence(reading->words, month->first, date->end))
        date->end++;
    if (!year_behind(reading, &date->end, date))
        (void)year_before(reading, &date->first, date);
    date->form = has_day ? FORM_DAY : FORM_MONTH;
    if (has_day && !date->hijri && date->said.year > 0 &&
        date->said.day > date_month_length(date->said.year, date->said.month))
        date->said.day = 0, date->form = FORM_MONTH;
    if (date->hijri && date->said.year > 0) {
        date->said = date_form_hijri(date->said);
        date->hijri = false;
    }
}

/* "本月7日", "7th of this month": the day of a month that is told from now. */
static void add_day_of_month(struct reading_dates *reading, struct dated_words *date) {
    int64_t day;
    uint32_t end;
    if (same_sentence(reading->words, date->first, date->end) &&
        numeral_read(reading->words, reading->cues, date->end, &day, &end) && day >= 1 && day <= 31 &&
        is_day_word(reading, end)) {
        date->said.day = (int)day;
        date->end = end + 1;
        return;
    }
    (void)day_before(reading, date->first, &date->said.day, &date->first);
}

/* "giovedì e venerdì", "von 1998 bis 2000": the word between the ends of a span. */
static bool joins_ends(const struct reading_dates *reading, uint32_t word) {
    const struct cue *and = cues_at(reading->cues, CUES_CLAIMS, word);
    return (and != NULL && and->role == CUE_AND) || date_cue(reading, word, CUE_UNTIL) != NULL ||
           date_cue(reading, word, CUE_SINCE) != NULL;
}

/* "1998 to 2000", "1998–2000" */
static void add_year(const struct reading_dates *reading, int year, struct dated_words *date) {
    const struct words *words = reading->words;
    date->form = FORM_YEAR;
    date->said.year = year;
    if (!same_sentence(words, date->first, date->end))
        return;
    uint32_t second = date->end + (joins_ends(reading, date->end) ? 1 : 0);
    int last;
    bool and = second > date->end && cues_at(reading->cues, CUES_CLAIMS, date->end) != NULL;
    bool joined = second > date->end || words->items[second].glued;
    if (!joined || !same_sentence(words, date->first, second) || !year_at(reading, second, &last) || last <= year)
        return;
    bool between = date->first > 0 && cues_at(reading->cues, CUES_CLAIMS, date->first - 1) != NULL &&
                   cues_at(reading->cues, CUES_CLAIMS, date->first - 1)->role == CUE_BETWEEN;
    if (and&&!between)
        return; /* "in 2008 and 2011" are two dates */
    date->year_end = last;
    date->end = second + 1;
}

/* "giovedì e venerdì" */
static void add_weekday(const struct reading_dates *reading, const struct cue *cue, struct dated_words *date) {
    date->form = FORM_WEEKDAY;
    date->weekday = cue->value;
    uint32_t next = cue->end;
    if (same_sentence(reading->words, cue->first, next)) {
        const struct cue *second = joins_ends(reading, next) ? date_cue(reading, next + 1, CUE_WEEKDAY) : NULL;
        if (second != NULL) {
            date->weekday_end = second->value;
            date->end = second->end;
        }
    }
    if (cue->first > 0 && date_cue(reading, cue->first - 1, CUE_NEXT) != NULL)
        date->offset = 1, date->has_offset = true;
    date->last = (cue->first > 0 && date_cue(reading, cue->first - 1, CUE_LAST) != NULL) ||
                 date_cue(reading, date->end, CUE_LAST) != NULL;
    const struct cue *nth = cue->first > 0 ? date_cue(reading, cue->first - 1, CUE_ORDINAL) : NULL;
    date->nth = nth != NULL && nth->value <= 5 ? nth->value : 0;
    if (date_cue(reading, date->end, CUE_NEXT) != NULL)
        date->offset = 1, date->has_offset = true;
}

static bool read_cue(struct reading_dates *reading, const struct cue *cue, struct dated_words *date) {
    switch (cue->role) {
    case CUE_MONTH: add_month(reading, cue, date); return true;
    case CUE_MONTH_SHORT: add_month(reading, cue, date); return date->form == FORM_DAY || date->said.year > 0;
    case CUE_WEEKEND: date->form = FORM_WEEKEND; break;
    case CUE_NIGHT: date->form = FORM_NIGHT; break;
    case CUE_WEEKDAY: add_weekday(reading, cue, date); return true;
    case CUE_DAY:
        if (cue->first > 0 && same_sentence(reading->words, cue->first - 1, cue->first) &&
            cues_at(reading->cues, CUES_NUMBERS, cue->first - 1) != NULL)
            return false; /* "ხუთ დღეს": five days, not today */
        date->form = FORM_OFFSET;
        break;
    case CUE_WEEK: date->form = FORM_WEEK; break;
    case CUE_MONTH_FROM:
        date->form = FORM_MONTH;
        add_day_of_month(reading, date);
        break;
    case CUE_YEAR_FROM: date->form = FORM_YEAR; break;
    case CUE_SAME_DAY: date->form = FORM_SAME_DAY; return true;
    default: return false;
    }
    date->offset = cue->value;
    date->has_offset = true;
    return true;
}

/* "14日": a day of the month in hand. */
static bool add_bare_day(const struct reading_dates *reading, uint32_t word, struct dated_words *date) {
    if (!number_at(reading->words, word, 1, 31, &date->said.day) || !same_sentence(reading->words, word, word + 1) ||
        time_cue(reading, word + 1, CUE_DAY_WORD) == NULL)
        return false;
    date->form = FORM_MONTH;
    date->has_offset = date->bare = true;
    date->end = word + 2;
    return true;
}

static bool read_date(struct reading_dates *reading, uint32_t word, struct dated_words *date) {
    const struct cue *cue = cues_at(reading->cues, CUES_DATES, word);
    *date = (struct dated_words){.first = word, .end = word + 1, .weekday = -1, .weekday_end = -1};
    if (cue != NULL && cue->first == word) {
        date->end = cue->end;
        if (read_cue(reading, cue, date))
            return true;
        *date = (struct dated_words){.first = word, .end = word + 1, .weekday = -1, .weekday_end = -1};
    }
    if (date_form_digits(reading->words, word, date) || date_form_span(reading->words, reading->cues, word, date))
        return true;
    if (add_bare_day(reading, word, date))
        return true;
    int year;
    if (!year_at(reading, word, &year))
        return false;
    /* a year in front of its month is read with the month */
    for (uint32_t next = word + 1; next <= word + 3 && same_sentence(reading->words, word, next); next++) {
        if (date_cue(reading, next, CUE_MONTH) != NULL || date_cue(reading, next, CUE_MONTH_SHORT) != NULL)
            return false;
        if (date_cue(reading, next, CUE_YEAR_WORD) == NULL && !is_ending(reading->words, next))
            break;
    }
    add_year(reading, year, date);
    return true;
}

/* "ISLAMABAD, Jan 18 (Agency) – …": when it was written, not when it happened. */
static bool is_dateline(const struct reading_dates *reading, const struct dated_words *date) {
    const struct words *words = reading->words;
    uint32_t first = words->sentence_first[words->items[date->first].sentence];
    if (words->items[date->first].span.field != ARTICLE_TEXT || words->items[first].span.start > 0)
        return false;
    for (uint32_t w = date->first; w < first + DATELINE_WORDS && w < words->count; w++)
        if (words->items[w].dash_after)
            return true;
    return false;
}

/* "The worst clashes since the capital fell in 2021": a date of what they are compared with. */
static bool is_compared(const struct reading_dates *reading, uint32_t first, uint32_t date) {
    for (uint32_t w = first; w < date; w++) {
        const struct cue *cue = date_cue(reading, w, CUE_SINCE);
        if (cue != NULL && cue->value == 1)
            return true;
    }
    return false;
}

static void read_surroundings(const struct reading_dates *reading, struct dated_words *date) {
    uint32_t sentence = reading->words->items[date->first].sentence;
    uint32_t first = reading->words->sentence_first[sentence], end = reading->words->sentence_first[sentence + 1];
    uint32_t from_start = first;
    uint32_t from = date->first < first + SINCE_REACH ? first : date->first - SINCE_REACH;
    first = date->first < first + PLANNED_REACH ? first : date->first - PLANNED_REACH;
    end = date->first + PLANNED_REACH < end ? date->first + PLANNED_REACH + 1 : end;
    for (uint32_t w = from; w < date->first; w++)
        date->since |= date_cue(reading, w, CUE_SINCE) != NULL;
    date->since |= date->end < end && date_cue(reading, date->end, CUE_SINCE) != NULL;
    date->since = (date->since && date->year_end == 0 && date->said_end.day == 0) || is_dateline(reading, date);
    date->compared = is_compared(
        reading, date->first < from_start + COMPARED_REACH ? from_start : date->first - COMPARED_REACH, date->first);
    const struct cue *planned =
        cues_nearest(reading->cues, reading->words, CUE_PLANNED, first, end, date->first, PAUSE_COST);
    date->planned =
        planned != NULL && words_distance(reading->words, planned->first, date->first, PAUSE_COST) <= PLANNED_REACH;
}

struct dates dates_read(const struct words *words, const struct cues *cues, struct arena *arena) {
    struct dates dates = {0};
    struct reading_dates reading = {words, cues, arena, &dates};
    for (uint32_t word = 0; word < words->count;) {
        struct dated_words date;
        uint32_t back_to = dates.count > 0 ? dates.items[dates.count - 1].end : 0;
        if (word < back_to || !read_date(&reading, word, &date)) {
            word++;
            continue;
        }
        if (date.first < back_to)
            date.first = word;
        read_surroundings(&reading, &date);
        if (!date_joins(words, cues, &dates, &date))
            *LIST_PUSH(arena, &dates) = date;
        word = date.end > word ? date.end : word + 1;
    }
    return dates;
}

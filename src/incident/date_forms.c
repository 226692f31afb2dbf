#include "date_forms.h"

#include "numerals.h"

enum { PARTS = 3, CENTURY = 100, CENTURY_TURN = 70, YEAR_MIN = 1900, YEAR_MAX = 2100, COUNT_MAX = 400 };
enum { FOLLOWS = 0, PRECEDES = 1, COUNTED = 10 };

/* Three numbers at the word, parted by one mark: of one token, or of three that touch; the mark, or 0. */
static uint32_t split_digits(const struct words *words, uint32_t word, int64_t values[PARTS], uint32_t *end) {
    struct text rest = words->items[word].key, part;
    size_t count = 0;
    while (count < PARTS && text_split(&rest, '.', &part))
        if (part.size == 0 || !words_number(part, &values[count++]))
            return 0;
    *end = word + 1;
    if (count == PARTS)
        return rest.size == 0 ? '.' : 0;
    uint32_t mark = 0;
    for (count = 0; count < PARTS; count++) {
        uint32_t at = word + (uint32_t)count;
        if (at >= words->count || !words->items[at].number || !words_number(words->items[at].key, &values[count]) ||
            words->items[at].sentence != words->items[word].sentence)
            return 0;
        if (count > 0 && (!words->items[at].glued || (count > 1 && words->items[at].mark != mark)))
            return 0;
        mark = count > 0 ? words->items[at].mark : 0;
    }
    *end = word + PARTS;
    return mark == '/' || mark == '-' || mark == '.' ? mark : 0;
}

static bool is_year(int64_t value) {
    return (value >= YEAR_MIN && value <= YEAR_MAX) || (value >= HIJRI_YEAR_MIN && value <= HIJRI_YEAR_MAX);
}

static int year_of(int64_t value) {
    return (int)(value >= CENTURY ? value : value < CENTURY_TURN ? 2000 + value : 1900 + value);
}

static bool is_month(int64_t value) {
    return value >= 1 && value <= 12;
}

static bool is_day(int64_t value) {
    return value >= 1 && value <= 31;
}

bool date_form_digits(const struct words *words, uint32_t word, struct dated_words *date) {
    int64_t n[PARTS];
    uint32_t end;
    uint32_t mark = words->items[word].number ? split_digits(words, word, n, &end) : 0;
    if (mark == 0)
        return false;
    bool year_first = is_year(n[0]) && is_month(n[1]) && is_day(n[2]);
    bool year_last = is_day(n[0]) && is_day(n[1]) && (is_year(n[2]) || (n[2] < CENTURY && mark != '-'));
    if (!year_first && !year_last)
        return false;
    int64_t year = year_first ? n[0] : n[2], day = year_first ? n[2] : n[0];
    bool month_first = year_last && !is_month(n[1]) && is_month(n[0]); /* 9/14/2022 */
    struct date said = {year_of(year), (int)(month_first ? n[0] : n[1]), (int)(month_first ? n[1] : day)};
    if (!is_month(said.month))
        return false;
    if (said.year <= HIJRI_YEAR_MAX)
        said = date_form_hijri(said);
    if (said.day > date_month_length(said.year, said.month))
        return false;
    date->form = FORM_DAY;
    date->said = said;
    date->end = end;
    date->may_turn = year_last && mark == '/' && is_month(n[0]) && is_month(n[1]);
    return true;
}

static const struct cue *cue_at(const struct words *words, const struct cues *cues, uint32_t word, uint32_t from,
                                enum cue_role role) {
    if (word >= words->count || words->items[word].sentence != words->items[from].sentence)
        return NULL;
    const struct cue *cue = cues_at(cues, cues_group(role), word);
    return cue != NULL && cue->role == role && cue->first == word ? cue : NULL;
}

/* "three days", "a week", "يومين": how many of what; the word behind it, or NO_WORD. */
static uint32_t read_time(const struct words *words, const struct cues *cues, uint32_t word, bool bare,
                          struct dated_words *date) {
    int64_t count = 1;
    uint32_t at = word;
    if (word >= words->count)
        return NO_WORD;
    const struct cue *article = cue_at(words, cues, word, word, CUE_ONE);
    bool counted = numeral_read(words, cues, word, &count, &at);
    if (!counted && article != NULL)
        at = article->end;
    const struct cue *unit = cue_at(words, cues, at, word, CUE_TIME);
    bool own = unit != NULL && unit->value >= COUNTED; /* a dual */
    if (unit == NULL || (!counted && article == NULL && !own && !bare) || count > COUNT_MAX || count < 0)
        return NO_WORD;
    date->unit = (enum date_unit)(unit->value % COUNTED);
    date->offset = (int)(own ? unit->value / COUNTED : count);
    return unit->end;
}

static void set_span(struct dated_words *date, uint32_t first, uint32_t end, int sign, bool within) {
    date->form = FORM_SPAN;
    date->has_offset = true;
    date->first = first;
    date->end = end;
    date->offset *= sign;
    date->within = within;
}

bool date_form_span(const struct words *words, const struct cues *cues, uint32_t word, struct dated_words *date) {
    static const struct {
        enum cue_role role;
        int sign;
        bool within;
    } frames[] = {{CUE_AGO, -1, false}, {CUE_AHEAD, 1, false}, {CUE_WITHIN, -1, true}};
    struct dated_words counted = *date;
    uint32_t counted_end = read_time(words, cues, word, true, &counted);
    if (counted_end == NO_WORD && cues_at(cues, CUES_TIMES, word) == NULL)
        return false;
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        const struct cue *before = cue_at(words, cues, word, word, frames[i].role);
        uint32_t end = before != NULL && before->value == PRECEDES && before->end < words->count
                           ? read_time(words, cues, before->end, true, date)
                           : NO_WORD;
        if (end != NO_WORD && words->items[end - 1].sentence == words->items[word].sentence) {
            set_span(date, word, end, frames[i].sign, frames[i].within);
            return true;
        }
        const struct cue *behind =
            counted_end == NO_WORD ? NULL : cue_at(words, cues, counted_end, word, frames[i].role);
        if (behind != NULL && behind->value == FOLLOWS) {
            *date = counted;
            set_span(date, word, behind->end, frames[i].sign, frames[i].within);
            return true;
        }
    }
    return false;
}

/* Days from the first day of the Solar Hijri calendar, by the cycle of 33 years that holds from 1300 to 1499. */
static int64_t hijri_days(struct date hijri) {
    int64_t year = hijri.year - 1, leaps = (8 * (year + 1) + 21) / 33;
    int months = hijri.month - 1;
    return year * 365 + leaps + (months < 7 ? months * 31 : 186 + (months - 6) * 30) + (hijri.day > 0 ? hijri.day : 1) -
           1;
}

struct date date_form_hijri(struct date hijri) {
    static const struct date known = {1400, 1, 1}, same = {2021, 3, 21};
    struct date day = date_from_days(date_days(same) + hijri_days(hijri) - hijri_days(known));
    if (hijri.day == 0)
        day.day = 0;
    return day;
}

int date_form_hijri_year(struct date day) {
    int year = day.year - 621;
    struct date first = date_form_hijri((struct date){year, 1, 1});
    return date_compare(day, first) < 0 ? year - 1 : year;
}

#include "printed_date.h"

#include "list.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

enum {
    LONGEST_NAME = 64,
    MOST_PARTS = 5,
    SHORTEST_START = 3,
    PERSIAN_FROM = 1300,
    PERSIAN_TO = 1500,
    BUDDHIST_FROM = 2500,
    BUDDHIST_TO = 2650,
    BUDDHIST_AHEAD = 543
};

struct month_name {
    struct text name; /* case folded, without a full stop */
    int month;
    bool persian; /* of the solar Hijri calendar */
};

struct calendar_words {
    struct arena *arena;
    struct month_name *items;
    size_t count, capacity;
    struct text literals; /* what the language writes between day, month and year */
};

/* Case folded UTF-8 of UTF-16. */
static struct text fold16(const UChar *name, int32_t size, struct arena *arena) {
    UErrorCode status = U_ZERO_ERROR;
    UChar folded[LONGEST_NAME];
    char *out = arena_alloc(arena, LONGEST_NAME * 3, 1);
    int32_t count = u_strFoldCase(folded, LONGEST_NAME, name, size, U_FOLD_CASE_DEFAULT, &status), bytes = 0;
    u_strToUTF8(out, LONGEST_NAME * 3, &bytes, folded, U_SUCCESS(status) ? count : 0, &status);
    struct text text = {out, U_SUCCESS(status) ? (size_t)bytes : 0};
    return text_ends(text, TEXT(".")) ? text_slice(text, 0, text.size - 1) : text;
}

static struct text fold(struct text word, struct arena *arena) {
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[LONGEST_NAME];
    int32_t size = 0;
    if (word.size >= LONGEST_NAME)
        return TEXT_NONE;
    u_strFromUTF8(wide, LONGEST_NAME, &size, word.data, (int32_t)word.size, &status);
    return U_SUCCESS(status) ? fold16(wide, size, arena) : TEXT_NONE;
}

static bool has_letter(struct text name) {
    for (size_t at = 0; at < name.size;)
        if (u_isalpha((UChar32)text_next(name, &at)))
            return true;
    return false;
}

static bool has_digit(struct text name) {
    for (size_t at = 0; at < name.size;)
        if (u_charDigitValue((UChar32)text_next(name, &at)) >= 0)
            return true;
    return false;
}

static void add_names(struct calendar_words *words, const UDateFormat *format, UDateFormatSymbolType type,
                      bool persian) {
    for (int month = 0; month < 12; month++) {
        UChar name[LONGEST_NAME];
        UErrorCode status = U_ZERO_ERROR;
        int32_t size = udat_getSymbols(format, type, month, name, LONGEST_NAME, &status);
        struct text folded = U_SUCCESS(status) ? fold16(name, size, words->arena) : TEXT_NONE;
        if (folded.size > 1 && has_letter(folded) && !has_digit(folded))
            *LIST_PUSH(words->arena, words) = (struct month_name){folded, month + 1, persian};
    }
}

static void add_months(struct calendar_words *words, const char *locale, bool persian) {
    static const UDateFormatSymbolType types[] = {UDAT_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_MONTHS,
                                                  UDAT_STANDALONE_SHORT_MONTHS};
    UErrorCode status = U_ZERO_ERROR;
    UChar pattern[LONGEST_NAME];
    UDateFormat *format = udat_open(UDAT_NONE, UDAT_LONG, locale, NULL, 0, NULL, 0, &status);
    for (size_t i = 0; U_SUCCESS(status) && i < sizeof types / sizeof *types; i++)
        add_names(words, format, types[i], persian);
    int32_t size = U_SUCCESS(status) ? udat_toPattern(format, false, pattern, LONGEST_NAME, &status) : 0;
    struct text literals = U_SUCCESS(status) ? fold16(pattern, size, words->arena) : TEXT_NONE;
    words->literals = text_format(words->arena, "%.*s %.*s", TEXT_ARGS(words->literals), TEXT_ARGS(literals));
    udat_close(format);
}

/* Arabic names its months in three ways, Persian counts in two calendars, Uzbek is written in two scripts. */
const struct calendar_words *calendar_words_open(struct text language, struct arena *arena) {
    struct calendar_words *words = ARENA_NEW(arena, struct calendar_words);
    words->arena = arena;
    if (text_is(language, "fa") || text_is(language, "ps")) {
        add_months(words, "fa@calendar=persian", true);
        add_months(words, "fa@calendar=gregorian", false);
    } else if (language.size > 0 && !text_is(language, "en")) {
        add_months(words, text_c(arena, text_format(arena, "%.*s@calendar=gregorian", TEXT_ARGS(language))), false);
    }
    if (text_is(language, "ar")) {
        add_months(words, "ar_LB", false);
        add_months(words, "ar_DZ", false);
    }
    if (text_is(language, "uz"))
        add_months(words, "uz_Cyrl", false);
    add_months(words, "en", false);
    return words;
}

/* A number, a word or a mark of the text. */
struct part {
    enum { PART_NUMBER, PART_MONTH, PART_JOINT, PART_WORD, PART_MARK } kind;
    int value; /* of a number; of a month, 1..12; of a mark, its character */
    int digits;
    bool persian;
    size_t start, end;
};

/* How well a word names the month: whole, begun ("juil"), or with an ending or a letter in front. */
static int name_fit(const struct month_name *name, struct text folded, size_t letters) {
    size_t length = text_code_points(name->name);
    if (text_equal(name->name, folded))
        return 3;
    if (letters >= SHORTEST_START && text_starts(name->name, folded))
        return 2;
    bool ending = letters <= length + (length >= 4 ? 3 : 1) && length >= 3 && text_starts(folded, name->name);
    bool letter = length >= 3 && letters == length + 1 && text_ends(folded, name->name);
    return ending || letter;
}

static const struct month_name *find_month(const struct calendar_words *words, struct text word) {
    const struct month_name *best = NULL;
    int most = 0;
    if (word.size < 2 || word.size >= LONGEST_NAME)
        return NULL;
    struct text folded = fold(word, words->arena);
    size_t letters = text_code_points(folded);
    for (size_t i = 0; i < words->count; i++) {
        int fit = name_fit(&words->items[i], folded, letters);
        if (fit > most) {
            most = fit;
            best = &words->items[i];
        }
    }
    return best;
}

/* Words that stand in a date: "de", "of", the English endings of ordinals. */
static bool is_joint(const struct calendar_words *words, struct text word) {
    static const char *const always[] = {"st", "nd", "rd", "th", "of", "er", "the"};
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        if (text_is(word, always[i]))
            return true;
    return word.size > 0 && word.size <= 6 && text_find(words->literals, word, 0) < words->literals.size;
}

static bool is_word(uint32_t c) {
    int8_t type = u_charType((UChar32)c);
    return u_isalpha((UChar32)c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || c == 0x200C ||
           c == '\'' || c == 0x2019;
}

static bool is_stroke(uint32_t c) { /* of Chinese, Japanese and Korean dates */
    return c == 0x5E74 || c == 0x6708 || c == 0x65E5 || c == 0xB144 || c == 0xC6D4 || c == 0xC77C;
}

static void read_number(struct text text, size_t *at, struct part *part) {
    size_t next = *at;
    part->kind = PART_NUMBER;
    part->value = 0;
    for (uint32_t c = text_next(text, &next); *at < text.size && u_charDigitValue((UChar32)c) >= 0;
         c = text_next(text, &next)) {
        part->value = part->digits < 8 ? part->value * 10 + u_charDigitValue((UChar32)c) : part->value;
        part->digits++;
        *at = next;
    }
}

static size_t word_end(struct text text, size_t at) {
    size_t next = at;
    for (uint32_t c = text_next(text, &next); at < text.size && is_word(c) && !is_stroke(c); c = text_next(text, &next))
        at = next;
    return at;
}

/* Where a name of two words ends ("كانون الثاني"); 0 if none begins there. */
static size_t pair_end(const struct calendar_words *words, struct text text, size_t start, size_t end) {
    size_t second = end < text.size && text.data[end] == ' ' ? word_end(text, end + 1) : 0;
    struct text folded = second > end + 1 ? fold(text_slice(text, start, second), words->arena) : TEXT_NONE;
    for (size_t i = 0; folded.size > 0 && i < words->count; i++)
        if (text_equal(words->items[i].name, folded))
            return second;
    return 0;
}

static void read_word(const struct calendar_words *words, struct text text, size_t *at, struct part *part) {
    size_t end = word_end(text, *at), pair = pair_end(words, text, *at, end);
    struct text word = text_slice(text, *at, pair ? pair : end);
    const struct month_name *month = find_month(words, word);
    part->kind = month ? PART_MONTH : is_joint(words, word) ? PART_JOINT : PART_WORD;
    part->value = month ? month->month : 0;
    part->persian = month && month->persian;
    *at = pair ? pair : end;
}

static bool next_part(const struct calendar_words *words, struct text text, size_t *at, struct part *part) {
    while (*at < text.size) {
        size_t next = *at;
        uint32_t c = text_next(text, &next);
        *part = (struct part){.kind = PART_MARK, .value = (int)c, .start = *at};
        if (u_charDigitValue((UChar32)c) >= 0)
            read_number(text, at, part);
        else if (is_word(c) && !is_stroke(c))
            read_word(words, text, at, part);
        else
            *at = next;
        part->end = *at;
        if (part->kind != PART_MARK || !u_isUWhiteSpace((UChar32)c))
            return true;
    }
    return false;
}

static bool make_date(int year, int digits, int month, int day, struct date *date) {
    year = digits == 2 ? 2000 + year : year >= BUDDHIST_FROM && year < BUDDHIST_TO ? year - BUDDHIST_AHEAD : year;
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > date_month_length(year, month))
        return false;
    *date = (struct date){year, month, day};
    return true;
}

/* A day of the solar Hijri calendar in the Gregorian one. */
static bool make_persian(int year, int month, int day, struct date *date) {
    UErrorCode status = U_ZERO_ERROR;
    if (year < PERSIAN_FROM || year > PERSIAN_TO || day < 1 || day > 31)
        return false;
    UCalendar *calendar = ucal_open(u"UTC", 3, "fa@calendar=persian", UCAL_DEFAULT, &status);
    ucal_clear(calendar);
    ucal_setDateTime(calendar, year, month - 1, day, 12, 0, 0, &status);
    UDate moment = ucal_getMillis(calendar, &status);
    ucal_close(calendar);
    if (U_FAILURE(status))
        return false;
    *date = date_from_days((int64_t)(moment / 86400000.0));
    return true;
}

static bool is_year(const struct part *part) {
    return part->kind == PART_NUMBER && part->digits == 4;
}

static bool is_day(const struct part *part) {
    return part->kind == PART_NUMBER && part->digits <= 2 && part->value >= 1 && part->value <= 31;
}

static bool is_mark(const struct part *part, const char *marks) {
    return part->kind == PART_MARK && part->value < 0x80 && strchr(marks, part->value);
}

/* "14 abr", "14. April", "14 de abril", "5th of March": the month among the parts behind the day; 0: none. */
static size_t month_behind(const struct part *parts, size_t count) {
    size_t at = 1;
    while (at < count && at < 4 && (is_mark(&parts[at], ".-/") || parts[at].kind == PART_JOINT))
        at++;
    return at < count && parts[at].kind == PART_MONTH ? at : 0;
}

/* The year among the parts behind `at`; 0: none. */
static size_t year_behind(const struct part *parts, size_t count, size_t at) {
    size_t from = at;
    for (at++; at < count && at <= from + 3; at++) {
        if (is_year(&parts[at]))
            return at;
        bool between = parts[at].kind == PART_JOINT || is_mark(&parts[at], ",.-/") || parts[at].value == 0x060C;
        if (!between)
            return 0;
    }
    return 0;
}

static bool read_day_month(const struct part *parts, size_t count, bool yearless, struct date *date, size_t *last) {
    size_t month = is_day(parts) ? month_behind(parts, count) : 0;
    size_t year = month ? year_behind(parts, count, month) : 0;
    if (!month)
        return false;
    *last = year ? year : month;
    if (!year) {
        *date = (struct date){0, parts[month].value, parts[0].value};
        return yearless && !parts[month].persian;
    }
    return parts[month].persian ? make_persian(parts[year].value, parts[month].value, parts[0].value, date)
                                : make_date(parts[year].value, 4, parts[month].value, parts[0].value, date);
}

/* "April 14, 2025", "April 14". */
static bool read_month_day(const struct part *parts, size_t count, bool yearless, struct date *date, size_t *last) {
    size_t day = count > 1 && is_mark(&parts[1], ".") ? 2 : 1;
    if (parts[0].kind != PART_MONTH || parts[0].persian || day >= count || !is_day(&parts[day]))
        return false;
    size_t year = year_behind(parts, count, day);
    *last = year ? year : day;
    *date = (struct date){0, parts[0].value, parts[day].value};
    return year ? make_date(parts[year].value, 4, parts[0].value, parts[day].value, date) : yearless;
}

/* "2025. március 18.", "2024 m. kovo 5 d.". */
static bool read_year_month(const struct part *parts, size_t count, struct date *date, size_t *last) {
    size_t at = 1;
    while (at < count && at < 4 && (is_mark(&parts[at], ".,-/") || parts[at].kind == PART_JOINT))
        at++;
    bool shape = is_year(parts) && at + 1 < count && parts[at].kind == PART_MONTH && is_day(&parts[at + 1]);
    *last = at + 1;
    return shape && make_date(parts[0].value, 4, parts[at].value, parts[at + 1].value, date);
}

/* "2025 yil 18 mart", "2025-жылдын 18-марты": the year, its word, the day. */
static bool read_year_day(const struct part *parts, size_t count, struct date *date, size_t *last) {
    size_t at = count > 1 && is_mark(&parts[1], "-") ? 2 : 1;
    bool shape = is_year(parts) && at + 2 < count && (parts[at].kind == PART_WORD || parts[at].kind == PART_JOINT) &&
                 is_day(&parts[at + 1]);
    size_t month = shape ? month_behind(parts + at + 1, count - at - 1) : 0;
    *last = at + 1 + month;
    return month > 0 && !parts[*last].persian &&
           make_date(parts[0].value, 4, parts[*last].value, parts[at + 1].value, date);
}

/* "2025年3月2日", "2025년 3월 2일", "3月2日". */
static bool read_strokes(const struct part *parts, size_t count, bool yearless, struct date *date, size_t *last) {
    bool year = count >= 5 && is_year(parts) && (parts[1].value == 0x5E74 || parts[1].value == 0xB144);
    const struct part *rest = year ? parts + 2 : parts;
    if (count < (year ? 5 : 4) || rest[0].kind != PART_NUMBER || (rest[1].value != 0x6708 && rest[1].value != 0xC6D4) ||
        !is_day(&rest[2]))
        return false;
    *last = year ? 4 : 3;
    *date = (struct date){0, rest[0].value, rest[2].value};
    return year ? make_date(parts[0].value, 4, rest[0].value, rest[2].value, date)
                : yearless && rest[0].value >= 1 && rest[0].value <= 12;
}

/* "02.05.2024", "2/5/2024", "2024-05-02", "02.05.24"; the day comes before the month where both could be. */
static bool read_numbers(const struct part *parts, size_t count, struct date *date, size_t *last) {
    bool shape = count >= 5 && parts[0].kind == PART_NUMBER && is_mark(&parts[1], "./-") &&
                 parts[2].kind == PART_NUMBER && parts[3].kind == PART_MARK && parts[3].value == parts[1].value &&
                 parts[4].kind == PART_NUMBER;
    if (!shape || parts[0].end != parts[1].start || parts[2].end != parts[3].start || parts[2].digits > 2)
        return false;
    *last = 4;
    const struct part *a = &parts[0], *b = &parts[2], *c = &parts[4];
    if (a->digits == 4)
        return make_date(a->value, 4, b->value, c->value, date) || make_persian(a->value, b->value, c->value, date);
    if (a->digits > 2 || (c->digits != 4 && (c->digits != 2 || parts[1].value != '.')))
        return false;
    return make_date(c->value, c->digits, b->value, a->value, date) ||
           make_date(c->value, c->digits, a->value, b->value, date);
}

static bool read_parts(const struct part *parts, size_t count, bool yearless, struct date *date, size_t *last) {
    return read_numbers(parts, count, date, last) || read_day_month(parts, count, yearless, date, last) ||
           read_year_month(parts, count, date, last) || read_year_day(parts, count, date, last) ||
           read_month_day(parts, count, yearless, date, last) || read_strokes(parts, count, yearless, date, last);
}

bool printed_date_find(const struct calendar_words *words, struct text text, size_t from, bool yearless,
                       struct printed_date *found) {
    struct part parts[MOST_PARTS + 2];
    size_t count = 0, at = from;
    bool more = true;
    while (more || count > 0) {
        while (more && count < MOST_PARTS + 2) {
            more = next_part(words, text, &at, &parts[count]);
            count += more;
        }
        struct date date;
        size_t last = 0;
        if (count > 0 && read_parts(parts, count, yearless, &date, &last)) {
            *found = (struct printed_date){date, parts[0].start, parts[last].end};
            return true;
        }
        if (count > 0)
            memmove(parts, parts + 1, --count * sizeof *parts);
    }
    return false;
}

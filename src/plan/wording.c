#include "wording.h"

#include "builder.h"
#include "capitals.h"

#include <stdio.h>

struct text wording_phrase(const struct wording *wording, const char *key) {
    return lexicon_phrase(wording->lexicon, wording->lang, key);
}

bool wording_has_own(const struct wording *wording, const char *key) {
    const struct table *table;
    if (!lexicon_table(wording->lexicon, wording->lang, "phrases", &table, NULL))
        return false;
    for (size_t i = 0; i < table->row_count; i++)
        if (text_is(table_cell(table, i, 0), key))
            return true;
    return false;
}

static struct text blank_value(struct text name, const struct blank *blanks, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_is(name, blanks[i].name))
            return blanks[i].value;
    return TEXT_NONE;
}

void wording_go_on(struct builder *out, struct text words) {
    bool stopped = out->count > 0 && out->items[out->count - 1] == '.';
    builder_add(out, stopped && text_starts(words, TEXT(".")) ? text_slice(words, 1, words.size) : words);
}

/* Adds the pattern's words and what its blanks hold; whether all of them hold something. */
static bool fill_part(struct builder *out, struct text pattern, const struct blank *blanks, size_t count) {
    bool full = true;
    size_t at = 0;
    while (at < pattern.size) {
        size_t open = text_find(pattern, TEXT("{"), at);
        size_t close = open < pattern.size ? text_find(pattern, TEXT("}"), open) : pattern.size;
        if (open >= pattern.size || close >= pattern.size)
            break;
        struct text value = blank_value(text_slice(pattern, open + 1, close), blanks, count);
        wording_go_on(out, text_slice(pattern, at, open));
        builder_add(out, value);
        full = full && value.size > 0;
        at = close + 1;
    }
    wording_go_on(out, text_slice(pattern, at, pattern.size));
    return full;
}

struct text wording_pattern(const struct wording *wording, struct text pattern, const struct blank *blanks,
                            size_t count) {
    struct builder out = builder_new(wording->arena);
    for (size_t at = 0; at < pattern.size;) {
        size_t open = text_find(pattern, TEXT("["), at), close = text_find(pattern, TEXT("]"), at);
        bool optional = open == at && close < pattern.size;
        size_t end = optional ? close : open < pattern.size ? (open > at ? open : pattern.size) : pattern.size;
        size_t before = out.count;
        bool full = fill_part(&out, text_slice(pattern, at + optional, end), blanks, count);
        if (optional && !full)
            out.count = before;
        at = end + optional;
    }
    bool parts = text_starts(pattern, TEXT("["));
    return parts ? text_trim(builder_text(&out)) : builder_text(&out);
}

struct text wording_fill(const struct wording *wording, const char *key, const struct blank *blanks, size_t count) {
    return wording_pattern(wording, wording_phrase(wording, key), blanks, count);
}

struct text wording_digits(const struct wording *wording, struct text number) {
    struct text digits[10], all = wording_phrase(wording, "number.digits");
    size_t at = 0, count = 0;
    while (at < all.size && count < 10) {
        size_t start = at;
        text_next(all, &at);
        digits[count++] = text_slice(all, start, at);
    }
    if (count < 10 || at < all.size)
        return number;
    struct builder out = builder_new(wording->arena);
    for (size_t i = 0; i < number.size; i++) {
        bool digit = number.data[i] >= '0' && number.data[i] <= '9';
        builder_add(&out, digit ? digits[number.data[i] - '0'] : text_slice(number, i, i + 1));
    }
    return builder_text(&out);
}

static struct text plain_number(const struct wording *wording, int number) {
    return wording_digits(wording, text_format(wording->arena, "%d", number));
}

/* The name of a month beside a day; where `alone`, the form without one, if the language has its own. */
static struct text month_name(const struct wording *wording, int month, bool alone) {
    char key[24];
    snprintf(key, sizeof key, "month.%d.alone", month);
    if (alone && wording_has_own(wording, key))
        return wording_phrase(wording, key);
    snprintf(key, sizeof key, "month.%d", month);
    return wording_phrase(wording, key);
}

static struct text date_in(const struct wording *wording, const char *key, struct date date) {
    struct blank blanks[] = {{"day", plain_number(wording, date.day)},
                             {"month", month_name(wording, date.month, date.day == 0)},
                             {"year", plain_number(wording, date.year)}};
    return wording_fill(wording, key, blanks, 3);
}

struct text wording_date(const struct wording *wording, struct date date) {
    if (!date_known(date))
        return TEXT_NONE;
    if (date.month == 0)
        return plain_number(wording, date.year);
    return date_in(wording, date.day ? "date.day" : "date.month", date);
}

struct text wording_day(const struct wording *wording, struct date date) {
    return date.day ? date_in(wording, "date.short", date) : wording_date(wording, date);
}

/* From one day to another of the same month, or from one date to another. */
static struct text date_range(const struct wording *wording, struct date start, struct date end) {
    bool same_month = start.day && end.day && start.month == end.month && start.year == end.year;
    struct blank days[] = {{"first", plain_number(wording, start.day)},
                           {"last", plain_number(wording, end.day)},
                           {"month", month_name(wording, start.month ? start.month : 1, false)},
                           {"year", plain_number(wording, start.year)}};
    if (same_month)
        return wording_fill(wording, "date.days", days, 4);
    bool same_year = start.year == end.year && start.day && end.day;
    struct blank ends[] = {{"first", same_year ? wording_day(wording, start) : wording_date(wording, start)},
                           {"last", wording_date(wording, end)}};
    return wording_fill(wording, "date.range", ends, 2);
}

struct text wording_dates(const struct wording *wording, const struct incident_date *date) {
    if (!date_known(date->start))
        return wording_date(wording, date->end);
    bool one = !date_known(date->end) || date_equal(date->start, date->end);
    struct text dates = one ? wording_date(wording, date->start) : date_range(wording, date->start, date->end);
    struct blank by = {"date", dates};
    return date->by ? wording_fill(wording, "date.by", &by, 1) : dates;
}

struct text wording_event(const struct wording *wording, enum incident_kind kind) {
    char key[64];
    snprintf(key, sizeof key, "event.%s", incident_kind_name(kind));
    for (char *c = key; *c; c++)
        *c = *c == ' ' ? '-' : *c;
    return wording_phrase(wording, key);
}

struct text wording_unsure(const struct wording *wording, struct text what) {
    struct blank blank = {"text", capitals_small_first(wording->arena, what, wording->lang)};
    return wording_fill(wording, "unsure", &blank, 1);
}

struct text wording_incident(const struct wording *wording, const struct incident *incident) {
    struct text event = wording_event(wording, incident->kind);
    return incident_is_sure(incident) ? event : wording_unsure(wording, event);
}

struct text wording_number(const struct wording *wording, int64_t number) {
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%lld", (long long)number);
    if (length < 5)
        return wording_digits(wording, text_format(wording->arena, "%s", digits));
    struct builder out = builder_new(wording->arena);
    for (int i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            builder_add(&out, wording_phrase(wording, "number.group"));
        builder_add(&out, wording_digits(wording, text_format(wording->arena, "%c", digits[i])));
    }
    return builder_text(&out);
}

/* "killed.exact", "killed.most", "killed.least", "killed.above", "killed.range"; with ".one" where the figure is 1 and
 * the language has it. */
static struct text figure(const struct wording *wording, const char *what, struct count_range range) {
    bool low = range.low >= 0, high = range.high >= 0;
    bool above = incident_count_is_above(range);
    const char *form = !low ? "most" : above ? "above" : !high ? "least" : range.low == range.high ? "exact" : "range";
    char key[48];
    struct blank blanks[] = {{"n", wording_number(wording, above ? range.low - 1
                                                           : low ? range.low
                                                                 : range.high)},
                             {"low", wording_number(wording, range.low)},
                             {"high", wording_number(wording, range.high)}};
    snprintf(key, sizeof key, "%s.%s.one", what, form);
    bool one = (low ? range.low : range.high) == 1 && wording_has_own(wording, key);
    if (!one)
        snprintf(key, sizeof key, "%s.%s", what, form);
    return wording_fill(wording, key, blanks, 3);
}

static bool range_known(struct count_range range) {
    return range.low > 0 || range.high > 0;
}

struct text wording_figures(const struct wording *wording, const struct incident *incident) {
    bool killed = range_known(incident->killed), wounded = range_known(incident->wounded);
    struct text dead = killed ? figure(wording, "killed", incident->killed) : TEXT_NONE;
    struct text hurt = wounded ? figure(wording, "wounded", incident->wounded) : TEXT_NONE;
    if (killed && incident->both_sides) {
        struct blank blank = {"figures", dead};
        dead = wording_fill(wording, "killed.both", &blank, 1);
    }
    if (!killed || !wounded)
        return killed ? dead : hurt;
    struct blank blanks[] = {{"first", dead}, {"second", hurt}};
    return wording_fill(wording, "figures.two", blanks, 2);
}

struct text wording_list(const struct wording *wording, const struct text *items, size_t count) {
    struct text list = count > 0 ? items[0] : TEXT_NONE;
    for (size_t i = 1; i < count; i++) {
        struct blank blanks[] = {{"first", list}, {"last", items[i]}};
        list = wording_fill(wording, i + 1 == count ? "list.pair" : "list.comma", blanks, 2);
    }
    return list;
}

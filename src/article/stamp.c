/* Dates as programs write them: ISO 8601 in all its forms, RFC 822, 850 and 5322, asctime, JavaScript, Unix time, and
 * what comes near. The day is that of the stamp's own time zone. */
#include "stamp.h"

#include <string.h>

struct parts {
    int numbers[3], digits[3];
    int count;       /* of numbers */
    int month;       /* by its name; 0: none */
    int month_after; /* numbers in front of the name */
};

static int month_of(struct text name) {
    static const char *const names[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};
    for (int month = 0; month < 12 && name.size >= 3; month++) {
        size_t same = 0, size = strlen(names[month]);
        while (same < name.size && same < size && (name.data[same] | 0x20) == names[month][same])
            same++;
        if (same == name.size || (month == 8 && name.size == 4 && same == 4))
            return month + 1;
    }
    return 0;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int full_year(int year, int digits) {
    return digits > 2 ? year : year < 50 ? 2000 + year : 1900 + year; /* RFC 5322, section 4.3 */
}

static bool set_date(int year, int month, int day, struct date *date) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > date_month_length(year, month))
        return false;
    *date = (struct date){year, month, day};
    return true;
}

/* A number at *at; those of a time of day and of a time zone are passed over. */
static void take_number(struct text stamp, size_t *at, struct parts *parts) {
    size_t from = *at;
    int value = 0;
    for (; *at < stamp.size && is_digit(stamp.data[*at]); (*at)++)
        value = *at - from < 8 ? value * 10 + (stamp.data[*at] - '0') : value;
    bool clock = (*at < stamp.size && stamp.data[*at] == ':') || (from > 0 && stamp.data[from - 1] == ':');
    bool zone = from > 0 && (stamp.data[from - 1] == '+' || (stamp.data[from - 1] == '-' && parts->count == 3));
    if (clock || zone || parts->count == 3 || *at - from > 8)
        return;
    parts->digits[parts->count] = (int)(*at - from);
    parts->numbers[parts->count++] = value;
}

static void take_word(struct text stamp, size_t *at, struct parts *parts) {
    size_t from = *at;
    while (*at < stamp.size && is_letter(stamp.data[*at]))
        (*at)++;
    int month = month_of(text_slice(stamp, from, *at));
    if (month > 0 && parts->month == 0) {
        parts->month = month;
        parts->month_after = parts->count;
    }
}

static struct parts take_apart(struct text stamp) {
    struct parts parts = {0};
    for (size_t at = 0; at < stamp.size && at < 80;)
        if (is_digit(stamp.data[at]))
            take_number(stamp, &at, &parts);
        else if (is_letter(stamp.data[at]))
            take_word(stamp, &at, &parts);
        else
            at++;
    return parts;
}

/* "02-May-24", "May 2, 2024", "2024 May 2". */
static bool read_named(const struct parts *parts, struct date *date) {
    if (parts->count < 2)
        return false;
    bool year_first = parts->digits[0] == 4;
    int year = full_year(parts->numbers[year_first ? 0 : 1], parts->digits[year_first ? 0 : 1]);
    return set_date(year, parts->month, parts->numbers[year_first ? 1 : 0], date);
}

/* "2024/05/02", "02.05.2024", "20240502"; of two numbers that could be either, the day comes first. */
static bool read_numbers(const struct parts *parts, struct date *date) {
    const int *n = parts->numbers;
    if (parts->count > 0 && parts->digits[0] == 8)
        return set_date(n[0] / 10000, n[0] / 100 % 100, n[0] % 100, date);
    if (parts->count < 3)
        return false;
    if (parts->digits[0] == 4)
        return set_date(n[0], n[1], n[2], date);
    int year = full_year(n[2], parts->digits[2]);
    return parts->digits[2] != 3 && (set_date(year, n[1], n[0], date) || set_date(year, n[0], n[1], date));
}

/* Seconds or milliseconds since 1970, alone or in "/Date(…)/". */
static bool read_unix(struct text stamp, struct date *date) {
    bool wrapped = text_starts(stamp, TEXT("/Date("));
    size_t from = wrapped ? 6 : 0, at = from;
    int64_t value = 0;
    while (at < stamp.size && at - from < 14 && is_digit(stamp.data[at]))
        value = value * 10 + (stamp.data[at++] - '0');
    size_t digits = at - from;
    if ((at < stamp.size && !wrapped) || (digits != 10 && digits != 13))
        return false;
    *date = date_from_days((digits == 13 ? value / 1000 : value) / 86400);
    return true;
}

bool stamp_read(struct text stamp, struct date *date) {
    struct text trimmed = text_trim(stamp);
    if (date_read(trimmed, date) || read_unix(trimmed, date))
        return true;
    struct parts parts = take_apart(trimmed);
    return parts.month > 0 ? read_named(&parts, date) : read_numbers(&parts, date);
}

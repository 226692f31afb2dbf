#include "date.h"

bool date_known(struct date date) {
    return date.year != 0;
}

bool date_equal(struct date a, struct date b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

int date_compare(struct date a, struct date b) {
    int64_t left = date_days(a), right = date_days(b);
    return (left > right) - (left < right);
}

int date_month_length(int year, int month) {
    static const int lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : lengths[(month + 11) % 12];
}

/* `count` digits at *at; -1 if they are not all digits. */
static int read_digits(struct text text, size_t *at, size_t count) {
    if (text.size - *at < count)
        return -1;
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        char c = text.data[*at + i];
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    *at += count;
    return value;
}

/* "-dd" at *at, or nothing at the end (0); -1 for anything else. */
static int read_part(struct text text, size_t *at, int largest) {
    if (*at == text.size)
        return 0;
    if (text.data[*at] != '-')
        return -1;
    (*at)++;
    int value = read_digits(text, at, 2);
    return value >= 1 && value <= largest ? value : -1;
}

bool date_read(struct text text, struct date *date) {
    size_t at = 0;
    int year = read_digits(text, &at, 4);
    int month = year > 0 ? read_part(text, &at, 12) : -1;
    int day = month >= 0 ? read_part(text, &at, 31) : -1;
    bool time_follows = day > 0 && at < text.size && (text.data[at] == 'T' || text.data[at] == ' ');
    if (year <= 0 || month < 0 || day < 0 || (at != text.size && !time_follows))
        return false;
    if (day > 0 && day > date_month_length(year, month))
        return false;
    *date = (struct date){year, month, day};
    return true;
}

struct text date_write(struct arena *arena, struct date date) {
    if (date.year == 0)
        return TEXT("");
    if (date.month == 0)
        return text_format(arena, "%04d", date.year);
    if (date.day == 0)
        return text_format(arena, "%04d-%02d", date.year, date.month);
    return text_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

int64_t date_days(struct date date) {
    int64_t month = date.month ? date.month : 1;
    int64_t day = date.day ? date.day : 1;
    int64_t year = date.year - (month <= 2);
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

struct date date_from_days(int64_t days) {
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted_month = (5 * day_of_year + 2) / 153;
    int64_t day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    return (struct date){(int)(year_of_era + era * 400 + (month <= 2)), (int)month, (int)day};
}

int date_weekday(struct date date) {
    return (int)(((date_days(date) + 3) % 7 + 7) % 7);
}

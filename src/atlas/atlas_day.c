#include "atlas_day.h"

static const int most_back = 10000;

static bool read_back(struct text text, struct atlas_day *day) {
    struct atlas_day read = {.unit = text.data[text.size - 1]};
    bool unit = text_find(TEXT("dwmy"), (struct text){&read.unit, 1}, 0) < 4;
    for (size_t i = 1; unit && i + 1 < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || read.back > most_back)
            return false;
        read.back = read.back * 10 + text.data[i] - '0';
    }
    if (!unit || text.size < 3 || read.back > most_back)
        return false;
    *day = read;
    return true;
}

bool atlas_day_read(struct text text, struct atlas_day *day) {
    struct date date;
    if (text_starts(text, TEXT("-")))
        return read_back(text, day);
    if (!date_read(text, &date))
        return false;
    *day = (struct atlas_day){.date = date};
    return true;
}

static struct date months_before(struct date date, int months) {
    int month = date.year * 12 + (date.month > 0 ? date.month - 1 : 0) - months;
    struct date before = {month / 12, month % 12 + 1, date.day > 0 ? date.day : 1};
    if (before.year < 1)
        return (struct date){1, 1, 1};
    int last = date_month_length(before.year, before.month);
    before.day = before.day > last ? last : before.day;
    return before;
}

struct date atlas_day_from(struct atlas_day day, struct date anchor) {
    if (day.unit == 0 || !date_known(anchor))
        return day.date;
    if (day.unit == 'm' || day.unit == 'y')
        return months_before(anchor, day.back * (day.unit == 'y' ? 12 : 1));
    return date_from_days(date_days(anchor) - (int64_t)day.back * (day.unit == 'w' ? 7 : 1));
}

struct date atlas_day_end(struct atlas_day day, struct date anchor) {
    struct date date = atlas_day_from(day, anchor);
    if (date_known(date) && date.month == 0)
        date.month = 12;
    if (date_known(date) && date.day == 0)
        date.day = date_month_length(date.year, date.month);
    return date;
}

struct text atlas_day_write(struct atlas_day day, struct arena *arena) {
    return day.unit ? text_format(arena, "-%d%c", day.back, day.unit) : date_write(arena, day.date);
}

#include "row_values.h"

#include "builder.h"
#include "number.h"
#include "stamp.h"

#include <math.h>

enum { MOST_SHOWN = 40, DAY_DIGITS = 8, SECOND_DIGITS = 14 };

static bool is_digits(struct text text, size_t size) {
    bool digits = text.size == size;
    for (size_t i = 0; digits && i < size; i++)
        digits = text.data[i] >= '0' && text.data[i] <= '9';
    return digits;
}

static int digits_at(struct text text, size_t from, size_t count) {
    int value = 0;
    for (size_t i = from; i < from + count; i++)
        value = value * 10 + (text.data[i] - '0');
    return value;
}

/* Three numbers with '/', '.' or '-' between them. */
static bool three_numbers(struct text text, int numbers[3], size_t digits[3]) {
    size_t at = 0;
    for (int i = 0; i < 3; i++) {
        size_t from = at;
        while (at < text.size && text.data[at] >= '0' && text.data[at] <= '9')
            at++;
        digits[i] = at - from;
        if (digits[i] == 0 || digits[i] > 4)
            return false;
        numbers[i] = digits_at(text, from, digits[i]);
        bool parted = at < text.size && (text.data[at] == '/' || text.data[at] == '.' || text.data[at] == '-');
        if (i < 2 && !parted)
            return false;
        at += i < 2;
    }
    return at == text.size || text.data[at] == ' ' || text.data[at] == 'T' || text.data[at] == ',';
}

static bool is_day(struct date date) {
    return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= date_month_length(date.year, date.month);
}

/* Day and month in the order that is said, or that alone can be. *both: it could be either. */
static bool ordered(const int numbers[3], enum date_order order, struct date *date, bool *both) {
    struct date day_first = {numbers[2], numbers[1], numbers[0]}, month_first = {numbers[2], numbers[0], numbers[1]};
    bool a = is_day(day_first), b = is_day(month_first);
    *both = order == DATES_UNSAID && a && b && !date_equal(day_first, month_first);
    *date = order == DATES_MDY || (order == DATES_UNSAID && !a) ? month_first : day_first;
    return !*both && is_day(*date);
}

static enum date_order order_of(const struct row_work *work) {
    return work->reading->map ? work->reading->map->dates : DATES_UNSAID;
}

static bool read_day(struct row_work *work, enum row_field field, struct text text, struct date *date) {
    int numbers[3];
    size_t digits[3];
    bool both = false;
    if (is_digits(text, DAY_DIGITS) || is_digits(text, SECOND_DIGITS)) {
        *date = (struct date){digits_at(text, 0, 4), digits_at(text, 4, 2), digits_at(text, 6, 2)};
        return is_day(*date);
    }
    if (three_numbers(text, numbers, digits)) {
        if (digits[0] == 4) {
            *date = (struct date){numbers[0], numbers[1], numbers[2]};
            return is_day(*date);
        }
        if (digits[2] == 4 && ordered(numbers, order_of(work), date, &both))
            return true;
        if (both)
            return row_refuse(work, field,
                              "'%.*s' may be either of two days; say \"dates\": \"dmy\" or \"mdy\" in the column map",
                              TEXT_ARGS(text));
        return false;
    }
    return date_read(text, date) || stamp_read(text, date);
}

bool row_date(struct row_work *work, enum row_field field, struct date *date) {
    struct text text = row_value(work, field);
    if (!read_day(work, field, text, date)) {
        if (work->reason[0] == '\0')
            row_refuse(work, field, text.size ? "'%.*s' is no day of the calendar" : "the date is missing%.*s",
                       (int)(text.size < MOST_SHOWN ? text.size : MOST_SHOWN), text.size ? text.data : "");
        return false;
    }
    if (date->year < EARLIEST_YEAR || date->year > LATEST_YEAR)
        return row_refuse(work, field, "the year %d is outside %d..%d", date->year, EARLIEST_YEAR, LATEST_YEAR);
    return true;
}

/* With a decimal comma made a point. */
static bool read_decimal(struct text text, struct arena *arena, double *value) {
    size_t comma = text_find(text, TEXT(","), 0);
    if (comma < text.size && text_find(text, TEXT("."), 0) > text.size) {
        char *copy = text_c(arena, text);
        copy[comma] = '.';
        return number_read((struct text){copy, text.size}, value);
    }
    return number_read(text, value);
}

bool row_degrees(struct row_work *work, enum row_field field, double most, double *degrees) {
    struct text text = row_value(work, field);
    *degrees = NAN;
    if (text.size == 0)
        return true;
    if (!read_decimal(text, work->arena, degrees))
        return row_refuse(work, field, "'%.*s' is no number of degrees",
                          (int)(text.size < MOST_SHOWN ? text.size : MOST_SHOWN), text.data);
    if (!(fabs(*degrees) <= most))
        return row_refuse(work, field, "%.10g is outside -%g..%g degrees", *degrees, most, most);
    return true;
}

bool row_count(struct row_work *work, enum row_field field, int64_t *count) {
    struct text text = row_value(work, field);
    double value;
    *count = -1;
    if (text.size == 0 || text_is(text, "NA") || text_is(text, "NULL"))
        return true;
    if (!number_read(text, &value) || value != floor(value))
        return row_refuse(work, field, "'%.*s' is no whole number",
                          (int)(text.size < MOST_SHOWN ? text.size : MOST_SHOWN), text.data);
    if (value < 0 || value > 1e9)
        return row_refuse(work, field, "%.10g is outside 0..1000000000", value);
    *count = (int64_t)value;
    return true;
}

struct text row_words(const struct row_work *work, enum row_field field) {
    struct text text = row_value(work, field);
    bool odd = false;
    for (size_t i = 0; i < text.size && !odd; i++)
        odd = (unsigned char)text.data[i] < ' ' || text.data[i] == 0x7F;
    if (!odd)
        return text;
    struct builder out = builder_new(work->arena);
    for (size_t i = 0; i < text.size; i++) {
        bool control = (unsigned char)text.data[i] < ' ' || text.data[i] == 0x7F;
        if (!control || (out.count > 0 && out.items[out.count - 1] != ' '))
            builder_add_char(&out, control ? ' ' : text.data[i]);
    }
    return text_trim(builder_text(&out));
}

struct text row_stamp(const struct row_work *work, enum row_field field) {
    struct text text = row_value(work, field);
    int64_t seconds;
    struct date date;
    bool unix_time = text.size >= 9 && text.size <= 10 && number_read_whole(text, &seconds) && seconds > 0;
    if (unix_time) {
        date = date_from_days(seconds / 86400);
        int64_t of_day = seconds % 86400;
        return text_format(work->arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month, date.day,
                           (int)(of_day / 3600), (int)(of_day / 60 % 60), (int)(of_day % 60));
    }
    if (is_digits(text, SECOND_DIGITS))
        return text_format(work->arena, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", text.data, text.data + 4, text.data + 6,
                           text.data + 8, text.data + 10, text.data + 12);
    if (text.size > 10 && text.data[4] == '-' && date_read(text, &date))
        return text;
    if (is_digits(text, DAY_DIGITS))
        return text_format(work->arena, "%.4s-%.2s-%.2s", text.data, text.data + 4, text.data + 6);
    return stamp_read(text, &date) || date_read(text, &date) ? date_write(work->arena, date) : TEXT_NONE;
}

#include "path_data.h"

#include <math.h>

enum { FARTHEST = 100000000 };

static long hundredths(double value) {
    return isfinite(value) ? lround(fmin(fmax(value * 100, -FARTHEST), FARTHEST)) : 0;
}

void path_data_hundredths(struct builder *builder, long value) {
    char digits[24];
    size_t at = sizeof digits;
    unsigned long rest = value < 0 ? 0UL - (unsigned long)value : (unsigned long)value;
    unsigned long fraction = rest % 100;
    if (fraction % 10)
        digits[--at] = (char)('0' + fraction % 10);
    if (fraction) {
        digits[--at] = (char)('0' + fraction / 10);
        digits[--at] = '.';
    }
    rest /= 100;
    while (rest || !fraction) {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
        if (!rest)
            break;
    }
    if (value < 0)
        digits[--at] = '-';
    builder_add(builder, (struct text){digits + at, sizeof digits - at});
}

static void add_verb(struct path_data *data, char verb) {
    if (data->verb != verb || verb == 'm') {
        builder_add_char(data->builder, verb);
        data->verb = verb;
    } else {
        builder_add_char(data->builder, ' ');
    }
}

/* The way from the pen to the point; a minus sign separates as well as a space. */
static void add_way(struct path_data *data, long x, long y) {
    path_data_hundredths(data->builder, x - data->x);
    if (y - data->y >= 0)
        builder_add_char(data->builder, ' ');
    path_data_hundredths(data->builder, y - data->y);
}

void path_data_move(struct path_data *data, struct page_point to) {
    long x = hundredths(to.x), y = hundredths(to.y);
    if (data->verb == 0) {
        builder_add_char(data->builder, 'M');
        data->verb = 'm';
    } else {
        add_verb(data, 'm');
    }
    add_way(data, x, y);
    data->x = data->start_x = x;
    data->y = data->start_y = y;
    data->verb = 'm';
}

void path_data_line(struct path_data *data, struct page_point to) {
    long x = hundredths(to.x), y = hundredths(to.y);
    if (x == data->x && y == data->y)
        return;
    add_verb(data, 'l');
    add_way(data, x, y);
    data->x = x;
    data->y = y;
}

void path_data_curve(struct path_data *data, struct page_point a, struct page_point b, struct page_point to) {
    long x = hundredths(to.x), y = hundredths(to.y);
    add_verb(data, 'c');
    add_way(data, hundredths(a.x), hundredths(a.y));
    builder_add_char(data->builder, ' ');
    add_way(data, hundredths(b.x), hundredths(b.y));
    builder_add_char(data->builder, ' ');
    add_way(data, x, y);
    data->x = x;
    data->y = y;
}

void path_data_close(struct path_data *data) {
    builder_add_char(data->builder, 'z');
    data->verb = 'z';
    data->x = data->start_x;
    data->y = data->start_y;
}

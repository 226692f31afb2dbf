#include "formats.h"
#include "number.h"

#include <string.h>

static int month_of(struct text name) {
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    char lower[4] = {0};
    for (size_t i = 0; i < 3 && name.size >= 3; i++) {
        lower[i] = (char)(name.data[i] | 0x20);
    }
    for (int month = 0; month < 12; month++) {
        if (memcmp(names + 3 * month, lower, 3) == 0) {
            return month + 1;
        }
    }
    return 0;
}

bool stamp_read(struct text stamp, struct date *date) {
    struct text trimmed = text_trim(stamp);
    if (date_read(trimmed, date)) {
        return true;
    }
    size_t comma = text_find(trimmed, TEXT(","), 0);
    struct text rest = text_trim(comma < trimmed.size ? text_slice(trimmed, comma + 1, trimmed.size) : trimmed);
    struct text day, month, year;
    int64_t day_number = 0, year_number = 0;
    if (!text_split(&rest, ' ', &day) || !text_split(&rest, ' ', &month) || !text_split(&rest, ' ', &year)) {
        return false;
    }
    int month_number = month_of(month);
    bool numbers = number_read_whole(day, &day_number) && number_read_whole(year, &year_number);
    if (!numbers || month_number == 0 || year_number < 1900 || year_number > 9999 || day_number < 1 ||
        day_number > date_month_length((int)year_number, month_number)) {
        return false;
    }
    *date = (struct date){(int)year_number, month_number, (int)day_number};
    return true;
}

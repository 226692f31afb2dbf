/* Dates and numbers: what is read can be written, and is read again as the same. */
#include "date.h"
#include "formats.h"
#include "fuzz.h"
#include "json_writer.h"
#include "number.h"
#include "words.h"

#include <math.h>

static void try_date(struct text text, struct arena *arena) {
    struct date date = {0}, again = {0};
    if (!date_read(text, &date))
        return;
    FUZZ_HOLDS(date_read(date_write(arena, date), &again) && date_equal(date, again));
    struct date whole = date_from_days(date_days(date));
    FUZZ_HOLDS(date_compare(whole, date) == 0);
    FUZZ_HOLDS(date_weekday(date) >= 0 && date_weekday(date) < 7);
}

static void try_stamp(struct text text) {
    struct date date = {0};
    if (stamp_read(text, &date)) {
        FUZZ_HOLDS(date.month <= 12 && date.day <= 31 && date_known(date));
        FUZZ_HOLDS(date.day == 0 || date.day <= date_month_length(date.year, date.month));
    }
}

static void try_number(struct text text, struct arena *arena) {
    double value = NAN, again = NAN;
    if (!number_read(text, &value))
        return;
    FUZZ_HOLDS(isfinite(value));
    struct builder written = builder_new(arena);
    builder_add_number(&written, value, 6);
    if (fabs(value) < 1e9)
        FUZZ_HOLDS(number_read(builder_text(&written), &again) && fabs(again - value) <= 1e-6);
}

static void try_whole(struct text text, struct arena *arena) {
    int64_t value = 0, again = 0, words = 0;
    if (number_read_whole(text, &value)) {
        struct text written = text_format(arena, "%lld", (long long)value);
        FUZZ_HOLDS(number_read_whole(written, &again) && again == value);
    }
    if (words_number(text, &words))
        FUZZ_HOLDS(words >= 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    struct text rest = fuzz_text(data, size), line;
    while (text_split(&rest, '\n', &line)) {
        try_date(line, arena);
        try_stamp(line);
        try_number(line, arena);
        try_whole(line, arena);
    }
    arena_close(arena);
    return 0;
}

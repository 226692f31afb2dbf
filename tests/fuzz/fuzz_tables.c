/* Tables of incidents from outside, in every dialect: what is taken has a key, a day and a position that can be. */
#include "fuzz.h"
#include "tables.h"

#include <math.h>

static bool take(void *context, const struct account *account, struct error *error) {
    const struct incident *incident = &account->incident;
    (void)error;
    ++*(size_t *)context;
    FUZZ_HOLDS(account->key.size > 0 && account->provider.size > 0);
    if (account->withdrawn)
        return true;
    FUZZ_HOLDS(incident->date.start.year >= 1900 && incident->date.end.year <= 2100);
    FUZZ_HOLDS(fabs(incident->point.lat) <= 90 && fabs(incident->point.lon) <= 180);
    FUZZ_HOLDS(incident->id.size > 0 && incident->place.ref.size > 0);
    FUZZ_HOLDS(incident->killed.low <= incident->killed.high || incident->killed.high < 0);
    return true;
}

static void reject(void *context, struct text file, uint64_t line, struct text column, const char *reason) {
    (void)context, (void)file, (void)line, (void)column;
    FUZZ_HOLDS(reason[0] != '\0');
}

/* The first line is a column map if it is an object that has columns. */
static struct text part_columns(struct text *bytes) {
    size_t end = text_find(*bytes, TEXT("\n"), 0);
    struct text first = text_slice(*bytes, 0, end);
    if (!text_starts(first, TEXT("{\"columns\"")))
        return TEXT_NONE;
    *bytes = text_slice(*bytes, end + 1, bytes->size);
    return first;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open(), *rows = arena_open();
    struct text bytes = fuzz_text(data, size);
    struct table_options options = {.columns = part_columns(&bytes)};
    struct error error = {0};
    size_t taken = 0;
    struct table_sink sink = {take, reject, &taken, rows};
    struct table_counts counts = {0};
    if (table_accounts_read(bytes, TEXT("in"), &options, arena, &sink, &counts, &error))
        FUZZ_HOLDS(counts.accounts == taken);
    else
        FUZZ_HOLDS(error.kind == ERROR_INPUT && error.message[0] != '\0');
    arena_close(rows);
    arena_close(arena);
    return 0;
}

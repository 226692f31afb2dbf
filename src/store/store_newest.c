#include "store_parts.h"

#include "incident_text.h"

enum { SEARCH_STEPS = 40 };

static const int64_t first_of_all = -1000000, last_of_all = 3000000; /* days */

static bool stop_at_first(void *context, const struct row *row, struct error *error) {
    (void)row;
    (void)error;
    *(bool *)context = true;
    return false;
}

/* Whether any incident began on one of the days. */
static bool any_within(struct store *store, int64_t low, int64_t high) {
    struct row_condition condition = {.column = INCIDENT_FIRST_DAY, .low = low, .high = high};
    struct row_query query = row_query_all();
    struct error ended = {0};
    bool any = false;
    query.conditions = &condition;
    query.condition_count = 1;
    query.without = 1U << INCIDENT_STORY | 1U << INCIDENT_WORDS;
    (void)!store->database->calls->select(store->database, TABLE_INCIDENTS, &query, stop_at_first, &any, &ended);
    return any;
}

/* The latest day not after `high` on which any began; false if there is none. */
static bool latest_day(struct store *store, int64_t high, int64_t *day) {
    int64_t low = first_of_all;
    if (!any_within(store, low, high))
        return false;
    for (int i = 0; i < SEARCH_STEPS && low < high; i++) {
        int64_t middle = low + (high - low + 1) / 2;
        if (any_within(store, middle, high))
            low = middle;
        else
            high = middle - 1;
    }
    *day = low;
    return true;
}

struct newest {
    struct arena *arena;
    bool told; /* that it happened, by then */
};

/* What is planned, or dated after it was published, says nothing of how far the news goes. */
static bool look(void *context, const struct row *row, struct error *error) {
    struct newest *newest = context;
    struct incident incident;
    if (newest->told)
        return true;
    if (!incident_text_read(row->cells[INCIDENT_STORY].text, newest->arena, &incident, error))
        return false;
    struct date published = incident.source.published;
    newest->told = incident.status != STATUS_PLANNED &&
                   (!date_known(published) || date_compare(incident.date.start, published) <= 0);
    return true;
}

bool store_newest(struct store *store, struct date *newest, struct error *error) {
    int64_t high = last_of_all, day;
    struct newest looking = {.arena = arena_open()};
    bool done = true;
    *newest = (struct date){0};
    while (done && !looking.told && latest_day(store, high, &day)) {
        struct row_condition condition = {.column = INCIDENT_FIRST_DAY, .low = day, .high = day};
        struct row_query query = row_query_all();
        query.conditions = &condition;
        query.condition_count = 1;
        done = store->database->calls->select(store->database, TABLE_INCIDENTS, &query, look, &looking, error);
        if (looking.told)
            *newest = date_from_days(day);
        high = day - 1;
        arena_clear(looking.arena);
    }
    arena_close(looking.arena);
    return done;
}

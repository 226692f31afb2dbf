/* fill_store STORE COUNT [FIRST]: so many incidents, spread over the Sahel and two years, added to a store; each number
 * always gives the same one. */
#include "store.h"

#include <stdio.h>
#include <stdlib.h>

static double share(uint64_t number, uint64_t salt) {
    uint64_t mixed = (number * 2654435761U + salt * 40503U) ^ (number << 17);
    mixed = (mixed ^ (mixed >> 31)) * 0x9E3779B97F4A7C15U;
    mixed ^= mixed >> 29;
    return (double)(mixed % 1000003) / 1000003;
}

static struct account account_of(uint64_t number, struct arena *arena) {
    struct incident incident = incident_unknown();
    struct text id = text_format(arena, "test:%llu", (unsigned long long)number);
    incident.id = text_format(arena, "test-%llu", (unsigned long long)number);
    incident.kind = (enum incident_kind)(number % 7);
    incident.status = STATUS_NEWS;
    incident.date.start = incident.date.end = date_from_days(18993 + (int64_t)(number % 700)); /* from 2022-01-01 */
    incident.point = (struct lonlat){-10 + 40 * share(number, 1), 5 + 20 * share(number, 2)};
    incident.place = (struct place_snapshot){.ref = text_format(arena, "point:p%llu", (unsigned long long)number),
                                             .name = text_format(arena, "P%llu", (unsigned long long)number),
                                             .countries = TEXT("NE"),
                                             .point = incident.point};
    incident.precision = PRECISION_EXACT;
    incident.killed = (struct count_range){(int64_t)(number % 13), (int64_t)(number % 13)};
    incident.confidence = 1;
    incident.source.language = TEXT("en");
    return (struct account){.key = id, .provider = TEXT("csv"), .text = id, .incident = incident};
}

int main(int count, char **words) {
    struct store_options options = {.when = TEXT("2024-01-01T00:00:00Z")};
    struct store *store = NULL;
    struct error error = {0};
    if (count < 3)
        return 2;
    uint64_t many = strtoull(words[2], NULL, 10), first = count > 3 ? strtoull(words[3], NULL, 10) : 1;
    bool done = store_open(words[1], STORE_WRITE, &options, &store, &error);
    struct arena *arena = arena_open();
    for (uint64_t i = first; done && i < first + many; i++) {
        struct account account = account_of(i, arena);
        done = store_add(store, &account, &error);
        arena_clear(arena);
    }
    done = done && store_commit(store, &error);
    arena_close(arena);
    store_close(store);
    if (!done)
        fprintf(stderr, "fill_store: %s\n", error.message);
    return done ? 0 : 1;
}

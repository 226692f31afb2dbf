/* store_fixture.h: stores for tests, in a folder of their own, or in PostgreSQL where the tests have one
 * (BORDERMAP_TEST_PG), and accounts to put into them. */
#ifndef BORDERMAP_STORE_FIXTURE_H
#define BORDERMAP_STORE_FIXTURE_H

#include "testing.h"

#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* An empty store in a folder of its own; each test makes it anew. */
struct store_fixture {
    struct arena *arena;
    const char *folder, *path;
    struct store *store;
    enum account_status statuses[64];
    char incidents[64][20];
    size_t told;
};

static inline void note_told(void *context, const struct account_told *told) {
    struct store_fixture *fixture = context;
    assert_true(fixture->told < 64);
    snprintf(fixture->incidents[fixture->told], 20, "%.*s", TEXT_ARGS(told->incident));
    fixture->statuses[fixture->told++] = told->status;
}

static inline void fixture_open(struct store_fixture *fixture) {
    struct error error = {0};
    struct store_options options = {.told = note_told, .context = fixture};
    if (!store_open(fixture->path, STORE_WRITE, &options, &fixture->store, &error))
        fail_msg("%s", error.message);
}

static inline void fixture_begin(struct store_fixture *fixture) {
    char folder[] = "/tmp/bordermap-store-XXXXXX";
    *fixture = (struct store_fixture){.arena = arena_open()};
    assert_non_null(mkdtemp(folder));
    fixture->folder = text_c(fixture->arena, text_of(folder));
    fixture->path = text_c(fixture->arena, text_format(fixture->arena, "%s/s.gpkg", folder));
    fixture_open(fixture);
}

static inline void fixture_end(struct store_fixture *fixture) {
    store_close(fixture->store);
    unlink(fixture->path);
    rmdir(fixture->folder);
    arena_close(fixture->arena);
}

/* A clash near Isfara on 14 September 2022, told by an article of that name. */
static inline struct account clash_of(struct store_fixture *fixture, const char *article, const char *words) {
    struct account account = {.provider = TEXT("article"), .text = text_of(words)};
    struct incident *incident = &account.incident;
    *incident = incident_unknown();
    incident->kind = INCIDENT_CLASH;
    incident->confidence = 1;
    incident->date = (struct incident_date){.start = {2022, 9, 14}, .end = {2022, 9, 14}};
    incident->place =
        (struct place_snapshot){TEXT("geonames:1221328"), TEXT("Isfara"), PLACE_POINT, TEXT("TJ"), {70.6253, 40.1265}};
    incident->point = incident->place.point;
    incident->precision = PRECISION_EXACT;
    incident->sentence.text = text_of(words);
    incident->source.language = TEXT("en");
    incident->source.url = text_format(fixture->arena, "https://%s", article);
    static struct incident_party parties[] = {{{"country:KG", 10}, {NULL, 0}, {"a", 1}, 0},
                                              {{"country:TJ", 10}, {NULL, 0}, {"b", 1}, 0}};
    incident->parties = parties;
    incident->party_count = 2;
    account.key = account_key(text_of(article), incident, NULL, 0, fixture->arena);
    return account;
}

static inline void add_account(struct store_fixture *fixture, const struct account *account) {
    struct error error = {0};
    if (!store_add(fixture->store, account, &error) || !store_commit(fixture->store, &error))
        fail_msg("%s", error.message);
}

/* Adds an article that tells these, as one text. */
static inline void add_article(struct store_fixture *fixture, const char *key, const char *text,
                               const struct account *accounts, size_t count) {
    struct error error = {0};
    struct store_article article = {text_of(key), text_of(text), {0, 0, 0}, accounts, count};
    if (!store_add_article(fixture->store, &article, &error) || !store_commit(fixture->store, &error))
        fail_msg("%s", error.message);
}

static inline struct stored_list list_all(struct store_fixture *fixture) {
    struct store_filter filter = store_filter_all();
    struct stored_list list = {0};
    struct error error = {0};
    if (!store_list(fixture->store, &filter, fixture->arena, &list, &error))
        fail_msg("%s", error.message);
    return list;
}

#endif

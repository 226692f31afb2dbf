#include "canonical.h"

#include "json_writer.h"
#include "list.h"
#include "store_parts.h"

#include <stdlib.h>

struct lines {
    struct arena *arena;
    struct text *items;
    size_t count, capacity;
};

static void keep_line(struct lines *lines, struct builder *line) {
    builder_add_char(line, '\n');
    *LIST_PUSH(lines->arena, lines) = builder_text(line);
}

static bool take_account(void *context, const struct row *row, struct error *error) {
    struct lines *lines = context;
    const struct cell *cells = row->cells;
    struct builder line = builder_new(lines->arena);
    struct json_writer json = {.out = &line};
    (void)error;
    json_open_object(&json, NULL);
    json_add_text(&json, "account", cells[ACCOUNT_KEY].text);
    json_add_text(&json, "provider", cells[ACCOUNT_PROVIDER].text);
    json_add_given_text(&json, "edited", cells[ACCOUNT_EDITED].text);
    json_add_bool(&json, "withdrawn", cells[ACCOUNT_WITHDRAWN].whole != 0);
    json_add_whole(&json, "revision", cells[ACCOUNT_REVISION].whole);
    json_add_text(&json, "incident", key_hash_write(cells[ACCOUNT_INCIDENT].whole, lines->arena));
    json_add_given_text(&json, "words", cells[ACCOUNT_WORDS].text);
    json_add_given_text(&json, "story", cells[ACCOUNT_STORY].text);
    json_close(&json);
    keep_line(lines, &line);
    return true;
}

static bool take_incident(void *context, const struct row *row, struct error *error) {
    struct lines *lines = context;
    const struct cell *cells = row->cells;
    struct builder line = builder_new(lines->arena);
    struct json_writer json = {.out = &line};
    (void)error;
    json_open_object(&json, NULL);
    json_add_text(&json, "incident", cells[INCIDENT_ID].text);
    json_add_whole(&json, "accounts", cells[INCIDENT_ACCOUNTS].whole);
    json_add_whole(&json, "revision", cells[INCIDENT_REVISION].whole);
    json_add_bool(&json, "corrected", cells[INCIDENT_CORRECTED].whole != 0);
    json_add_bool(&json, "unsure", cells[INCIDENT_UNSURE].whole != 0);
    json_add_text(&json, "sources", cells[INCIDENT_SOURCES].text);
    json_add_text(&json, "story", cells[INCIDENT_STORY].text);
    json_close(&json);
    keep_line(lines, &line);
    return true;
}

static int by_bytes(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

bool store_canonical(struct store *store, struct arena *arena, struct text *dump, struct error *error) {
    struct lines lines = {.arena = arena};
    struct row_query query = row_query_all();
    struct builder whole = builder_new(arena);
    query.without = 1U << ACCOUNT_SKETCH;
    bool done = store_begin(store, error);
    done = done && store->database->calls->select(store->database, TABLE_ACCOUNTS, &query, take_account, &lines, error);
    query.without = 0;
    done =
        done && store->database->calls->select(store->database, TABLE_INCIDENTS, &query, take_incident, &lines, error);
    store->database->calls->rollback(store->database);
    store->change = 0;
    if (lines.count > 1)
        qsort(lines.items, lines.count, sizeof *lines.items, by_bytes);
    for (size_t i = 0; i < lines.count; i++)
        builder_add(&whole, lines.items[i]);
    if (done)
        *dump = builder_text(&whole);
    return done;
}

#include "store_parts.h"

#include "file.h"
#include "list.h"

#include <string.h>

const char *account_status_name(enum account_status status) {
    static const char *const names[] = {"new", "same", "revised", "removed"};
    return names[status];
}

bool store_open(const char *connection, enum store_mode mode, const struct store_options *options,
                struct store **opened, struct error *error) {
    struct database_options access = {mode == STORE_WRITE ? DATABASE_WRITE : DATABASE_READ, options && options->wal};
    struct database *database = NULL;
    if (!database_open(connection, &store_plan, &access, &database, error))
        return false;
    struct arena *arena = arena_open();
    struct store *store = ARENA_NEW(arena, struct store);
    *store = (struct store){.arena = arena, .database = database, .mode = mode, .decided = arena_open()};
    if (options)
        store->options = *options;
    store->connection = text_c(arena, text_of(connection));
    store->options.when = text_copy(arena, store->options.when);
    store->batch.arena = arena_open();
    pool_open(&store->pool);
    *opened = store;
    return true;
}

void store_close(struct store *store) {
    if (!store)
        return;
    store->database->calls->close(store->database);
    pool_close(&store->pool);
    arena_close(store->batch.arena);
    arena_close(store->decided);
    arena_close(store->arena);
}

static bool read_change(void *context, const struct row *row, struct error *error) {
    (void)error;
    *(int64_t *)context = row->cells[STATE_CHANGES].whole;
    return true;
}

bool store_change(struct store *store, int64_t *change, struct error *error) {
    struct row_query all = row_query_all();
    int64_t read = 0;
    if (!store->database->calls->select(store->database, TABLE_STATE, &all, read_change, &read, error))
        return false;
    *change = read;
    return true;
}

/* What was known of the store holds only where this program made the last change. */
static bool renew(struct store *store, struct error *error) {
    int64_t change;
    if (!store_change(store, &change, error))
        return false;
    if (store->change == change - 1 && store->change > 0) {
        store->change = change;
        return true;
    }
    pool_close(&store->pool);
    pool_open(&store->pool);
    store->pool.whole = change == 1;
    arena_clear(store->decided);
    store->change = change;
    return decisions_read(store->database, store->decided, &store->decisions, error);
}

bool store_begin(struct store *store, struct error *error) {
    if (!store->database->calls->begin(store->database, error))
        return false;
    if (store->mode != STORE_WRITE || renew(store, error))
        return true;
    store->database->calls->rollback(store->database);
    return false;
}

bool store_end(struct store *store, struct error *error) {
    if (store->database->calls->commit(store->database, error))
        return true;
    store->change = 0;
    return false;
}

bool store_stamp(struct store *store, int64_t *stamp, struct error *error) {
    store->stamp = store->stamp > 0 ? store->stamp : store->change;
    *stamp = store->stamp;
    if (store->stamped || store->options.when.size == 0)
        return true;
    struct cell cells[STAMP_COLUMNS] = {
        [STAMP_NUMBER] = {.whole = store->stamp, .given = true}, [STAMP_TIME] = {.text = store->options.when}};
    struct row row = {.cells = cells};
    store->stamped = store->database->calls->add(store->database, TABLE_STAMPS, &row, error);
    return store->stamped;
}

bool store_select(struct store *store, enum store_table table, size_t column, const int64_t *values, size_t count,
                  uint64_t without, row_visit *visit, void *context, struct error *error) {
    for (size_t at = 0; at < count; at += LOOKUP_MOST) {
        struct row_condition condition = {
            .column = column, .values = values + at, .count = count - at < LOOKUP_MOST ? count - at : LOOKUP_MOST};
        struct row_query query = row_query_all();
        query.conditions = &condition;
        query.condition_count = 1;
        query.without = without;
        if (!store->database->calls->select(store->database, table, &query, visit, context, error))
            return false;
    }
    return true;
}

/* Everything of an account but its words. */
static const uint64_t without_words =
    1U << ACCOUNT_STORY | 1U << ACCOUNT_WORDS | 1U << ACCOUNT_TITLE | 1U << ACCOUNT_URL | 1U << ACCOUNT_PUBLISHER |
    1U << ACCOUNT_PLACE | 1U << ACCOUNT_DATE | 1U << ACCOUNT_KIND | 1U << ACCOUNT_FILE | 1U << ACCOUNT_PUBLISHED;

static bool take_node(void *context, const struct row *row, struct error *error) {
    struct store *store = context;
    const struct cell *cells = row->cells;
    uint32_t found;
    struct pool_node node = {.key_hash = cells[ACCOUNT_KEY_HASH].whole,
                             .key = cells[ACCOUNT_KEY].text,
                             .edited = cells[ACCOUNT_EDITED].text,
                             .row = row->number,
                             .content = cells[ACCOUNT_CONTENT].whole,
                             .revision = cells[ACCOUNT_REVISION].whole,
                             .incident = cells[ACCOUNT_INCIDENT].whole,
                             .withdrawn = cells[ACCOUNT_WITHDRAWN].whole != 0};
    if (pool_find(&store->pool, node.key_hash, &found))
        return true;
    if (cells[ACCOUNT_SKETCH].text.size > 0 && !link_sketch_read(cells[ACCOUNT_SKETCH].text, &node.sketch))
        return error_set(error, ERROR_ENVIRONMENT,
                         "the store is damaged: account %.*s has a sketch that cannot be read", TEXT_ARGS(node.key));
    node.removed = decisions_remove(&store->decisions, node.key_hash);
    pool_place(&store->pool, pool_add(&store->pool, &node));
    return true;
}

bool store_read_nodes(struct store *store, enum account_column column, const int64_t *values, size_t count,
                      struct error *error) {
    return store->pool.whole ||
           store_select(store, TABLE_ACCOUNTS, column, values, count, without_words, take_node, store, error);
}

bool store_read_all(struct store *store, struct error *error) {
    struct row_query query = row_query_all();
    query.without = without_words;
    if (store->pool.whole)
        return true;
    store->pool.whole =
        store->database->calls->select(store->database, TABLE_ACCOUNTS, &query, take_node, store, error);
    return store->pool.whole;
}

void store_touch(struct store *store, uint32_t index) {
    struct pool_node *node = &store->pool.items[index];
    if (node->touched)
        return;
    node->touched = true;
    *LIST_PUSH(store->batch.arena, &store->batch.touched) = index;
}

/* A reader's transaction keeps writers out while the bytes are copied. */
bool store_backup(struct store *store, const char *path, struct error *error) {
    if (strncmp(store->connection, "PG:", 3) == 0)
        return error_set(error, ERROR_USAGE, "a store in PostgreSQL is copied with pg_dump");
    if (file_exists(path))
        return error_set(error, ERROR_USAGE, "%s: is there already; name a new file", path);
    struct arena *arena = arena_open();
    struct text bytes;
    int64_t change;
    const char *journal = text_c(arena, text_format(arena, "%s-wal", store->connection));
    bool done = store_begin(store, error) && store_change(store, &change, error);
    if (done && file_exists(journal))
        done = error_set(error, ERROR_ENVIRONMENT, "%s: its journal is open; wait until nothing writes to it",
                         store->connection);
    done = done && file_read(store->connection, SIZE_MAX, arena, &bytes, error) && file_write(path, bytes, error);
    store->database->calls->rollback(store->database);
    arena_close(arena);
    return done;
}

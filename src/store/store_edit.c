#include "store_edit.h"

#include "incident_text.h"
#include "json.h"
#include "list.h"
#include "store_parts.h"

/* One change that people make: everything it needs is read inside of it. */
struct editing {
    struct store *store;
    struct arena *arena;
    const struct edit_reason *reason;
};

static bool begin_edit(struct editing *editing, struct error *error) {
    editing->arena = editing->store->batch.arena;
    return store_commit(editing->store, error) && store_begin(editing->store, error);
}

static bool end_edit(struct editing *editing, bool done, struct error *error) {
    struct store *store = editing->store;
    int64_t stamp;
    done = done && store_stamp(store, &stamp, error) && store_settle_groups(store, error) && store_end(store, error);
    if (!done) {
        store->database->calls->rollback(store->database);
        store->change = 0;
    }
    store_empty_batch(store);
    return done;
}

static bool find_one(const struct editing *editing, struct text id, struct stored_incident *found,
                     struct error *error) {
    struct store_filter filter = store_filter_all();
    struct stored_list list = {0};
    filter.ids = &id;
    filter.id_count = 1;
    filter.unconfirmed = true;
    if (!store_list(editing->store, &filter, editing->arena, &list, error))
        return false;
    if (list.count != 1)
        return error_set(error, ERROR_USAGE,
                         list.count == 0 ? "there is no incident '%.*s'; 'bordermap list' has their ids"
                                         : "several incidents have ids that begin with '%.*s'",
                         TEXT_ARGS(id));
    *found = list.items[0];
    return true;
}

/* The account that the id means: its key, its own id; else the first of the incident. */
static struct text account_meant(const struct stored_incident *incident, struct text id, struct arena *arena) {
    for (size_t i = 0; i < incident->account_count; i++) {
        struct text key = incident->accounts[i].account.key;
        if (text_equal(key, id) || text_starts(key_hash_write(key_hash_of(key), arena), id))
            return key;
    }
    return incident->accounts[0].account.key;
}

/* Takes the account into the pool, and marks it. */
static bool touch_key(const struct editing *editing, int64_t hash, struct error *error) {
    struct store *store = editing->store;
    uint32_t node;
    if (!pool_find(&store->pool, hash, &node) && !store_read_nodes(store, ACCOUNT_KEY_HASH, &hash, 1, error))
        return false;
    if (pool_find(&store->pool, hash, &node)) {
        store->pool.items[node].removed = decisions_remove(&store->decisions, hash);
        store_touch(store, node);
    }
    return true;
}

static bool decide(const struct editing *editing, enum decision_what what, struct text key, struct text other,
                   struct error *error) {
    struct store *store = editing->store;
    struct decision decision = {.what = what,
                                .key = text_copy(store->decided, key),
                                .other = text_copy(store->decided, other),
                                .why = text_copy(store->decided, editing->reason->why),
                                .by = text_copy(store->decided, editing->reason->by)};
    decision.key_hash = key_hash_of(key);
    decision.other_hash = other.size > 0 ? key_hash_of(other) : 0;
    if (what == DECIDED_FORGET)
        decision.key = decision.other = TEXT_NONE;
    return decision_add(store->database, &store->decisions, &decision, store->change, store->decided, error) &&
           touch_key(editing, decision.key_hash, error) &&
           (other.size == 0 || touch_key(editing, decision.other_hash, error));
}

/* What stands in the incident for the member: as it was read, with what the gazetteer gave. */
static struct text member_of(const struct incident *incident, const char *member, struct arena *arena) {
    cJSON *tree = cJSON_Parse(text_c(arena, incident_text_write(incident, arena)));
    char *printed = cJSON_PrintUnformatted(cJSON_GetObjectItemCaseSensitive(tree, member));
    struct text value = text_copy(arena, text_of(printed));
    cJSON_free(printed);
    cJSON_Delete(tree);
    return value;
}

static bool correct_one(const struct editing *editing, const struct stored_incident *incident, struct text member,
                        struct text value, const struct gazetteer *gazetteer, struct error *error) {
    static const char *const fixed[] = {"id", "source", "evidence"};
    struct store *store = editing->store;
    struct incident corrected;
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (text_is(member, fixed[i]))
            return error_set(error, ERROR_USAGE, "'%s' is what a source says; it is not corrected", fixed[i]);
    if (incident->account_count == 0) /* nothing that a decision could name */
        return error_set(error, ERROR_USAGE, "the incident has no account");
    if (!incident_text_correct(&incident->incident, member, value, gazetteer, editing->arena, &corrected, error))
        return false;
    struct decision decision = {
        .what = DECIDED_CORRECT,
        .key = text_copy(store->decided, incident->accounts[0].account.key),
        .field = text_copy(store->decided, member),
        .value = text_copy(store->decided, member_of(&corrected, text_c(editing->arena, member), editing->arena)),
        .why = text_copy(store->decided, editing->reason->why),
        .by = text_copy(store->decided, editing->reason->by)};
    decision.key_hash = key_hash_of(decision.key);
    return decision_add(store->database, &store->decisions, &decision, store->change, store->decided, error) &&
           touch_key(editing, decision.key_hash, error);
}

bool store_correct(struct store *store, struct text id, struct text member, struct text value,
                   const struct edit_reason *reason, const struct gazetteer *gazetteer, struct error *error) {
    struct editing editing = {.store = store, .reason = reason};
    struct stored_incident incident = {0};
    if (!begin_edit(&editing, error))
        return false;
    bool done =
        find_one(&editing, id, &incident, error) && correct_one(&editing, &incident, member, value, gazetteer, error);
    return end_edit(&editing, done, error);
}

struct numbers {
    struct arena *arena;
    int64_t *items;
    size_t count, capacity;
};

static bool note_number(void *context, const struct row *row, struct error *error) {
    struct numbers *numbers = context;
    (void)error;
    *LIST_PUSH(numbers->arena, numbers) = row->number;
    return true;
}

static bool delete_rows(const struct editing *editing, enum store_table table, size_t column, int64_t hash,
                        struct error *error) {
    struct store *store = editing->store;
    struct numbers numbers = {.arena = editing->arena};
    if (!store_select(store, table, column, &hash, 1, 0, note_number, &numbers, error))
        return false;
    for (size_t i = 0; i < numbers.count; i++)
        if (!store->database->calls->remove(store->database, table, numbers.items[i], error))
            return false;
    return true;
}

/* Corrections of what is forgotten say what it said. */
static bool delete_decisions(const struct editing *editing, int64_t hash, struct error *error) {
    struct store *store = editing->store;
    for (size_t i = 0; i < store->decisions.count; i++) {
        struct decision *decision = &store->decisions.items[i];
        bool about = decision->key_hash == hash || decision->other_hash == hash;
        if (!about || decision->what == DECIDED_FORGET || decision->row == 0)
            continue;
        if (!store->database->calls->remove(store->database, TABLE_DECISIONS, decision->row, error))
            return false;
        decision->row = 0;
    }
    return true;
}

static bool forget(const struct editing *editing, struct text key, struct error *error) {
    int64_t hash = key_hash_of(key), article = key_hash_of(account_article_of(key));
    return delete_rows(editing, TABLE_ACCOUNTS, ACCOUNT_KEY_HASH, hash, error) &&
           delete_rows(editing, TABLE_REVISIONS, REVISION_KEY_HASH, hash, error) &&
           delete_rows(editing, TABLE_LINKS, LINKS_A, hash, error) &&
           delete_rows(editing, TABLE_LINKS, LINKS_B, hash, error) &&
           delete_rows(editing, TABLE_ARTICLES, ARTICLE_KEY_HASH, article, error) &&
           delete_decisions(editing, hash, error);
}

/* The incident goes with its accounts; only then the rows of these, and the room that they had. */
static bool forget_all(struct editing *editing, const struct stored_incident *incident, struct error *error) {
    struct store *store = editing->store;
    int64_t stamp;
    bool done = store_stamp(store, &stamp, error) && store_settle_groups(store, error);
    for (size_t i = 0; done && i < incident->account_count; i++)
        done = forget(editing, incident->accounts[i].account.key, error);
    done = done && store_end(store, error);
    if (!done)
        store->database->calls->rollback(store->database);
    store->change = 0;
    store_empty_batch(store);
    return done && store->database->calls->wipe(store->database, error);
}

bool store_remove(struct store *store, struct text id, bool forgets, const struct edit_reason *reason,
                  struct error *error) {
    struct editing editing = {.store = store, .reason = reason};
    struct stored_incident incident = {0};
    enum decision_what what = forgets ? DECIDED_FORGET : DECIDED_REMOVE;
    if (!begin_edit(&editing, error))
        return false;
    bool done = find_one(&editing, id, &incident, error);
    for (size_t i = 0; done && i < incident.account_count; i++)
        done = decide(&editing, what, incident.accounts[i].account.key, TEXT_NONE, error);
    return done && forgets ? forget_all(&editing, &incident, error) : end_edit(&editing, done, error);
}

bool store_link(struct store *store, struct text a, struct text b, const struct edit_reason *reason,
                struct error *error) {
    struct editing editing = {.store = store, .reason = reason};
    struct stored_incident one = {0}, other = {0};
    if (!begin_edit(&editing, error))
        return false;
    bool done = find_one(&editing, a, &one, error) && find_one(&editing, b, &other, error);
    if (done && text_equal(one.id, other.id))
        done = error_set(error, ERROR_USAGE, "'%.*s' and '%.*s' are one incident already", TEXT_ARGS(a), TEXT_ARGS(b));
    done = done && decide(&editing, DECIDED_LINK, account_meant(&one, a, editing.arena),
                          account_meant(&other, b, editing.arena), error);
    return end_edit(&editing, done, error);
}

static bool unlink_from(const struct editing *editing, const struct stored_incident *incident, struct text a,
                        struct text b, struct error *error) {
    struct text key = account_meant(incident, a, editing->arena);
    struct text other = b.size > 0 ? account_meant(incident, b, editing->arena) : TEXT_NONE;
    if (incident->account_count < 2)
        return error_set(error, ERROR_USAGE, "'%.*s' is the only account of its incident", TEXT_ARGS(a));
    if (text_equal(key, other))
        return error_set(error, ERROR_USAGE,
                         "unlink wants two accounts of the incident; 'bordermap show' has their ids");
    for (size_t i = 0; i < incident->account_count; i++) {
        struct text each = incident->accounts[i].account.key;
        bool meant = other.size > 0 ? text_equal(each, other) : !text_equal(each, key);
        if (meant && !decide(editing, DECIDED_UNLINK, key, each, error))
            return false;
    }
    return true;
}

bool store_unlink(struct store *store, struct text a, struct text b, const struct edit_reason *reason,
                  struct error *error) {
    struct editing editing = {.store = store, .reason = reason};
    struct stored_incident one = {0}, other = {0};
    if (!begin_edit(&editing, error))
        return false;
    bool done = find_one(&editing, a, &one, error) && (b.size == 0 || find_one(&editing, b, &other, error));
    if (done && b.size > 0 && !text_equal(one.id, other.id))
        done = error_set(error, ERROR_USAGE, "'%.*s' and '%.*s' are two incidents already", TEXT_ARGS(a), TEXT_ARGS(b));
    done = done && unlink_from(&editing, &one, a, b, error);
    return end_edit(&editing, done, error);
}

static struct decision *last_decision(struct store *store) {
    for (size_t i = store->decisions.count; i > 0; i--) {
        struct decision *decision = &store->decisions.items[i - 1];
        if (!decision->undone && decision->what != DECIDED_FORGET)
            return decision;
    }
    return NULL;
}

/* The flag is written with its whole row. */
struct undoing {
    struct editing *editing;
    int64_t number;
    struct row row;
};

static bool take_decision(void *context, const struct row *row, struct error *error) {
    struct undoing *undoing = context;
    struct arena *arena = undoing->editing->arena;
    (void)error;
    if (row->cells[DECISION_NUMBER].whole != undoing->number)
        return true;
    undoing->row = (struct row){.number = row->number, .cells = ARENA_ARRAY(arena, struct cell, DECISION_COLUMNS)};
    for (size_t i = 0; i < DECISION_COLUMNS; i++) {
        undoing->row.cells[i] = row->cells[i];
        undoing->row.cells[i].text = text_copy(arena, row->cells[i].text);
    }
    undoing->row.cells[DECISION_UNDONE] = (struct cell){.whole = 1, .given = true};
    return true;
}

static bool undo_one(struct editing *editing, struct decision *decision, struct error *error) {
    struct store *store = editing->store;
    struct undoing undoing = {editing, decision->number, {0}};
    struct row_query all = row_query_all();
    decision->undone = true;
    return store->database->calls->select(store->database, TABLE_DECISIONS, &all, take_decision, &undoing, error) &&
           store->database->calls->replace(store->database, TABLE_DECISIONS, &undoing.row, error) &&
           touch_key(editing, decision->key_hash, error) &&
           (decision->other_hash == 0 || touch_key(editing, decision->other_hash, error));
}

/* A correction as a person writes it: clash, 5, 3-5, 5+; else its JSON. */
static struct text shown_value(struct text value, struct arena *arena) {
    cJSON *tree = cJSON_Parse(text_c(arena, value));
    const cJSON *low = cJSON_GetObjectItemCaseSensitive(tree, "low"),
                *high = cJSON_GetObjectItemCaseSensitive(tree, "high");
    bool counts = cJSON_IsNumber(low) && (!high || cJSON_IsNumber(high)) && cJSON_GetArraySize(tree) == (high ? 2 : 1);
    struct text shown = value;
    if (cJSON_IsString(tree))
        shown = text_copy(arena, text_of(tree->valuestring));
    else if (counts && !high)
        shown = text_format(arena, "%.0f+", low->valuedouble);
    else if (counts && low->valuedouble < high->valuedouble)
        shown = text_format(arena, "%.0f-%.0f", low->valuedouble, high->valuedouble);
    else if (counts)
        shown = text_format(arena, "%.0f", low->valuedouble);
    cJSON_Delete(tree);
    return shown;
}

/* `remove` of an incident is one decision for each of its accounts: all of one change are undone together. */
bool store_undo(struct store *store, struct arena *arena, struct text *told, struct error *error) {
    static const struct edit_reason nobody;
    struct editing editing = {.store = store, .reason = &nobody};
    if (!begin_edit(&editing, error))
        return false;
    struct decision *last = last_decision(store);
    bool done = last || error_set(error, ERROR_USAGE, "nothing was decided that could be undone");
    struct text value = last ? shown_value(last->value, arena) : TEXT_NONE;
    if (last)
        *told = text_format(arena, "%s %.*s%s%.*s%s%.*s", decision_what_name(last->what), TEXT_ARGS(last->key),
                            last->field.size > 0 ? " " : "", TEXT_ARGS(last->field), value.size > 0 ? "=" : "",
                            TEXT_ARGS(value));
    int64_t change = last ? last->change : 0;
    for (; done && last && last->change == change; last = last_decision(store))
        done = undo_one(&editing, last, error);
    return end_edit(&editing, done, error);
}

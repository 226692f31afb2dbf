#include "store_parts.h"

#include "incident_text.h"
#include "list.h"
#include "number.h"

#include <stdlib.h>
#include <string.h>

bool store_account_of(const struct row *row, struct arena *arena, struct stored_account *stored, struct error *error) {
    const struct cell *cells = row->cells;
    *stored = (struct stored_account){.revision = cells[ACCOUNT_REVISION].whole};
    struct account *account = &stored->account;
    account->key = text_copy(arena, cells[ACCOUNT_KEY].text);
    account->provider = text_copy(arena, cells[ACCOUNT_PROVIDER].text);
    account->edited = text_copy(arena, cells[ACCOUNT_EDITED].text);
    account->text = text_copy(arena, cells[ACCOUNT_WORDS].text);
    account->withdrawn = cells[ACCOUNT_WITHDRAWN].whole != 0;
    account->aggregated_only = cells[ACCOUNT_AGGREGATED_ONLY].whole != 0;
    account->file = text_copy(arena, cells[ACCOUNT_FILE].text);
    account->line = (uint64_t)cells[ACCOUNT_LINE].whole;
    account->incident = incident_unknown();
    if (cells[ACCOUNT_STORY].text.size == 0 ||
        incident_text_read(cells[ACCOUNT_STORY].text, arena, &account->incident, error))
        return true;
    error->kind = ERROR_ENVIRONMENT;
    return error_context(error, "the store is damaged: account %.*s", TEXT_ARGS(account->key));
}

struct listing {
    struct store *store;
    const struct store_filter *filter;
    struct arena *arena;
    struct stored_list *list;
};

static bool contains(struct text whole, struct text part) {
    for (size_t at = 0; part.size > 0 && at + part.size <= whole.size; at++)
        if (strncasecmp(whole.data + at, part.data, part.size) == 0)
            return true;
    return part.size == 0;
}

static bool kind_wanted(const struct store_filter *filter, struct text kind) {
    for (size_t i = 0; i < filter->kind_count; i++)
        if (text_equal(filter->kinds[i], kind))
            return true;
    return filter->kind_count == 0;
}

/* One of the codes of a ','-list. */
static bool has_country(struct text countries, struct text code) {
    struct text each;
    while (countries.size > 0 && text_split(&countries, ',', &each))
        if (text_equal(each, code))
            return true;
    return false;
}

static bool area_wanted(const struct store_filter *filter, const struct cell *cells) {
    static const struct text country = {"country:", 8};
    if (filter->area.size == 0 || filter->inside || text_equal(cells[INCIDENT_PLACE_REF].text, filter->area))
        return true;
    return text_starts(filter->area, country) &&
           has_country(cells[INCIDENT_COUNTRIES].text, text_slice(filter->area, country.size, filter->area.size));
}

/* What the columns say of it, before its words are read. */
static bool is_wanted(const struct store_filter *filter, const struct cell *cells) {
    return kind_wanted(filter, cells[INCIDENT_KIND].text) && area_wanted(filter, cells) &&
           (filter->status.size == 0 || text_equal(filter->status, cells[INCIDENT_STATUS].text)) &&
           contains(cells[INCIDENT_PARTIES].text, filter->party) &&
           contains(cells[INCIDENT_SOURCES].text, filter->source) &&
           (!filter->unsure || cells[INCIDENT_UNSURE].whole != 0) &&
           (filter->unconfirmed || cells[INCIDENT_CONFIDENCE].number >= STORE_CONFIRMED);
}

static bool take_incident(void *context, const struct row *row, struct error *error) {
    struct listing *listing = context;
    const struct cell *cells = row->cells;
    struct stored_incident stored = {.revision = cells[INCIDENT_REVISION].whole,
                                     .changed = cells[INCIDENT_CHANGED].whole,
                                     .corrected = cells[INCIDENT_CORRECTED].whole != 0,
                                     .aggregated_only = cells[INCIDENT_AGGREGATED_ONLY].whole != 0,
                                     .unsure = cells[INCIDENT_UNSURE].whole != 0,
                                     .account_count = (size_t)cells[INCIDENT_ACCOUNTS].whole};
    if (!is_wanted(listing->filter, cells))
        return true;
    if (!incident_text_read(cells[INCIDENT_STORY].text, listing->arena, &stored.incident, error)) {
        error->kind = ERROR_ENVIRONMENT;
        return error_context(error, "the store is damaged: incident %.*s", TEXT_ARGS(cells[INCIDENT_ID].text));
    }
    stored.id = stored.incident.id;
    if (!listing->filter->inside || listing->filter->inside(listing->filter->context, &stored.incident))
        *LIST_PUSH(listing->arena, listing->list) = stored;
    return true;
}

static int by_date(const void *a, const void *b) {
    const struct stored_incident *one = a, *other = b;
    int days = date_compare(one->incident.date.start, other->incident.date.start);
    return days != 0 ? days : text_compare(one->id, other->id);
}

/* "4f0c91d2" is any id that begins so. */
static bool id_range(struct text id, int64_t *low, int64_t *high) {
    uint64_t value = 0;
    if (id.size == 0 || id.size > 16)
        return false;
    for (size_t i = 0; i < id.size; i++) {
        const char *digits = "0123456789abcdef", *digit = strchr(digits, id.data[i]);
        if (!digit || id.data[i] == '\0')
            return false;
        value = value << 4 | (uint64_t)(digit - digits);
    }
    unsigned rest = (unsigned)(16 - id.size) * 4;
    *low = (int64_t)(rest < 64 ? value << rest : value);
    *high = (int64_t)((uint64_t)*low + (rest < 64 ? ((uint64_t)1 << rest) - 1 : 0));
    return *low >= 0 && *high >= 0;
}

struct ids {
    struct arena *arena;
    int64_t *items;
    size_t count, capacity;
};

static bool note_incident(void *context, const struct row *row, struct error *error) {
    struct ids *ids = context;
    (void)error;
    if (row->cells[ACCOUNT_INCIDENT].whole != 0)
        *LIST_PUSH(ids->arena, ids) = row->cells[ACCOUNT_INCIDENT].whole;
    return true;
}

/* An account's key or the beginning of its id: the incident that it is of. */
static bool find_incidents(struct store *store, struct text id, struct ids *ids, struct error *error) {
    struct row_condition condition = {.column = ACCOUNT_KEY_HASH};
    struct row_query query = row_query_all();
    if (!id_range(id, &condition.low, &condition.high))
        condition.low = condition.high = key_hash_of(id);
    query.conditions = &condition;
    query.condition_count = 1;
    query.without = 1U << ACCOUNT_STORY | 1U << ACCOUNT_SKETCH;
    return store->database->calls->select(store->database, TABLE_ACCOUNTS, &query, note_incident, ids, error);
}

static bool select_incidents(struct listing *listing, const int64_t *ids, size_t id_count, struct error *error) {
    const struct store_filter *filter = listing->filter;
    struct row_condition conditions[4];
    struct row_query query = row_query_all();
    size_t count = 0;
    if (date_known(filter->since))
        conditions[count++] = (struct row_condition){INCIDENT_LAST_DAY, date_days(filter->since), INT32_MAX, NULL, 0};
    if (date_known(filter->until))
        conditions[count++] = (struct row_condition){INCIDENT_FIRST_DAY, -1000000, date_days(filter->until), NULL, 0};
    if (filter->changed_since > 0)
        conditions[count++] = (struct row_condition){INCIDENT_CHANGED, filter->changed_since + 1, INT64_MAX, NULL, 0};
    if (ids)
        conditions[count++] = (struct row_condition){INCIDENT_ID_HASH, 0, 0, ids, id_count};
    query.conditions = conditions;
    query.condition_count = count;
    query.bounds = bounds_is_empty(filter->bounds) ? filter->near_to : filter->bounds;
    return listing->store->database->calls->select(listing->store->database, TABLE_INCIDENTS, &query, take_incident,
                                                   listing, error);
}

static int by_number(const void *a, const void *b) {
    int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;
    return (one > other) - (one < other);
}

static bool list_named(struct listing *listing, struct error *error) {
    struct ids ids = {.arena = listing->arena};
    for (size_t i = 0; i < listing->filter->id_count; i++)
        if (!find_incidents(listing->store, listing->filter->ids[i], &ids, error))
            return false;
    size_t count = 0;
    if (ids.count > 1)
        qsort(ids.items, ids.count, sizeof *ids.items, by_number);
    for (size_t i = 0; i < ids.count; i++)
        if (i == 0 || ids.items[i] != ids.items[count - 1])
            ids.items[count++] = ids.items[i];
    for (size_t at = 0; at < count; at += LOOKUP_MOST)
        if (!select_incidents(listing, ids.items + at, count - at < LOOKUP_MOST ? count - at : LOOKUP_MOST, error))
            return false;
    return true;
}

static bool list_incidents(struct store *store, const struct store_filter *filter, struct arena *arena,
                           struct stored_list *list, struct error *error) {
    struct listing listing = {store, filter, arena, list};
    bool done = filter->id_count > 0 ? list_named(&listing, error) : select_incidents(&listing, NULL, 0, error);
    if (done && list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, by_date);
    return done;
}

/* Accounts of what was listed. */
struct gathering {
    struct arena *arena;
    struct stored_list *list;
    struct number_map places; /* of ids in the list */
};

static bool take_account(void *context, const struct row *row, struct error *error) {
    struct gathering *gathering = context;
    uint32_t place;
    if (!number_map_find(&gathering->places, row->cells[ACCOUNT_INCIDENT].whole, &place))
        return true;
    struct stored_incident *incident = &gathering->list->items[place];
    struct stored_account *accounts = ARENA_ARRAY(gathering->arena, struct stored_account, incident->account_count + 1);
    if (incident->account_count > 0)
        memcpy(accounts, incident->accounts, incident->account_count * sizeof *accounts);
    incident->accounts = accounts;
    return store_account_of(row, gathering->arena, &accounts[incident->account_count++], error);
}

static int by_key(const void *a, const void *b) {
    const struct stored_account *one = a, *other = b;
    return text_compare(one->account.key, other->account.key);
}

static bool gather_accounts(struct store *store, struct arena *arena, struct stored_list *list, struct error *error) {
    struct gathering gathering = {arena, list, {0}};
    int64_t *ids = ARENA_ARRAY(arena, int64_t, list->count + 1);
    for (size_t i = 0; i < list->count; i++) {
        int64_t unused;
        list->items[i].account_count = 0;
        if (id_range(list->items[i].id, &ids[i], &unused))
            number_map_set(&gathering.places, ids[i], (uint32_t)i, arena);
    }
    if (!store_select(store, TABLE_ACCOUNTS, ACCOUNT_INCIDENT, ids, list->count, 1U << ACCOUNT_SKETCH, take_account,
                      &gathering, error))
        return false;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].account_count > 1)
            qsort(list->items[i].accounts, list->items[i].account_count, sizeof *list->items[i].accounts, by_key);
    return true;
}

static bool list_whole(struct store *store, const struct store_filter *filter, struct arena *arena, bool accounts,
                       struct stored_list *list, struct error *error) {
    struct stored_list listed = {0};
    bool alone = store->mode == STORE_READ;
    if (alone && !store_begin(store, error))
        return false;
    bool done = list_incidents(store, filter, arena, &listed, error) &&
                (!accounts || gather_accounts(store, arena, &listed, error));
    if (alone)
        store->database->calls->rollback(store->database);
    if (done)
        *list = listed;
    return done;
}

bool store_list(struct store *store, const struct store_filter *filter, struct arena *arena, struct stored_list *list,
                struct error *error) {
    return list_whole(store, filter, arena, true, list, error);
}

bool store_incidents(struct store *store, const struct store_filter *filter, struct arena *arena,
                     struct stored_list *list, struct error *error) {
    return list_whole(store, filter, arena, false, list, error);
}

struct leaving {
    struct arena *arena;
    struct store_lefts *lefts;
};

static bool take_left(void *context, const struct row *row, struct error *error) {
    struct leaving *leaving = context;
    const struct cell *cells = row->cells;
    struct store_left left = {.id = text_copy(leaving->arena, cells[LEFT_ID].text),
                              .point = {cells[LEFT_LON].number, cells[LEFT_LAT].number},
                              .changed = cells[LEFT_CHANGED].whole};
    (void)error;
    if (!date_read(cells[LEFT_START].text, &left.date.start))
        left.date.start = (struct date){0};
    if (!date_read(cells[LEFT_END].text, &left.date.end))
        left.date.end = (struct date){0};
    *LIST_PUSH(leaving->arena, leaving->lefts) = left;
    return true;
}

bool store_left_since(struct store *store, int64_t change, struct arena *arena, struct store_lefts *lefts,
                      struct error *error) {
    struct row_condition condition = {LEFT_CHANGED, change + 1, INT64_MAX, NULL, 0};
    struct row_query query = row_query_all();
    struct leaving leaving = {arena, lefts};
    query.conditions = &condition;
    query.condition_count = 1;
    return store->database->calls->select(store->database, TABLE_LEFT, &query, take_left, &leaving, error);
}

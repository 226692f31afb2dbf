/* The incidents that groups of accounts make, written where they read otherwise than before. */
#include "store_parts.h"

#include "builder.h"
#include "incident_join.h"
#include "incident_text.h"
#include "list.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CIRCLE_POINTS = 48, NO_DAY = -10000000 };

/* Nodes of a group stand beside each other in `nodes`, by their keys. */
struct regrouping {
    struct store *store;
    struct arena *arena;
    uint32_t *nodes;
    size_t node_count;
    struct number_map changed; /* ids whose incident may read otherwise */
    struct number_map stored;  /* of account keys: which of `accounts` */
    struct {
        struct stored_account *items;
        size_t count, capacity;
    } accounts;
    struct number_map rows; /* of ids: which of `before` */
    struct {
        struct row *items;
        size_t count, capacity;
    } before;
};

static bool is_changed(const struct regrouping *regrouping, int64_t id) {
    uint32_t unused;
    return id != 0 && number_map_find(&regrouping->changed, id, &unused);
}

static void note_changed(struct regrouping *regrouping) {
    const struct node_list *visited = &regrouping->store->batch.visited;
    for (size_t i = 0; i < visited->count; i++) {
        const struct pool_node *node = &regrouping->store->pool.items[visited->items[i]];
        if (!node->regroups)
            continue;
        number_map_set(&regrouping->changed, node->group, 1, regrouping->arena);
        number_map_set(&regrouping->changed, node->incident, 1, regrouping->arena);
    }
}

/* qsort hands over no context: the keys stand beside the nodes. */
struct placed_node {
    int64_t group;
    struct text key;
    uint32_t node;
};

static int by_group(const void *a, const void *b) {
    const struct placed_node *one = a, *other = b;
    if (one->group != other->group)
        return one->group < other->group ? -1 : 1;
    return text_compare(one->key, other->key);
}

static void sort_nodes(struct regrouping *regrouping) {
    const struct store *store = regrouping->store;
    size_t count = store->batch.visited.count, kept = 0;
    struct placed_node *placed = ARENA_ARRAY(regrouping->arena, struct placed_node, count + 1);
    for (size_t i = 0; i < count; i++) {
        uint32_t index = store->batch.visited.items[i];
        const struct pool_node *node = &store->pool.items[index];
        if (is_changed(regrouping, node->group))
            placed[kept++] = (struct placed_node){node->group, node->key, index};
    }
    if (kept > 1)
        qsort(placed, kept, sizeof *placed, by_group);
    regrouping->nodes = ARENA_ARRAY(regrouping->arena, uint32_t, kept + 1);
    regrouping->node_count = kept;
    for (size_t i = 0; i < kept; i++)
        regrouping->nodes[i] = placed[i].node;
}

static bool take_account(void *context, const struct row *row, struct error *error) {
    struct regrouping *regrouping = context;
    struct stored_account *stored = LIST_PUSH(regrouping->arena, &regrouping->accounts);
    number_map_set(&regrouping->stored, row->cells[ACCOUNT_KEY_HASH].whole, (uint32_t)regrouping->accounts.count - 1,
                   regrouping->arena);
    return store_account_of(row, regrouping->arena, stored, error);
}

/* The texts of all members that are not of this change. */
static bool read_members(struct regrouping *regrouping, struct error *error) {
    int64_t *hashes = ARENA_ARRAY(regrouping->arena, int64_t, regrouping->node_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < regrouping->node_count; i++) {
        const struct pool_node *node = &regrouping->store->pool.items[regrouping->nodes[i]];
        if (node->pending == 0)
            hashes[count++] = node->key_hash;
    }
    return store_select(regrouping->store, TABLE_ACCOUNTS, ACCOUNT_KEY_HASH, hashes, count, 1U << ACCOUNT_SKETCH,
                        take_account, regrouping, error);
}

static bool take_before(void *context, const struct row *row, struct error *error) {
    struct regrouping *regrouping = context;
    struct row *copy = LIST_PUSH(regrouping->arena, &regrouping->before);
    struct lonlat *point = ARENA_NEW(regrouping->arena, struct lonlat);
    (void)error;
    *point = row->point_count > 0 ? row->points[0] : (struct lonlat){0, 0};
    *copy = (struct row){row->number, ARENA_ARRAY(regrouping->arena, struct cell, INCIDENT_COLUMNS), point, 1};
    for (size_t i = 0; i < INCIDENT_COLUMNS; i++) {
        copy->cells[i] = row->cells[i];
        copy->cells[i].text = text_copy(regrouping->arena, row->cells[i].text);
    }
    number_map_set(&regrouping->rows, row->cells[INCIDENT_ID_HASH].whole, (uint32_t)regrouping->before.count - 1,
                   regrouping->arena);
    return true;
}

/* How the incidents read so far. Those of accounts that are all new have no row. */
static bool read_before(struct regrouping *regrouping, struct error *error) {
    const struct node_list *visited = &regrouping->store->batch.visited;
    int64_t *ids = ARENA_ARRAY(regrouping->arena, int64_t, visited->count + 1);
    struct number_map wanted = {0};
    size_t count = 0;
    for (size_t i = 0; i < visited->count; i++) {
        int64_t id = regrouping->store->pool.items[visited->items[i]].incident;
        uint32_t unused;
        if (!is_changed(regrouping, id) || number_map_find(&wanted, id, &unused))
            continue;
        number_map_set(&wanted, id, 1, regrouping->arena);
        ids[count++] = id;
    }
    return store_select(regrouping->store, TABLE_INCIDENTS, INCIDENT_ID_HASH, ids, count, 0, take_before, regrouping,
                        error);
}

static const struct row *row_before(const struct regrouping *regrouping, int64_t id) {
    uint32_t index;
    return number_map_find(&regrouping->rows, id, &index) ? &regrouping->before.items[index] : NULL;
}

/* A group while it is written. */
struct joined {
    const struct account **accounts;
    uint32_t *nodes;
    size_t count;
    struct incident incident;
    int64_t revision;
    bool corrected, unsure, aggregated_only;
};

static const struct account *account_of(const struct regrouping *regrouping, uint32_t index) {
    const struct pool_node *node = &regrouping->store->pool.items[index];
    uint32_t stored;
    if (node->pending > 0)
        return &regrouping->store->batch.pending.items[node->pending - 1].account;
    return number_map_find(&regrouping->stored, node->key_hash, &stored) ? &regrouping->accounts.items[stored].account
                                                                         : NULL;
}

/* Whether an account may be of another incident, too: a link that is only suggested leads there. */
static bool is_unsure(const struct store *store, const struct pool_node *node) {
    for (size_t i = 0; i < node->edges.count; i++) {
        const struct pool_edge *edge = &node->edges.items[i];
        const struct pool_node *other = &store->pool.items[edge->other];
        int64_t group = other->visited ? other->group : other->incident;
        enum decision_what what;
        if (edge->suggested && pool_is_live(other) && group != node->group &&
            !decisions_of_pair(&store->decisions, node->key_hash, other->key_hash, &what))
            return true;
    }
    return false;
}

static bool concerns(const struct joined *joined, const struct store *store, int64_t key_hash) {
    for (size_t i = 0; i < joined->count; i++)
        if (store->pool.items[joined->nodes[i]].key_hash == key_hash)
            return true;
    return false;
}

/* What people corrected, in the order in which they did. */
static bool correct(const struct store *store, struct arena *arena, struct joined *joined, struct error *error) {
    bool any = false;
    for (size_t i = 0; i < joined->count; i++)
        any = any || decisions_concern(&store->decisions, store->pool.items[joined->nodes[i]].key_hash);
    for (size_t i = 0; any && i < store->decisions.count; i++) {
        const struct decision *decision = &store->decisions.items[i];
        if (decision->what != DECIDED_CORRECT || decision->undone || !concerns(joined, store, decision->key_hash))
            continue;
        if (!incident_text_correct(&joined->incident, decision->field, decision->value, NULL, arena, &joined->incident,
                                   error))
            return error_context(error, "correction %lld", (long long)decision->number);
        joined->corrected = true;
        joined->revision++;
    }
    return true;
}

static bool join_group(const struct regrouping *regrouping, size_t from, size_t to, struct joined *joined,
                       struct error *error) {
    const struct store *store = regrouping->store;
    *joined = (struct joined){.accounts = ARENA_ARRAY(regrouping->arena, const struct account *, to - from),
                              .nodes = regrouping->nodes + from,
                              .count = to - from};
    for (size_t i = from; i < to; i++) {
        const struct pool_node *node = &store->pool.items[regrouping->nodes[i]];
        const struct account *account = account_of(regrouping, regrouping->nodes[i]);
        if (!account)
            return error_set(error, ERROR_ENVIRONMENT, "the store is damaged: account %.*s is missing",
                             TEXT_ARGS(node->key));
        joined->accounts[i - from] = account;
        joined->revision += node->revision;
        joined->unsure = joined->unsure || is_unsure(store, node);
        joined->aggregated_only = joined->aggregated_only || account->aggregated_only;
    }
    int64_t id = store->pool.items[joined->nodes[0]].group;
    joined->incident =
        incident_join(joined->accounts, joined->count, key_hash_write(id, regrouping->arena), regrouping->arena);
    return correct(store, regrouping->arena, joined, error);
}

static struct text party_words(const struct incident *incident, struct arena *arena) {
    struct builder list = builder_new(arena);
    for (size_t i = 0; i < incident->party_count; i++) {
        const struct incident_party *party = &incident->parties[i];
        builder_add_c(&list, i ? "; " : "");
        builder_add(&list, party->ref.size > 0 ? party->ref : party->name);
    }
    return builder_text(&list);
}

static struct text source_words(const struct joined *joined, struct arena *arena) {
    struct builder list = builder_new(arena);
    for (size_t i = 0; i < joined->count; i++) {
        const struct account *account = joined->accounts[i];
        struct text name = account->incident.source.publisher;
        name = name.size > 0 ? name : account->provider;
        if (text_find(builder_text(&list), name, 0) <= builder_text(&list).size)
            continue;
        builder_add_c(&list, list.count > 0 ? "; " : "");
        builder_add(&list, name);
    }
    return builder_text(&list);
}

static struct cell words(struct text text) {
    return (struct cell){.text = text};
}

static struct cell whole(int64_t value) {
    return (struct cell){.whole = value, .given = true};
}

static struct cell count_cell(int64_t count) {
    return (struct cell){.whole = count, .given = count >= 0};
}

static struct date full_day(struct date date, bool last) {
    if (!date_known(date))
        return date;
    date.month = date.month ? date.month : last ? 12 : 1;
    date.day = date.day ? date.day : last ? date_month_length(date.year, date.month) : 1;
    return date;
}

static void fill_when(struct cell *cells, const struct incident_date *date, struct arena *arena) {
    struct date start = full_day(date->start, false);
    struct date end = full_day(date_known(date->end) ? date->end : date->start, true);
    cells[INCIDENT_DATE] = words(store_date_words(date, arena));
    cells[INCIDENT_START].day = start;
    cells[INCIDENT_END].day = end;
    cells[INCIDENT_FIRST_DAY] = whole(date_known(start) ? date_days(start) : NO_DAY);
    cells[INCIDENT_LAST_DAY] = whole(date_known(end) ? date_days(end) : NO_DAY);
}

static void fill_where(struct cell *cells, const struct incident *incident) {
    cells[INCIDENT_PLACE] = words(incident->place.name);
    cells[INCIDENT_PLACE_REF] = words(incident->place.ref);
    cells[INCIDENT_COUNTRIES] = words(incident->place.countries);
    cells[INCIDENT_PRECISION] = words(text_of(place_precision_name(incident->precision)));
    cells[INCIDENT_PRECISION_KM] = (struct cell){.number = incident->precision_km, .given = true};
}

static void fill_counts(struct cell *cells, const struct incident *incident) {
    cells[INCIDENT_KILLED_LOW] = count_cell(incident->killed.low);
    cells[INCIDENT_KILLED_HIGH] = count_cell(incident->killed.high);
    cells[INCIDENT_WOUNDED_LOW] = count_cell(incident->wounded.low);
    cells[INCIDENT_WOUNDED_HIGH] = count_cell(incident->wounded.high);
}

static void fill_incident(struct cell *cells, const struct joined *joined, int64_t id, struct arena *arena) {
    const struct incident *incident = &joined->incident;
    const struct account *best = incident_join_best(joined->accounts, joined->count);
    cells[INCIDENT_ID] = words(incident->id);
    cells[INCIDENT_KIND] = words(text_of(incident_kind_name(incident->kind)));
    cells[INCIDENT_STATUS] = words(text_of(incident_status_name(incident->status)));
    fill_when(cells, &incident->date, arena);
    fill_where(cells, incident);
    fill_counts(cells, incident);
    cells[INCIDENT_PARTIES] = words(party_words(incident, arena));
    cells[INCIDENT_WORDS] = words(best->text.size > 0 ? best->text : incident->sentence.text);
    cells[INCIDENT_SOURCES] = words(source_words(joined, arena));
    cells[INCIDENT_ACCOUNTS] = whole((int64_t)joined->count);
    cells[INCIDENT_REVISION] = whole(joined->revision);
    cells[INCIDENT_CONFIDENCE] = (struct cell){.number = incident->confidence, .given = true};
    cells[INCIDENT_CORRECTED] = whole(joined->corrected);
    cells[INCIDENT_UNSURE] = whole(joined->unsure);
    cells[INCIDENT_AGGREGATED_ONLY] = whole(joined->aggregated_only);
    cells[INCIDENT_ID_HASH] = whole(id);
    cells[INCIDENT_STORY] = words(incident_text_write(incident, arena));
}

static bool reads_the_same(const struct cell *cells, const struct row *before) {
    static const int numbers[] = {INCIDENT_REVISION, INCIDENT_ACCOUNTS, INCIDENT_UNSURE, INCIDENT_CORRECTED};
    bool same = text_equal(cells[INCIDENT_STORY].text, before->cells[INCIDENT_STORY].text) &&
                text_equal(cells[INCIDENT_SOURCES].text, before->cells[INCIDENT_SOURCES].text);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        same = same && cells[numbers[i]].whole == before->cells[numbers[i]].whole;
    return same;
}

static bool add_left(struct store *store, const struct row *before, struct error *error) {
    const struct cell *cells = before->cells;
    struct cell left[LEFT_COLUMNS] = {[LEFT_ID] = cells[INCIDENT_ID],
                                      [LEFT_LAT] = {.number = before->points[0].lat, .given = true},
                                      [LEFT_LON] = {.number = before->points[0].lon, .given = true},
                                      [LEFT_START] = words(date_write(store->batch.arena, cells[INCIDENT_START].day)),
                                      [LEFT_END] = words(date_write(store->batch.arena, cells[INCIDENT_END].day)),
                                      [LEFT_CHANGED] = whole(store->change)};
    struct row row = {.cells = left};
    return store->database->calls->add(store->database, TABLE_LEFT, &row, error);
}

struct removal {
    struct arena *arena;
    struct {
        int64_t *items;
        size_t count, capacity;
    } rows;
};

static bool note_row(void *context, const struct row *row, struct error *error) {
    struct removal *removal = context;
    (void)error;
    *LIST_PUSH(removal->arena, &removal->rows) = row->number;
    return true;
}

static bool remove_shapes(struct store *store, enum store_table table, int64_t id, struct error *error) {
    struct removal removal = {.arena = store->batch.arena};
    if (!store_select(store, table, SHAPE_ID_HASH, &id, 1, 0, note_row, &removal, error))
        return false;
    for (size_t i = 0; i < removal.rows.count; i++)
        if (!store->database->calls->remove(store->database, table, removal.rows.items[i], error))
            return false;
    return true;
}

/* The circle in which it lies, where that is more than a town. */
static bool write_area(struct store *store, const struct incident *incident, struct cell *cells, struct error *error) {
    struct lonlat ring[CIRCLE_POINTS + 1];
    if (incident->precision == PRECISION_UNKNOWN || incident->precision_km < SKETCH_COARSE_KM / 5.0)
        return true;
    for (size_t i = 0; i < CIRCLE_POINTS; i++)
        ring[i] = lonlat_offset(incident->point, -360.0 * (double)i / CIRCLE_POINTS, incident->precision_km);
    ring[CIRCLE_POINTS] = ring[0];
    struct row row = {.cells = cells, .points = ring, .point_count = CIRCLE_POINTS + 1};
    return store->database->calls->add(store->database, TABLE_INCIDENT_AREAS, &row, error);
}

static bool write_line(struct store *store, const struct incident *incident, struct cell *cells, struct error *error) {
    struct lonlat line[] = {incident->movement.from.point, incident->movement.to.point};
    struct row row = {.cells = cells, .points = line, .point_count = 2};
    return !incident->movement.told || store->database->calls->add(store->database, TABLE_INCIDENT_LINES, &row, error);
}

static bool write_shapes(struct store *store, const struct cell *incident_cells, const struct incident *incident,
                         bool before, struct error *error) {
    struct cell cells[SHAPE_COLUMNS] = {[SHAPE_ID] = incident_cells[INCIDENT_ID],
                                        [SHAPE_KIND] = incident_cells[INCIDENT_KIND],
                                        [SHAPE_DATE] = incident_cells[INCIDENT_DATE],
                                        [SHAPE_PLACE] = incident_cells[INCIDENT_PLACE],
                                        [SHAPE_ID_HASH] = incident_cells[INCIDENT_ID_HASH]};
    int64_t id = incident_cells[INCIDENT_ID_HASH].whole;
    if (before && (!remove_shapes(store, TABLE_INCIDENT_AREAS, id, error) ||
                   !remove_shapes(store, TABLE_INCIDENT_LINES, id, error)))
        return false;
    return write_area(store, incident, cells, error) && write_line(store, incident, cells, error);
}

static bool moved(const struct incident *incident, const struct cell *cells, const struct row *before) {
    return fabs(incident->point.lat - before->points[0].lat) > 1e-7 ||
           fabs(incident->point.lon - before->points[0].lon) > 1e-7 ||
           !date_equal(cells[INCIDENT_START].day, before->cells[INCIDENT_START].day) ||
           !date_equal(cells[INCIDENT_END].day, before->cells[INCIDENT_END].day);
}

static bool write_group(struct regrouping *regrouping, size_t from, size_t to, struct error *error) {
    struct store *store = regrouping->store;
    struct joined joined;
    struct cell cells[INCIDENT_COLUMNS] = {{{NULL, 0}, 0, 0, {0, 0, 0}, false}};
    if (!join_group(regrouping, from, to, &joined, error))
        return false;
    int64_t id = store->pool.items[joined.nodes[0]].group;
    fill_incident(cells, &joined, id, regrouping->arena);
    const struct row *before = row_before(regrouping, id);
    if (before && reads_the_same(cells, before))
        return true;
    cells[INCIDENT_CHANGED] = whole(store->change);
    struct row row = {.number = before ? before->number : 0,
                      .cells = cells,
                      .points = &joined.incident.point,
                      .point_count = joined.incident.precision != PRECISION_UNKNOWN};
    if (before && moved(&joined.incident, cells, before) && !add_left(store, before, error))
        return false;
    return (before ? store->database->calls->replace(store->database, TABLE_INCIDENTS, &row, error)
                   : store->database->calls->add(store->database, TABLE_INCIDENTS, &row, error)) &&
           write_shapes(store, cells, &joined.incident, before != NULL, error);
}

/* Incidents that have no account any more. */
static bool remove_empty(struct regrouping *regrouping, struct error *error) {
    struct store *store = regrouping->store;
    struct number_map alive = {0};
    for (size_t i = 0; i < regrouping->node_count; i++)
        number_map_set(&alive, store->pool.items[regrouping->nodes[i]].group, 1, regrouping->arena);
    for (size_t i = 0; i < regrouping->before.count; i++) {
        const struct row *before = &regrouping->before.items[i];
        int64_t id = before->cells[INCIDENT_ID_HASH].whole;
        uint32_t unused;
        if (number_map_find(&alive, id, &unused))
            continue;
        if (!add_left(store, before, error) || !remove_shapes(store, TABLE_INCIDENT_AREAS, id, error) ||
            !remove_shapes(store, TABLE_INCIDENT_LINES, id, error) ||
            !store->database->calls->remove(store->database, TABLE_INCIDENTS, before->number, error))
            return false;
    }
    return true;
}

bool store_write_incidents(struct store *store, struct error *error) {
    struct regrouping regrouping = {.store = store, .arena = store->batch.arena};
    note_changed(&regrouping);
    sort_nodes(&regrouping);
    if (!read_members(&regrouping, error) || !read_before(&regrouping, error) || !remove_empty(&regrouping, error))
        return false;
    for (size_t from = 0, to; from < regrouping.node_count; from = to) {
        int64_t group = store->pool.items[regrouping.nodes[from]].group;
        for (to = from + 1; to < regrouping.node_count && store->pool.items[regrouping.nodes[to]].group == group;)
            to++;
        if (!write_group(&regrouping, from, to, error))
            return false;
    }
    return true;
}

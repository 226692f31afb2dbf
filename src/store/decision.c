#include "decision.h"

#include "list.h"
#include "store_tables.h"

#include <stdlib.h>

const char *decision_what_name(enum decision_what what) {
    static const char *const names[DECISION_WHATS] = {"link", "unlink", "correct", "remove", "forget"};
    return names[what];
}

static bool find_what(struct text name, enum decision_what *what) {
    for (int i = 0; i < DECISION_WHATS; i++)
        if (text_is(name, decision_what_name((enum decision_what)i))) {
            *what = (enum decision_what)i;
            return true;
        }
    return false;
}

struct reading {
    struct decisions *decisions;
    struct arena *arena;
};

static struct decision from_cells(const struct row *row, struct arena *arena) {
    const struct cell *cells = row->cells;
    return (struct decision){.number = cells[DECISION_NUMBER].whole,
                             .key = text_copy(arena, cells[DECISION_KEY].text),
                             .other = text_copy(arena, cells[DECISION_OTHER].text),
                             .field = text_copy(arena, cells[DECISION_FIELD].text),
                             .value = text_copy(arena, cells[DECISION_VALUE].text),
                             .why = text_copy(arena, cells[DECISION_WHY].text),
                             .by = text_copy(arena, cells[DECISION_BY].text),
                             .undone = cells[DECISION_UNDONE].whole != 0,
                             .key_hash = cells[DECISION_KEY_HASH].whole,
                             .other_hash = cells[DECISION_OTHER_HASH].whole,
                             .change = cells[DECISION_CHANGE].whole,
                             .row = row->number};
}

static bool read_row(void *context, const struct row *row, struct error *error) {
    struct reading *reading = context;
    struct decision decision = from_cells(row, reading->arena);
    if (!find_what(row->cells[DECISION_WHAT].text, &decision.what))
        return error_set(error, ERROR_ENVIRONMENT, "the store has a decision '%.*s' that this program does not know",
                         TEXT_ARGS(row->cells[DECISION_WHAT].text));
    *LIST_PUSH(reading->arena, reading->decisions) = decision;
    return true;
}

static int by_number(const void *a, const void *b) {
    const struct decision *one = a, *other = b;
    return (one->number > other->number) - (one->number < other->number);
}

static void note_concerned(struct decisions *decisions, const struct decision *decision, struct arena *arena) {
    number_map_set(&decisions->concerned, decision->key_hash, 1, arena);
    if (decision->other_hash != 0)
        number_map_set(&decisions->concerned, decision->other_hash, 1, arena);
}

bool decisions_read(struct database *database, struct arena *arena, struct decisions *decisions, struct error *error) {
    struct decisions read = {0};
    struct reading reading = {&read, arena};
    struct row_query all = row_query_all();
    if (!database->calls->select(database, TABLE_DECISIONS, &all, read_row, &reading, error))
        return false;
    if (read.count > 1)
        qsort(read.items, read.count, sizeof *read.items, by_number);
    for (size_t i = 0; i < read.count; i++)
        note_concerned(&read, &read.items[i], arena);
    *decisions = read;
    return true;
}

bool decision_add(struct database *database, struct decisions *decisions, struct decision *decision, int64_t change,
                  struct arena *arena, struct error *error) {
    size_t count = decisions->count;
    decision->number = count > 0 ? decisions->items[count - 1].number + 1 : 1;
    struct cell cells[DECISION_COLUMNS] = {[DECISION_NUMBER] = {.whole = decision->number, .given = true},
                                           [DECISION_WHAT] = {.text = text_of(decision_what_name(decision->what))},
                                           [DECISION_KEY] = {.text = decision->key},
                                           [DECISION_OTHER] = {.text = decision->other},
                                           [DECISION_FIELD] = {.text = decision->field},
                                           [DECISION_VALUE] = {.text = decision->value},
                                           [DECISION_WHY] = {.text = decision->why},
                                           [DECISION_BY] = {.text = decision->by},
                                           [DECISION_UNDONE] = {.whole = 0, .given = true},
                                           [DECISION_KEY_HASH] = {.whole = decision->key_hash, .given = true},
                                           [DECISION_OTHER_HASH] = {.whole = decision->other_hash, .given = true},
                                           [DECISION_CHANGE] = {.whole = change, .given = true}};
    struct row row = {.cells = cells};
    if (!database->calls->add(database, TABLE_DECISIONS, &row, error))
        return false;
    decision->row = row.number;
    decision->change = change;
    *LIST_PUSH(arena, decisions) = *decision;
    note_concerned(decisions, decision, arena);
    return true;
}

bool decisions_concern(const struct decisions *decisions, int64_t key_hash) {
    uint32_t unused;
    return number_map_find(&decisions->concerned, key_hash, &unused);
}

bool decisions_remove(const struct decisions *decisions, int64_t key_hash) {
    if (!decisions_concern(decisions, key_hash))
        return false;
    for (size_t i = 0; i < decisions->count; i++) {
        const struct decision *decision = &decisions->items[i];
        bool removes = decision->what == DECIDED_REMOVE || decision->what == DECIDED_FORGET;
        if (removes && !decision->undone && decision->key_hash == key_hash)
            return true;
    }
    return false;
}

bool decisions_of_pair(const struct decisions *decisions, int64_t a, int64_t b, enum decision_what *what) {
    bool found = false;
    if (!decisions_concern(decisions, a) || !decisions_concern(decisions, b))
        return false;
    for (size_t i = 0; i < decisions->count; i++) {
        const struct decision *decision = &decisions->items[i];
        bool pair = (decision->key_hash == a && decision->other_hash == b) ||
                    (decision->key_hash == b && decision->other_hash == a);
        if (!pair || decision->undone || decision->what > DECIDED_UNLINK)
            continue;
        *what = decision->what;
        found = true;
    }
    return found;
}

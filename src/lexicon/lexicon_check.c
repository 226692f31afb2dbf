#include "lexicon_check.h"

#include "arena.h"

#include <stdlib.h>

enum { COLUMNS_MOST = 4 };

/* A kind of table: its columns in their order, how many of the first must not be empty, and whether rows of the same
 * first cell exclude each other. */
struct kind {
    const char *name;
    const char *columns[COLUMNS_MOST + 1];
    size_t needed;
    bool unique;
};

static const struct kind kinds[] = {
    {"border", {"class", "text"}, 2, false},
    {"casualties", {"pattern", "role", "value"}, 2, false},
    {"claims", {"pattern", "role", "value"}, 2, false},
    {"context", {"class", "text"}, 2, false},
    {"dates", {"pattern", "role", "value"}, 2, false},
    {"demonyms", {"ref", "use", "text"}, 3, false},
    {"endings", {"kind", "ending", "replacement", "minimum"}, 1, false},
    {"events", {"pattern", "role", "value"}, 2, false},
    {"letters", {"from", "to"}, 1, true},
    {"movement", {"pattern", "role", "value"}, 2, false},
    {"names", {"text"}, 1, false},
    {"numbers", {"pattern", "role", "value"}, 2, false},
    {"phrases", {"key", "text"}, 1, true},
    {"places", {"pattern", "role", "value"}, 2, false},
    {"weapons", {"pattern", "role", "value"}, 2, false},
    {"status", {"pattern", "role", "value"}, 2, false},
    {"stop", {"text"}, 1, false},
    {"times", {"pattern", "role", "value"}, 2, false},
    {"titles", {"class", "text"}, 2, false},
    {"transcription", {"from", "to", "place"}, 1, false},
};

/* Of a table of another name only the rows are judged. */
static const struct kind other = {"", {NULL}, 1, false};

static const struct kind *kind_of(struct text name) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_is(name, kinds[i].name))
            return &kinds[i];
    return NULL;
}

static bool bad_row(const struct table *table, size_t row, const char *what, struct text cell, struct error *error) {
    return error_set(error, ERROR_ENVIRONMENT, "%.*s: line %zu: %s '%.*s'", TEXT_ARGS(table->name), table->lines[row],
                     what, TEXT_ARGS(cell));
}

static bool check_columns(const struct kind *kind, const struct table *table, struct error *error) {
    size_t count = 0;
    while (kind->columns[count])
        count++;
    bool right = table->column_count == count;
    for (size_t i = 0; right && i < count; i++)
        right = text_is(table->columns[i], kind->columns[i]);
    return right || error_set(error, ERROR_ENVIRONMENT, "%.*s: its header is not that of a table \"%s\": %s%s%s …",
                              TEXT_ARGS(table->name), kind->name, kind->columns[0], count > 1 ? ", " : "",
                              count > 1 ? kind->columns[1] : "");
}

static bool check_row(const struct kind *kind, const struct table *table, size_t row, struct error *error) {
    for (size_t i = 0; i < table->column_count; i++) {
        struct text cell = table_cell(table, row, i);
        if (i < kind->needed && text_trim(cell).size == 0)
            return bad_row(table, row, "there is nothing in the column", table->columns[i], error);
        if (!text_is_utf8(cell, NULL))
            return bad_row(table, row, "not valid UTF-8 in the column", table->columns[i], error);
    }
    return true;
}

struct keyed_row {
    struct text key;
    size_t row;
};

static int compare_keys(const void *a, const void *b) {
    const struct keyed_row *x = a, *y = b;
    int order = text_compare(x->key, y->key);
    return order ? order : x->row < y->row ? -1 : x->row > y->row;
}

static bool check_unique(const struct table *table, struct arena *arena, struct error *error) {
    struct keyed_row *rows = ARENA_ARRAY(arena, struct keyed_row, table->row_count + 1);
    for (size_t i = 0; i < table->row_count; i++)
        rows[i] = (struct keyed_row){table_cell(table, i, 0), i};
    qsort(rows, table->row_count, sizeof *rows, compare_keys);
    for (size_t i = 1; i < table->row_count; i++)
        if (text_equal(rows[i].key, rows[i - 1].key))
            return bad_row(table, rows[i].row, "stands there a second time:", rows[i].key, error);
    return true;
}

bool lexicon_check_table(struct text name, const struct table *table, struct arena *arena, struct error *error) {
    const struct kind *kind = kind_of(name);
    if (!kind)
        kind = &other;
    if (table->column_count == 0) /* nothing but remarks */
        return true;
    bool right = kind == &other || check_columns(kind, table, error);
    for (size_t i = 0; right && i < table->row_count; i++)
        right = check_row(kind, table, i, error);
    return right && (!kind->unique || check_unique(table, arena, error));
}

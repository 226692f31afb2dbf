#include "status.h"

#include "file.h"
#include "list.h"
#include "table.h"

static const char *const class_names[BORDER_CLASSES] = {
    [BORDER_INTERNATIONAL] = "international",
    [BORDER_UNDELIMITED] = "undelimited",
    [BORDER_DISPUTED] = "disputed",
    [BORDER_CONTROL] = "line_of_control",
    [BORDER_CEASEFIRE] = "ceasefire",
    [BORDER_CONTACT] = "contact",
    [BORDER_CLAIM] = "claim",
    [BORDER_ADMINISTRATIVE] = "administrative",
};

enum border_class border_class_read(struct text word) {
    for (int i = 0; i < BORDER_CLASSES; i++)
        if (text_is(word, class_names[i]))
            return (enum border_class)i;
    return BORDER_INTERNATIONAL;
}

const char *border_class_name(enum border_class class) {
    return class_names[class];
}

/* Cells of one row by the name of their column; empty where the table has no such column. */
static struct text cell(const struct table *table, size_t row, const char *name) {
    size_t column;
    return table_column(table, name, &column, NULL) ? table_cell(table, row, column) : TEXT_NONE;
}

static bool cell_date(const struct table *table, size_t row, const char *name, struct date *date, struct error *error) {
    struct text value = cell(table, row, name);
    *date = (struct date){0, 0, 0};
    if (value.size == 0 || date_read(value, date))
        return true;
    return error_set(error, ERROR_ENVIRONMENT, "%.*s: line %zu: '%.*s' in column %s is no date", TEXT_ARGS(table->name),
                     table->lines[row], TEXT_ARGS(value), name);
}

static bool read_span(const struct table *table, size_t row, struct date *from, struct date *to, struct error *error) {
    return cell_date(table, row, "from", from, error) && cell_date(table, row, "to", to, error);
}

static bool read_table(const struct geodata *geodata, const char *name, struct arena *arena, struct table *table,
                       struct error *error) {
    const char *path = geodata_path(geodata, arena, name);
    *table = (struct table){0};
    return !file_exists(path) || table_read_file(path, arena, table, error);
}

static struct border_status border_row(const struct table *table, size_t row) {
    return (struct border_status){.ref = cell(table, row, "ref"),
                                  .name = cell(table, row, "name"),
                                  .a = cell(table, row, "a"),
                                  .b = cell(table, row, "b"),
                                  .class = border_class_read(cell(table, row, "class")),
                                  .part = cell(table, row, "part"),
                                  .sentence = cell(table, row, "status"),
                                  .source = cell(table, row, "source")};
}

static bool read_borders(const struct geodata *geodata, struct arena *arena, struct status *status,
                         struct error *error) {
    struct table borders, lines;
    if (!read_table(geodata, "curated/border_status.tsv", arena, &borders, error) ||
        !read_table(geodata, "curated/lines.tsv", arena, &lines, error))
        return false;
    for (size_t i = 0; i < borders.row_count; i++) {
        struct border_status *row = LIST_PUSH(arena, &status->borders);
        *row = border_row(&borders, i);
        if (!read_span(&borders, i, &row->from, &row->to, error))
            return false;
    }
    for (size_t i = 0; i < lines.row_count; i++) {
        struct border_status *row = LIST_PUSH(arena, &status->lines);
        *row = border_row(&lines, i);
        if (!read_span(&lines, i, &row->from, &row->to, error))
            return false;
    }
    return true;
}

/* Areas of their own, and countries and regions whose status needs a word. */
static bool read_areas(const struct geodata *geodata, const char *name, struct arena *arena, struct status *status,
                       struct error *error) {
    struct table table;
    if (!read_table(geodata, name, arena, &table, error))
        return false;
    for (size_t i = 0; i < table.row_count; i++) {
        struct area_status *row = LIST_PUSH(arena, &status->areas);
        *row = (struct area_status){.ref = cell(&table, i, "ref"),
                                    .name = cell(&table, i, "name"),
                                    .kind = cell(&table, i, "kind"),
                                    .parents = cell(&table, i, "parents"),
                                    .sentence = cell(&table, i, "status"),
                                    .administered_by = cell(&table, i, "administered_by"),
                                    .claimed_by = cell(&table, i, "claimed_by"),
                                    .source = cell(&table, i, "source"),
                                    .part_of = cell(&table, i, "part_of")};
        if (!read_span(&table, i, &row->from, &row->to, error))
            return false;
    }
    return true;
}

static bool read_coverage(const struct geodata *geodata, struct arena *arena, struct status *status,
                          struct error *error) {
    struct table table;
    if (!read_table(geodata, "curated/coverage.tsv", arena, &table, error))
        return false;
    for (size_t i = 0; i < table.row_count; i++)
        if (text_is(cell(&table, i, "what"), "borders") && !cell_date(&table, i, "from", &status->begin, error))
            return false;
    return true;
}

static bool read_changes(const struct geodata *geodata, struct arena *arena, struct status *status,
                         struct error *error) {
    struct table table;
    if (!read_table(geodata, "curated/line_changes.tsv", arena, &table, error))
        return false;
    for (size_t i = 0; i < table.row_count; i++) {
        struct line_change *change = LIST_PUSH(arena, &status->changes);
        *change = (struct line_change){.ref = cell(&table, i, "ref")};
        if (!cell_date(&table, i, "date", &change->date, error))
            return false;
    }
    return true;
}

bool status_read(const struct geodata *geodata, struct arena *arena, struct status *status, struct error *error) {
    struct status result = {0};
    if (!read_borders(geodata, arena, &result, error) ||
        !read_areas(geodata, "curated/areas.tsv", arena, &result, error) ||
        !read_areas(geodata, "curated/special_status.tsv", arena, &result, error) ||
        !read_coverage(geodata, arena, &result, error) || !read_changes(geodata, arena, &result, error))
        return false;
    *status = result;
    return true;
}

bool status_holds(struct date from, struct date to, struct date date) {
    if (!date_known(date))
        return !date_known(to);
    bool begun = !date_known(from) || date_compare(from, date) <= 0;
    return begun && (!date_known(to) || date_compare(date, to) < 0);
}

static struct date written_date(struct text text) {
    struct date date = {0, 0, 0};
    return date_read(text, &date) ? date : (struct date){0, 0, 0};
}

bool status_holds_written(struct text from, struct text to, struct date date) {
    return status_holds(written_date(from), written_date(to), date);
}

/* The row that holds; one for the whole before one for a part. */
static const struct border_status *find_border(const struct border_status *rows, size_t count, struct text ref,
                                               struct date date) {
    const struct border_status *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!text_equal(rows[i].ref, ref) || !status_holds(rows[i].from, rows[i].to, date))
            continue;
        if (!found || (found->part.size > 0 && rows[i].part.size == 0))
            found = &rows[i];
    }
    return found;
}

bool status_is_unstated(const struct status *status, struct text ref, struct date date) {
    bool later = false;
    for (size_t i = 0; i < status->borders.count && date_known(date); i++) {
        const struct border_status *row = &status->borders.items[i];
        later = later || (text_equal(row->ref, ref) && date_known(row->from) && date_compare(date, row->from) < 0);
    }
    return later && !status_of_border(status, ref, date);
}

struct date status_line_changed(const struct status *status, struct text ref, struct date date) {
    struct date changed = {0, 0, 0};
    for (size_t i = 0; i < status->changes.count; i++) {
        const struct line_change *change = &status->changes.items[i];
        if (text_equal(change->ref, ref) && (!date_known(date) || date_compare(change->date, date) <= 0))
            changed = change->date;
    }
    return changed;
}

const struct border_status *status_drawn_of_border(const struct status *status, struct text ref, struct date date) {
    struct date latest = {0, 0, 0};
    return status_of_border(status, ref, status_is_unstated(status, ref, date) ? latest : date);
}

const struct border_status *status_of_border(const struct status *status, struct text ref, struct date date) {
    return find_border(status->borders.items, status->borders.count, ref, date);
}

const struct border_status *status_of_line(const struct status *status, struct text ref, struct date date) {
    return find_border(status->lines.items, status->lines.count, ref, date);
}

const struct area_status *status_of_area(const struct status *status, struct text ref, struct date date) {
    for (size_t i = 0; i < status->areas.count; i++) {
        const struct area_status *row = &status->areas.items[i];
        if (text_equal(row->ref, ref) && status_holds(row->from, row->to, date))
            return row;
    }
    return NULL;
}

bool area_is_contested(const struct area_status *area) {
    static const char *const kinds[] = {"breakaway", "occupied", "disputed", "annexed", "buffer"};
    if (text_is(area->kind, "unclaimed"))
        return true;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (text_is(area->kind, kinds[i]))
            return area->claimed_by.size > 0 || area->part_of.size > 0;
    return false;
}

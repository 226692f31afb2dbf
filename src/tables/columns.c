#include "columns.h"

#include "hxl.h"

#include <stdio.h>

enum { HEADER_ROWS = 25 };

struct text column_name(struct text cell, struct arena *arena) {
    struct text trimmed = text_trim(cell);
    char *name = text_c(arena, trimmed);
    for (char *c = name; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c == ' ' || *c == '-' ? '_' : *c);
    return text_of(name);
}

/* The tags of HXL, if they stand below the header; the reader is behind them then. */
static const struct text *find_tags(struct csv *csv, size_t width, struct arena *arena) {
    struct csv_row row;
    for (int i = 0; i < HEADER_ROWS && csv_next(csv, arena, &row); i++) {
        if (row.count != width || !hxl_is_tags(row.cells, row.count))
            continue;
        struct text *tags = ARENA_ARRAY(arena, struct text, width);
        for (size_t k = 0; k < width; k++)
            tags[k] = row.cells[k];
        return tags;
    }
    return NULL;
}

bool columns_sight(struct text content, char separator, struct arena *arena, struct table_sight *sight) {
    struct csv csv = csv_new(content, separator ? separator : csv_separator(content), arena);
    struct csv_row row;
    if (!csv_next(&csv, arena, &row) || row.torn || row.count < 2)
        return false;
    struct text *header = ARENA_ARRAY(arena, struct text, row.count),
                *cells = ARENA_ARRAY(arena, struct text, row.count);
    for (size_t i = 0; i < row.count; i++) {
        header[i] = column_name(row.cells[i], arena);
        cells[i] = row.cells[i];
    }
    sight->header = header;
    sight->header_count = row.count;
    sight->tags_first = hxl_is_tags(cells, row.count);
    sight->tags = sight->tags_first ? cells : find_tags(&csv, row.count, arena);
    return true;
}

/* Which field each column is; the first column of a field counts, and of several names for one, the first name. */
struct column_fields {
    enum row_field *fields;
    size_t count;
};

static void take_column(struct table_reading *reading, struct column_fields *into, size_t column, enum row_field field,
                        struct text name) {
    if (field >= ROW_FIELDS || reading->columns[field].size > 0)
        return;
    into->fields[column] = field;
    reading->columns[field] = text_copy(reading->arena, name);
}

static size_t find_column(const struct text *header, size_t count, struct text name) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(header[i], name))
            return i;
    return count;
}

/* By the names that a dialect has for them. */
static void name_columns(struct table_reading *reading, const struct text *header, const struct text *names,
                         struct column_fields *into) {
    for (const struct dialect_column *known = reading->dialect->columns; known && known->name; known++) {
        size_t column = find_column(header, into->count, text_of(known->name));
        if (column < into->count)
            take_column(reading, into, column, known->field, names[column]);
    }
}

static void number_columns(struct table_reading *reading, struct column_fields *into) {
    for (const struct dialect_column *known = reading->dialect->columns; known->name; known++) {
        size_t column = 0;
        for (const char *c = known->name; *c; c++)
            column = column * 10 + (size_t)(*c - '0');
        struct text name = text_format(reading->arena, "column %zu", column + 1);
        if (column < into->count)
            take_column(reading, into, column, known->field, name);
    }
}

/* By the user's map; names as they stand in the header, or without regard to case. */
static bool map_columns(struct table_reading *reading, const struct text *header, const struct text *names,
                        struct column_fields *into, struct error *error) {
    for (int field = 0; field < ROW_FIELDS; field++) {
        struct text wanted = reading->map->columns[field];
        if (wanted.size == 0)
            continue;
        size_t column = find_column(names, into->count, wanted);
        if (column == into->count)
            column = find_column(header, into->count, column_name(wanted, reading->arena));
        if (column == into->count)
            return error_set(error, ERROR_INPUT, "the column map wants a column '%.*s', which the header does not have",
                             (int)(wanted.size < 60 ? wanted.size : 60), wanted.data);
        into->fields[column] = (enum row_field)field;
        reading->columns[field] = text_copy(reading->arena, wanted);
    }
    return true;
}

static bool assign(struct table_reading *reading, const struct table_sight *sight, const struct text *names,
                   struct column_fields *into, struct error *error) {
    into->count = sight->header_count;
    into->fields = ARENA_ARRAY(reading->arena, enum row_field, into->count + 1);
    for (size_t i = 0; i < into->count; i++)
        into->fields[i] = ROW_FIELDS;
    if (reading->map)
        return map_columns(reading, sight->header, names, into, error);
    if (reading->dialect->traits & TABLE_HEADERLESS)
        number_columns(reading, into);
    else if (reading->dialect == &dialect_hxl)
        for (size_t i = 0; i < into->count; i++)
            take_column(reading, into, i, hxl_field(sight->tags[i]), names[i]);
    else
        name_columns(reading, sight->header, names, into);
    return true;
}

static bool take_row(struct table_reading *reading, const struct column_fields *columns, const struct csv_row *row,
                     struct error *error) {
    struct table_row taken = {.line = row->line};
    if (row->torn) {
        reading_reject(reading, row->line, TEXT_NONE, "a quotation mark in it is not closed, or closes in another row");
        return true;
    }
    if (row->cut || row->count != columns->count) {
        char reason[96];
        snprintf(reason, sizeof reason, "it has %zu%s cells where the header has %zu", row->count,
                 row->cut ? " and more" : "", columns->count);
        reading_reject(reading, row->line, TEXT_NONE, reason);
        return true;
    }
    for (size_t i = 0; i < row->count; i++)
        if (columns->fields[i] < ROW_FIELDS)
            taken.values[columns->fields[i]] = row->cells[i];
    return row_take(reading, &taken, error);
}

/* Moves behind the header and what stands between it and the tags. */
static void skip_header(const struct table_reading *reading, struct csv *csv, const struct table_sight *sight,
                        struct csv_row *header) {
    if (reading->dialect->traits & TABLE_HEADERLESS)
        return;
    if (!csv_next(csv, reading->arena, header))
        return;
    if (reading->dialect == &dialect_hxl && !sight->tags_first)
        (void)find_tags(csv, sight->header_count, reading->arena);
}

bool columns_read(struct table_reading *reading, const struct table_sight *sight, struct error *error) {
    struct text content = sight->content;
    char separator = reading->map ? reading->map->separator : 0;
    struct csv csv = csv_new(content, separator ? separator : csv_separator(content), reading->arena);
    struct csv_row row = {0};
    struct column_fields columns = {0};
    csv.plain = (reading->dialect->traits & TABLE_HEADERLESS) != 0;
    if (sight->header_count == CSV_COLUMNS)
        return error_set(error, ERROR_INPUT, "the header has %d columns or more; no table of incidents has so many",
                         CSV_COLUMNS);
    skip_header(reading, &csv, sight, &row);
    if (!assign(reading, sight, row.count == sight->header_count ? row.cells : sight->header, &columns, error))
        return false;
    csv.width = columns.count;
    while (csv_next(&csv, reading->sink->rows, &row))
        if (!take_row(reading, &columns, &row, error))
            return false;
    return true;
}

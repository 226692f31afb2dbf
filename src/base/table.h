/* table.h: a table in tab-separated text: a header line, '#' comments, every row as wide as the header. */
#ifndef BORDERMAP_TABLE_H
#define BORDERMAP_TABLE_H

#include "error.h"
#include "text.h"

struct table {
    struct text name;     /* for messages: the file's name */
    struct text *columns; /* column_count names from the header */
    size_t column_count;
    struct text *cells; /* row_count * column_count, row by row, slices of the text that was read */
    size_t *lines;      /* row_count line numbers, from 1 */
    size_t row_count;
};

/* Reads the table; `text` must outlive it. A row that is too short or too long is ERROR_INPUT with its line. */
bool table_read(struct text name, struct text text, struct arena *arena, struct table *table,
                struct error *error) NODISCARD;

/* Reads the file; a missing file is ERROR_ENVIRONMENT. */
bool table_read_file(const char *path, struct arena *arena, struct table *table, struct error *error) NODISCARD;

/* Index of the column of that name; ERROR_INPUT naming the table if there is none. */
bool table_column(const struct table *table, const char *name, size_t *column, struct error *error) NODISCARD;

/* The cell; empty where row or column is out of range. */
struct text table_cell(const struct table *table, size_t row, size_t column);

#endif

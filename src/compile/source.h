/* source.h: the tables of a source folder: CSV (RFC 4180), also gzip'd, and tab-separated text, all as struct table. */
#ifndef BORDERMAP_SOURCE_H
#define BORDERMAP_SOURCE_H

#include "table.h"

/* A CSV table with a header; slices of `text` where nothing had to be unquoted. A row of another width is ERROR_INPUT
 * with its line. */
bool source_read_csv(struct text name, struct text text, struct arena *arena, struct table *table,
                     struct error *error) NODISCARD;

/*
 * folder/name: ".csv", ".csv.gz" (or the same file not gzip'd) or ".tsv". *present says whether there is such a file; a
 * missing one is an empty table. ERROR_ENVIRONMENT for one that cannot be read or is cut short.
 */
bool source_table(const char *folder, const char *name, struct arena *arena, struct table *table, bool *present,
                  struct error *error) NODISCARD;

/* The cell of a named column, empty if the table has no such column. */
struct text source_cell(const struct table *table, size_t row, const char *column);

/* Index of a column, or SIZE_MAX: for table_cell(), which then gives the empty text. */
size_t source_column(const struct table *table, const char *column);

/* The columns a table must have, NULL-ended; ERROR_ENVIRONMENT names the first one missing. */
bool source_needs(const struct table *table, const char *const *columns, struct error *error) NODISCARD;

/* Fails with "table: line n: what 'cell' …"; always false. */
bool source_bad_row(const struct table *table, size_t row, const char *what, struct text cell, struct error *error);

#endif

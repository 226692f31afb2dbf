/* table_reading.h: a table while it is read, and a row on its way to an account. Private to tables/. */
#ifndef BORDERMAP_TABLE_READING_H
#define BORDERMAP_TABLE_READING_H

#include "column_map.h"
#include "place_cache.h"
#include "row.h"
#include "tables.h"

struct table_dialect;

struct table_reading {
    struct text file;
    const struct table_dialect *dialect;
    const struct table_options *options;
    const struct column_map *map; /* of --columns, or NULL */
    const struct table_sink *sink;
    struct table_counts *counts;
    struct arena *arena; /* lives on */
    struct place_cache *places;
    struct text columns[ROW_FIELDS]; /* what the file calls a field, for messages */
};

/* A row while an account is made of it. */
struct row_work {
    struct table_reading *reading;
    struct table_row *row; /* a copy, in which a dialect may part what stands in one cell */
    struct account *account;
    struct arena *arena;  /* of rows */
    enum row_field wrong; /* the field that is at fault; ROW_FIELDS: none in particular */
    char reason[256];
    bool pass; /* it tells of no incident */
};

/* Says what is wrong; always returns false. */
bool row_refuse(struct row_work *work, enum row_field field, const char *format, ...) PRINTF_LIKE(3, 4);

/* Says that the row tells of no incident; always returns false. */
bool row_pass(struct row_work *work);

/* The value, without white space at its ends. */
struct text row_value(const struct row_work *work, enum row_field field);

/* Makes the account of a row and gives it to the sink, or tells why not. False where the sink ends the reading. */
bool row_take(struct table_reading *reading, const struct table_row *row, struct error *error) NODISCARD;

/* Tells the sink that what stands at the line is left out. */
void reading_reject(const struct table_reading *reading, uint64_t line, struct text column, const char *reason);

#endif

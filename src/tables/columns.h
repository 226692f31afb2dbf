/* columns.h: tables of rows and columns, with separators or as JSON objects: which column is which field. Private to
 * tables/. */
#ifndef BORDERMAP_COLUMNS_H
#define BORDERMAP_COLUMNS_H

#include "csv.h"
#include "dialect.h"

/* The header of a table with separators, where there is one; its names as in dialect_column. The tags of HXL may stand
 * in one of the rows below it. False if the text is no table. */
bool columns_sight(struct text content, char separator, struct arena *arena, struct table_sight *sight);

/* Reads the rows. */
bool columns_read(struct table_reading *reading, const struct table_sight *sight, struct error *error) NODISCARD;

/* "Event Date" → "event_date". */
struct text column_name(struct text cell, struct arena *arena);

#endif

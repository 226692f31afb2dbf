/* row_values.h: days, numbers and words of a row, checked. Private to tables/. */
#ifndef BORDERMAP_ROW_VALUES_H
#define BORDERMAP_ROW_VALUES_H

#include "table_reading.h"

enum { EARLIEST_YEAR = 1900, LATEST_YEAR = 2100 };

/* A day as any of the dialects write it: 2022-09-14, 20220914, "14 September 2022", 14/09/2022 where the column map
 * says so or one number can be no month. */
bool row_date(struct row_work *work, enum row_field field, struct date *date);

/* Degrees; false, refused, for what is none. NaN where the cell is empty. */
bool row_degrees(struct row_work *work, enum row_field field, double most, double *degrees);

/* How many; -1 where the cell is empty. */
bool row_count(struct row_work *work, enum row_field field, int64_t *count);

/* The words on one line, without control characters. */
struct text row_words(const struct row_work *work, enum row_field field);

/* "2022-09-14T10:00:00Z" of a stamp in any form, Unix seconds among them; empty if it is none. */
struct text row_stamp(const struct row_work *work, enum row_field field);

#endif

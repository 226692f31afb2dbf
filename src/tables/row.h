/* row.h: what a row of a table says, by field, whatever its dialect calls them. Private to tables/. */
#ifndef BORDERMAP_ROW_H
#define BORDERMAP_ROW_H

#include "text.h"

enum row_field {
    ROW_ID,
    ROW_DATE,
    ROW_DATE_END,
    ROW_LAT,
    ROW_LON,
    ROW_PLACE,
    ROW_DISTRICT,
    ROW_REGION,
    ROW_COUNTRY,
    ROW_KIND,
    ROW_KIND_CLASS, /* the coarser code beside the kind */
    ROW_PARTY_1,
    ROW_PARTY_2,
    ROW_KILLED,
    ROW_KILLED_LOW,
    ROW_KILLED_HIGH,
    ROW_KILLED_1, /* of the first party, of the second, of civilians */
    ROW_KILLED_2,
    ROW_KILLED_CIVILIANS,
    ROW_WOUNDED,
    ROW_MISSING,
    ROW_CAPTURED,
    ROW_DISPLACED,
    ROW_TEXT,
    ROW_TITLE,
    ROW_SOURCE,
    ROW_URL,
    ROW_PUBLISHED,
    ROW_EDITED,
    ROW_PRECISION,
    ROW_DATE_PRECISION,
    ROW_STATUS,
    ROW_FIELDS
};

struct table_row {
    uint64_t line; /* from 1; 0 = not known */
    struct text values[ROW_FIELDS];
};

/* As a column map names it: "date_end"; NULL for what is only of dialects. */
const char *row_field_name(enum row_field field);

/* Finds a field by that name. */
bool row_field_find(struct text name, enum row_field *field);

#endif

/* column_map.h: what a user says of the columns of a table: which is what, what the kinds are called, how dates run. */
#ifndef BORDERMAP_COLUMN_MAP_H
#define BORDERMAP_COLUMN_MAP_H

#include "error.h"
#include "kind.h"
#include "row.h"

struct kind_word {
    struct text word;
    enum incident_kind kind;
};

enum date_order { DATES_UNSAID, DATES_DMY, DATES_MDY };

struct column_map {
    struct text columns[ROW_FIELDS]; /* names as in the header; empty: none */
    struct kind_word *kinds;
    size_t kind_count;
    enum incident_kind other; /* of a row without a word that is known */
    enum date_order dates;
    char separator; /* 0 = told by the header */
    struct text provider;
};

/* Reads the JSON; ERROR_INPUT names the member that is wrong. */
bool column_map_read(struct text json, struct arena *arena, struct column_map *map, struct error *error) NODISCARD;

#endif

/*
 * import_columns.h: which columns of a layer say what. A map is a list "target=COLUMN,target:=VALUE,…" or a JSON file
 * {"target": "COLUMN", "target": {"value": "VALUE"}}. Targets: name, ascii, names (several, parted by '|', ';' or ','),
 * name:LANG (or name:*=PREFIX* for all columns that begin so), lat, lon, country, admin1, admin2, class, feature,
 * population, geonameid, id, level (1 = first-order unit …), other_tags (hstore, as GDAL gives it for OpenStreetMap).
 */
#ifndef BORDERMAP_IMPORT_COLUMNS_H
#define BORDERMAP_IMPORT_COLUMNS_H

#include "error.h"
#include "text.h"

enum import_target {
    TARGET_NAME,
    TARGET_ASCII,
    TARGET_NAMES,
    TARGET_LAT,
    TARGET_LON,
    TARGET_COUNTRY,
    TARGET_ADMIN1,
    TARGET_ADMIN2,
    TARGET_CLASS,
    TARGET_FEATURE,
    TARGET_POPULATION,
    TARGET_GEONAMEID,
    TARGET_ID,
    TARGET_LEVEL,
    TARGET_OTHER_TAGS,
    TARGET_NAME_IN, /* name:LANG */
    IMPORT_TARGETS
};

struct import_column {
    enum import_target target;
    struct text language; /* of name:LANG; "*": as the column's name ends */
    struct text column;   /* of the layer; without regard to case; ends in '*' for name:* */
    struct text value;    /* instead of a column */
    bool constant;
};

enum { IMPORT_COLUMNS_MOST = 64 };

struct import_columns {
    struct import_column items[IMPORT_COLUMNS_MOST];
    size_t count;
};

/* Reads what --map says: a list, or the path of a file that ends in .json. ERROR_USAGE. Texts stay in the arena. */
bool import_columns_read(const char *map, struct arena *arena, struct import_columns *columns,
                         struct error *error) NODISCARD;

/* The map of a well-known source that has such a column ("shapeName": geoBoundaries …); NULL if it is none. `has` tells
 * whether the layer has a column. */
const char *import_columns_known(bool (*has)(void *context, const char *column), void *context);

#endif

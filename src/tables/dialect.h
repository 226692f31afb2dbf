/* dialect.h: a dialect of incident tables: how it is told, what its columns are, what its codes mean. Private to
 * tables/; all of them stand in the one table of dialects.c. */
#ifndef BORDERMAP_DIALECT_H
#define BORDERMAP_DIALECT_H

#include "table_reading.h"

enum table_form {
    FORM_COLUMNS, /* rows with separators, or JSON objects with the same names */
    FORM_JSON,    /* GeoJSON, PLOVER: objects of its own making */
    FORM_MARKUP   /* XML */
};

enum table_trait {
    TABLE_UNCONFIRMED = 1,     /* nobody vouches for a row: unsure, off the maps unless asked for */
    TABLE_AGGREGATED_ONLY = 2, /* its terms let rows leave only aggregated */
    TABLE_ID_WITH_DATE = 4,    /* an id is unique only with its day */
    TABLE_HEADERLESS = 8       /* columns by their order */
};

/* What a column is, by its name in small letters with '_' for blanks. */
struct dialect_column {
    const char *name;
    enum row_field field;
};

/* What is known of a file before it is read. */
struct table_sight {
    struct text path, content;
    struct text root;          /* of XML: the local name of its first element */
    const struct text *header; /* cells of the first row, or names of the first JSON object, as in dialect_column */
    size_t header_count;
    const struct text *tags; /* of a row of HXL hashtags, as many as there are columns; or NULL */
    bool tags_first;         /* that row stands where the header would */
};

struct table_dialect {
    const char *name;   /* of the provider in keys: "acled" */
    const char *title;  /* for people */
    const char *credit; /* what must stand where it is shown, or NULL */
    enum table_form form;
    unsigned traits;              /* enum table_trait */
    const char *const *signature; /* columns that it is told by, NULL-ended; NULL: `tells` does */
    bool (*tells)(const struct table_sight *sight);
    const struct dialect_column *columns; /* ended by a NULL; of what has a header */
    bool (*complete)(struct row_work *work);
    bool (*read)(struct table_reading *reading, struct text content, struct error *error); /* of other forms */
};

/* Every dialect; the first that tells is it. */
extern const struct table_dialect *const table_dialects[];

/* The dialect, or NULL. */
const struct table_dialect *table_dialect_of(const struct table_sight *sight);

/* Whether the header has all of the names. */
bool sight_has(const struct table_sight *sight, const char *const *names);

/* Each in its file. */
extern const struct table_dialect dialect_acled, dialect_ucdp, dialect_gdelt_1, dialect_gdelt_2, dialect_icews,
    dialect_polecat, dialect_plover, dialect_hxl, dialect_geojson, dialect_kml, dialect_gpx, dialect_georss,
    dialect_cap, dialect_csv;

#endif

/* database.h: tables of typed rows in a GeoPackage or in PostgreSQL: one code for both, through GDAL. What comes from
 * outside goes in as fields of rows; rows are looked up by numbers alone, so that nothing is ever quoted. */
#ifndef BORDERMAP_DATABASE_H
#define BORDERMAP_DATABASE_H

#include "date.h"
#include "error.h"
#include "point.h"

enum column_type { COLUMN_TEXT, COLUMN_WHOLE, COLUMN_NUMBER, COLUMN_DAY, COLUMN_FLAG, COLUMN_BYTES };

struct column {
    const char *name;
    enum column_type type;
    bool indexed;
};

enum table_shape { TABLE_PLAIN, TABLE_POINTS, TABLE_LINES, TABLE_AREAS };

enum { TABLE_COLUMNS_MOST = 48, TABLES_MOST = 16 };

struct table_plan {
    const char *name;
    enum table_shape shape;
    const struct column *columns;
    size_t count;
};

/* Empty texts and bytes, unknown days and what is not `given` are NULL in the database. */
struct cell {
    struct text text; /* of TEXT and BYTES */
    int64_t whole;    /* of WHOLE and FLAG */
    double number;
    struct date day; /* known to the day */
    bool given;      /* of WHOLE, FLAG and NUMBER */
};

struct row {
    int64_t number; /* the database's own, of a row that is there */
    struct cell *cells;
    const struct lonlat *points; /* of its shape: 1, those of a line, or those of a ring */
    size_t point_count;
};

/* low <= column <= high, or one of the values. */
struct row_condition {
    size_t column;
    int64_t low, high;
    const int64_t *values; /* NULL: the range */
    size_t count;
};

struct row_query {
    const struct row_condition *conditions; /* all of them hold */
    size_t condition_count;
    struct bounds bounds; /* that the shape meets; bounds_empty(): any */
    uint64_t without;     /* a bit for each column that is not wanted */
};

struct row_query row_query_all(void);

/* Texts of the row last until it returns, and are NUL-ended; false ends the reading, with the error set. */
typedef bool row_visit(void *context, const struct row *row, struct error *error);

enum database_access { DATABASE_READ, DATABASE_WRITE };

struct database;

struct database_calls {
    void (*close)(struct database *database);
    /* A writer is alone until commit or rollback: another waits its turn. */
    bool (*begin)(struct database *database, struct error *error);
    bool (*commit)(struct database *database, struct error *error);
    void (*rollback)(struct database *database);
    bool (*select)(struct database *database, size_t table, const struct row_query *query, row_visit *visit,
                   void *context, struct error *error);
    bool (*add)(struct database *database, size_t table, struct row *row, struct error *error);
    bool (*replace)(struct database *database, size_t table, const struct row *row, struct error *error);
    bool (*set)(struct database *database, size_t table, int64_t number, size_t column, int64_t value,
                struct error *error);
    bool (*remove)(struct database *database, size_t table, int64_t number, struct error *error);
    /* Gives back the room of what was removed, so that it cannot be read from the file. */
    bool (*wipe)(struct database *database, struct error *error);
};

/* Begins what a loadable part opens: its functions come with it. */
struct database {
    const struct database_calls *calls;
};

struct database_plan {
    const struct table_plan *tables; /* the first holds one row: `version` and `changes` are its first columns */
    size_t table_count;
    int64_t version;
};

struct database_options {
    enum database_access access;
    bool wal;
};

/* Opens, or with DATABASE_WRITE makes, the tables of the plan. Errors as for store_open(). */
bool database_open(const char *connection, const struct database_plan *plan, const struct database_options *options,
                   struct database **database, struct error *error) NODISCARD;

#endif

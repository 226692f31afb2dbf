/* database_parts.h: between the files of database.c: what is open, and what GDAL said. */
#ifndef BORDERMAP_DATABASE_PARTS_H
#define BORDERMAP_DATABASE_PARTS_H

#include "builder.h"
#include "database.h"

struct gdal_database {
    struct database base;
    struct arena *arena;   /* as long as it is open */
    struct arena *scratch; /* of one call */
    const struct database_plan *plan;
    void *dataset;             /* GDALDatasetH */
    void *tables[TABLES_MOST]; /* OGRLayerH */
    const char *shown;         /* without what a connection string may have of passwords */
    bool server;               /* PostgreSQL */
    bool writes;
    bool begun;
    char said[400]; /* the first complaint of the call */
};

/* What GDAL says until database_hush_end() goes to `said`. */
void database_hush(struct gdal_database *database);
void database_hush_end(void);

/* "incidents.gpkg: cannot be WHAT (…)", with what to do where the reason is known; always false. */
bool database_fails(const struct gdal_database *database, const char *what, struct error *error);

/* Runs a statement of the program's own; nothing from outside is ever in it. */
bool database_run(struct gdal_database *database, const char *statement);

/* The calls that concern rows. */
bool database_select(struct database *database, size_t table, const struct row_query *query, row_visit *visit,
                     void *context, struct error *error);
bool database_add(struct database *database, size_t table, struct row *row, struct error *error);
bool database_replace(struct database *database, size_t table, const struct row *row, struct error *error);
bool database_set(struct database *database, size_t table, int64_t number, size_t column, int64_t value,
                  struct error *error);
bool database_remove(struct database *database, size_t table, int64_t number, struct error *error);

#endif

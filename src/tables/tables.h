/* tables.h: tables of incidents of every dialect, told by their header or root: rows → accounts. Bad rows are told with
 * line, column and reason, and the others are read; time and memory grow with the size of the file. */
#ifndef BORDERMAP_TABLES_H
#define BORDERMAP_TABLES_H

#include "account.h"
#include "gazetteer.h"

enum { TABLES_LARGEST = 1 << 30 }; /* bytes of a file, packed or not */

struct table_options {
    const struct gazetteer *gazetteer; /* gives countries, regions and towns their references; or NULL */
    struct text columns;               /* of a file as docs/tables.md tells, which column is what; or empty */
};

/* Who takes what is read. */
struct table_sink {
    /* An account; what it consists of lies in the bytes, in `arena` or in `rows`. False, with the error set, ends it.
     */
    bool (*account)(void *context, const struct account *account, struct error *error);
    /* A row that is left out: line from 1 (0 = not known), column or empty, why. */
    void (*rejected)(void *context, struct text file, uint64_t line, struct text column, const char *reason);
    void *context;
    struct arena *rows; /* the sink may clear it whenever it is called */
};

struct table_counts {
    size_t accounts, rejected;
    size_t passed;       /* rows that tell of no incident: a visit, a test, a line without a point */
    const char *dialect; /* "ACLED": of the last table */
    const char *credit;  /* what must stand where it is shown, or NULL */
};

/* Whether the bytes are a table of incidents or a .zip with one; with a column map any table is. Says which in
 * *dialect, if not NULL. */
bool table_tells(struct text bytes, struct text name, const struct table_options *options, const char **dialect);

/*
 * Reads all tables in the bytes, which may be packed. `name` is the file's, for messages. ERROR_INPUT where there is
 * none, where the column map does not fit, or where not one row could be read.
 */
bool table_accounts_read(struct text bytes, struct text name, const struct table_options *options, struct arena *arena,
                         const struct table_sink *sink, struct table_counts *counts, struct error *error) NODISCARD;

#endif

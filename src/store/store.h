/* store.h: incidents that are kept: accounts of sources, their revisions, and the incidents that linked accounts make;
 * in a GeoPackage or in PostgreSQL with PostGIS. One writes at a time, many read. */
#ifndef BORDERMAP_STORE_H
#define BORDERMAP_STORE_H

#include "account.h"
#include "filter.h"

struct store;

enum store_mode { STORE_READ, STORE_WRITE };

enum account_status { ACCOUNT_NEW, ACCOUNT_SAME, ACCOUNT_REVISED, ACCOUNT_REMOVED };
const char *account_status_name(enum account_status status);

/* What became of an account, once it is kept for good. */
struct account_told {
    enum account_status status;
    const struct account *account; /* as it was added; of what a snapshot withdraws only its key */
    struct text incident;          /* the id of the incident that it is an account of; empty for what is removed */
};

struct store_options {
    bool wal;         /* a write-ahead journal in place of the plain one (GeoPackage) */
    struct text when; /* the time of this run, for the stamps; nothing that is compared holds it */
    void (*told)(void *context, const struct account_told *told); /* or NULL */
    void *context;
};

/*
 * `connection`: the path of a GeoPackage, made by STORE_WRITE where there is none, or "PG:…" as GDAL has it.
 * ERROR_ENVIRONMENT for what is not there, no store, of a later version, not writable, or held by another program.
 */
bool store_open(const char *connection, enum store_mode mode, const struct store_options *options, struct store **store,
                struct error *error) NODISCARD;

/* What was added and not committed is not kept. NULL is allowed. */
void store_close(struct store *store);

/* Keeps an account of a table. It is copied, and told when a batch is kept; store_commit() keeps the last. */
bool store_add(struct store *store, const struct account *account, struct error *error) NODISCARD;

/* One text of an article with all that it tells. */
struct store_article {
    struct text key;       /* account_article() */
    struct text text;      /* or whatever stands for it: decides whether it is the same text as before */
    struct date published; /* of two texts the later one holds, whichever comes first */
    const struct account *accounts;
    size_t count;
};

/* Keeps what an article tells; what an earlier text of it told and this one does not is withdrawn. */
bool store_add_article(struct store *store, const struct store_article *article, struct error *error) NODISCARD;

/* Keeps what waits, and withdraws of the accounts of a provider those that are not among the keys: its whole table was
 * read. */
bool store_add_snapshot(struct store *store, struct text provider, const struct text *keys, size_t count,
                        struct error *error) NODISCARD;

bool store_commit(struct store *store, struct error *error) NODISCARD;

/* The number of the last change of the store: 0 for an empty one. */
bool store_change(struct store *store, int64_t *change, struct error *error) NODISCARD;

/* The latest day on which anything began that has happened: not what is planned, or dated after it was told. Unknown in
 * a store without such a day. */
bool store_newest(struct store *store, struct date *newest, struct error *error) NODISCARD;

struct stored_account {
    struct account account;
    int64_t revision; /* from 1 */
    struct text added;
};

struct stored_incident {
    struct text id;   /* of its account with the smallest key: whatever accounts came first */
    int64_t revision; /* how many texts and corrections made it what it is, from 1 */
    int64_t changed;  /* the change of the store that made it so */
    bool corrected, aggregated_only, unsure;
    struct incident incident;
    struct stored_account *accounts; /* by their keys */
    size_t account_count;
};

struct stored_list {
    struct stored_incident *items; /* by date, then id */
    size_t count, capacity;
};

/* Incidents with their accounts, as the filter has them. */
bool store_list(struct store *store, const struct store_filter *filter, struct arena *arena, struct stored_list *list,
                struct error *error) NODISCARD;

/* Incidents alone, without their accounts: quicker. */
bool store_incidents(struct store *store, const struct store_filter *filter, struct arena *arena,
                     struct stored_list *list, struct error *error) NODISCARD;

/* Where an incident was that moved or is no more since a change of the store: maps that showed it there are stale. */
struct store_left {
    struct text id;
    struct lonlat point;
    struct incident_date date;
    int64_t changed;
};

struct store_lefts {
    struct store_left *items;
    size_t count, capacity;
};

bool store_left_since(struct store *store, int64_t change, struct arena *arena, struct store_lefts *lefts,
                      struct error *error) NODISCARD;

/* Copies the store of a file, as it stands between two changes, to a new file. ERROR_ENVIRONMENT, ERROR_USAGE. */
bool store_backup(struct store *store, const char *path, struct error *error) NODISCARD;

#endif

/* store_parts.h: between the files of the store: what is open, and what waits to be kept. */
#ifndef BORDERMAP_STORE_PARTS_H
#define BORDERMAP_STORE_PARTS_H

#include "decision.h"
#include "pool.h"
#include "store.h"
#include "store_tables.h"

/* A text of an account that waits. */
struct pending {
    struct account account; /* in the arena of the batch */
    struct text story;      /* the incident as JSON */
    int64_t key_hash, content;
    uint32_t node; /* of the pool, when it is settled */
    enum account_status status;
    bool settled;
};

struct pending_article {
    struct text key;
    int64_t key_hash, content;
    struct date published;
    size_t first, count; /* of the pending */
};

struct pending_list {
    struct pending *items;
    size_t count, capacity;
};

struct pending_articles {
    struct pending_article *items;
    size_t count, capacity;
};

/* A text that an account had, to be written among its revisions. */
struct old_text {
    uint32_t node;
    int64_t revision, content;
    struct text edited, words, story;
    bool withdrawn;
};

struct old_texts {
    struct old_text *items;
    size_t count, capacity;
};

struct node_list {
    uint32_t *items;
    size_t count, capacity;
};

/* A link of two accounts: a has the smaller hash. */
struct stored_edge {
    int64_t a, b, row;
    double points;
    bool suggested;
};

struct edge_list {
    struct stored_edge *items;
    size_t count, capacity;
};

/* All that one transaction does. */
struct batch {
    struct arena *arena;
    struct pending_list pending;
    struct pending_articles articles;
    struct old_texts olds;
    struct {
        struct row *items; /* of the table of articles; number 0: new */
        size_t count, capacity;
    } article_rows;
    struct node_list touched, visited;
    struct edge_list edges; /* new ones, to be written */
};

struct store {
    struct arena *arena;
    struct database *database;
    const char *connection;
    struct store_options options;
    enum store_mode mode;
    struct pool pool;
    struct decisions decisions;
    struct arena *decided; /* the arena of the decisions */
    int64_t change;        /* of this transaction; what the pool knows is of it */
    int64_t stamp;
    bool stamped;
    struct batch batch;
};

enum { BATCH_MOST = 4096, LOOKUP_MOST = 500 };

/* Takes the accounts whose column has one of the values into the pool. */
bool store_read_nodes(struct store *store, enum account_column column, const int64_t *values, size_t count,
                      struct error *error) NODISCARD;

/* All accounts of the store. */
bool store_read_all(struct store *store, struct error *error) NODISCARD;

/* Begins a change: what another program changed since is read anew. */
bool store_begin(struct store *store, struct error *error) NODISCARD;
bool store_end(struct store *store, struct error *error) NODISCARD;

/* The number of this run's stamp, written when it is first wanted. */
bool store_stamp(struct store *store, int64_t *stamp, struct error *error) NODISCARD;

/* What each pending account is: new, the same, revised, removed (store_settle.c). */
bool store_settle(struct store *store, struct error *error) NODISCARD;

/* Takes the links of these nodes, and who is at their other ends, into the pool. */
bool store_read_edges(struct store *store, const uint32_t *nodes, size_t count, struct error *error) NODISCARD;

/* The groups of all visited nodes, from their links and what was decided (store_groups.c). */
void store_group(struct store *store);

/* Edges of all touched nodes, and the groups of all that may have changed (store_link.c). */
bool store_link_touched(struct store *store, struct error *error) NODISCARD;

/* Writes accounts, revisions, articles, links and incidents (store_write.c, store_incidents.c). */
bool store_write_accounts(struct store *store, struct error *error) NODISCARD;
bool store_write_incidents(struct store *store, struct error *error) NODISCARD;
bool store_write_nodes(struct store *store, struct error *error) NODISCARD;

/* "2022-09-14", "2022-09-14/2022-09-16", "2022-09". */
struct text store_date_words(const struct incident_date *date, struct arena *arena);

/* Everything above in its order, without begin and end. */
bool store_settle_groups(struct store *store, struct error *error) NODISCARD;

/* Gives a pending account another key: that of an incident which an earlier text of the article told. */
void store_rename_pending(struct store *store, struct pending *pending, struct text key);

/* The account tells nothing any more; what it told is a revision. */
void store_withdraw(struct store *store, uint32_t node);

/* Settles and writes all that the batch touches, and ends the change; one in which nothing changes is none. */
bool store_finish(struct store *store, struct error *error) NODISCARD;
void store_empty_batch(struct store *store);

/* Marks a node as one that has to be looked at. */
void store_touch(struct store *store, uint32_t node);

/* An account as it stands in the database. */
bool store_account_of(const struct row *row, struct arena *arena, struct stored_account *stored,
                      struct error *error) NODISCARD;

/* Conditions on one column, `values` in pieces of LOOKUP_MOST. */
bool store_select(struct store *store, enum store_table table, size_t column, const int64_t *values, size_t count,
                  uint64_t without, row_visit *visit, void *context, struct error *error) NODISCARD;

#endif

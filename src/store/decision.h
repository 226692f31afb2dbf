/* decision.h: what people decided about accounts: links, corrections, removals. They are kept for ever, are obeyed by
 * every later run, and the last one can be undone. */
#ifndef BORDERMAP_DECISION_H
#define BORDERMAP_DECISION_H

#include "database.h"
#include "number_map.h"

enum decision_what { DECIDED_LINK, DECIDED_UNLINK, DECIDED_CORRECT, DECIDED_REMOVE, DECIDED_FORGET, DECISION_WHATS };

struct decision {
    int64_t number; /* in their order, from 1 */
    enum decision_what what;
    struct text key, other;   /* accounts; of what was forgotten only the hashes are left */
    struct text field, value; /* of a correction: JSON */
    struct text why, by;
    bool undone;
    int64_t key_hash, other_hash;
    int64_t change; /* of the store, that it was */
    int64_t row;    /* the database's number */
};

struct decisions {
    struct decision *items; /* by their numbers */
    size_t count, capacity;
    struct number_map concerned; /* hashes of keys that any is about */
};

const char *decision_what_name(enum decision_what what);

/* All of them. */
bool decisions_read(struct database *database, struct arena *arena, struct decisions *decisions,
                    struct error *error) NODISCARD;

/* Writes it with the next number, and takes it in. */
bool decision_add(struct database *database, struct decisions *decisions, struct decision *decision, int64_t change,
                  struct arena *arena, struct error *error) NODISCARD;

/* Whether any that holds is about the account. */
bool decisions_concern(const struct decisions *decisions, int64_t key_hash);

/* Removed or forgotten, and not undone. */
bool decisions_remove(const struct decisions *decisions, int64_t key_hash);

/* What was decided last of the two: DECIDED_LINK, DECIDED_UNLINK; false: nothing. */
bool decisions_of_pair(const struct decisions *decisions, int64_t a, int64_t b, enum decision_what *what);

#endif

/* ledger.h: what was built of an atlas, and of what: the file build.ledger in the folder of its maps. */
#ifndef BORDERMAP_LEDGER_H
#define BORDERMAP_LEDGER_H

#include "error.h"
#include "point.h"
#include "text.h"

#define LEDGER_NAME "build.ledger"
enum { LEDGER_BYTES = 1 << 30, LEDGER_MARK = 17 };

/* A file as it was written: known again by size, time and inode, for sure by its digest. */
struct ledger_file {
    struct text path; /* in the folder */
    int64_t size, seconds, nanoseconds;
    uint64_t inode;
    char sha256[65];
};

/* An incident that was drawn. */
struct ledger_incident {
    struct text id;
    char mark[LEDGER_MARK]; /* of its content */
    bool fresh;             /* it was marked as new */
};

/* Of what a picture is made; each a digest, so that one can say what changed. */
enum ledger_part {
    LEDGER_OPTIONS,
    LEDGER_EDIT,
    LEDGER_STYLE,
    LEDGER_DATA,
    LEDGER_PROGRAM,
    LEDGER_DRAWN,  /* the incidents */
    LEDGER_FILTER, /* which incidents are asked for: a picture of the same ones stays */
    LEDGER_PARTS
};

struct ledger_page {
    struct text id;
    char parts[LEDGER_PARTS][LEDGER_MARK];
    int64_t change;       /* of the store, up to which its incidents are known; -1 = they are not */
    int64_t first;        /* days: a later `since` leaves one of them out; INT64_MAX = none does */
    struct bounds bounds; /* within which its incidents lie; empty = anywhere */
    bool stale;           /* the atlas has it no longer: its files wait for --prune */
    struct {
        struct ledger_file *items;
        size_t count, capacity;
    } files;
    struct {
        struct ledger_incident *items;
        size_t count, capacity;
    } incidents;
};

struct ledger {
    struct text atlas; /* the atlas's path from the folder: one folder is of one atlas */
    int64_t anchor;    /* days: what relative dates counted from; INT64_MIN = nothing */
    struct {
        struct ledger_page *items;
        size_t count, capacity;
    } pages;
    struct {
        struct ledger_file *items; /* of the whole folder */
        size_t count, capacity;
    } files;
};

/* The ledger of a text; false for one that is not whole: then nothing is known, and everything is built. */
bool ledger_read(struct text text, struct arena *arena, struct ledger *ledger);

struct text ledger_write(const struct ledger *ledger, struct arena *arena);

/* The page of that id, or NULL. */
struct ledger_page *ledger_find(const struct ledger *ledger, struct text id);

/* The first 16 digits of the SHA-256 of the text. */
void ledger_mark(struct text text, char mark[LEDGER_MARK]);

/* Size, time and inode of the file at `path`, noted as `name`; its digest is left as it is. False if it is not there.
 */
bool ledger_look(const char *path, struct text name, struct ledger_file *file);

/* Whether the file is as it was noted; with `verify` also its content. Else *how says what is wrong with it. */
bool ledger_check(const struct ledger_file *file, const char *directory, bool verify, struct arena *arena,
                  const char **how);

#endif

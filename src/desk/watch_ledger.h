/* watch_ledger.h: which files of a folder are in the store already. */
#ifndef BORDERMAP_WATCH_LEDGER_H
#define BORDERMAP_WATCH_LEDGER_H

#include "ledger.h"

#define WATCH_LEDGER ".bordermap-watch"

struct watch_ledger {
    struct arena *arena;
    const char *folder;
    struct {
        struct ledger_file *items; /* sorted by name */
        size_t count, capacity;
    } files;
    bool changed;
};

/* What the folder's ledger says; one that is missing or damaged says nothing: every file is added again, which does no
 * harm. */
struct watch_ledger watch_ledger_read(const char *folder, struct arena *arena);

/* The file as it was noted, or NULL. */
const struct ledger_file *watch_ledger_find(const struct watch_ledger *ledger, struct text name);

void watch_ledger_note(struct watch_ledger *ledger, const struct ledger_file *file);
void watch_ledger_forget(struct watch_ledger *ledger, struct text name);

/* If it changed. */
bool watch_ledger_save(struct watch_ledger *ledger, struct error *error) NODISCARD;

#endif

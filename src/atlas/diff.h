/* diff.h: what two states of a store tell differently: incidents that are new, changed, gone. */
#ifndef BORDERMAP_DIFF_H
#define BORDERMAP_DIFF_H

#include "incident.h"

enum diff_change { DIFF_NEW, DIFF_CHANGED, DIFF_GONE, DIFF_CHANGES };

/* "new", "changed", "gone". */
const char *diff_change_name(enum diff_change change);

struct diff_item {
    enum diff_change change;
    const struct incident *before, *after; /* NULL where there is none */
    struct text what;                      /* of what changed, its members: "killed, place" */
};

struct diff_list {
    struct diff_item *items; /* by their ids */
    size_t count, capacity;
};

/* Both lists by their ids; what a map would show the same is the same. */
void diff_find(const struct incident_list *before, const struct incident_list *after, struct arena *arena,
               struct diff_list *diff);

#endif

/* mark_group.h: the incidents of a map by place: what one mark and one callout stand for. */
#ifndef BORDERMAP_MARK_GROUP_H
#define BORDERMAP_MARK_GROUP_H

#include "map.h"

/* Incidents at one place that look alike. */
struct mark_group {
    place_id place;
    struct text ref;
    bool past, venue;
    int number;                    /* in the key below the map; 0 = it has a callout of its own */
    const struct incident **items; /* a list */
    size_t count, capacity;
};

struct mark_groups {
    struct mark_group *items;
    size_t count, capacity;
};

/* The groups in the order in which the plan tells of them; numbered where they are too many for callouts. */
void mark_groups_gather(const struct map_plan *plan, struct arena *arena, struct mark_groups *groups);

/* Whether its place is known well enough to be drawn; the others are notes. */
bool mark_group_is_placed(const struct mark_group *group);

#endif

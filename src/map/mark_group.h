/* mark_group.h: the incidents of a map by place: what one mark and one callout stand for. */
#ifndef BORDERMAP_MARK_GROUP_H
#define BORDERMAP_MARK_GROUP_H

#include "plan.h"

/* Incidents at one place that look alike. */
struct mark_group {
    const struct place_snapshot *place;
    struct text ref; /* of the place */
    bool past, venue;
    bool unsure;                   /* its place or kind may be wrong: drawn hollow */
    bool hidden;                   /* unsure, where something sure is drawn already: the caption alone tells of it */
    int number;                    /* in the key below the map; 0 = it has a callout of its own */
    bool silent;                   /* on a page too small for all: neither callout nor number */
    const struct incident **items; /* a list */
    size_t count, capacity;
};

struct mark_groups {
    struct mark_group *items;
    size_t count, capacity;
};

/* How many callouts a page of that size carries before they are a heap: 7 at 1200x900, 4 at 600x315, never under 3. */
size_t mark_group_callouts(double width, double height);

/*
 * The groups in the order in which the plan tells of them. Where more than `most` want a callout, what is past goes
 * without on a page that carries fewer than 7; if that is not enough, those that killed least go without where the page
 * is too small for a key (4 or fewer), and elsewhere all others are numbered.
 */
void mark_groups_gather(const struct map_plan *plan, size_t most, struct arena *arena, struct mark_groups *groups);

/* Whether a page for that many callouts has no room for a key, nor for long callouts. */
bool mark_group_page_is_small(size_t most);

/* How many an incident killed, the least that is told; -1 = nobody knows. */
int64_t mark_killed(const struct incident *incident);

/* The most killed that any incident of the group tells of; 0 where nobody knows. */
int64_t mark_group_killed(const struct mark_group *group);

/* Whether its place is known well enough to be drawn; the others are notes. */
bool mark_group_is_placed(const struct mark_group *group);

#endif

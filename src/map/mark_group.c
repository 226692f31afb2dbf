#include "mark_group.h"

#include "list.h"
#include "marks.h"

enum { MOST_CALLOUTS = 7 }; /* more than these make a heap: then numbers and a key */

static struct mark_group *group_of(struct mark_groups *groups, const struct incident *incident, struct arena *arena) {
    bool past = incident->status == STATUS_PAST, venue = incident_is_venue(incident);
    for (size_t i = 0; i < groups->count; i++) {
        struct mark_group *group = &groups->items[i];
        if (text_equal(group->ref, incident->place_ref) && group->past == past && group->venue == venue)
            return group;
    }
    struct mark_group *group = LIST_PUSH(arena, groups);
    *group = (struct mark_group){.place = incident->place, .ref = incident->place_ref, .past = past, .venue = venue};
    return group;
}

bool mark_group_is_placed(const struct mark_group *group) {
    enum place_precision precision = group->items[0]->precision;
    return precision != PRECISION_COUNTRY && precision != PRECISION_UNKNOWN && group->place != PLACE_NONE;
}

/* Whether what a group tells of begins before the other; undated last. */
static bool is_earlier(const struct mark_group *group, const struct mark_group *other) {
    struct date a = group->items[0]->date.start, b = other->items[0]->date.start;
    return date_known(a) && (!date_known(b) || date_compare(a, b) < 0);
}

/* In the order of their dates, as the plan has them where they have the same. */
static void number_groups(struct mark_groups *groups) {
    size_t placed = 0;
    for (size_t i = 0; i < groups->count; i++)
        placed += mark_group_is_placed(&groups->items[i]);
    for (size_t i = 0; i < groups->count && placed > MOST_CALLOUTS; i++) {
        groups->items[i].number = mark_group_is_placed(&groups->items[i]);
        for (size_t k = 0; k < groups->count && groups->items[i].number > 0; k++) {
            const struct mark_group *other = &groups->items[k];
            bool before = k < i ? !is_earlier(&groups->items[i], other) : is_earlier(other, &groups->items[i]);
            groups->items[i].number += mark_group_is_placed(other) && k != i && before;
        }
    }
}

void mark_groups_gather(const struct map_plan *plan, struct arena *arena, struct mark_groups *groups) {
    *groups = (struct mark_groups){0};
    for (size_t i = 0; i < plan->incident_count; i++) {
        struct mark_group *group = group_of(groups, plan->incidents[i], arena);
        *LIST_PUSH(arena, group) = plan->incidents[i];
    }
    number_groups(groups);
}

#include "mark_group.h"

#include "list.h"

#include <math.h>

enum { LEAST_CALLOUTS = 3, KEYLESS = 4, MOST_CALLOUTS = 7 }; /* a page for up to KEYLESS has no room for a key */

static const double callout_room = 110; /* page units: the side of the square that one takes */

size_t mark_group_callouts(double width, double height) {
    double room = floor(sqrt(width * height) / callout_room + 0.5);
    return (size_t)fmin(fmax(room, LEAST_CALLOUTS), MOST_CALLOUTS);
}

bool mark_group_page_is_small(size_t most) {
    return most <= KEYLESS;
}

int64_t mark_killed(const struct incident *incident) {
    return incident->killed.low >= 0 ? incident->killed.low : incident->killed.high;
}

int64_t mark_group_killed(const struct mark_group *group) {
    int64_t most = 0;
    for (size_t i = 0; i < group->count; i++) {
        int64_t killed = mark_killed(group->items[i]);
        most = killed > most ? killed : most;
    }
    return most;
}

static struct mark_group *group_of(struct mark_groups *groups, const struct incident *incident, struct arena *arena) {
    bool past = incident->status == STATUS_PAST, venue = incident_is_venue(incident);
    bool unsure = !incident_is_sure(incident);
    for (size_t i = 0; i < groups->count; i++) {
        struct mark_group *group = &groups->items[i];
        if (text_equal(group->ref, incident->place.ref) && group->past == past && group->venue == venue &&
            group->unsure == unsure)
            return group;
    }
    struct mark_group *group = LIST_PUSH(arena, groups);
    *group = (struct mark_group){
        .place = &incident->place, .ref = incident->place.ref, .past = past, .venue = venue, .unsure = unsure};
    return group;
}

bool mark_group_is_placed(const struct mark_group *group) {
    enum place_precision precision = group->items[0]->precision;
    return precision != PRECISION_COUNTRY && precision != PRECISION_UNKNOWN && group->ref.size > 0;
}

/* Whether what a group tells of begins before the other; undated last. */
static bool is_earlier(const struct mark_group *group, const struct mark_group *other) {
    struct date a = group->items[0]->date.start, b = other->items[0]->date.start;
    return date_known(a) && (!date_known(b) || date_compare(a, b) < 0);
}

static bool wants_callout(const struct mark_group *group) {
    return !group->silent && !group->hidden && mark_group_is_placed(group);
}

static size_t count_wanted(const struct mark_groups *groups) {
    size_t wanted = 0;
    for (size_t i = 0; i < groups->count; i++)
        wanted += wants_callout(&groups->items[i]);
    return wanted;
}

static int64_t rank_of(const struct mark_group *group) {
    int64_t killed = group->past ? -4 : group->venue ? -2 : mark_group_killed(group);
    return group->unsure ? (killed > 0 ? 0 : killed - 1) : killed;
}

/* Of those that want a callout, which goes without first: what is past, a meeting, what is unsure, what killed least;
 * the last told. */
static struct mark_group *least_of(const struct mark_groups *groups) {
    struct mark_group *least = NULL;
    for (size_t i = 0; i < groups->count; i++) {
        struct mark_group *group = &groups->items[i];
        if (wants_callout(group) && (!least || rank_of(group) <= rank_of(least)))
            least = group;
    }
    return least;
}

/* In the order of their dates, as the plan has them where they have the same. */
static void number_groups(struct mark_groups *groups) {
    for (size_t i = 0; i < groups->count; i++) {
        groups->items[i].number = wants_callout(&groups->items[i]);
        for (size_t k = 0; k < groups->count && groups->items[i].number > 0; k++) {
            const struct mark_group *other = &groups->items[k];
            bool before = k < i ? !is_earlier(&groups->items[i], other) : is_earlier(other, &groups->items[i]);
            groups->items[i].number += wants_callout(other) && k != i && before;
        }
    }
}

static void hide_unsure(struct mark_groups *groups) {
    for (size_t i = 0; i < groups->count; i++) {
        struct mark_group *group = &groups->items[i];
        for (size_t k = 0; k < groups->count && group->unsure && mark_group_is_placed(group); k++)
            group->hidden = group->hidden || (!groups->items[k].unsure && groups->items[k].past <= group->past &&
                                              text_equal(groups->items[k].ref, group->ref));
    }
}

void mark_groups_gather(const struct map_plan *plan, size_t most, struct arena *arena, struct mark_groups *groups) {
    *groups = (struct mark_groups){0};
    for (size_t i = 0; i < plan->incident_count; i++) {
        struct mark_group *group = group_of(groups, plan->incidents[i], arena);
        *LIST_PUSH(arena, group) = plan->incidents[i];
    }
    hide_unsure(groups);
    for (size_t i = 0; i < groups->count && most < MOST_CALLOUTS && count_wanted(groups) > most; i++)
        groups->items[i].silent = groups->items[i].past;
    while (mark_group_page_is_small(most) && count_wanted(groups) > most)
        least_of(groups)->silent = true;
    if (count_wanted(groups) > most)
        number_groups(groups);
}

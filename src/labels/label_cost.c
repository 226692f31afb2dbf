#include "label_cost.h"

#include "list.h"

#include <math.h>

/* Weights; one unit is a little more than a step down in the order of positions. */
static const double border_touch = 2, border_unit = 0.1, border_most = 14;
static const double stream_touch = 3, stream_unit = 0.04, stream_most = 5;
static const double foreign_touch = 2, foreign_share = 16, foreign_country = 40;
static const double shore_mixed = 8, shore_inland = 2.5, shore_callout = 12;
static const double ambiguous_cost = 6, misleading_cost = 26; /* almost nearer to another dot, and nearer */
static const double misleading_share =
    0.5; /* of what it costs to leave it out: a way off is better, or a leader line */

double label_cost_unplaced(int priority) {
    static const double costs[] = {4000, 300, 70, 32};
    int index = priority < 1 ? 0 : priority > 4 ? 3 : priority - 1;
    return costs[index];
}

static bool candidate_free(const struct label_candidate *candidate, const struct label_ground *ground,
                           struct page_point own) {
    for (size_t i = 0; i < candidate->count; i++)
        if (!label_ground_free(ground, candidate->boxes[i], own, i >= candidate->label_boxes))
            return false;
    return true;
}

/* Borders under the text: a curved name pays once for all of its clusters. */
static double border_cost(const struct label_candidate *candidate, const struct label_ground *ground) {
    double length = 0;
    for (size_t i = 0; i < candidate->label_boxes; i++)
        length += label_ground_borders(ground, candidate->boxes[i]);
    return length > 0 ? label_smaller(border_touch + border_unit * length, border_most) : 0;
}

/* Rivers under names of other things. */
static double stream_cost(const struct label *label, const struct label_candidate *candidate,
                          const struct label_ground *ground) {
    double length = label->target == LABEL_LINE ? 0 : label_ground_streams(ground, candidate->box);
    return length > 0 ? label_smaller(stream_touch + stream_unit * length, stream_most) : 0;
}

/* Text in another country than its own; worst for the names of countries. */
static double foreign_cost(const struct label *label, const struct label_candidate *candidate,
                           const struct label_ground *ground) {
    double share = 0;
    for (size_t i = 0; i < candidate->label_boxes; i++)
        share += label_ground_foreign(ground, candidate->boxes[i], label->territory);
    share /= (double)candidate->label_boxes;
    double weight = label->target == LABEL_AREA ? foreign_country : foreign_share;
    return share > 0.02 ? foreign_touch + weight * share : 0;
}

/* A town's name lies wholly on land or wholly on water, better on land unless it is a shore town. */
static double shore_cost(const struct label *label, const struct label_candidate *candidate,
                         const struct label_ground *ground) {
    if (label->target != LABEL_POINT || !ground->obstacles->water)
        return 0;
    double share = label_ground_water(ground, candidate->box);
    if (share < 0.02)
        return 0;
    double mixed = label->padding > 1 ? shore_callout : shore_mixed; /* the box of a callout hides a lake */
    return mixed * 2 * label_smaller(share, 1 - share) + (label->on_water ? 0 : shore_inland);
}

static double ambiguity_cost(const struct label *label, const struct label_candidate *candidate,
                             const struct label_ground *ground) {
    if (label->target != LABEL_POINT || candidate->leader)
        return 0;
    double own = label_box_distance(candidate->box, label->point);
    if (label_ground_ambiguous(ground, candidate->box, label->point, own))
        return fmax(misleading_cost, misleading_share * label_cost_unplaced(label->priority));
    return label_ground_ambiguous(ground, candidate->box, label->point, own * 1.15) ? ambiguous_cost : 0;
}

static void measure_extent(struct label_candidate *candidate) {
    candidate->extent = candidate->boxes[0];
    for (size_t i = 1; i < candidate->count; i++)
        candidate->extent = label_box_union(candidate->extent, candidate->boxes[i]);
}

bool label_cost_offer(struct label_task *task, struct label_candidate candidate, const struct label_ground *ground,
                      struct arena *arena) {
    const struct label *label = task->label;
    struct page_point own = label->target == LABEL_POINT ? label->point : (struct page_point){NAN, NAN};
    if (candidate.cost >= task->unplaced || !candidate_free(&candidate, ground, own))
        return false;
    candidate.cost += border_cost(&candidate, ground) + stream_cost(label, &candidate, ground) +
                      foreign_cost(label, &candidate, ground) + shore_cost(label, &candidate, ground) +
                      ambiguity_cost(label, &candidate, ground);
    if (!(candidate.cost < task->unplaced))
        return false;
    measure_extent(&candidate);
    *LIST_PUSH(arena, &task->candidates) = candidate;
    return true;
}

/* label_cost.h: what a place for a label costs, apart from other labels: the lower the better. */
#ifndef BORDERMAP_LABEL_COST_H
#define BORDERMAP_LABEL_COST_H

#include "label_ground.h"
#include "label_parts.h"

/* Cost of leaving a label without a place, by priority 1..4. */
double label_cost_unplaced(int priority);

/*
 * Adds the candidate to the task's if it may be: on the page, clear of dots and what is blocked, cheaper than no place.
 * candidate->cost comes in as what the position itself costs and grows by what lies under the label. Returns whether it
 * was added.
 */
bool label_cost_offer(struct label_task *task, struct label_candidate candidate, const struct label_ground *ground,
                      struct arena *arena);

#endif

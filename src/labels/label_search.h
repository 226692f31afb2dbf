/* label_search.h: which candidate each label takes: greedily by cost, then local search, then ejection chains. */
#ifndef BORDERMAP_LABEL_SEARCH_H
#define BORDERMAP_LABEL_SEARCH_H

#include "label_ground.h"
#include "label_parts.h"

/*
 * Sets the choice of every task. No two chosen candidates come nearer to each other than LABEL_GAP at any moment of the
 * search, so none has to be taken away at its end. Deterministic; the work is capped.
 */
void label_search_run(struct label_task *tasks, size_t count, struct page_box page, struct arena *scratch);

#endif

/* edit_plan.h: an edit taken into the plan of its map. */
#ifndef BORDERMAP_EDIT_PLAN_H
#define BORDERMAP_EDIT_PLAN_H

#include "plan.h"

/* Title, subtitle and frame as the edit says; the rest waits for map_compose(). The edit must outlive the plan. */
void edit_plan(const struct edit *edit, struct map_plan *plan);

#endif

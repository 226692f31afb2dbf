/* plan_id.h: what a map is called: by its subject, never by its rank, so that files and edits outlive other maps. */
#ifndef BORDERMAP_PLAN_ID_H
#define BORDERMAP_PLAN_ID_H

#include "plan.h"

/* Gives all plans of an article their ids: "overview", the codes of the parties ("kg-tj"), else the place. Maps of the
 * same countries are told apart by where their first incident is: "kg-tj-batken". */
void plan_ids_give(const struct map_sources *sources, struct map_plans *plans, struct arena *arena);

#endif

/* plan_many.h: the one map of more incidents than can be told one by one: framed by where most of them are, titled by
 * their countries and days. */
#ifndef BORDERMAP_PLAN_MANY_H
#define BORDERMAP_PLAN_MANY_H

#include "plan.h"

enum { MANY_INCIDENTS_FROM = 65 };

/* Whether the story wants it: by the number of its incidents that can be drawn, or because the options say how. */
bool plan_many_wanted(const struct story *story, const struct map_options *options);

/* Fills in the plan, all but its id. False if none of the incidents can be drawn. */
bool plan_many(const struct map_sources *sources, const struct story *story, const struct map_options *options,
               struct text lang, struct arena *arena, struct map_plan *plan);

#endif

/* timeline.h: a strip of events a day, a row a kind, to stand beside a map. */
#ifndef BORDERMAP_TIMELINE_H
#define BORDERMAP_TIMELINE_H

#include "plan.h"

/*
 * The scene of a strip, as wide as the page of the options: the kinds that happened most, a bar a day that lasts as
 * long as an event does; what lasted many days counts on each. From `from` to `to`; unknown = the first and the last
 * day. An empty scene (no items) where nothing has a day.
 */
bool timeline_compose(const struct map_sources *sources, const struct map_plan *plan, struct date from, struct date to,
                      const struct map_options *options, struct arena *arena, struct scene *scene,
                      struct error *error) NODISCARD;

#endif

/* build_series.h: a page through time: a frame a week or month, all of one frame and scale; and its strip of days. */
#ifndef BORDERMAP_BUILD_SERIES_H
#define BORDERMAP_BUILD_SERIES_H

#include "atlas.h"
#include "map_run.h"
#include "plan_region.h"

struct series {
    enum atlas_series step;
    struct date from, to; /* unknown: of the first and the last incident */
    bool timeline;
};

/* After the map of the plan was drawn: <id>-001 …, <id>-series.png of them where PNG is among the formats, and
 * <id>-timeline.svg. All go into the run's files. */
bool series_draw(struct map_run *run, const struct map_plan *plan, const struct map_region *region,
                 const struct incident_list *incidents, const struct series *series, struct error *error) NODISCARD;

#endif

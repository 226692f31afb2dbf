/* plan_remarks.h: what a user is told of an article of which not all is sure or drawn. */
#ifndef BORDERMAP_PLAN_REMARKS_H
#define BORDERMAP_PLAN_REMARKS_H

#include "plan_subject.h"
#include "theatres.h"

/* What the map shows as there is no incident to draw, and which have no place. */
void remark_subject(const struct map_sources *sources, const struct subject *subject, const struct theatres *theatres,
                    struct arena *arena, struct map_plans *plans);

/* That nothing drawn is sure, and what is unsure and on no map. */
void remark_unsure(const struct theatres *theatres, struct arena *arena, struct map_plans *plans);

#endif

/* incident_copy.h: an incident that outlives what it was read from. */
#ifndef BORDERMAP_INCIDENT_COPY_H
#define BORDERMAP_INCIDENT_COPY_H

#include "incident.h"

/* All texts and arrays in the arena. */
struct incident incident_copy(struct arena *arena, const struct incident *incident);

#endif

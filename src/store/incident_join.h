/* incident_join.h: the incident that linked accounts make: what the best of them says, counts as the range of all. */
#ifndef BORDERMAP_INCIDENT_JOIN_H
#define BORDERMAP_INCIDENT_JOIN_H

#include "account.h"

/* One of them and more, by their keys; texts stay theirs. Without corrections. */
struct incident incident_join(const struct account *const *accounts, size_t count, struct text id, struct arena *arena);

/* The one whose words and place the incident has. */
const struct account *incident_join_best(const struct account *const *accounts, size_t count);

#endif

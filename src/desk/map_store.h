/* map_store.h: maps of the incidents that are kept, whichever articles and tables told them. */
#ifndef BORDERMAP_MAP_STORE_H
#define BORDERMAP_MAP_STORE_H

#include "atlas.h"
#include "map_run.h"

struct map_store_request {
    const char *store;     /* a file, or "PG:…" */
    struct atlas_map what; /* which incidents: areas, bounds, days, kinds … */
    struct date now;       /* what relative days count from; unknown = the newest account's */
};

/* One map of the areas or the frame that are asked for; without any, the maps that the incidents need, as of an
 * article. ERROR_USAGE for an area that is none. */
bool map_store(struct map_run *run, const struct map_store_request *request, struct error *error) NODISCARD;

#endif

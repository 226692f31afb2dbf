/* atlas_query.h: the incidents of the store that a map of an atlas asks for. */
#ifndef BORDERMAP_ATLAS_QUERY_H
#define BORDERMAP_ATLAS_QUERY_H

#include "atlas.h"
#include "outlet.h"
#include "plan_region.h"
#include "store.h"

struct atlas_query {
    const struct map_sources *sources; /* data and gazetteer */
    const struct outlet *outlet;
    struct store *store;
    const struct atlas_map *map;
    struct date anchor; /* what relative days count from */
    bool accounts;      /* with the accounts of each */
};

/* By their ids, each once, and the region that was asked for. What is only claimed and denied is left out unless its
 * status is asked for. ERROR_USAGE for an area that is none. */
bool atlas_query_list(const struct atlas_query *query, struct arena *arena, struct map_region *region,
                      struct stored_list *list, struct error *error) NODISCARD;

#endif

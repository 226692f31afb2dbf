/* diff_run.h: what is new, changed, gone between two dates, as reported by then, or two stores. */
#ifndef BORDERMAP_DIFF_RUN_H
#define BORDERMAP_DIFF_RUN_H

#include "atlas.h"
#include "map_run.h"

/* A state: a store, and, where that is known, what had been reported by the end of a day. */
struct diff_state {
    const char *store;
    struct date day;
};

struct diff_request {
    struct diff_state before, after;
    struct map_request map; /* directory NULL = no map is drawn */
    struct atlas_map what;  /* which incidents: areas, bounds, days, kinds … */
    bool json;
};

struct diff_result {
    size_t count; /* of differences */
};

/* The differences as results, a line each: text in the language of the request, or objects. A map of them is drawn
 * where the request has a folder. */
bool diff_run(const struct engine_options *engine, const struct diff_request *request, struct diff_result *result,
              struct error *error) NODISCARD;

#endif

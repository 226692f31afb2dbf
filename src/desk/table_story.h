/* table_story.h: a table of incidents as the story that maps are drawn from. */
#ifndef BORDERMAP_TABLE_STORY_H
#define BORDERMAP_TABLE_STORY_H

#include "engine.h"
#include "tables.h"

struct table_request {
    struct text columns; /* a column map, or empty */
    bool unsure;         /* also what its source does not vouch for */
};

/* Reads the tables in the bytes. Rows that cannot be read are remarked upon, the first few one by one, and *rejected
 * counts them; what is unconfirmed is left out and counted, unless it is asked for. */
bool table_story_read(const struct engine *engine, struct text path, struct text bytes,
                      const struct table_request *request, struct arena *arena, struct story *story, size_t *rejected,
                      struct error *error) NODISCARD;

#endif

/* shard.h: one of several parts of a body of documents, each of which is in exactly one: by a hash of its id, the same
 * everywhere. */
#ifndef BORDERMAP_SHARD_H
#define BORDERMAP_SHARD_H

#include "text.h"

#include <stdbool.h>

struct shard {
    uint64_t number, count; /* from 1; count 0: there is one part, which has all */
};

/* "3/8"; false for what is none. */
bool shard_read(struct text text, struct shard *shard);

/* Whether the document of this id is in the part. */
bool shard_has(struct shard shard, struct text id);

#endif

/* geoparse_stream.h: bordermap geoparse --jsonl: one document a line in, one a line out. */
#ifndef BORDERMAP_GEOPARSE_STREAM_H
#define BORDERMAP_GEOPARSE_STREAM_H

#include "command.h"
#include "engine.h"
#include "shard.h"

/* Streams all inputs in order (without any: standard input), worked on by so many threads (1 to WORK_JOBS_MOST). A
 * line is answered as soon as it is complete; one that cannot be read gives {"id","error"} and the stream goes on.
 * Documents of other shards are passed over. */
enum exit_code geoparse_stream(struct engine *engine, const struct arguments *arguments,
                               const struct geoparse_options *options, struct shard shard, size_t jobs);

#endif

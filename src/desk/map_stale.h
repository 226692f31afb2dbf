/* map_stale.h: maps that an article had in an earlier run, and no longer has: they stay on disk until --prune. */
#ifndef BORDERMAP_MAP_STALE_H
#define BORDERMAP_MAP_STALE_H

#include "map_run.h"

/* Reads which maps the folder's manifest lists, before it is replaced; one that is not there or no manifest lists
 * none. */
void map_stale_read(struct map_run *run);

/* Says which maps of this run's articles are no longer drawn and notes them in the manifest; with --prune removes their
 * files, but no edit of theirs. */
void map_stale_finish(struct map_run *run);

#endif

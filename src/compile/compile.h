/* compile.h: the shipped tables → gazetteer.bin; used by the build and by `bordermap geodata build`. */
#ifndef BORDERMAP_COMPILE_H
#define BORDERMAP_COMPILE_H

#include "error.h"
#include "progress.h"

/* Reads source/tables and source/curated, writes `path` atomically; the same bytes every time. Bad rows are errors
 * naming file and line. */
bool compile_gazetteer(const char *source, const char *path, const struct progress *progress,
                       struct error *error) NODISCARD;

#endif

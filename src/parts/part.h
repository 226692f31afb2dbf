/* part.h: the loadable parts: libraries of this program beside it, opened when something needs them, so that a command
 * that draws nothing does not load what draws. This is the only place that opens a library. */
#ifndef BORDERMAP_PART_H
#define BORDERMAP_PART_H

#include "error.h"

/* What every part exports under the name PART_SYMBOL: begins with the version of the program it was built with. */
struct part {
    const char *version;
};

#define PART_SYMBOL "bordermap_part"

/*
 * The table of bordermap-NAME.so, found by the program's own run path (../lib/bordermap, or lib/bordermap beside it),
 * and opened but once. ERROR_ENVIRONMENT where it is missing, cannot be loaded or is of another version.
 */
bool part_open(const char *name, const struct part **part, struct error *error) NODISCARD;

#endif

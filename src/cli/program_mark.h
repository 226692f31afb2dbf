/* program_mark.h: what tells this program from an earlier one of the same version. */
#ifndef BORDERMAP_PROGRAM_MARK_H
#define BORDERMAP_PROGRAM_MARK_H

#include "arena.h"

/* Its version, and the digests of its file and of the parts that it loads; NUL-terminated, in the arena. */
const char *program_mark(struct arena *arena);

#endif

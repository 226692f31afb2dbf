/* label_stretches.h: a line that comes in pieces, put together where their ends meet. */
#ifndef BORDERMAP_LABEL_STRETCHES_H
#define BORDERMAP_LABEL_STRETCHES_H

#include "arena.h"
#include "shape.h"

/* The longest unbroken paths of the line, longest first, in the arena; at forks each goes on along its straightest
 * piece. */
struct page_shape label_stretches(const struct page_shape *line, struct arena *arena);

#endif

/* kind.h: what kind of file it is, told by its content; private to article/. */
#ifndef BORDERMAP_KIND_H
#define BORDERMAP_KIND_H

#include "formats.h"

struct kind {
    const char *name; /* for people */
    bool (*tells)(struct text path, struct text content, struct text root);
    bool (*read)(struct reading_state *state, struct text content, struct error *error);
};

/* The kind of a text; `path` is a hint. Plain text if it is nothing else. */
const struct kind *kind_of(struct text path, struct text content, struct arena *arena);

#endif

/* file_kind.h: what kind of file it is, told by its content; private to article/. */
#ifndef BORDERMAP_FILE_KIND_H
#define BORDERMAP_FILE_KIND_H

#include "formats.h"

struct file_kind {
    const char *name; /* for people */
    bool (*tells)(struct text path, struct text content, struct text root);
    bool (*read)(struct reading_state *state, struct text content, struct error *error);
};

/* The kind of a text; `path` is a hint. Plain text if it is nothing else. */
const struct file_kind *file_kind_of(struct text path, struct text content, struct arena *arena);

struct byte_kind {
    const char *name;
    bool (*tells)(struct text bytes);
    bool (*read)(struct reading_state *state, struct text bytes, struct error *error);
};

/* The kind of a file that is no text; NULL for text. */
const struct byte_kind *byte_kind_of(struct text bytes);

#endif

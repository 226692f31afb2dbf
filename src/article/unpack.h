/* unpack.h: what compressed files and archives hold: .gz, .zst, .zip (libarchive, opened when one comes). */
#ifndef BORDERMAP_UNPACK_H
#define BORDERMAP_UNPACK_H

#include "arena.h"
#include "error.h"
#include "text.h"

struct unpacked_file {
    struct text name; /* empty where the format has no names */
    struct text bytes;
};

struct unpacked_files {
    struct unpacked_file *items;
    size_t count, capacity;
    size_t bytes; /* of all of them */
};

/* How much is taken out: of each file at most `each`, the rest of it passed over (0: all); of all of them at most
 * `all`, else ERROR_INPUT. */
struct unpack_limits {
    size_t each, all;
};

/* Whether the bytes are one. */
bool unpack_tells(struct text bytes);

/* Unpacks it into the arena. ERROR_INPUT for a damaged one. */
bool unpack_archive(struct text bytes, struct unpack_limits limits, struct arena *arena, struct unpacked_files *members,
                    struct error *error) NODISCARD;

#endif

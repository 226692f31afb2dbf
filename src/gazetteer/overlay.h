/* overlay.h: one imported index (overlay.bin), mapped: places and names of a user's own, by ids of its own. */
#ifndef BORDERMAP_OVERLAY_H
#define BORDERMAP_OVERLAY_H

#include "error.h"
#include "reading.h"

struct overlay;

/* Maps the file (version and size are checked, nothing is parsed). ERROR_ENVIRONMENT says what is wrong. */
bool overlay_open(const char *path, struct overlay **overlay, struct error *error) NODISCARD;
void overlay_close(struct overlay *overlay);

/* Reads all of it: false (ERROR_ENVIRONMENT) unless its bytes are those that were written. */
bool overlay_check(const struct overlay *overlay, struct error *error) NODISCARD;

size_t overlay_place_count(const struct overlay *overlay);

/* The entry, with its id in this file; id must be below overlay_place_count(). */
struct place overlay_place(const struct overlay *overlay, place_id id);

/* Whether it is there for its names only: another index must have the place itself. */
bool overlay_is_names_only(const struct overlay *overlay, place_id id);

/* By reference; PLACE_NONE if there is none. */
place_id overlay_place_of(const struct overlay *overlay, struct text ref);

/* How many readings the hash of a key has (index_mix of text_hash), and the first of them. */
size_t overlay_find(const struct overlay *overlay, uint64_t hash, size_t *first);

/* A reading, its place and language numbered as in this file. */
struct reading overlay_reading(const struct overlay *overlay, size_t at);

/* The most words of any name that begins with the word of that hash; 0 if none does. */
size_t overlay_longest(const struct overlay *overlay, uint64_t hash);

/* The name in the language of that number; empty if there is none. */
struct text overlay_name(const struct overlay *overlay, place_id id, uint16_t language);

size_t overlay_language_count(const struct overlay *overlay);
struct text overlay_language(const struct overlay *overlay, size_t language);

/* The populated place at `at` of those ordered by greatness; false behind the last. */
bool overlay_point(const struct overlay *overlay, size_t at, struct lonlat *point, place_id *id);

#endif

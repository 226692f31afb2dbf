/*
 * overlays.h: what users imported, laid over one gazetteer: one numbering of places and languages for all of them. A
 * place that the gazetteer has, or an earlier overlay, lends its id: an import adds names to it, not a second place.
 */
#ifndef BORDERMAP_OVERLAYS_H
#define BORDERMAP_OVERLAYS_H

#include "place_index.h"

struct overlays;

enum { OVERLAYS_MOST = 32 };

/* None yet, over the index, which must outlive them. NULL if there is no memory. */
struct overlays *overlays_new(const struct place_index *ground);
void overlays_close(struct overlays *overlays);

/* Opens the file and lays it over the others. ERROR_ENVIRONMENT. */
bool overlays_add(struct overlays *overlays, const char *path, struct error *error) NODISCARD;

/* Of all together, those of the index not counted. */
size_t overlays_place_count(const struct overlays *overlays);

/* The entry of the index or of an overlay; PLACE_NONE as its id where there is none. */
struct place overlays_place(const struct overlays *overlays, place_id id);

/* By reference, in the index or in the first overlay that has it; PLACE_NONE. */
place_id overlays_place_of(const struct overlays *overlays, struct text ref);

/* `own` with the readings of the overlays sorted in, in the arena; `own` itself if they have none. */
struct readings overlays_find(const struct overlays *overlays, struct text key, struct readings own,
                              struct arena *arena);

size_t overlays_longest(const struct overlays *overlays, struct text word);

/* The name of a place of whichever index, as the overlays have it. */
struct text overlays_name(const struct overlays *overlays, struct text ref, struct text language);

/* By a number that the index does not have. */
struct text overlays_language(const struct overlays *overlays, uint16_t language);

/* Sorts the overlays' populated places inside the bounds into ids[0..count], greatest first; returns how many there are
 * now, at most `limit`. */
size_t overlays_within(const struct overlays *overlays, struct bounds bounds, size_t limit, place_id *ids,
                       size_t count);

#endif

/*
 * overlays.h: what users imported, laid over one gazetteer: one numbering of places and languages for all of them. A
 * place that the gazetteer has, or an earlier overlay, lends its id: an import adds names to it, not a second place.
 */
#ifndef BORDERMAP_OVERLAYS_H
#define BORDERMAP_OVERLAYS_H

#include "gazetteer.h"

struct overlays;

enum { OVERLAYS_MOST = 32 };

/* What is below: ids and languages of the gazetteer itself, without overlays. */
struct overlays_ground {
    const struct gazetteer *gazetteer;
    size_t places, languages;
    place_id (*place_of)(const struct gazetteer *gazetteer, struct text ref);
    uint16_t (*language_of)(const struct gazetteer *gazetteer, struct text language); /* 0: none */
};

/* None yet. NULL if there is no memory. */
struct overlays *overlays_new(struct overlays_ground ground);
void overlays_close(struct overlays *overlays);

/* Opens the file and lays it over the others. ERROR_ENVIRONMENT. */
bool overlays_add(struct overlays *overlays, const char *path, struct error *error) NODISCARD;

/* Of all together, the gazetteer's own not counted. */
size_t overlays_place_count(const struct overlays *overlays);
size_t overlays_name_count(const struct overlays *overlays);

/* By an id that the gazetteer does not have. */
struct place overlays_place(const struct overlays *overlays, place_id id);

/* By reference, if the gazetteer has none; PLACE_NONE. */
place_id overlays_place_of(const struct overlays *overlays, struct text ref);

/* `own` with the readings of the overlays sorted in, in the arena; `own` itself if they have none. */
struct readings overlays_find(const struct overlays *overlays, struct text key, struct readings own,
                              struct arena *arena);

size_t overlays_longest(const struct overlays *overlays, struct text word);

/* The name of a place of whichever index, as the overlays have it. */
struct text overlays_name(const struct overlays *overlays, struct text ref, struct text language);

/* By a number that the gazetteer does not have. */
struct text overlays_language(const struct overlays *overlays, uint16_t language);

/* Sorts the overlays' populated places inside the bounds into ids[0..count], greatest first; returns how many there are
 * now, at most `limit`. */
size_t overlays_within(const struct overlays *overlays, struct bounds bounds, size_t limit, place_id *ids,
                       size_t count);

#endif

/* gazetteer.h: places and their names: the compiled index, and over it what users imported. */
#ifndef BORDERMAP_GAZETTEER_H
#define BORDERMAP_GAZETTEER_H

#include "error.h"
#include "reading.h"
#include "ref.h"

struct gazetteer;

/* Maps "…/gazetteer.bin" (version and size are checked, nothing is parsed). ERROR_ENVIRONMENT says what is wrong and
 * how to rebuild. */
bool gazetteer_open(const char *path, struct gazetteer **gazetteer, struct error *error) NODISCARD;
void gazetteer_close(struct gazetteer *gazetteer);

/* Lays what a user imported ("…/overlay.bin") over the index: from now on all of its places and names are found as
 * well. ERROR_ENVIRONMENT. */
bool gazetteer_lay_over(struct gazetteer *gazetteer, const char *path, struct error *error) NODISCARD;

size_t gazetteer_place_count(const struct gazetteer *gazetteer);

/*
 * All places that a folded key (fold_key) names; empty if none. Countries first, then special areas, waters and
 * organisations, then regions and points, then districts; each by population. A name that several languages share is
 * one reading without a language; adjectives, peoples, abbreviations and the like are one reading for each language.
 * Where imported data has readings as well, all of them are put together in the arena.
 */
struct readings gazetteer_find(const struct gazetteer *gazetteer, struct text key, struct arena *arena);

/*
 * The most words of any name whose first folded word is `word`; 0 if no name begins so. In scripts without spaces (Han,
 * kana, Thai, Lao, Khmer, Burmese) each code point counts as a word: ask with the first one.
 */
size_t gazetteer_longest(const struct gazetteer *gazetteer, struct text word);

/* The entry. id must be below gazetteer_place_count(). */
struct place gazetteer_place(const struct gazetteer *gazetteer, place_id id);

/* By reference ("border:KG-TJ"); PLACE_NONE if there is none. */
place_id gazetteer_place_of(const struct gazetteer *gazetteer, struct text ref);

/* The usual name in that language (the exonym an editor prints); empty if there is none: then use place.name. */
struct text gazetteer_name(const struct gazetteer *gazetteer, place_id id, struct text language);

/* The local name in the local script and language, or empty. */
struct text gazetteer_local_name(const struct gazetteer *gazetteer, place_id id);

struct text gazetteer_language(const struct gazetteer *gazetteer, uint16_t language);

/*
 * Populated places inside the bounds, greatest first (capitals, then seats of regions, then population), at most
 * `limit`; written to ids; returns how many.
 */
size_t gazetteer_within(const struct gazetteer *gazetteer, struct bounds bounds, size_t limit, place_id *ids);

/* Members of an organisation or countries of a supranational area on a date: place ids of countries; returns how many
 * were written. */
size_t gazetteer_members(const struct gazetteer *gazetteer, place_id organisation, int64_t days, size_t limit,
                         place_id *ids);

#endif

/* house_names.h: how a house spells places: "Kyiv" not "Kiev", "Stepanakert/Khankendi"; on labels, in titles and
 * captions. */
#ifndef BORDERMAP_HOUSE_NAMES_H
#define BORDERMAP_HOUSE_NAMES_H

#include "gazetteer.h"

struct house_names;

enum { HOUSE_NAMES_BYTES = 4 << 20 };

/*
 * Reads {"names": {KEY: NAME or {LANGUAGE: NAME, …}, …}} into the arena. KEY is a reference ("geonames:703448": that
 * place), or a name as it would stand on a map ("Kiev": whatever would be called that). A NAME without a language holds
 * where the usual name is in the same script. ERROR_INPUT with line and column, or the path of the key. References and
 * names that the gazetteer does not know are no error: they are listed in *unknown, a line each.
 */
bool house_names_read(struct text json, const struct gazetteer *gazetteer, struct arena *arena,
                      struct house_names **names, struct text *unknown, struct error *error) NODISCARD;

/* The name of the house for the place, whose usual name in that language is given; that one where the house has none.
 */
struct text house_names_of(const struct house_names *names, place_id place, struct text usual, struct text lang);

#endif

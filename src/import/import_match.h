/* import_match.h: which of the places that are known already a row of an import means, so that it adds names to them
 * instead of places beside them. */
#ifndef BORDERMAP_IMPORT_MATCH_H
#define BORDERMAP_IMPORT_MATCH_H

#include "gazetteer.h"

struct import_match;

/* Learns the numbers and codes of the gazetteer's places; it and the arena must outlive the match. */
struct import_match *import_match_new(const struct gazetteer *gazetteer, struct arena *arena);

/* The reference of a GeoNames number: of the country or region that has it, else "geonames:…", in the arena. */
struct text import_match_geonameid(const struct import_match *match, int64_t geonameid, struct arena *arena);

/* From now on the number means that reference. */
void import_match_learn(struct import_match *match, int64_t geonameid, struct text ref);

/* The reference of the region that has these GeoNames codes ("KG", "08"); empty if none is known. */
struct text import_match_admin1(const struct import_match *match, struct text country, struct text code);

/* The country, region or district of a row of class A by its codes (GeoNames's, or ISO 3166-2 in admin1); empty if it
 * is none that is known. */
struct text import_match_unit(const struct import_match *match, struct text feature, struct text country,
                              struct text admin1, struct text admin2, struct arena *arena);

/* The known place of that kind that has the name and lies near enough to be the same; empty if there is none. */
struct text import_match_named(const struct import_match *match, struct text name, enum place_kind kind,
                               struct text feature, struct text country, struct lonlat point, struct arena *arena);

#endif

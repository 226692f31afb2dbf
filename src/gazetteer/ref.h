/* ref.h: references, the names by which everything speaks of a place: "country:KG", "border:KG-TJ", "geonames:1220164".
 */
#ifndef BORDERMAP_REF_H
#define BORDERMAP_REF_H

#include "arena.h"
#include "place.h"

/* What a reference says of itself: the word before its colon. */
enum ref_kind {
    REF_OTHER,        /* none, or one that nothing here knows */
    REF_COUNTRY,      /* country:KG: ISO 3166-1 alpha-2 */
    REF_REGION,       /* admin1:UA-65 */
    REF_DISTRICT,     /* admin2:US.KY.067 */
    REF_AREA,         /* area:nagorno-karabakh */
    REF_BORDER,       /* border:KG-TJ: its two sides in the order of the alphabet */
    REF_LINE,         /* line:…: of control, of contact, a cease-fire line */
    REF_RIVER,        /* river:isfara */
    REF_LAKE,         /* lake:… */
    REF_SEA,          /* sea:… */
    REF_STRAIT,       /* strait:… */
    REF_WATER,        /* water:…: any other */
    REF_ORGANISATION, /* org:CSTO */
    REF_GROUP,        /* group:…: armed groups and the like */
    REF_TOWN,         /* geonames:1220164: whatever has a number there */
    REF_POINT,        /* point:…: a place of our own without one */
    REF_USER,         /* user:…: what was imported */
    REF_KINDS
};

enum { REF_CODE = 2 }; /* letters of a country's code */

enum ref_kind ref_kind(struct text ref);
bool ref_is(struct text ref, enum ref_kind kind);

/* What follows the colon; all of it where there is none. */
struct text ref_id(struct text ref);

/* "KG" of "country:KG"; empty for other kinds. */
struct text ref_country(struct text ref);

/* The codes of a border's two sides; false for other kinds. */
bool ref_sides(struct text ref, struct text *a, struct text *b);

/* Whether it is a border and the country one of its sides. */
bool ref_has_side(struct text ref, struct text code);

/* The reference of that kind with that id. */
struct text ref_new(struct arena *arena, enum ref_kind kind, struct text id);

struct text ref_of_country(struct arena *arena, struct text code);

/* The border of two countries, whichever is named first. */
struct text ref_of_border(struct arena *arena, struct text a, struct text b);

/* "geonames:1220164". */
struct text ref_of_geonameid(struct arena *arena, int64_t geonameid);

/* The district of a country and a region: "admin2:US.KY.067". */
struct text ref_of_district(struct arena *arena, struct text country, struct text region, struct text district);

/* What kind of place a reference of that kind is in the gazetteer. */
enum place_kind ref_place_kind(struct text ref);

#endif

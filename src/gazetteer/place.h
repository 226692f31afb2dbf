/* place.h: an entry of the gazetteer: anything that has a name and a position. */
#ifndef BORDERMAP_PLACE_H
#define BORDERMAP_PLACE_H

#include "point.h"
#include "text.h"

#include <stdint.h>

enum place_kind {
    PLACE_POINT,        /* a populated place or another point feature */
    PLACE_COUNTRY,      /* country:KG */
    PLACE_REGION,       /* admin1:UA-65, admin2:US.KY.067 */
    PLACE_AREA,         /* area:nagorno-karabakh, area:central-asia */
    PLACE_RIVER,        /* river:isfara */
    PLACE_WATER,        /* lakes, seas, straits, reservoirs */
    PLACE_LINE,         /* border:KG-TJ, line:… */
    PLACE_ORGANISATION, /* org:CSTO: known so that it is not taken for a place; has members */
    PLACE_KINDS
};

/* Lower-case name of a kind as in JSON: "point", "country", … "organisation". */
const char *place_kind_name(enum place_kind kind);

typedef uint32_t place_id; /* index into the gazetteer; PLACE_NONE = none */
#define PLACE_NONE UINT32_MAX

/* Texts are slices of the mapped index. */
struct place {
    place_id id;
    enum place_kind kind;
    struct text ref;  /* "geonames:1220164" */
    struct text name; /* the gazetteer's own main name (English or local in Latin script) */
    struct text
        feature; /* GeoNames feature code ("PPLA"), or the kind of an area ("breakaway", "supranational", "exclave") */
    struct text country;   /* ISO 3166-1 alpha-2, empty where it is in none or several */
    struct text countries; /* ','-list for borders, areas and rivers that concern several; else same as country */
    struct text admin1;    /* ref of the first-order region that holds it, or empty */
    struct text admin2;    /* GeoNames code, or empty */
    struct lonlat point;
    double precision_km; /* how far from `point` the thing may lie: 0 for a town, half its extent for an area, a border,
                            a river */
    int64_t population;  /* 0 = not known */
    int64_t geonameid;   /* 0 = none */
    bool capital;        /* of a country */
    bool supranational;  /* an area too large to be drawn as a site (continents, world regions) */
};

#endif

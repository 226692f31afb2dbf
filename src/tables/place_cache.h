/* place_cache.h: names of countries, regions, districts and towns in tables → places of the gazetteer, each looked up
 * once. Private to tables/. */
#ifndef BORDERMAP_PLACE_CACHE_H
#define BORDERMAP_PLACE_CACHE_H

#include "gazetteer.h"
#include "snapshot.h"

struct place_cache;

/* `gazetteer` may be NULL: then nothing is found. */
struct place_cache *place_cache_new(const struct gazetteer *gazetteer, struct arena *arena);

/* What is looked for. */
struct place_wish {
    struct text name;
    enum ref_kind kind;  /* a country, region, district, group; REF_TOWN: any point */
    struct text country; /* alpha-2 in which it lies, or empty */
    struct lonlat near;  /* NaN: anywhere */
    double within_km;    /* of that */
};

/* The place, also for a name with a word too many ("Shan State", "Myanmar (Burma)"); false if there is none. */
bool place_cache_find(struct place_cache *cache, const struct place_wish *wish, struct place_snapshot *found);

#endif

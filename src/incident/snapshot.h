/* snapshot.h: a place as it was when something was told of it, so that it can be drawn and named without the gazetteer
 * that knew it. */
#ifndef BORDERMAP_SNAPSHOT_H
#define BORDERMAP_SNAPSHOT_H

#include "place.h"

#include <stdbool.h>

struct place_snapshot {
    struct text ref; /* "geonames:1220164"; empty: no place */
    struct text name;
    enum place_kind kind;
    struct text countries; /* ','-list of ISO 3166-1 alpha-2: of all that it concerns */
    struct lonlat point;
};

bool snapshot_is_known(const struct place_snapshot *snapshot);

/* The texts stay those of the place. */
struct place_snapshot snapshot_of(const struct place *place);

/* The country that it lies in; empty where that is none or several. */
struct text snapshot_country(const struct place_snapshot *snapshot);

/* True if both are the same place. */
bool snapshot_same(const struct place_snapshot *a, const struct place_snapshot *b);

#endif

#include "place.h"

const char *place_kind_name(enum place_kind kind) {
    static const char *const names[PLACE_KINDS] = {"point", "country", "region", "area",
                                                   "river", "water",   "line",   "organisation"};
    return kind < PLACE_KINDS ? names[kind] : "point";
}

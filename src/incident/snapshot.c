#include "snapshot.h"

enum { COUNTRY_CODE = 2 };

bool snapshot_is_known(const struct place_snapshot *snapshot) {
    return snapshot->ref.size > 0;
}

struct place_snapshot snapshot_of(const struct place *place) {
    struct text countries = place->countries.size > 0 ? place->countries : place->country;
    return (struct place_snapshot){place->ref, place->name, place->kind, countries, place->point};
}

struct text snapshot_country(const struct place_snapshot *snapshot) {
    return snapshot->countries.size == COUNTRY_CODE ? snapshot->countries : TEXT_NONE;
}

bool snapshot_same(const struct place_snapshot *a, const struct place_snapshot *b) {
    return snapshot_is_known(a) && text_equal(a->ref, b->ref);
}

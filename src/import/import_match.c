#include "import_match.h"

#include "fold.h"
#include "list.h"

#include <stdio.h>
#include <stdlib.h>

struct numbered {
    int64_t geonameid;
    struct text ref;
};

struct coded {
    struct text code; /* "KG.08" */
    struct text ref;
};

struct import_match {
    const struct gazetteer *gazetteer;
    struct arena *arena;
    struct {
        struct numbered *items;
        size_t count, capacity;
    } numbers; /* sorted up to `sorted`, later ones behind it win */
    size_t sorted;
    struct {
        struct coded *items;
        size_t count, capacity;
    } codes; /* sorted */
};

static int compare_numbers(const void *a, const void *b) {
    int64_t x = ((const struct numbered *)a)->geonameid;
    int64_t y = ((const struct numbered *)b)->geonameid;
    return x < y ? -1 : x > y;
}

static int compare_codes(const void *a, const void *b) {
    const struct coded *x = a;
    const struct coded *y = b;
    int order = text_compare(x->code, y->code);
    return order ? order : text_compare(x->ref, y->ref);
}

/* "KG.08" of "KG.08.1234"; empty if that is not there. */
static struct text first_codes(struct text admin2) {
    size_t dot = text_find(admin2, TEXT("."), 3);
    return admin2.size > 3 && dot < admin2.size ? text_slice(admin2, 0, dot) : TEXT_NONE;
}

static void learn_code(struct import_match *match, struct text code, struct text ref) {
    struct coded *last = match->codes.count ? &match->codes.items[match->codes.count - 1] : NULL;
    if (code.size > 0 && ref.size > 0 && !(last && text_equal(last->code, code) && text_equal(last->ref, ref)))
        *LIST_PUSH(match->arena, &match->codes) = (struct coded){code, ref};
}

static void learn_place(struct import_match *match, const struct place *place) {
    bool by_number = ref_is(place->ref, REF_TOWN);
    if (place->geonameid > 0 && !by_number)
        *LIST_PUSH(match->arena, &match->numbers) = (struct numbered){place->geonameid, place->ref};
    if (by_number)
        learn_code(match, first_codes(place->admin2), place->admin1);
    else if (ref_is(place->ref, REF_DISTRICT))
        learn_code(match, first_codes(ref_id(place->ref)), place->admin1);
    else if (ref_is(place->ref, REF_REGION))
        learn_code(match, ref_id(place->ref), place->ref);
}

struct import_match *import_match_new(const struct gazetteer *gazetteer, struct arena *arena) {
    struct import_match *match = ARENA_NEW(arena, struct import_match);
    match->gazetteer = gazetteer;
    match->arena = arena;
    size_t count = gazetteer_place_count(gazetteer);
    for (place_id id = 0; id < count; id++) {
        struct place place = gazetteer_place(gazetteer, id);
        learn_place(match, &place);
    }
    if (match->codes.count > 1)
        qsort(match->codes.items, match->codes.count, sizeof *match->codes.items, compare_codes);
    if (match->numbers.count > 1)
        qsort(match->numbers.items, match->numbers.count, sizeof *match->numbers.items, compare_numbers);
    match->sorted = match->numbers.count;
    return match;
}

/* Learned numbers are few (countries, regions, districts) and come before names are asked for. */
static void sort_numbers(struct import_match *match) {
    if (match->sorted < match->numbers.count) {
        qsort(match->numbers.items, match->numbers.count, sizeof *match->numbers.items, compare_numbers);
        match->sorted = match->numbers.count;
    }
}

struct text import_match_geonameid(const struct import_match *match, int64_t geonameid, struct arena *arena) {
    struct numbered wanted = {geonameid, TEXT_NONE};
    sort_numbers((struct import_match *)(uintptr_t)match);
    const struct numbered *found =
        match->sorted ? bsearch(&wanted, match->numbers.items, match->sorted, sizeof wanted, compare_numbers) : NULL;
    return found ? found->ref : ref_of_geonameid(arena, geonameid);
}

void import_match_learn(struct import_match *match, int64_t geonameid, struct text ref) {
    *LIST_PUSH(match->arena, &match->numbers) = (struct numbered){geonameid, text_copy(match->arena, ref)};
}

struct text import_match_admin1(const struct import_match *match, struct text country, struct text code) {
    char bytes[64];
    size_t low = 0;
    size_t high = match->codes.count;
    if (country.size != 2 || code.size == 0 || code.size > 32)
        return TEXT_NONE;
    int size = snprintf(bytes, sizeof bytes, "%.*s.%.*s", TEXT_ARGS(country), TEXT_ARGS(code));
    struct text wanted = {bytes, size > 0 ? (size_t)size : 0};
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool before = text_compare(match->codes.items[middle].code, wanted) < 0;
        *(before ? &low : &high) = before ? middle + 1 : middle;
    }
    bool found = low < match->codes.count && text_equal(match->codes.items[low].code, wanted);
    return found ? match->codes.items[low].ref : TEXT_NONE;
}

static struct text known(const struct import_match *match, struct text ref) {
    return gazetteer_place_of(match->gazetteer, ref) != PLACE_NONE ? ref : TEXT_NONE;
}

struct text import_match_unit(const struct import_match *match, struct text feature, struct text country,
                              struct text admin1, struct text admin2, struct arena *arena) {
    if (text_starts(feature, TEXT("PCL")) && !text_is(feature, "PCLH"))
        return known(match, ref_of_country(arena, country));
    if (text_is(feature, "ADM1")) {
        bool iso = text_find(admin1, TEXT("-"), 0) < admin1.size;
        return iso ? known(match, ref_new(arena, REF_REGION, admin1)) : import_match_admin1(match, country, admin1);
    }
    if (text_is(feature, "ADM2"))
        return known(match, ref_of_district(arena, country, admin1, admin2));
    return TEXT_NONE;
}

/* How far apart two sources may put the same thing. */
static double same_within_km(enum place_kind kind) {
    return kind == PLACE_COUNTRY ? 3000 : kind == PLACE_REGION ? 150 : kind == PLACE_POINT ? 8 : 60;
}

struct text import_match_named(const struct import_match *match, struct text name, enum place_kind kind,
                               struct text feature, struct text country, struct lonlat point, struct arena *arena) {
    struct readings readings = gazetteer_find(match->gazetteer, fold_key(arena, name), arena);
    struct text best = TEXT_NONE;
    double least = same_within_km(kind);
    for (size_t i = 0; i < readings.count; i++) {
        struct place place = gazetteer_place(match->gazetteer, readings.items[i].place);
        bool district = text_is(place.feature, "ADM2");
        bool same =
            place.kind == kind && readings.items[i].use <= NAME_HISTORIC &&
            (country.size == 0 || place.country.size == 0 || text_equal(country, place.country)) &&
            (kind != PLACE_REGION || district == text_is(feature, "ADM2")) &&
            (kind != PLACE_POINT || text_starts(place.feature, TEXT("PPL")) == text_starts(feature, TEXT("PPL")));
        double km = same ? lonlat_distance_km(place.point, point) : least;
        if (km < least) {
            least = km;
            best = place.ref;
        }
    }
    return best;
}

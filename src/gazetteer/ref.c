#include "ref.h"

#include <string.h>

struct ref_row {
    struct text prefix;
    enum place_kind place;
};

#define ROW(prefix, place)                                                                                             \
    { {(prefix), sizeof(prefix) - 1}, (place) }

static const struct ref_row rows[REF_KINDS] = {
    [REF_OTHER] = ROW("", PLACE_AREA),
    [REF_COUNTRY] = ROW("country:", PLACE_COUNTRY),
    [REF_REGION] = ROW("admin1:", PLACE_REGION),
    [REF_DISTRICT] = ROW("admin2:", PLACE_REGION),
    [REF_AREA] = ROW("area:", PLACE_AREA),
    [REF_BORDER] = ROW("border:", PLACE_LINE),
    [REF_LINE] = ROW("line:", PLACE_LINE),
    [REF_RIVER] = ROW("river:", PLACE_RIVER),
    [REF_LAKE] = ROW("lake:", PLACE_WATER),
    [REF_SEA] = ROW("sea:", PLACE_WATER),
    [REF_STRAIT] = ROW("strait:", PLACE_WATER),
    [REF_WATER] = ROW("water:", PLACE_WATER),
    [REF_ORGANISATION] = ROW("org:", PLACE_ORGANISATION),
    [REF_GROUP] = ROW("group:", PLACE_ORGANISATION),
    [REF_TOWN] = ROW("geonames:", PLACE_POINT),
    [REF_POINT] = ROW("point:", PLACE_POINT),
    [REF_USER] = ROW("user:", PLACE_AREA),
};

bool ref_is(struct text ref, enum ref_kind kind) {
    struct text prefix = rows[kind].prefix;
    return kind != REF_OTHER && ref.size >= prefix.size && memcmp(ref.data, prefix.data, prefix.size) == 0;
}

enum ref_kind ref_kind(struct text ref) {
    for (int kind = REF_OTHER + 1; kind < REF_KINDS; kind++)
        if (ref_is(ref, (enum ref_kind)kind))
            return (enum ref_kind)kind;
    return REF_OTHER;
}

struct text ref_id(struct text ref) {
    size_t colon = text_find(ref, TEXT(":"), 0);
    return colon < ref.size ? text_slice(ref, colon + 1, ref.size) : ref;
}

struct text ref_country(struct text ref) {
    return ref_is(ref, REF_COUNTRY) ? text_slice(ref, rows[REF_COUNTRY].prefix.size, ref.size) : TEXT_NONE;
}

bool ref_sides(struct text ref, struct text *a, struct text *b) {
    struct text sides = ref_id(ref);
    size_t dash = text_find(sides, TEXT("-"), 0);
    if (!ref_is(ref, REF_BORDER) || dash >= sides.size)
        return false;
    *a = text_slice(sides, 0, dash);
    *b = text_slice(sides, dash + 1, sides.size);
    return true;
}

bool ref_has_side(struct text ref, struct text code) {
    struct text a, b;
    return ref_sides(ref, &a, &b) && (text_equal(a, code) || text_equal(b, code));
}

struct text ref_new(struct arena *arena, enum ref_kind kind, struct text id) {
    return text_format(arena, "%.*s%.*s", TEXT_ARGS(rows[kind].prefix), TEXT_ARGS(id));
}

struct text ref_of_country(struct arena *arena, struct text code) {
    return ref_new(arena, REF_COUNTRY, code);
}

struct text ref_of_border(struct arena *arena, struct text a, struct text b) {
    bool ordered = text_compare(a, b) <= 0;
    struct text first = ordered ? a : b, second = ordered ? b : a;
    return text_format(arena, "%.*s%.*s-%.*s", TEXT_ARGS(rows[REF_BORDER].prefix), TEXT_ARGS(first), TEXT_ARGS(second));
}

struct text ref_of_geonameid(struct arena *arena, int64_t geonameid) {
    return text_format(arena, "%.*s%lld", TEXT_ARGS(rows[REF_TOWN].prefix), (long long)geonameid);
}

struct text ref_of_district(struct arena *arena, struct text country, struct text region, struct text district) {
    return text_format(arena, "%.*s%.*s.%.*s.%.*s", TEXT_ARGS(rows[REF_DISTRICT].prefix), TEXT_ARGS(country),
                       TEXT_ARGS(region), TEXT_ARGS(district));
}

enum place_kind ref_place_kind(struct text ref) {
    return rows[ref_kind(ref)].place;
}

#include "place_lookup.h"

#include "builder.h"
#include "fold.h"
#include "likeness.h"

enum { OTHERS = 4, NEIGHBOURS = 24 };

/* "KG-TJ" of "border:tj-kg", "TJ-KG": upper case, in the order of the alphabet; empty if it is no pair of codes. */
static struct text pair_of_codes(struct text wanted, struct arena *arena) {
    struct text pair = ref_is(wanted, REF_BORDER) ? ref_id(wanted) : wanted;
    char *codes = text_c(arena, pair);
    if (pair.size != 5 || codes[2] != '-')
        return TEXT_NONE;
    for (int i = 0; i < 5; i++) {
        bool lower = codes[i] >= 'a' && codes[i] <= 'z', upper = codes[i] >= 'A' && codes[i] <= 'Z';
        if (i != 2 && !lower && !upper)
            return TEXT_NONE;
        codes[i] = (char)(lower ? codes[i] - 32 : codes[i]);
    }
    struct text a = {codes, 2}, b = {codes + 3, 2};
    bool ordered = text_compare(a, b) <= 0;
    return text_format(arena, "%.*s-%.*s", TEXT_ARGS(ordered ? a : b), TEXT_ARGS(ordered ? b : a));
}

static place_id find_border(const struct gazetteer *gazetteer, struct text pair, struct arena *arena) {
    return pair.size ? gazetteer_place_of(gazetteer, ref_new(arena, REF_BORDER, pair)) : PLACE_NONE;
}

static bool names_place(const struct reading *reading) {
    enum name_use use = (enum name_use)reading->use;
    return use != NAME_ADJECTIVE && use != NAME_PEOPLE && use != NAME_COMBINING && use != NAME_GOVERNMENT &&
           !(reading->flags & READING_POSTAL);
}

static struct text described(const struct gazetteer *gazetteer, place_id id, struct arena *arena) {
    struct place place = gazetteer_place(gazetteer, id);
    return text_format(arena, "%.*s (%.*s%s%.*s)", TEXT_ARGS(place.ref), TEXT_ARGS(place.name),
                       place.country.size ? ", " : "", TEXT_ARGS(place.country));
}

/* Distinct places of the name, at most `limit`; returns how many there are. */
static size_t places_of_name(const struct gazetteer *gazetteer, struct text name, struct arena *arena, size_t limit,
                             place_id *places) {
    struct readings readings = gazetteer_find(gazetteer, fold_key(arena, name), arena);
    size_t count = 0;
    for (size_t i = 0; i < readings.count; i++) {
        bool seen = !names_place(&readings.items[i]);
        for (size_t k = 0; k < count && k < limit; k++)
            seen = seen || places[k] == readings.items[i].place;
        if (!seen && count < limit)
            places[count] = readings.items[i].place;
        count += !seen;
    }
    return count;
}

/* A town before the region of the same name around it. */
static void put_town_first(const struct gazetteer *gazetteer, place_id *places, size_t count) {
    struct place first = count ? gazetteer_place(gazetteer, places[0]) : (struct place){0};
    for (size_t i = 1; i < count && first.kind == PLACE_REGION; i++) {
        struct place other = gazetteer_place(gazetteer, places[i]);
        if (other.kind == PLACE_POINT && text_equal(other.country, first.country)) {
            places[0] = other.id;
            places[i] = first.id;
            return;
        }
    }
}

static void say_which(const struct gazetteer *gazetteer, const struct outlet *outlet, const char *wanted,
                      const place_id *places, size_t count, struct arena *arena) {
    struct builder others = builder_new(arena);
    for (size_t i = 1; i < count && i <= OTHERS; i++) {
        builder_add_c(&others, i > 1 ? ", " : "");
        builder_add(&others, described(gazetteer, places[i], arena));
    }
    if (count > OTHERS + 1)
        builder_format(&others, " and %zu more", count - OTHERS - 1);
    outlet_remark(outlet, "'%s' is taken for %.*s; there are also: %.*s", wanted,
                  TEXT_ARGS(described(gazetteer, places[0], arena)), TEXT_ARGS(builder_text(&others)));
}

/* "XX and YY have no land border here; XX has: border:…" */
static bool no_border(const struct gazetteer *gazetteer, const char *option, struct text pair, struct arena *arena,
                      struct error *error) {
    struct builder known = builder_new(arena);
    size_t count = 0;
    for (size_t side = 0; side < 2; side++) {
        struct text code = text_slice(pair, side * 3, side * 3 + 2);
        for (size_t i = 0; i < gazetteer_place_count(gazetteer) && count < NEIGHBOURS; i++) {
            struct place place = gazetteer_place(gazetteer, (place_id)i);
            if (place.kind == PLACE_LINE && ref_has_side(place.ref, code))
                builder_format(&known, "%s%.*s", count++ ? ", " : "", TEXT_ARGS(place.ref));
        }
    }
    if (count == 0) {
        return error_set(error, ERROR_USAGE, "%s: no border is known between %.*s, nor another of either", option,
                         TEXT_ARGS(pair));
    }
    return error_set(error, ERROR_USAGE, "%s: no border is known between %.*s; there are: %.*s", option,
                     TEXT_ARGS(pair), TEXT_ARGS(builder_text(&known)));
}

/* Names of towns only in Latin letters: enough for slips of the fingers. */
static bool unknown(const struct gazetteer *gazetteer, const char *option, const char *wanted, struct arena *arena,
                    struct error *error) {
    bool reference = text_find(text_of(wanted), TEXT(":"), 0) < text_of(wanted).size;
    struct likeness likeness = likeness_of(text_of(wanted));
    for (size_t i = 0; i < gazetteer_place_count(gazetteer); i++) {
        struct place place = gazetteer_place(gazetteer, (place_id)i);
        struct text candidate = reference ? place.ref : place.name;
        size_t longer = candidate.size > likeness.wanted.size ? candidate.size - likeness.wanted.size
                                                              : likeness.wanted.size - candidate.size;
        if (longer <= 3 && !ref_is(candidate, REF_TOWN))
            likeness_try(&likeness, candidate);
    }
    const char *question = likeness_question(&likeness, arena);
    return error_set(error, ERROR_USAGE, "%s: there is no place '%s'%s", option, wanted,
                     *question ? question : "; try a reference such as geonames:1528249, border:KG-TJ, country:GE");
}

bool place_lookup(const struct gazetteer *gazetteer, const struct outlet *outlet, const char *option,
                  const char *wanted, struct arena *arena, place_id *place, struct error *error) {
    place_id places[OTHERS + 1];
    struct text pair = pair_of_codes(text_of(wanted), arena);
    place_id found = gazetteer_place_of(gazetteer, text_of(wanted));
    found = found == PLACE_NONE ? find_border(gazetteer, pair, arena) : found;
    if (found == PLACE_NONE) {
        size_t count = places_of_name(gazetteer, text_of(wanted), arena, OTHERS + 1, places);
        put_town_first(gazetteer, places, count < OTHERS + 1 ? count : OTHERS + 1);
        found = count ? places[0] : PLACE_NONE;
        if (count > 1)
            say_which(gazetteer, outlet, wanted, places, count, arena);
    }
    if (found == PLACE_NONE) {
        return pair.size ? no_border(gazetteer, option, pair, arena, error)
                         : unknown(gazetteer, option, wanted, arena, error);
    }
    *place = found;
    return true;
}

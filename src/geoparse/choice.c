#include "choice.h"

#include "fold.h"

#include <math.h>
#include <string.h>

uint16_t choice_country_code(struct text alpha2) {
    if (alpha2.size != 2)
        return 0;
    unsigned first = (unsigned char)alpha2.data[0], second = (unsigned char)alpha2.data[1];
    return (uint16_t)(first << 8 | second);
}

static bool has_feature(const struct place *place, const char *feature) {
    return text_is(place->feature, feature);
}

bool choice_is_landmark(const struct place *place) {
    return ref_is(place->ref, REF_POINT);
}

static double point_prior(const struct place *place) {
    double people = choice_is_landmark(place) ? fmax((double)place->population, 1000) : (double)place->population;
    double prior = 0.55 * log10(people + 30) - 0.6;
    if (place->capital)
        return fmin(prior + 1.0, 3.7);
    if (has_feature(place, "PPLA"))
        return prior + 0.35;
    if (has_feature(place, "PPLX"))
        return prior - 0.4;
    return has_feature(place, "PPLA2") ? prior + 0.1 : prior;
}

double choice_prior(const struct place *place) {
    switch (place->kind) {
    case PLACE_COUNTRY: return 2.6 + 0.3 * log10((double)place->population + 1000);
    case PLACE_REGION:
        return ref_is(place->ref, REF_REGION) ? 0.6 + 0.4 * log10((double)place->population + 1000) : 1.6;
    case PLACE_AREA: return place->supranational ? 3.4 : 3.2;
    case PLACE_RIVER: return 2.0;
    case PLACE_WATER: return 2.2;
    case PLACE_LINE: return 2.6;
    case PLACE_ORGANISATION: return 4.0;
    case PLACE_POINT:
    case PLACE_KINDS: break;
    }
    return point_prior(place);
}

static double use_prior(enum name_use use) {
    switch (use) {
    case NAME_ALTERNATE: return -0.5;
    case NAME_HISTORIC: return -0.6;
    case NAME_ADJECTIVE:
    case NAME_PEOPLE: return 0.2;
    case NAME_MAIN:
    case NAME_SHORT:
    case NAME_ABBREVIATION:
    case NAME_COMBINING:
    case NAME_GOVERNMENT:
    case NAME_USES: break;
    }
    return 0;
}

void choice_credit(struct choice *choice, const char *why, double score) {
    choice->score += score;
    if (fabs(score) < 0.05)
        return;
    for (size_t i = 0; i < choice->reason_count; i++)
        if (choice->reasons[i].why == why) {
            choice->reasons[i].score += score;
            return;
        }
    if (choice->reason_count < CANDIDATE_REASONS)
        choice->reasons[choice->reason_count++] = (struct reason){why, score};
}

static uint64_t hash_of(struct text reference) {
    return reference.size > 0 ? text_hash(reference) : 0;
}

static void locate(struct choice *choice) {
    const double radians = 3.14159265358979323846 / 180;
    double lat = choice->place->point.lat * radians, lon = choice->place->point.lon * radians;
    choice->unit[0] = cos(lat) * cos(lon);
    choice->unit[1] = cos(lat) * sin(lon);
    choice->unit[2] = sin(lat);
}

static void describe(const struct parse *parse, struct choice *choice) {
    const struct place *place = choice->place;
    struct text ref = place->ref;
    choice->country = choice_country_code(place->country);
    if (choice_is_landmark(place) &&
        choice->country == 0) /* on a border: at home where the first of its countries is */
        choice->country = choice_country_code(text_slice(place->countries, 0, 2));
    if (place->kind == PLACE_COUNTRY && ref_is(ref, REF_COUNTRY))
        choice->country = choice_country_code(ref_country(ref));
    /* second-order regions are named by their bare code in places */
    bool second = place->kind == PLACE_REGION && ref_is(ref, REF_DISTRICT);
    choice->self = place->kind == PLACE_POINT ? 0 : hash_of(second ? ref_id(ref) : ref);
    choice->admin1 = hash_of(place->admin1);
    choice->admin2 = hash_of(place->admin2);
    locate(choice);
    choice->score = 0;
    choice_credit(choice, "how well known the place is", choice_prior(place));
    choice_credit(choice, "what the name is to it", use_prior(choice->use));
    if (choice->inflected)
        choice_credit(choice, "found without its ending", -0.2);
    if (choice->own_language || choice->main_name)
        choice_credit(choice, "its usual name", 0.5);
    else if (choice->foreign)
        choice_credit(choice, "its name in another language", -0.4);
    for (size_t i = 0; i < parse->vocabulary->home_count; i++)
        if (choice->country == choice_country_code(parse->vocabulary->homes[i]))
            choice_credit(choice, "where the language is spoken", parse->vocabulary->home_count == 1 ? 0.4 : 0.15);
    if (choice->elsewhere)
        choice_credit(choice, "a name for it in other languages than the article's", -2.2);
    if (choice->loose)
        choice_credit(choice, "a name that often means something else", -0.8);
    choice->prior = choice->score;
}

static struct choice *find_choice(struct group *group, place_id place) {
    for (size_t i = 0; i < group->count; i++)
        if (group->choices[i].place->id == place)
            return &group->choices[i];
    return NULL;
}

enum tongue { TONGUE_NONE, TONGUE_OWN, TONGUE_FOREIGN };

static enum tongue tongue_of(const struct parse *parse, const struct reading *reading) {
    struct text language = gazetteer_language(parse->gazetteer, reading->language);
    if (language.size == 0)
        return TONGUE_NONE;
    return text_equal(language, parse->article->language) ? TONGUE_OWN : TONGUE_FOREIGN;
}

/* Whether the words themselves, no other form of them, are the name under which the gazetteer lists the place. */
static bool is_listed(const struct found_reading *found) {
    return (found->reading.flags & READING_LISTED) && !found->inflected;
}

/* What the article's language says goes before what others say; a name proper before the same word as a demonym. */
static void keep_better_use(struct choice *choice, const struct found_reading *found, enum tongue tongue) {
    bool own = tongue == TONGUE_OWN;
    bool strange = tongue == TONGUE_FOREIGN;
    bool better = strange != choice->foreign ? !strange : found->reading.use < choice->use;
    if (better && !(found->inflected && !choice->inflected))
        choice->use = (enum name_use)found->reading.use;
    choice->inflected = choice->inflected && found->inflected;
    choice->main_name = choice->main_name || is_listed(found);
    choice->own_language = choice->own_language || own;
    choice->foreign = choice->foreign && tongue == TONGUE_FOREIGN;
}

/* "The Kremlin": the place is the capital of the country that the name stands for. */
static void seat_of(const struct parse *parse, struct place *place) {
    for (size_t i = 0; i < parse->vocabulary->capital_count; i++) {
        struct place capital = gazetteer_place(parse->gazetteer, parse->vocabulary->capitals[i]);
        if (capital.capital && text_equal(capital.country, place->country)) {
            *place = capital;
            return;
        }
    }
}

static void add_choice(const struct parse *parse, const struct found_reading *found, struct group *group) {
    enum tongue tongue = tongue_of(parse, &found->reading);
    struct choice *known = find_choice(group, found->reading.place);
    if (known) {
        keep_better_use(known, found, tongue);
        return;
    }
    if (group->count == CHOICE_LIMIT)
        return;
    struct place *place = ARENA_NEW(parse->arena, struct place);
    *place = gazetteer_place(parse->gazetteer, found->reading.place);
    if (found->reading.use == NAME_GOVERNMENT && place->kind == PLACE_COUNTRY)
        seat_of(parse, place);
    group->choices[group->count++] = (struct choice){.place = place,
                                                     .use = (enum name_use)found->reading.use,
                                                     .inflected = found->inflected,
                                                     .own_language = tongue == TONGUE_OWN,
                                                     .main_name = is_listed(found),
                                                     .foreign = tongue == TONGUE_FOREIGN,
                                                     .loose = (found->reading.flags & READING_LOOSE) != 0};
}

/* "Brasilia" in Spanish: other languages call the country so, this one does not. */
static bool is_name_elsewhere(const struct parse *parse, struct text key, const struct choice *choice) {
    if (choice->place->kind != PLACE_COUNTRY || choice->use != NAME_MAIN || choice->inflected || choice->foreign ||
        choice->own_language || choice->main_name)
        return false;
    struct text usual = gazetteer_name(parse->gazetteer, choice->place->id, parse->article->language);
    return usual.size > 0 && !text_equal(fold_key(parse->scratch, usual), key);
}

void choice_fill(const struct parse *parse, struct text key, const struct found_reading *found, size_t count,
                 struct group *group) {
    group->choices = ARENA_ARRAY(parse->arena, struct choice, count < CHOICE_LIMIT ? count : CHOICE_LIMIT);
    group->count = 0;
    for (size_t i = 0; i < count; i++)
        add_choice(parse, &found[i], group);
    for (size_t i = 0; i < group->count; i++) {
        struct choice *choice = &group->choices[i];
        if (choice->use == NAME_GOVERNMENT)
            choice->main_name = text_equal(fold_key(parse->scratch, choice->place->name), key);
        choice->elsewhere = count > 1 && is_name_elsewhere(parse, key, choice);
        describe(parse, choice);
    }
}

static bool listed(struct text countries, struct text country) {
    struct text rest = countries, part;
    while (text_split(&rest, ',', &part))
        if (text_equal(part, country))
            return true;
    return false;
}

bool choice_contains(const struct choice *outer, const struct choice *inner) {
    if (outer->place->id == inner->place->id)
        return false;
    switch (outer->place->kind) {
    case PLACE_COUNTRY: return outer->country != 0 && outer->country == inner->country;
    case PLACE_REGION: return outer->self == inner->admin1 || outer->self == inner->admin2;
    case PLACE_AREA:
        return inner->country != 0 && listed(outer->place->countries, inner->place->country) &&
               (outer->place->supranational || choice_distance_km(outer, inner) < outer->place->precision_km + 50);
    case PLACE_POINT:
    case PLACE_RIVER:
    case PLACE_WATER:
    case PLACE_LINE:
    case PLACE_ORGANISATION:
    case PLACE_KINDS: break;
    }
    return false;
}

double choice_distance_km(const struct choice *a, const struct choice *b) {
    double square = 0;
    for (int i = 0; i < 3; i++)
        square += (a->unit[i] - b->unit[i]) * (a->unit[i] - b->unit[i]);
    return 2 * EARTH_RADIUS_KM * asin(fmin(1, sqrt(square) / 2));
}

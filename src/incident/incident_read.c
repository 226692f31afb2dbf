#include "incident_read.h"

#include "gazetteer.h"
#include "incident_names.h"
#include "ref.h"

#include <math.h>
#include <stddef.h>

/* The members of a quote that lies `at` so many bytes in the struct. */
#define QUOTE_MEMBERS(at)                                                                                              \
    {"start", read_offset, (at) + offsetof(struct quote, start)},                                                      \
        {"end", read_offset, (at) + offsetof(struct quote, end)},                                                      \
        {"in", read_field, (at) + offsetof(struct quote, title)}, {                                                    \
        "text", json_read_words, (at) + offsetof(struct quote, text)                                                   \
    }
#define LAST_MEMBER                                                                                                    \
    { NULL, NULL, 0 }

static bool read_offset(const cJSON *value, const struct json_spot *spot, void *into) {
    int64_t number;
    if (!json_read_whole(value, spot, &number))
        return false;
    if (number > UINT32_MAX)
        return json_wants(spot, "an offset in code points");
    *(uint32_t *)into = (uint32_t)number;
    return true;
}

static const char *field_name(size_t field) {
    return field == 0 ? "text" : "title";
}

static bool read_field(const cJSON *value, const struct json_spot *spot, void *into) {
    size_t field;
    if (!json_read_choice(value, spot, field_name, 2, &field))
        return false;
    *(bool *)into = field == 1;
    return true;
}

static const char *place_kind_word(size_t kind) {
    return place_kind_name((enum place_kind)kind);
}

static const char *precision_word(size_t precision) {
    return place_precision_name((enum place_precision)precision);
}

static const char *kind_word(size_t kind) {
    return incident_kind_name((enum incident_kind)kind);
}

static const char *status_word(size_t status) {
    return incident_status_name((enum incident_status)status);
}

bool snapshot_read_kind(const cJSON *value, const struct json_spot *spot, void *into) {
    struct snapshot_object *object = into;
    size_t kind;
    if (!json_read_choice(value, spot, place_kind_word, PLACE_KINDS, &kind))
        return false;
    object->place.kind = (enum place_kind)kind;
    object->kind_given = true;
    return true;
}

static bool read_precision(const cJSON *value, const struct json_spot *spot, void *into) {
    struct snapshot_object *object = into;
    size_t precision;
    if (!json_read_choice(value, spot, precision_word, PRECISION_UNKNOWN + 1, &precision))
        return false;
    object->precision = (enum place_precision)precision;
    object->precision_given = true;
    return true;
}

struct snapshot_object snapshot_unread(void) {
    return (struct snapshot_object){.place = {.point = {NAN, NAN}}, .precision_km = NAN};
}

/* "point:kok-tash": of a place that no gazetteer has. */
static struct text made_up_ref(struct text name, struct arena *arena) {
    char *ref = text_c(arena, text_format(arena, "point:%.*s", TEXT_ARGS(name)));
    for (char *c = ref; *c; c++) {
        bool upper = *c >= 'A' && *c <= 'Z';
        *c = (char)(upper ? *c + 32 : (unsigned char)*c <= ' ' ? '-' : *c);
    }
    return text_of(ref);
}

static void fill_from(struct snapshot_object *object, const struct place *place) {
    struct place_snapshot known = snapshot_of(place), *given = &object->place;
    given->name = given->name.size > 0 ? given->name : known.name;
    given->kind = object->kind_given ? given->kind : known.kind;
    given->countries = given->countries.size > 0 ? given->countries : known.countries;
    given->point = isnan(given->point.lat) ? known.point : given->point;
    object->precision_km = isnan(object->precision_km) ? place->precision_km : object->precision_km;
}

/* How surely a place of its kind says where something was. */
static enum place_precision precision_of(enum place_kind kind) {
    static const enum place_precision precisions[PLACE_KINDS] = {
        [PLACE_POINT] = PRECISION_EXACT, [PLACE_COUNTRY] = PRECISION_COUNTRY,     [PLACE_REGION] = PRECISION_REGION,
        [PLACE_AREA] = PRECISION_REGION, [PLACE_RIVER] = PRECISION_LINE,          [PLACE_WATER] = PRECISION_NEAR,
        [PLACE_LINE] = PRECISION_LINE,   [PLACE_ORGANISATION] = PRECISION_UNKNOWN};
    return precisions[kind];
}

/* A name that nothing locates: all that is told of a place. */
static bool is_unlocated(const struct snapshot_object *object) {
    const struct place_snapshot *place = &object->place;
    return place->name.size > 0 && place->ref.size == 0 && isnan(place->point.lat) && isnan(place->point.lon) &&
           object->precision_given && object->precision == PRECISION_UNKNOWN;
}

bool snapshot_complete(struct snapshot_object *object, const struct json_spot *spot) {
    const struct gazetteer *gazetteer = spot->context;
    struct place_snapshot *place = &object->place;
    bool placed = !isnan(place->point.lat) && !isnan(place->point.lon);
    struct text a, b;
    if (is_unlocated(object)) {
        place->point = (struct lonlat){0, 0};
        object->precision_km = 0;
        return true;
    }
    if (ref_sides(place->ref, &a, &b))
        place->ref = ref_of_border(spot->arena, a, b);
    place_id id = gazetteer && place->ref.size > 0 ? gazetteer_place_of(gazetteer, place->ref) : PLACE_NONE;
    if (isnan(place->point.lat) != isnan(place->point.lon))
        return json_wants(spot, "both \"lat\" and \"lon\", or neither");
    if (id != PLACE_NONE) {
        struct place known = gazetteer_place(gazetteer, id);
        fill_from(object, &known);
    } else if (place->ref.size > 0 && !placed) {
        return json_says(spot, "there is no place '%.80s'; give its \"name\", \"lat\" and \"lon\"",
                         text_c(spot->arena, place->ref));
    } else if (!placed || (place->ref.size == 0 && place->name.size == 0 && !object->precision_given))
        return json_wants(spot, "a \"ref\", or a \"name\" with \"lat\" and \"lon\"");
    if (place->ref.size == 0 && place->name.size > 0)
        place->ref = made_up_ref(place->name, spot->arena);
    object->precision = object->precision_given ? object->precision : precision_of(place->kind);
    object->precision_km = isnan(object->precision_km) ? 0 : object->precision_km;
    return true;
}

/* A reference, or an object. */
static bool read_snapshot(const cJSON *value, const struct json_spot *spot, struct snapshot_object *object) {
#define OF(member) offsetof(struct snapshot_object, member)
    static const struct json_member members[] = {{"ref", json_read_words, OF(place.ref)},
                                                 {"name", json_read_words, OF(place.name)},
                                                 {"kind", snapshot_read_kind, 0},
                                                 {"countries", json_read_words, OF(place.countries)},
                                                 {"lat", json_read_latitude, OF(place.point.lat)},
                                                 {"lon", json_read_longitude, OF(place.point.lon)},
                                                 {"precision", read_precision, 0},
                                                 {"precision_km", json_read_kilometres, OF(precision_km)},
                                                 LAST_MEMBER};
#undef OF
    *object = snapshot_unread();
    bool read = cJSON_IsString(value) ? json_read_words(value, spot, &object->place.ref)
                                      : json_read_members(value, spot, members, object);
    return read && snapshot_complete(object, spot);
}

static bool read_other_place(const cJSON *value, const struct json_spot *spot, void *into) {
    struct snapshot_object object;
    if (!read_snapshot(value, spot, &object))
        return false;
    *(struct place_snapshot *)into = object.place;
    return true;
}

static bool read_place(const cJSON *value, const struct json_spot *spot, void *into) {
    struct incident *incident = into;
    struct snapshot_object object;
    if (!read_snapshot(value, spot, &object))
        return false;
    incident->place = object.place;
    incident->point = object.place.point;
    incident->precision = object.precision;
    incident->precision_km = object.precision_km;
    return true;
}

static bool read_also(const cJSON *value, const struct json_spot *spot, void *into) {
    struct incident *incident = into;
    void *items;
    if (!json_read_items(value, spot, read_other_place, sizeof(struct place_snapshot), &items, &incident->also_count))
        return false;
    incident->also = items;
    return true;
}

/* A day, or an object with "start" and "end". */
static bool read_date(const cJSON *value, const struct json_spot *spot, void *into) {
#define OF(member) offsetof(struct incident_date, member)
    static const struct json_member members[] = {
        {"start", json_read_day, OF(start)},      {"end", json_read_day, OF(end)},
        {"precision", json_read_nothing, 0},      {"by", json_read_flag, OF(by)},
        {"deduced", json_read_flag, OF(deduced)}, LAST_MEMBER};
#undef OF
    struct incident_date *date = into;
    if (!cJSON_IsString(value)) {
        if (!json_read_members(value, spot, members, date))
            return false;
        date->end = date_known(date->end) ? date->end : date->start;
        return date_compare(date->start, date->end) <= 0 || json_says(spot, "\"end\" is before \"start\"");
    }
    if (!json_read_day(value, spot, &date->start))
        return false;
    date->end = date->start;
    return true;
}

/* A reference, or an object. */
static bool read_party(const cJSON *value, const struct json_spot *spot, void *into) {
#define OF(member) offsetof(struct incident_party, member)
    static const struct json_member members[] = {{"ref", json_read_words, OF(ref)},
                                                 {"name", json_read_words, OF(name)},
                                                 {"side", json_read_words, OF(side)},
                                                 {"confidence", json_read_share, OF(confidence)},
                                                 LAST_MEMBER};
#undef OF
    struct incident_party *party = into;
    if (cJSON_IsString(value))
        return json_read_words(value, spot, &party->ref);
    if (!json_read_members(value, spot, members, party))
        return false;
    return party->ref.size + party->name.size > 0 || json_wants(spot, "a \"ref\" or a \"name\"");
}

static bool read_parties(const cJSON *value, const struct json_spot *spot, void *into) {
    struct incident *incident = into;
    void *items;
    if (!json_read_items(value, spot, read_party, sizeof(struct incident_party), &items, &incident->party_count))
        return false;
    incident->parties = items;
    return true;
}

/* A count while it is read. */
struct count_object {
    struct count_range range;
    struct text words;
};

static bool check_range(const struct count_range *range, const struct json_spot *spot) {
    return range->low < 0 || range->high < 0 || range->low <= range->high ||
           json_says(spot, "\"low\" is above \"high\"");
}

/* A number, or an object with "low", "high" and "words". */
static bool read_count(const cJSON *value, const struct json_spot *spot, struct count_object *count) {
    static const struct json_member members[] = {{"low", json_read_whole, offsetof(struct count_object, range.low)},
                                                 {"high", json_read_whole, offsetof(struct count_object, range.high)},
                                                 {"words", json_read_words, offsetof(struct count_object, words)},
                                                 LAST_MEMBER};
    *count = (struct count_object){.range = {-1, -1}};
    if (!cJSON_IsNumber(value))
        return json_read_members(value, spot, members, count) && check_range(&count->range, spot);
    if (!json_read_whole(value, spot, &count->range.low))
        return false;
    count->range.high = count->range.low;
    return true;
}

static struct count_range *range_of(struct incident *incident, enum toll_kind kind) {
    struct count_range *const ranges[TOLL_KINDS] = {[TOLL_KILLED] = &incident->killed,
                                                    [TOLL_WOUNDED] = &incident->wounded,
                                                    [TOLL_MISSING] = &incident->missing,
                                                    [TOLL_CAPTURED] = &incident->captured,
                                                    [TOLL_DISPLACED] = &incident->displaced};
    return ranges[kind];
}

/* Into the count that the member is called after. */
static bool read_counted(const cJSON *value, const struct json_spot *spot, void *into) {
    struct count_object count;
    if (!read_count(value, spot, &count))
        return false;
    for (size_t kind = 0; kind < TOLL_KINDS; kind++)
        if (text_is(text_of(spot->name), toll_kind_name(kind))) {
            *range_of(into, (enum toll_kind)kind) = count.range;
            ((struct incident *)into)->count_words[kind] = count.words;
        }
    return true;
}

static bool read_toll_kind(const cJSON *value, const struct json_spot *spot, void *into) {
    size_t kind;
    if (!json_read_choice(value, spot, toll_kind_name, TOLL_KINDS, &kind))
        return false;
    *(enum toll_kind *)into = (enum toll_kind)kind;
    return true;
}

static bool read_whose(const cJSON *value, const struct json_spot *spot, void *into) {
    size_t whose;
    if (!json_read_choice(value, spot, toll_whose_name, TOLL_COMBATANTS + 1, &whose))
        return false;
    *(enum toll_whose *)into = (enum toll_whose)whose;
    return true;
}

static bool read_toll(const cJSON *value, const struct json_spot *spot, void *into) {
#define OF(member) offsetof(struct toll, member)
    static const struct json_member members[] = {{"kind", read_toll_kind, OF(kind)},
                                                 {"whose", read_whose, OF(whose)},
                                                 {"side", json_read_words, OF(side)},
                                                 {"low", json_read_whole, OF(count.low)},
                                                 {"high", json_read_whole, OF(count.high)},
                                                 QUOTE_MEMBERS(offsetof(struct toll, quote)),
                                                 LAST_MEMBER};
#undef OF
    struct toll *toll = into;
    toll->count = (struct count_range){-1, -1};
    return json_read_members(value, spot, members, toll) && check_range(&toll->count, spot);
}

static bool read_tolls(const cJSON *value, const struct json_spot *spot, void *into) {
    struct incident *incident = into;
    void *items;
    if (!json_read_items(value, spot, read_toll, sizeof(struct toll), &items, &incident->toll_count))
        return false;
    incident->tolls = items;
    return true;
}

static bool read_claim_word(const cJSON *value, const struct json_spot *spot, void *into) {
    size_t word;
    if (!json_read_choice(value, spot, claim_word, CLAIM_WORDS, &word))
        return false;
    *(const char **)into = claim_word(word);
    return true;
}

static bool read_claim(const cJSON *value, const struct json_spot *spot, void *into) {
#define OF(member) offsetof(struct incident_claim, member)
    static const struct json_member members[] = {{"by", json_read_words, OF(by)},
                                                 {"what", read_claim_word, OF(what)},
                                                 {"field", read_field, OF(quote.title)},
                                                 QUOTE_MEMBERS(offsetof(struct incident_claim, quote)),
                                                 LAST_MEMBER};
#undef OF
    struct incident_claim *claim = into;
    claim->what = claim_word(CLAIM_WORDS - 1);
    return json_read_members(value, spot, members, claim);
}

static bool read_claims(const cJSON *value, const struct json_spot *spot, void *into) {
    struct incident *incident = into;
    void *items;
    if (!json_read_items(value, spot, read_claim, sizeof(struct incident_claim), &items, &incident->claim_count))
        return false;
    incident->claims = items;
    return true;
}

static bool read_evidence_field(const cJSON *value, const struct json_spot *spot, void *into) {
    size_t field;
    if (!json_read_choice(value, spot, evidence_field, EVIDENCE_FIELDS, &field))
        return false;
    *(const char **)into = evidence_field(field);
    return true;
}

static bool read_evidence(const cJSON *value, const struct json_spot *spot, void *into) {
    static const struct json_member members[] = {{"field", read_evidence_field, offsetof(struct evidence, field)},
                                                 QUOTE_MEMBERS(offsetof(struct evidence, quote)),
                                                 LAST_MEMBER};
    struct evidence *evidence = into;
    if (!json_read_members(value, spot, members, evidence))
        return false;
    return evidence->field != NULL || json_wants(spot, "a \"field\"");
}

static bool read_evidences(const cJSON *value, const struct json_spot *spot, void *into) {
    struct incident *incident = into;
    void *items;
    if (!json_read_items(value, spot, read_evidence, sizeof(struct evidence), &items, &incident->evidence_count))
        return false;
    incident->evidence = items;
    return true;
}

static bool read_movement(const cJSON *value, const struct json_spot *spot, void *into) {
#define OF(member) offsetof(struct incident_movement, member)
    static const struct json_member members[] = {{"from", read_other_place, OF(from)},
                                                 {"to", read_other_place, OF(to)},
                                                 {"field", read_field, OF(quote.title)},
                                                 QUOTE_MEMBERS(offsetof(struct incident_movement, quote)),
                                                 LAST_MEMBER};
#undef OF
    struct incident_movement *movement = into;
    if (!json_read_members(value, spot, members, movement))
        return false;
    movement->told = snapshot_is_known(&movement->from) && snapshot_is_known(&movement->to);
    return movement->told || json_wants(spot, "\"from\" and \"to\"");
}

static bool read_sentence(const cJSON *value, const struct json_spot *spot, void *into) {
    static const struct json_member members[] = {QUOTE_MEMBERS(offsetof(struct incident, sentence)), LAST_MEMBER};
    if (cJSON_IsString(value))
        return json_read_words(value, spot, &((struct incident *)into)->sentence.text);
    return json_read_members(value, spot, members, into);
}

static bool read_source(const cJSON *value, const struct json_spot *spot, void *into) {
#define OF(member) offsetof(struct incident_source, member)
    static const struct json_member members[] = {
        {"article", json_read_words, OF(article)},  {"language", json_read_words, OF(language)},
        {"title", json_read_words, OF(title)},      {"published", json_read_day, OF(published)},
        {"source", json_read_words, OF(publisher)}, {"url", json_read_words, OF(url)},
        {"credit", json_read_words, OF(credit)},    LAST_MEMBER};
#undef OF
    return json_read_members(value, spot, members, into);
}

static bool read_sureness(const cJSON *value, const struct json_spot *spot, void *into) {
#define OF(member) offsetof(struct incident_sureness, member)
    static const struct json_member members[] = {
        {"kind", json_read_share, OF(kind)},     {"date", json_read_share, OF(date)},
        {"place", json_read_share, OF(place)},   {"parties", json_read_share, OF(parties)},
        {"counts", json_read_share, OF(counts)}, LAST_MEMBER};
#undef OF
    return json_read_members(value, spot, members, into);
}

static bool read_kind(const cJSON *value, const struct json_spot *spot, void *into) {
    size_t kind;
    if (!json_read_choice(value, spot, kind_word, INCIDENT_KINDS, &kind))
        return false;
    *(enum incident_kind *)into = (enum incident_kind)kind;
    return true;
}

static bool read_status(const cJSON *value, const struct json_spot *spot, void *into) {
    size_t status;
    if (!json_read_choice(value, spot, status_word, STATUS_DENIED + 1, &status))
        return false;
    *(enum incident_status *)into = (enum incident_status)status;
    return true;
}

bool incident_read(const cJSON *value, const struct json_spot *spot, void *into) {
#define OF(member) offsetof(struct incident, member)
    static const struct json_member members[] = {{"id", json_read_words, OF(id)},
                                                 {"kind", read_kind, OF(kind)},
                                                 {"status", read_status, OF(status)},
                                                 {"date", read_date, OF(date)},
                                                 {"place", read_place, 0},
                                                 {"also", read_also, 0},
                                                 {"parties", read_parties, 0},
                                                 {"killed", read_counted, 0},
                                                 {"wounded", read_counted, 0},
                                                 {"missing", read_counted, 0},
                                                 {"captured", read_counted, 0},
                                                 {"displaced", read_counted, 0},
                                                 {"both_sides", json_read_flag, OF(both_sides)},
                                                 {"tolls", read_tolls, 0},
                                                 {"movement", read_movement, OF(movement)},
                                                 {"claims", read_claims, 0},
                                                 {"sentence", read_sentence, 0},
                                                 {"evidence", read_evidences, 0},
                                                 {"source", read_source, OF(source)},
                                                 {"sure", read_sureness, OF(sure)},
                                                 {"confidence", json_read_share, OF(confidence)},
                                                 LAST_MEMBER};
#undef OF
    struct incident *incident = into;
    *incident = incident_unknown();
    incident->confidence = 1;
    if (!json_read_members(value, spot, members, incident))
        return false;
    return cJSON_GetObjectItemCaseSensitive(value, "kind") != NULL || json_wants(spot, "a \"kind\"");
}

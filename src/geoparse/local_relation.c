#include "local_relation.h"

#include "list.h"
#include "number.h"

#include <math.h>

enum { DISTANCE_REACH = 6 };

static const double NEAR_KM = 10;
static const double MILE_KM = 1.609344;

static struct relation *push_relation(struct parse *parse, enum relation_kind kind, uint32_t first, uint32_t end,
                                      const struct spot *anchor) {
    const struct token *tokens = parse->tokens.items;
    const struct place *place = anchor->choice->place;
    struct relation *relation = LIST_PUSH(parse->arena, &parse->relations);
    while (parse->vocabulary->apostrophe_letters && end + 1 < parse->tokens.count && !tokens[end - 1].space_after &&
           !tokens[end].space_after && parse_is_apostrophe(parse_mark(parse, end, first)))
        end += 2;
    relation->span = tokens[first].span;
    relation->span.end = tokens[end - 1].span.end;
    relation->kind = kind;
    relation->ref = place->ref;
    relation->place = place->id;
    relation->between[0] = relation->between[1] = PLACE_NONE;
    relation->point = place->point;
    relation->precision_km = place->precision_km;
    relation->confidence = anchor->confidence;
    relation->sentence = anchor->sentence;
    return relation;
}

/* The first word before the anchor that is no article and no "river of". */
static int64_t word_before(const struct parse *parse, const struct spot *spot, uint64_t skip) {
    return parse_word_before(parse, spot->first, skip, 5);
}

static const uint64_t COMPASS = WORD_BIT(WORD_NORTH) | WORD_BIT(WORD_EAST) | WORD_BIT(WORD_SOUTH) | WORD_BIT(WORD_WEST);

/* Degrees clockwise from north. */
static double bearing_of(uint64_t found) {
    double x = (found & WORD_BIT(WORD_EAST) ? 1 : 0) - (found & WORD_BIT(WORD_WEST) ? 1 : 0);
    double y = (found & WORD_BIT(WORD_NORTH) ? 1 : 0) - (found & WORD_BIT(WORD_SOUTH) ? 1 : 0);
    double bearing = atan2(x, y) * 180 / 3.14159265358979323846;
    return bearing < 0 ? bearing + 360 : bearing;
}

/* Bearing of the compass words at or right before the token; -1 if there are none. */
static double bearing_at(const struct parse *parse, int64_t token, uint32_t beside, int64_t *first) {
    uint64_t found = 0;
    while (token >= 0 &&
           (parse_is(parse, token, beside, COMPASS) || parse_is_hyphen(parse_mark(parse, token, beside)))) {
        found |= parse->classes[token] & COMPASS;
        *first = token--;
    }
    return found == 0 ? -1 : bearing_of(found);
}

/* "10", "2,5", "۱۰". */
static bool read_length(struct text number, double *value) {
    enum { LONGEST = 16, ARABIC = 0x660, PERSIAN = 0x6F0, ARABIC_POINT = 0x66B };
    char plain[LONGEST];
    size_t size = 0;
    for (size_t at = 0; at < number.size;) {
        uint32_t c = text_next(number, &at);
        if (size == LONGEST)
            return false;
        if (c >= PERSIAN && c < PERSIAN + 10)
            c = c - PERSIAN + '0';
        else if (c >= ARABIC && c < ARABIC + 10)
            c = c - ARABIC + '0';
        else if (c == ',' || c == ARABIC_POINT)
            c = '.';
        plain[size++] = c < 0x80 ? (char)c : '?';
    }
    return number_read((struct text){plain, size}, value);
}

/* The kilometres that a number at the token and a unit behind it make; -1 if there are none. */
static double length_at(const struct parse *parse, int64_t number, uint32_t beside) {
    double value;
    if (number < 0 || !parse_is(parse, number + 1, beside, WORD_BIT(WORD_UNIT)) ||
        parse->tokens.items[number].kind != TOKEN_NUMBER || !read_length(parse->folded[number], &value) || value > 1000)
        return -1;
    bool miles = text_starts(parse->folded[number + 1], TEXT("mil"));
    return value * (miles ? MILE_KM : 1);
}

/* A number with a unit of length at or before the token: "10 km"; the distance in km, or -1. */
static double distance_at(const struct parse *parse, int64_t token, uint32_t beside, int64_t *first) {
    for (int steps = 0; steps < DISTANCE_REACH && !parse_is(parse, token, beside, WORD_BIT(WORD_UNIT)); steps++) {
        if (!parse_is(parse, token, beside, ~UINT64_C(0)) || parse_is(parse, token, beside, WORD_BIT(WORD_BORDER)))
            return -1; /* "10 km south of the border with Tanzania" is no distance from Tanzania */
        token--;
    }
    double km = length_at(parse, token - 1, beside);
    *first = km < 0 ? *first : token - 1;
    return km;
}

static void point_away(struct relation *relation, double bearing, double km) {
    if (bearing >= 0)
        relation->point = lonlat_offset(relation->point, bearing, km < 0 ? NEAR_KM : km);
    relation->precision_km += bearing < 0 ? km : km < 0 ? NEAR_KM : fmax(2, km * 0.25);
}

/* "Zalambessa, 35 km north of Adigrat": the place in front of the comma, or NULL. */
static const struct place *place_told(const struct parse *parse, uint32_t first) {
    if (parse_mark(parse, (int64_t)first - 1, first) != ',')
        return NULL;
    const struct spot *told = parse_spot_at(parse, (int64_t)first - 2);
    bool point = told && !told->rejected && told->type == MENTION_LITERAL && told->choice->place->kind == PLACE_POINT;
    return point ? told->choice->place : NULL;
}

/* What tells how to find a place that is known, and fits it, is where that place is. */
static void settle(struct relation *relation, const struct place *told, double km) {
    static const double slack_km = 15;
    if (!told || km < 0 || lonlat_distance_km(told->point, relation->point) > km / 2 + slack_km)
        return;
    relation->between[0] = told->id;
    relation->point = told->point;
    relation->precision_km = told->precision_km;
}

static bool find_direction(struct parse *parse, const struct spot *spot) {
    static const uint64_t skip =
        WORD_BIT(WORD_OF) | WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_TOWN) | WORD_BIT(WORD_LOCATIVE);
    int64_t first = spot->first, token = word_before(parse, spot, skip & ~WORD_BIT(WORD_LOCATIVE));
    if (token == (int64_t)spot->first - 1 && !parse_is(parse, token, spot->first, COMPASS))
        token = word_before(parse, spot, skip);
    double bearing = bearing_at(parse, token, spot->first, &first);
    if (bearing >= 0)
        token = first - 1;
    double km = distance_at(parse, token, spot->first, &first);
    if (km < 0 && (bearing < 0 || first == (int64_t)spot->first || token + 1 == (int64_t)spot->first))
        return false;
    if (km < 0 && spot->choice->place->kind != PLACE_POINT)
        return false;
    struct relation *relation = push_relation(parse, RELATION_DIRECTION, (uint32_t)first, spot->end, spot);
    point_away(relation, bearing, km);
    settle(relation, place_told(parse, (uint32_t)first), km);
    return true;
}

/* The word behind the name, over "qishlog‘i", "шаарынын", closing quotes and endings that an apostrophe parts off. */
static uint32_t word_behind(const struct parse *parse, const struct spot *spot) {
    static const uint64_t kinds = WORD_BIT(WORD_TOWN) | WORD_BIT(WORD_RIVER) | WORD_BIT(WORD_GENERIC);
    uint32_t token = spot->end;
    for (int steps = 0; steps < 4; steps++) {
        uint32_t mark = parse_mark(parse, token, spot->first);
        bool ending = parse_is_apostrophe(mark) && !parse->tokens.items[token].space_after;
        bool closing = mark == 0xBB || mark == 0x201D || mark == 0x201C || mark == '"';
        bool kind = parse_is(parse, token, spot->first, kinds) && !parse_is(parse, token, spot->first, COMPASS);
        if (!ending && !closing && !kind)
            break;
        token += ending ? 2 : 1;
    }
    return token;
}

/* "Баткенден 10 км түндүктө", "Կապանից 20 կմ հարավ": distance and direction behind the name. */
static bool find_direction_behind(struct parse *parse, const struct spot *spot, uint32_t behind) {
    double km = length_at(parse, behind, spot->first);
    uint32_t token = km < 0 ? behind : behind + 2;
    uint64_t found = 0;
    while (token < parse->tokens.count && (parse_is(parse, token, spot->first, COMPASS) ||
                                           (found != 0 && parse_is_hyphen(parse_mark(parse, token, spot->first))))) {
        found |= parse->classes[token] & COMPASS;
        token++;
    }
    if (found == 0 || spot->choice->place->kind != PLACE_POINT)
        return false;
    point_away(push_relation(parse, RELATION_DIRECTION, spot->first, token, spot), bearing_of(found), km);
    return true;
}

/* "Ак-Сай айылынын жанында", "Araz çayı boyunca": languages that say where behind the name. */
static bool find_behind(struct parse *parse, const struct spot *spot) {
    enum place_kind kind = spot->choice->place->kind;
    if (!parse->vocabulary->postpositions)
        return false;
    uint32_t behind = word_behind(parse, spot);
    if (find_direction_behind(parse, spot, behind))
        return true;
    bool water = kind == PLACE_RIVER || kind == PLACE_WATER;
    if (water && parse_is(parse, behind, spot->first, WORD_BIT(WORD_ALONG))) {
        push_relation(parse, RELATION_ALONG, spot->first, behind + 1, spot);
        return true;
    }
    if (kind == PLACE_COUNTRY || kind == PLACE_LINE || !parse_is(parse, behind, spot->first, WORD_BIT(WORD_NEAR)))
        return false;
    push_relation(parse, RELATION_NEAR, spot->first, behind + 1, spot)->precision_km += NEAR_KM;
    return true;
}

static bool find_near(struct parse *parse, const struct spot *spot) {
    static const uint64_t skip =
        WORD_BIT(WORD_OF) | WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_TOWN) | WORD_BIT(WORD_LOCATIVE);
    int64_t before = (int64_t)spot->first - 1;
    for (int steps = 0; steps < 4 && !parse_is(parse, before, spot->first, WORD_BIT(WORD_NEAR)); steps++)
        before -=
            parse_is(parse, before, spot->first, skip) || parse_is_apostrophe(parse_mark(parse, before, spot->first));
    if (!parse_is(parse, before, spot->first, WORD_BIT(WORD_NEAR)) || spot->choice->place->kind == PLACE_COUNTRY)
        return false;
    struct relation *relation = push_relation(parse, RELATION_NEAR, (uint32_t)before, spot->end, spot);
    relation->precision_km += NEAR_KM;
    return true;
}

static bool find_along(struct parse *parse, const struct spot *spot) {
    enum place_kind kind = spot->choice->place->kind;
    if (kind != PLACE_RIVER && kind != PLACE_WATER && kind != PLACE_LINE)
        return false;
    int64_t before = word_before(parse, spot, WORD_BIT(WORD_OF) | WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_RIVER));
    if (kind == PLACE_LINE) {
        push_relation(parse, RELATION_LINE, spot->first, spot->end, spot);
        return true;
    }
    if (!parse_is(parse, before, spot->first, WORD_BIT(WORD_ALONG)))
        return false;
    push_relation(parse, RELATION_ALONG, (uint32_t)before, spot->end, spot);
    return true;
}

/* "on the Armenian side", "dal lato armeno", "с армянской стороны". */
static void find_side(struct parse *parse, const struct spot *spot) {
    if (spot->type != MENTION_DEMONYM && spot->choice->place->kind != PLACE_COUNTRY)
        return;
    uint32_t side = spot->end;
    bool after = parse_is(parse, side, spot->first, WORD_BIT(WORD_SIDE));
    int64_t before = word_before(parse, spot, WORD_BIT(WORD_OF) | WORD_BIT(WORD_ARTICLE));
    if (!after && !parse_is(parse, before, spot->first, WORD_BIT(WORD_SIDE)))
        return;
    struct relation *relation =
        push_relation(parse, RELATION_SIDE, after ? spot->first : (uint32_t)before, after ? side + 1 : spot->end, spot);
    relation->between[0] = spot->choice->place->id;
}

static bool is_local(const struct spot *spot) {
    enum place_kind kind = spot->choice->place->kind;
    bool small =
        kind == PLACE_POINT || kind == PLACE_REGION || (kind == PLACE_AREA && !spot->choice->place->supranational);
    return !spot->rejected && small && spot->type == MENTION_LITERAL;
}

static void find_between(struct parse *parse, size_t i) {
    if (i + 1 >= parse->spots.count)
        return;
    const struct spot *spot = &parse->spots.items[i], *next = &parse->spots.items[i + 1];
    int64_t before = word_before(parse, spot, WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_TOWN) | WORD_BIT(WORD_GENERIC));
    bool joined = next->sentence == spot->sentence && next->first >= spot->end + 1 && next->first <= spot->end + 2 &&
                  parse_is(parse, spot->end, spot->first, WORD_BIT(WORD_AND));
    /* "بين كسلا والقضارف", "байни Хуҷанду Исфара": "and" is written together with a name */
    bool written_together = parse->vocabulary->prefixes || parse->vocabulary->ezafe;
    joined = joined || (written_together && next->sentence == spot->sentence && next->first == spot->end);
    uint32_t behind = parse->vocabulary->postpositions ? word_behind(parse, next) : 0;
    bool behind_both = behind > 0 && parse_is(parse, behind, spot->first, WORD_BIT(WORD_BETWEEN));
    bool before_both = parse_is(parse, before, spot->first, WORD_BIT(WORD_BETWEEN));
    if (!joined || !is_local(spot) || !is_local(next) || (!before_both && !behind_both))
        return;
    struct lonlat a = spot->choice->place->point, b = next->choice->place->point;
    double km = lonlat_distance_km(a, b);
    if (km > 500)
        return;
    struct relation *relation = push_relation(parse, RELATION_BETWEEN, before_both ? (uint32_t)before : spot->first,
                                              before_both ? next->end : behind + 1, spot);
    relation->ref = TEXT_NONE;
    relation->place = PLACE_NONE;
    relation->between[0] = spot->choice->place->id;
    relation->between[1] = next->choice->place->id;
    double gap = fabs(a.lon - b.lon) > 180 ? 360 : 0;
    double lon = (a.lon + b.lon + (a.lon < b.lon ? gap : 0) + (b.lon < a.lon ? gap : 0)) / 2;
    relation->point = (struct lonlat){lon > 180 ? lon - 360 : lon, (a.lat + b.lat) / 2};
    relation->precision_km = fmax(2, km / 2);
    relation->confidence = fmin(spot->confidence, next->confidence);
}

void local_relation_find(struct parse *parse) {
    for (size_t i = 0; i < parse->spots.count; i++) {
        const struct spot *spot = &parse->spots.items[i];
        if (spot->rejected || spot->type == MENTION_ORGANISATION)
            continue;
        find_side(parse, spot);
        find_between(parse, i);
        if (spot->type == MENTION_LITERAL && !find_behind(parse, spot) && !find_direction(parse, spot) &&
            !find_near(parse, spot))
            (void)find_along(parse, spot);
    }
}

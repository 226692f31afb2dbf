#include "border_relation.h"

#include "list.h"

enum { REACH = 12, SIDES = 2, CONTEXT = 10, SENTENCES_BACK = 3 };

/* What a border word has beside it. */
struct sides {
    const struct spot *left[SIDES], *right[SIDES];
    size_t left_count, right_count;
    const struct spot *area; /* "the border of the South Caucasus" */
    bool own, agent;
    uint32_t first, end; /* tokens of the whole phrase */
};

struct pair {
    uint16_t a, b;
    place_id border;
};

static const uint64_t LINKS = WORD_BIT(WORD_OF) | WORD_BIT(WORD_WITH) | WORD_BIT(WORD_BETWEEN) | WORD_BIT(WORD_AND) |
                              WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_OWN) | WORD_BIT(WORD_NORTH) | WORD_BIT(WORD_EAST) |
                              WORD_BIT(WORD_SOUTH) | WORD_BIT(WORD_WEST) | WORD_BIT(WORD_FUNCTION) |
                              WORD_BIT(WORD_LOCATIVE) | WORD_BIT(WORD_LINE) | WORD_BIT(WORD_GENERIC);

static struct pair pair_of(const struct parse *parse, uint16_t a, uint16_t b) {
    return (struct pair){a < b ? a : b, a < b ? b : a, parse_border(parse, a, b)};
}

/* A mention that can be a side of a border: a country, a people, an area or a region. */
static bool is_side(const struct spot *spot) {
    return parse_country_of(spot) != 0 &&
           (spot->choice->place->kind != PLACE_POINT || spot->type == MENTION_GOVERNMENT);
}

static bool is_area(const struct spot *spot) {
    return spot->choice && !spot->rejected && spot->choice->place->kind == PLACE_AREA && spot->choice->country == 0;
}

static bool is_joining_mark(uint32_t mark) {
    return parse_is_hyphen(mark) || parse_is_apostrophe(mark) || mark == '/';
}

/* Walks away from the border word and collects what is linked to it. Direction is +1 or -1. */
static void walk(const struct parse *parse, uint32_t border, int direction, struct sides *sides) {
    int unknown = 0;
    size_t *count = direction > 0 ? &sides->right_count : &sides->left_count;
    const struct spot **found = direction > 0 ? sides->right : sides->left;
    for (int64_t token = (int64_t)border + direction;
         token >= 0 && token < (int64_t)parse->tokens.count && token - (int64_t)border < REACH &&
         (int64_t)border - token < REACH;
         token += direction) {
        if (parse->tokens.items[token].sentence != parse->tokens.items[border].sentence || *count == SIDES)
            return;
        const struct spot *spot = parse_spot_at(parse, token);
        if (spot && (is_side(spot) || is_area(spot))) {
            if (is_area(spot))
                sides->area = spot;
            else
                found[(*count)++] = spot;
            token = direction > 0 ? (int64_t)spot->end - 1 : (int64_t)spot->first;
            unknown = 1;
            continue;
        }
        bool inside = parse_is(parse, token, border, WORD_BIT(WORD_LOCATIVE)) &&
                      !parse_is(parse, token, border, WORD_BIT(WORD_BETWEEN) | WORD_BIT(WORD_OF));
        if (sides->agent && inside)
            return;
        sides->own = sides->own || (*count == 0 && parse_is(parse, token, border, WORD_BIT(WORD_OWN)));
        uint32_t mark = parse_mark(parse, token, border);
        bool single = parse->folded[token].size == 1;
        if (is_joining_mark(mark) || single || parse_is(parse, token, border, LINKS))
            continue;
        if (mark != 0 || spot || parse_is(parse, token, border, WORD_BIT(WORD_BORDER)) || unknown++ > 0)
            return;
    }
}

/* "guardie di frontiera", "border guards": something of a border, not a border. */
static bool is_of_agent(const struct parse *parse, uint32_t border) {
    int64_t before = (int64_t)border - 1;
    while (parse_is(parse, before, border, WORD_BIT(WORD_OF) | WORD_BIT(WORD_ARTICLE)) ||
           parse_is_apostrophe(parse_mark(parse, before, border)))
        before--;
    return parse_is(parse, before, border, WORD_BIT(WORD_AGENT)) || /* "posto fronteiriço" too */
           parse_is(parse, (int64_t)border + 1, border, WORD_BIT(WORD_AGENT));
}

static bool is_listed(const struct spot *area, uint16_t country) {
    struct text rest = area->choice->place->countries, part;
    while (text_split(&rest, ',', &part))
        if (part.size == 2 && ((unsigned char)part.data[0] << 8 | (unsigned char)part.data[1]) == country)
            return true;
    return false;
}

struct countries {
    uint16_t items[CONTEXT];
    size_t count;
};

static void add_country(struct countries *countries, uint16_t country, const struct spot *area) {
    if (country == 0 || countries->count == CONTEXT || (area && !is_listed(area, country)))
        return;
    for (size_t i = 0; i < countries->count; i++)
        if (countries->items[i] == country)
            return;
    countries->items[countries->count++] = country;
}

static size_t first_spot_after(const struct parse *parse, uint32_t token) {
    size_t low = 0, high = parse->spots.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (parse->spots.items[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Countries of the sentence, those before the word first, nearest first; then those of `back` sentences before it. */
static struct countries countries_around(const struct parse *parse, uint32_t border, uint32_t back,
                                         const struct spot *area) {
    struct countries countries = {.count = 0};
    size_t at = first_spot_after(parse, border);
    uint32_t sentence = parse->tokens.items[border].sentence;
    for (size_t i = at; i-- > 0 && parse->spots.items[i].sentence == sentence;)
        if (is_side(&parse->spots.items[i]))
            add_country(&countries, parse_country_of(&parse->spots.items[i]), area);
    for (size_t i = at; i < parse->spots.count && parse->spots.items[i].sentence == sentence; i++)
        if (is_side(&parse->spots.items[i]))
            add_country(&countries, parse_country_of(&parse->spots.items[i]), area);
    for (size_t i = at; back > 0 && i-- > 0 && parse->spots.items[i].sentence + back >= sentence;)
        if (is_side(&parse->spots.items[i]))
            add_country(&countries, parse_country_of(&parse->spots.items[i]), area);
    return countries;
}

static struct pair pair_among(const struct parse *parse, const struct countries *countries) {
    for (size_t second = 1; second < countries->count; second++)
        for (size_t first = 0; first < second; first++) {
            struct pair pair = pair_of(parse, countries->items[first], countries->items[second]);
            if (pair.border != PLACE_NONE)
                return pair;
        }
    return (struct pair){0, 0, PLACE_NONE};
}

/* The border spoken of last, with that country if one is given, inside the area if one is given. */
static struct pair pair_before(const struct parse *parse, uint16_t country, const struct spot *area) {
    for (size_t i = parse->relations.count; i-- > 0;) {
        const struct relation *relation = &parse->relations.items[i];
        if (relation->kind != RELATION_BORDER || relation->ref.size != 12)
            continue;
        const char *ref = relation->ref.data;
        uint16_t a = (uint16_t)((unsigned char)ref[7] << 8 | (unsigned char)ref[8]);
        uint16_t b = (uint16_t)((unsigned char)ref[10] << 8 | (unsigned char)ref[11]);
        bool inside = !area || (is_listed(area, a) && is_listed(area, b));
        if (inside && (country == 0 || country == a || country == b))
            return (struct pair){a, b, relation->place};
    }
    return (struct pair){0, 0, PLACE_NONE};
}

static void cover(struct sides *sides, const struct spot *spot) {
    sides->first = spot->first < sides->first ? spot->first : sides->first;
    sides->end = spot->end > sides->end ? spot->end : sides->end;
}

static struct pair pair_of_spots(const struct parse *parse, const struct spot *a, const struct spot *b,
                                 struct sides *sides) {
    struct pair pair = pair_of(parse, parse_country_of(a), parse_country_of(b));
    if (pair.border != PLACE_NONE) {
        cover(sides, a);
        cover(sides, b);
    }
    return pair;
}

/* Both sides are said: behind the border word, before it, or one on each side of it. */
static struct pair explicit_pair(const struct parse *parse, struct sides *sides, double *confidence) {
    struct pair pair = {0, 0, PLACE_NONE};
    *confidence = 0.95;
    if (sides->right_count == 2)
        pair = pair_of_spots(parse, sides->right[0], sides->right[1], sides);
    if (pair.border == PLACE_NONE && sides->left_count == 2 && sides->left[1]->end + 1 == sides->left[0]->first)
        pair = pair_of_spots(parse, sides->left[0], sides->left[1], sides);
    if (pair.border == PLACE_NONE && sides->left_count > 0 && sides->right_count > 0)
        pair = pair_of_spots(parse, sides->left[0], sides->right[0], sides);
    if (pair.border == PLACE_NONE && sides->left_count == 2)
        pair = pair_of_spots(parse, sides->left[0], sides->left[1], sides);
    return pair;
}

/* One side is said, the other is looked for around it. */
static struct pair half_pair(const struct parse *parse, uint32_t border, uint16_t side, double *confidence) {
    struct countries countries = countries_around(parse, border, 0, NULL);
    *confidence = 0.8;
    for (size_t i = 0; i < countries.count; i++) {
        struct pair pair = pair_of(parse, side, countries.items[i]);
        if (pair.border != PLACE_NONE)
            return pair;
    }
    *confidence = 0.65;
    struct pair pair = pair_before(parse, side, NULL);
    if (pair.border != PLACE_NONE)
        return pair;
    countries = countries_around(parse, border, SENTENCES_BACK, NULL);
    *confidence = 0.5;
    for (size_t i = 0; i < countries.count; i++) {
        pair = pair_of(parse, side, countries.items[i]);
        if (pair.border != PLACE_NONE)
            return pair;
    }
    return (struct pair){0, 0, PLACE_NONE};
}

/* "il proprio confine", "the border of the South Caucasus", "the border". */
static struct pair context_pair(const struct parse *parse, uint32_t border, const struct sides *sides,
                                double *confidence) {
    struct countries countries = countries_around(parse, border, 0, sides->area);
    struct pair pair = pair_among(parse, &countries);
    *confidence = sides->area ? 0.85 : sides->own ? 0.8 : 0.6;
    if (pair.border != PLACE_NONE)
        return pair;
    *confidence = 0.5;
    pair = pair_before(parse, 0, sides->area);
    if (pair.border != PLACE_NONE)
        return pair;
    countries = countries_around(parse, border, SENTENCES_BACK, sides->area);
    *confidence = sides->area || sides->own ? 0.6 : 0.4;
    return pair_among(parse, &countries);
}

static place_id country_id(const struct parse *parse, uint16_t country) {
    char code[REF_CODE] = {(char)(country >> 8), (char)(country & 0xFF)};
    return gazetteer_place_of(parse->gazetteer, ref_of_country(parse->arena, (struct text){code, REF_CODE}));
}

static void push_border(struct parse *parse, const struct sides *sides, struct pair pair, double confidence) {
    struct place place = gazetteer_place(parse->gazetteer, pair.border);
    struct relation *relation = LIST_PUSH(parse->arena, &parse->relations);
    const struct token *tokens = parse->tokens.items;
    relation->span = tokens[sides->first].span;
    relation->span.end = tokens[sides->end - 1].span.end;
    relation->kind = RELATION_BORDER;
    relation->ref = place.ref;
    relation->place = pair.border;
    relation->between[0] = country_id(parse, pair.a);
    relation->between[1] = country_id(parse, pair.b);
    relation->point = place.point;
    relation->precision_km = place.precision_km;
    relation->confidence = confidence;
    relation->sentence = tokens[sides->first].sentence;
}

static void look_at_border(struct parse *parse, uint32_t border) {
    struct sides sides = {.first = border, .end = border + 1, .agent = is_of_agent(parse, border)};
    walk(parse, border, +1, &sides);
    walk(parse, border, -1, &sides);
    double confidence;
    struct pair pair = explicit_pair(parse, &sides, &confidence);
    if (pair.border == PLACE_NONE && sides.agent)
        return;
    size_t count = sides.left_count + sides.right_count;
    if (pair.border == PLACE_NONE && count > 0 && !sides.area) {
        const struct spot *side = sides.right_count > 0 ? sides.right[0] : sides.left[0];
        pair = half_pair(parse, border, parse_country_of(side), &confidence);
        cover(&sides, side);
    } else if (pair.border == PLACE_NONE) {
        pair = context_pair(parse, border, &sides, &confidence);
        if (sides.area)
            cover(&sides, sides.area);
    }
    if (pair.border != PLACE_NONE)
        push_border(parse, &sides, pair, confidence);
}

void border_relation_find(struct parse *parse) {
    for (uint32_t token = 0; token < parse->tokens.count; token++)
        if (parse->classes[token] & WORD_BIT(WORD_BORDER) && !parse_spot_at(parse, token))
            look_at_border(parse, token);
}

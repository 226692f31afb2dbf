#include "evidence.h"

static const char *const STREET = "name of a street";
static const char *const ORGANISATION = "part of the name of an organisation";
static const char *const LONGER = "part of a longer name that the gazetteer lacks";
static const char *const INITIAL = "surname behind an initial";

static const uint64_t LINKS = WORD_BIT(WORD_OF) | WORD_BIT(WORD_ARTICLE);
static const uint64_t KNOWN = WORD_BIT(WORD_GENERIC) | WORD_BIT(WORD_TOWN) | WORD_BIT(WORD_RIVER) |
                              WORD_BIT(WORD_INSTITUTION) | WORD_BIT(WORD_NORTH) | WORD_BIT(WORD_EAST) |
                              WORD_BIT(WORD_SOUTH) | WORD_BIT(WORD_WEST) | WORD_BIT(WORD_BORDER) |
                              WORD_BIT(WORD_TITLE) | WORD_BIT(WORD_CALENDAR) | WORD_BIT(WORD_FUNCTION) |
                              WORD_BIT(WORD_PEOPLE) | WORD_BIT(WORD_LOCATIVE) | WORD_BIT(WORD_AGENT);

enum { GREAT_TOWN = 300000 };

static bool is_spaced(const struct parse *parse, int64_t token) {
    return token >= 0 && parse->tokens.items[token].space_after;
}

/* The word before the spot, over "of the", "dell'", "di". */
static int64_t word_before(const struct parse *parse, const struct spot *spot, uint64_t skip) {
    return parse_word_before(parse, spot->first, skip, 4);
}

/* "A student at Columbia": the school. */
static bool is_school(const struct parse *parse, const struct spot *spot, int64_t preposition) {
    const struct group *group = &parse->groups.items[spot->group];
    bool studies = parse_is(parse, preposition - 1, spot->first, WORD_BIT(WORD_STUDY));
    for (size_t i = 0; studies && i < group->count; i++) {
        const struct place *place = group->choices[i].place;
        bool great = place->kind == PLACE_POINT && (place->capital || place->population > GREAT_TOWN);
        studies = !great && !(place->kind == PLACE_COUNTRY && group->choices[i].main_name);
    }
    return studies;
}

static void weigh_locative(struct parse *parse, struct spot *spot) {
    int64_t before = word_before(parse, spot, WORD_BIT(WORD_ARTICLE));
    if (parse_is(parse, before, spot->first, WORD_BIT(WORD_LOCATIVE)) && is_school(parse, spot, before))
        spot->evidence -= 2.0;
    else if (parse_is(parse, before, spot->first, WORD_BIT(WORD_LOCATIVE)))
        spot->evidence += 1.0;
    else if (parse_is(parse, word_before(parse, spot, LINKS), spot->first, WORD_BIT(WORD_NEAR)))
        spot->evidence += 1.2;
    else if (parse_is(parse, before, spot->first, WORD_BIT(WORD_OF)))
        spot->evidence += 0.3;
}

static void note_wanted(struct parse *parse, struct spot *spot, uint64_t kinds) {
    spot->wanted |= kinds;
    parse->groups.items[spot->group].wanted |= kinds;
}

/* "provincia di Trapani": the words in front are part of the name. */
static void take_in_before(const struct parse *parse, struct spot *spot, int64_t token) {
    bool whole = parse_is(parse, token, spot->first, WORD_BIT(WORD_WHOLE));
    bool joined = token == (int64_t)spot->first - 2 && parse_is(parse, token + 1, spot->first, WORD_BIT(WORD_OF));
    if (!whole || !joined || spot->sure || parse_spot_at(parse, token))
        return;
    spot->first = (uint32_t)token;
    spot->span.start = parse->tokens.items[token].span.start;
}

/* "province of X", "le regioni meridionali di X": up to four small words back. */
static void weigh_generic_before(struct parse *parse, struct spot *spot) {
    static const uint64_t wanted = WORD_BIT(WORD_GENERIC) | WORD_BIT(WORD_TOWN) | WORD_BIT(WORD_RIVER);
    int64_t token = word_before(parse, spot, LINKS);
    bool linked = token < (int64_t)spot->first - 1;
    for (int steps = 0; steps < 2 && linked; steps++) {
        if (parse_is(parse, token, spot->first, wanted) || parse_mark(parse, token, spot->first) != 0)
            break;
        token--;
    }
    if (!parse_is(parse, token, spot->first, wanted))
        return;
    spot->evidence += 1.4;
    note_wanted(parse, spot, parse->classes[token] & wanted);
    take_in_before(parse, spot, token);
}

/* "Sughd Region", "Catawba River": a place word with a capital is part of the name. */
static void take_in(const struct parse *parse, struct spot *spot, uint32_t token) {
    if (spot->sure || !parse_is_capital(parse, token, spot->first) ||
        parse_is(parse, token, spot->first, WORD_BIT(WORD_TOWN)) || parse_spot_at(parse, token) ||
        parse->shouted[spot->sentence] || parse->titled[spot->sentence])
        return;
    /* "Ohio Department of Health", "Ohio State University" are something else */
    bool goes_on = is_spaced(parse, token) && (parse_is_capital(parse, (int64_t)token + 1, spot->first) ||
                                               parse_is(parse, (int64_t)token + 1, spot->first, WORD_BIT(WORD_OF)));
    if (goes_on)
        return;
    spot->end = token + 1;
    spot->span.end = parse->tokens.items[token].span.end;
    spot->river = (parse->classes[token] & WORD_BIT(WORD_RIVER)) != 0;
}

static void weigh_generic_after(struct parse *parse, struct spot *spot) {
    static const uint64_t wanted = WORD_BIT(WORD_GENERIC) | WORD_BIT(WORD_TOWN) | WORD_BIT(WORD_RIVER);
    uint32_t token = spot->end;
    if (!is_spaced(parse, (int64_t)spot->end - 1) || !parse_is(parse, token, spot->first, wanted))
        return;
    spot->evidence += 1.4;
    note_wanted(parse, spot, parse->classes[token] & wanted);
    take_in(parse, spot, token);
}

static void weigh_street(const struct parse *parse, struct spot *spot) {
    uint64_t street = WORD_BIT(WORD_STREET);
    /* "Florida Highway Patrol" is no street */
    bool after = is_spaced(parse, (int64_t)spot->end - 1) && parse_is(parse, spot->end, spot->first, street) &&
                 parse_is_capital(parse, spot->end, spot->first) &&
                 !(is_spaced(parse, spot->end) && parse_is_capital(parse, (int64_t)spot->end + 1, spot->first));
    bool before = parse_is(parse, word_before(parse, spot, LINKS), spot->first, street) &&
                  !parse_is(parse, (int64_t)spot->first - 1, spot->first, WORD_BIT(WORD_LOCATIVE) & ~LINKS);
    if (after || before)
        spot->rejected = STREET;
}

/* The classes of organisations that a capitalised word has. */
static uint64_t organisation_at(const struct parse *parse, int64_t token, uint32_t beside) {
    bool capital = parse_is_capital(parse, token, beside);
    return capital ? parse->classes[token] & (WORD_BIT(WORD_ORGANISATION) | WORD_BIT(WORD_BODY)) : 0;
}

static void weigh_organisation(const struct parse *parse, struct spot *spot) {
    if (spot->lower)
        return;
    int64_t before = word_before(parse, spot, LINKS);
    uint64_t member = organisation_at(parse, before, spot->first);
    for (uint32_t token = spot->end; token < spot->end + 3 && member == 0; token++) {
        if (!is_spaced(parse, (int64_t)token - 1) || !parse_is_capital(parse, token, spot->first))
            break;
        member = organisation_at(parse, token, spot->first);
    }
    if (member & WORD_BIT(WORD_ORGANISATION))
        spot->rejected = ORGANISATION;
    else if (member != 0)
        spot->evidence -= 2.0;
}

static void weigh_initial(const struct parse *parse, struct spot *spot) {
    int64_t stop = (int64_t)spot->first - 1;
    if (parse_mark(parse, stop, spot->first) != '.' || stop < 1)
        return;
    const struct token *letter = &parse->tokens.items[stop - 1];
    if (letter->letters == CASE_UPPER && letter->span.end - letter->span.start <= 2 && !letter->space_after &&
        parse_mark(parse, stop - 2, spot->first) != '.')
        spot->rejected = INITIAL;
}

/* A capitalised word right beside the name, which no list knows: a longer name that is not of a place. */
static double weigh_neighbour(const struct parse *parse, const struct spot *spot, int64_t token, double share) {
    if (!parse_is_capital(parse, token, spot->first) || parse->vocabulary->capital_nouns ||
        parse->titled[spot->sentence] || parse->shouted[spot->sentence])
        return 0;
    const struct spot *other = parse_spot_at(parse, token);
    if (other && !other->rejected)
        return 0;
    if (parse->classes[token] & KNOWN)
        return parse->classes[token] & (WORD_BIT(WORD_INSTITUTION) | WORD_BIT(WORD_PEOPLE)) ? 0.5 : 0;
    /* the first word of a sentence has a capital in any case */
    bool first = parse->tokens.items[token].first;
    if (first && word_hashes_has(&parse->lower, parse->folded[token]))
        return 0;
    return first && parse->vocabulary->declines ? share * 0.3 : share;
}

/* "Wal-Mart", "Stevens & Wilkinson": joined to a capitalised word that is no place. */
static void weigh_joined(const struct parse *parse, struct spot *spot) {
    for (int direction = -1; direction <= 1; direction += 2) {
        int64_t mark = direction < 0 ? (int64_t)spot->first - 1 : (int64_t)spot->end;
        uint32_t c = parse_mark(parse, mark, spot->first);
        bool hyphen =
            parse_is_hyphen(c) && !is_spaced(parse, mark) && !is_spaced(parse, direction < 0 ? mark - 1 : mark);
        const struct spot *other = parse_spot_at(parse, mark + direction);
        /* "Aita al-Shaab": the end of a longer name */
        bool particle = hyphen && direction < 0 && mark > 1 && parse_is_capital(parse, mark - 2, spot->first) &&
                        is_spaced(parse, mark - 2) && parse->folded[mark - 1].size <= 3;
        if ((hyphen || c == '&') && (particle || parse_is_capital(parse, mark + direction, spot->first)) &&
            (!other || other->rejected))
            spot->evidence -= 1.4;
    }
}

/* "said Trapani": persons speak, and so do governments. */
static void note_speaker(const struct parse *parse, struct spot *spot) {
    bool caseless = parse->tokens.items[spot->first].letters == CASE_NONE;
    bool state = spot->choice->place->kind == PLACE_COUNTRY || ref_is(spot->choice->place->ref, REF_REGION);
    if (state && !(parse->classes[spot->first] & WORD_BIT(WORD_FIRST_NAME)))
        return;                             /* its government */
    spot->evidence -= caseless ? 0.2 : 0.8; /* there names of persons look no more like it than others */
    parse->groups.items[spot->group].speaks = !caseless;
}

/* "San Martín de Turumbán": a longer name that the gazetteer lacks. */
static bool goes_on(const struct parse *parse, const struct spot *spot) {
    int64_t next = (int64_t)spot->end + 1;
    const struct place *place = spot->choice->place;
    bool great = place->population > GREAT_TOWN || place->capital || place->kind == PLACE_AREA;
    return !great && is_spaced(parse, (int64_t)spot->end - 1) &&
           parse_is(parse, spot->end, spot->first, WORD_BIT(WORD_OF)) && parse_is_capital(parse, next, spot->first) &&
           !parse_spot_at(parse, next) && parse->classes[next] == 0;
}

static void weigh_neighbours(const struct parse *parse, struct spot *spot) {
    int64_t before = (int64_t)spot->first - 1;
    if (spot->lower)
        return;
    weigh_joined(parse, spot);
    if (goes_on(parse, spot))
        spot->rejected = LONGER;
    if (is_spaced(parse, before))
        spot->evidence += weigh_neighbour(parse, spot, before, -1.3);
    if (is_spaced(parse, (int64_t)spot->end - 1))
        spot->evidence += weigh_neighbour(parse, spot, spot->end, -0.9);
    if (parse_is(parse, spot->end, spot->first, WORD_BIT(WORD_SAID)) ||
        parse_is(parse, before, spot->first, WORD_BIT(WORD_SAID)))
        note_speaker(parse, spot);
}

/* "McPherson", "O'Connor": the shape of a surname. */
static bool is_name_of_family(const struct parse *parse, const struct spot *spot) {
    struct text first = parse->folded[spot->first];
    bool mac = text_starts(first, TEXT("mc")) && parse->tokens.items[spot->first].letters == CASE_MIXED;
    return mac || (text_is(first, "o") && spot->end == spot->first + 3);
}

/* "DISPAROS DESDE LA ORILLA": in capitals like all around them, words that the article writes small elsewhere, or that
 * never have a capital. */
static bool is_small_in_capitals(const struct parse *parse, const struct spot *spot) {
    static const uint64_t small = WORD_BIT(WORD_FUNCTION) | WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_OF) |
                                  WORD_BIT(WORD_LOCATIVE) | WORD_BIT(WORD_NEAR) | WORD_BIT(WORD_ALONG);
    if (!parse->shouted[spot->sentence] || spot->choice->place->kind != PLACE_POINT)
        return false;
    for (uint32_t i = spot->first; i < spot->end; i++)
        if (parse->tokens.items[i].kind == TOKEN_WORD && !(parse->classes[i] & small) &&
            !word_hashes_has(&parse->lower, parse->folded[i]))
            return false;
    return true;
}

/* "MERS": all in capitals within a sentence that is not; "CAIRO (Reuters)" stands first. */
static bool is_acronym(const struct parse *parse, const struct spot *spot) {
    enum { LONGEST = 5 };
    const struct token *token = &parse->tokens.items[spot->first];
    return spot->choice->place->kind == PLACE_POINT && token->letters == CASE_UPPER && !token->first &&
           token->span.end - token->span.start <= LONGEST;
}

/* "Batman'da": the script parts an ending from names only. */
static bool has_parted_case(const struct parse *parse, const struct spot *spot) {
    if (!parse->vocabulary->declines || parse->vocabulary->apostrophe_letters ||
        is_spaced(parse, (int64_t)spot->end - 1) || is_spaced(parse, spot->end) ||
        !parse_is_apostrophe(parse_mark(parse, spot->end, spot->first)) || spot->end + 1 >= parse->tokens.count)
        return false;
    struct text ending = parse->folded[spot->end + 1];
    for (size_t i = 0; i < parse->vocabulary->ending_count; i++)
        if (parse->vocabulary->endings[i].kind == ENDING_NOUN &&
            text_equal(parse->vocabulary->endings[i].ending, ending))
            return true;
    return false;
}

static void weigh_word(const struct parse *parse, struct spot *spot) {
    if (is_small_in_capitals(parse, spot))
        spot->evidence -= 2.5;
    if (spot->words > 1) {
        spot->evidence += 0.8;
        return;
    }
    uint64_t classes = has_parted_case(parse, spot) ? 0 : parse->classes[spot->first];
    bool starts = parse->tokens.items[spot->first].first;
    if (classes & WORD_BIT(WORD_STOP))
        spot->evidence -= 2.5;
    else if (starts || parse->titled[spot->sentence])
        spot->evidence -= 0.3;
    if (classes & (WORD_BIT(WORD_FIRST_NAME) | WORD_BIT(WORD_TITLE)))
        spot->evidence -= 1.0;
    if (!spot->lower && word_hashes_has(&parse->lower, parse->folded[spot->first]))
        spot->evidence -= parse->vocabulary->capital_nouns ? 0.5 : 1.5;
    if (spot->defined)
        spot->evidence += 1.0;
    if (parse->shouted[spot->sentence])
        spot->evidence -= 0.5;
    else if (is_acronym(parse, spot))
        spot->evidence -= 1.5;
    if (is_name_of_family(parse, spot))
        spot->evidence -= 1.0;
    if (parse->vocabulary->capital_nouns)
        spot->evidence -= 0.4;
    if (parse->vocabulary->bare_towns && spot->choice->place->kind == PLACE_POINT &&
        parse_is(parse, (int64_t)spot->first - 1, spot->first, WORD_BIT(WORD_ARTICLE)))
        spot->evidence -= 1.2;
    /* "in der Nähe", "den Bergen": towns take no article where all nouns have capitals */
    if (parse->vocabulary->capital_nouns && spot->choice->place->kind == PLACE_POINT &&
        parse_is(parse, (int64_t)spot->first - 1, spot->first, WORD_BIT(WORD_ARTICLE)))
        spot->evidence -= 1.5;
    if (parse->tokens.items[spot->first].letters == CASE_NONE)
        spot->evidence -= 0.8;
}

/* "Frankfort, Ky.": abbreviations of two letters are words elsewhere. */
static void weigh_abbreviation(const struct parse *parse, struct spot *spot) {
    bool code = spot->words == 1 && parse->tokens.items[spot->first].letters == CASE_UPPER &&
                spot->span.end - spot->span.start <= 3;
    if (spot->defined || !(spot->abbreviation || code) || spot->choice->place->kind != PLACE_REGION)
        return;
    bool comma = parse_mark(parse, (int64_t)spot->first - 1, spot->first) == ',';
    bool bare = spot->end == spot->first + 1;
    spot->evidence += comma ? 1.0 : bare ? -3.5 : 0;
}

/* "Goris e Jermuk", "l’Azerbaigian, la Georgia e l’Uzbekistan": nothing but a comma, "and" and articles between. */
static bool is_listed_with(const struct parse *parse, const struct spot *spot, const struct spot *next) {
    bool joined = false;
    if (next->sentence != spot->sentence || next->first - spot->end > 4)
        return false;
    for (uint32_t token = spot->end; token < next->first; token++) {
        uint32_t mark = parse_mark(parse, token, spot->first);
        bool joins = mark == ',' || mark == 0x060C || parse_is(parse, token, spot->first, WORD_BIT(WORD_AND));
        if (!joins && !parse_is_apostrophe(mark) && !parse_is(parse, token, spot->first, WORD_BIT(WORD_ARTICLE)))
            return false;
        joined = joined || joins;
    }
    return joined;
}

/* Countries stand in lists with countries, capitals with capitals, states with states. */
static void note_company(struct group *group, const struct group *beside, bool abbreviation) {
    bool capital = false;
    for (size_t i = 0; i < beside->count; i++)
        capital = capital || (beside->choices[i].place->capital && beside->choices[i].prior > 2.5);
    enum place_kind kind = beside->choices[0].place->kind;
    group->among_countries = group->among_countries || kind == PLACE_COUNTRY;
    group->among_capitals = group->among_capitals || (capital && kind != PLACE_COUNTRY);
    group->among_regions = group->among_regions || (kind == PLACE_REGION && !capital && !abbreviation);
}

static bool is_country_name(const struct spot *spot) {
    return !spot->lower && spot->choice->place->kind == PLACE_COUNTRY && spot->choice->use != NAME_ABBREVIATION;
}

static void share_with_next(struct parse *parse, size_t i) {
    if (i + 1 >= parse->spots.count)
        return;
    const struct spot *spot = &parse->spots.items[i], *next = &parse->spots.items[i + 1];
    if (spot->lower || next->lower || !is_listed_with(parse, spot, next))
        return;
    struct group *first = &parse->groups.items[spot->group], *second = &parse->groups.items[next->group];
    second->wanted |= first->wanted & WORD_BIT(WORD_GENERIC);
    /* "Niger, Chad and Cameroon" */
    if (is_country_name(spot) && is_country_name(next) && first != second) {
        parse->spots.items[i].evidence += 0.8;
        parse->spots.items[i + 1].evidence += 0.8;
    }
    parse->spots.items[i + 1].wanted |= spot->wanted & WORD_BIT(WORD_TOWN);
    if (first != second) {
        note_company(first, second, next->abbreviation);
        note_company(second, first, spot->abbreviation);
    }
}

/* "Sudan–Chad border": what is joined to the name of a country, and may be one itself, is one. */
static void join_countries(struct parse *parse, size_t i) {
    if (i + 1 >= parse->spots.count)
        return;
    struct spot *spot = &parse->spots.items[i], *next = &parse->spots.items[i + 1];
    bool joined = next->first == spot->end + 1 && next->sentence == spot->sentence &&
                  parse_is_hyphen(parse_mark(parse, spot->end, spot->first));
    if (!joined || !is_country_name(spot) || !is_country_name(next) || spot->choice->country == next->choice->country)
        return;
    spot->evidence += 3.0;
    next->evidence += 3.0;
    spot->rejected = next->rejected = NULL;
    note_company(&parse->groups.items[spot->group], &parse->groups.items[next->group], false);
    note_company(&parse->groups.items[next->group], &parse->groups.items[spot->group], false);
}

/* "between Vorukh and Isfara", "north of Isfara": a town is meant, not the river. */
static void want_town(struct parse *parse, struct spot *spot) {
    static const uint64_t towns = WORD_BIT(WORD_BETWEEN) | WORD_BIT(WORD_NORTH) | WORD_BIT(WORD_EAST) |
                                  WORD_BIT(WORD_SOUTH) | WORD_BIT(WORD_WEST);
    if (parse_is(parse, word_before(parse, spot, WORD_BIT(WORD_OF) | WORD_BIT(WORD_ARTICLE)), spot->first, towns))
        spot->wanted |= WORD_BIT(WORD_TOWN);
}

static void weigh_spot(struct parse *parse, struct spot *spot) {
    weigh_street(parse, spot);
    weigh_organisation(parse, spot);
    weigh_initial(parse, spot);
    weigh_locative(parse, spot);
    weigh_generic_before(parse, spot);
    weigh_generic_after(parse, spot);
    want_town(parse, spot);
    weigh_neighbours(parse, spot);
    weigh_word(parse, spot);
    weigh_abbreviation(parse, spot);
}

void evidence_weigh(struct parse *parse) {
    for (size_t i = 0; i < parse->spots.count; i++) {
        struct spot *spot = &parse->spots.items[i];
        if (!spot->rejected && spot->choice->place->kind != PLACE_ORGANISATION)
            weigh_spot(parse, spot);
    }
    for (size_t i = 0; i < parse->spots.count; i++) {
        share_with_next(parse, i);
        join_countries(parse, i);
    }
}

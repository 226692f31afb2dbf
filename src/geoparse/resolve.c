#include "resolve.h"

#include "choice.h"
#include "support.h"

#include <math.h>
#include <stdlib.h>

enum { PASSES = 3, AROUND_CHOICES = 6 };

static const char *const WATER = "name of a river or lake that the gazetteer lacks";
static const char *const BARRED = "a correction says that it is no place";
static const char *const UNLIKELY = "too little speaks for a place";

/* Evidence and plausibility must reach this together. */
static const double ACCEPTANCE = 0.95;

double mention_acceptance(void) {
    return ACCEPTANCE;
}

static const double CONTAINED = 2.6;

/* Towns that are less likely than that are no mentions at all; abroad: in no country that is spoken of. */
static const double LEAST_CONFIDENCE = 0.05, LEAST_ABROAD = 0.05;

/* Farther across than that, one point says little of an area or a river. */
static const double WIDE_KM = 300;

/* A place of the kind that the words beside a mention say may score that much less than the best one. */
static const double OTHER_KIND = 0.6, OTHER_WATER = 4.0;

/* Evidence for a name that somebody has told. */
static const double SURE = 2.0;

static bool is_between(const struct parse *parse, const struct spot *spot, const struct spot *next, uint32_t marks[2]) {
    uint32_t gap = next->first - spot->end;
    marks[0] = gap > 0 ? parse_mark(parse, spot->end, spot->first) : 0;
    marks[1] = gap > 1 ? parse_mark(parse, (int64_t)spot->end + 1, spot->first) : 0;
    return next->sentence == spot->sentence && gap <= 5;
}

/* "X, Y", "X (Y)", "X in Y", "X nella provincia di Y". */
static bool names_around(const struct parse *parse, const struct spot *spot, const struct spot *next) {
    uint32_t marks[2];
    static const uint64_t small = WORD_BIT(WORD_LOCATIVE) | WORD_BIT(WORD_OF) | WORD_BIT(WORD_ARTICLE) |
                                  WORD_BIT(WORD_GENERIC) | WORD_BIT(WORD_NORTH) | WORD_BIT(WORD_EAST) |
                                  WORD_BIT(WORD_SOUTH) | WORD_BIT(WORD_WEST) | WORD_BIT(WORD_FUNCTION);
    if (!is_between(parse, spot, next, marks) || next->first <= spot->end)
        return next->first == spot->end && next->sentence == spot->sentence && next->abbreviation;
    uint32_t gap = next->first - spot->end;
    if (gap == 1 && (marks[0] == ',' || marks[0] == '(' || marks[0] == 0x060C || marks[0] == 0x3001))
        return true;
    bool of = false;
    for (uint32_t token = spot->end; token < next->first; token++) {
        uint32_t mark = parse_mark(parse, token, spot->first);
        bool joins = mark == ',' || parse_is_apostrophe(mark);
        if (!joins && !parse_is(parse, token, spot->first, small))
            return false;
        of = of ||
             parse_is(parse, token, spot->first, WORD_BIT(WORD_LOCATIVE) | WORD_BIT(WORD_GENERIC) | WORD_BIT(WORD_OF));
    }
    return of;
}

static bool is_held(const struct group *outer, const struct choice *inner) {
    for (size_t i = 0; i < outer->count && i < AROUND_CHOICES; i++)
        if (choice_contains(&outer->choices[i], inner) && outer->choices[i].use != NAME_PEOPLE)
            return true;
    return false;
}

/* The name at `outer` says what the one at `inner` lies in, if any of their places fit together. */
static bool hold(struct parse *parse, size_t inner, size_t outer) {
    struct spot *spot = &parse->spots.items[inner], *around = &parse->spots.items[outer];
    struct group *group = &parse->groups.items[spot->group];
    for (size_t c = 0; c < group->count; c++) {
        if (!is_held(&parse->groups.items[around->group], &group->choices[c]))
            continue;
        group->choices[c].contained = CONTAINED;
        spot->around = outer;
    }
    return spot->around == outer;
}

/* "Özbekistan'ın Andican ili", "Afghanistan's Badakhshan": the country first, in the genitive. */
static bool owns_next(const struct parse *parse, const struct spot *spot, const struct spot *next) {
    if (next->sentence != spot->sentence || spot->rejected || spot->around != SIZE_MAX)
        return false;
    uint32_t gap = next->first - spot->end;
    bool genitive = gap == 2 && parse_is_apostrophe(parse_mark(parse, spot->end, spot->first)) &&
                    text_is(parse->folded[spot->end + 1], "s");
    bool beside = gap == 0 && (parse->vocabulary->declines || parse->vocabulary->postpositions) &&
                  parse->tokens.items[spot->end - 1].space_after;
    return genitive || beside;
}

/* Persian and Tajik: "вилояти Бадахшони Афғонистон". */
static bool is_joined_by_ezafe(const struct parse *parse, const struct spot *spot, const struct spot *next) {
    return parse->vocabulary->ezafe && next->sentence == spot->sentence && next->first == spot->end &&
           parse->tokens.items[spot->end - 1].space_after;
}

/* "Congo (Brazzaville)": of countries with one name, that of the capital in brackets. */
static void take_capital(struct parse *parse, struct spot *spot, struct spot *next) {
    bool bracket = next->sentence == spot->sentence && next->first == spot->end + 1 &&
                   parse_mark(parse, spot->end, spot->first) == '(' && parse_mark(parse, next->end, spot->first) == ')';
    struct group *group = &parse->groups.items[spot->group];
    const struct group *capital = &parse->groups.items[next->group];
    for (size_t c = 0; bracket && c < group->count; c++)
        for (size_t i = 0; i < capital->count; i++)
            if (group->choices[c].place->kind == PLACE_COUNTRY && capital->choices[i].place->capital &&
                group->choices[c].country == capital->choices[i].country) {
                group->choices[c].contained = CONTAINED;
                spot->rejected = NULL;
                spot->evidence += 1.0;
            }
}

/* Finds for each spot the one that names the region around it, and credits the choices that lie there. */
static void find_around(struct parse *parse) {
    for (size_t i = 0; i + 1 < parse->spots.count; i++) {
        struct spot *spot = &parse->spots.items[i], *next = &parse->spots.items[i + 1];
        if (spot->lower || next->lower || spot->choice->place->kind == PLACE_ORGANISATION)
            continue;
        take_capital(parse, spot, next);
        if (names_around(parse, spot, next) && hold(parse, i, i + 1)) {
            spot->rejected = NULL;
            spot->evidence += next->abbreviation ? 2.4 : 1.6; /* "TROY, N.C." */
            next->evidence += 1.0;
        } else if ((is_joined_by_ezafe(parse, spot, next) && hold(parse, i, i + 1)) ||
                   (owns_next(parse, spot, next) && hold(parse, i + 1, i))) {
            next->evidence += 0.6;
        }
    }
}

static bool is_region(const struct place *place) {
    return place->kind == PLACE_REGION || (place->kind == PLACE_AREA && !place->supranational);
}

static void credit_wanted(const struct group *group, struct choice *choice) {
    const struct place *place = choice->place;
    if (group->wanted & WORD_BIT(WORD_GENERIC))
        choice_credit(choice, "a word beside it says what kind of place it is",
                      is_region(place)             ? 1.2
                      : place->kind == PLACE_POINT ? -0.6
                                                   : 0);
    if (group->wanted & WORD_BIT(WORD_TOWN) && place->kind == PLACE_POINT)
        choice_credit(choice, "a word beside it says what kind of place it is", 1.2);
    if (group->wanted & WORD_BIT(WORD_RIVER) && (place->kind == PLACE_RIVER || place->kind == PLACE_WATER))
        choice_credit(choice, "a word beside it says what kind of place it is", 2.5);
}

/* "Batken", "Kilis": a town and the region around it have one name; without a word for a region the town is meant. */
static bool is_named_after_seat(const struct group *group, const struct choice *region) {
    if (region->place->kind != PLACE_REGION || group->wanted & WORD_BIT(WORD_GENERIC))
        return false;
    for (size_t i = 0; i < group->count; i++) {
        const struct choice *seat = &group->choices[i];
        bool inside =
            seat->place->kind == PLACE_POINT && (seat->admin1 == region->self || seat->admin2 == region->self);
        int64_t people = seat->place->population; /* hardly any where nobody counted */
        bool named = !seat->foreign || seat->main_name;
        bool uncounted = people < 100 && text_starts(seat->place->feature, TEXT("PPLA"));
        if (inside && named && (uncounted || people * 8 > region->place->population))
            return true;
    }
    return false;
}

/* "Abkhazia": where a region is disputed ground too, the ground is meant, with what holds of it. */
static bool is_disputed_ground(const struct group *group, const struct choice *region) {
    if (region->place->kind != PLACE_REGION || group->wanted & WORD_BIT(WORD_GENERIC))
        return false;
    for (size_t i = 0; i < group->count; i++) {
        const struct choice *area = &group->choices[i];
        if (area->place->kind == PLACE_AREA && !area->place->supranational && area->country == region->country &&
            choice_distance_km(area, region) < area->place->precision_km)
            return true;
    }
    return false;
}

static void credit_company(const struct group *group, struct choice *choice) {
    enum place_kind kind = choice->place->kind;
    if (group->among_countries && !group->among_regions && kind == PLACE_COUNTRY)
        choice_credit(choice, "in a list with other countries", 0.9);
    if (group->among_capitals && choice->place->capital)
        choice_credit(choice, "in a list with other capitals", 0.9);
    if (group->among_regions && !group->among_countries && kind == PLACE_REGION && choice->admin1 == 0)
        choice_credit(choice, "in a list with other regions", 0.7);
}

/* "Georgia" between Armenia and Russia: a country whose neighbours are spoken of, where the name may mean something
 * else. */
static void credit_neighbours(const struct parse *parse, const struct support *support, const struct group *group,
                              struct choice *choice) {
    uint16_t countries[SUPPORT_COUNTRIES];
    double weights[SUPPORT_COUNTRIES], neighbours = 0;
    if (choice->place->kind != PLACE_COUNTRY || choice->country == 0 || group->count < 2)
        return;
    size_t count = support_countries(support, countries, weights);
    for (size_t i = 0; i < count; i++)
        if (parse_border(parse, choice->country, countries[i]) != PLACE_NONE)
            neighbours += weights[i];
    if (neighbours > 0.01)
        choice_credit(choice, "its neighbours are spoken of", 1.2 * neighbours / (neighbours + 1.0));
}

static void score_choice(const struct parse *parse, const struct support *support, size_t g, struct choice *choice) {
    choice->score = 0;
    choice->reason_count = 0;
    choice_credit(choice, "how well known the place is and what the name is to it", choice->prior);
    if (parse_takes(parse, STEP_KINDS)) {
        credit_wanted(&parse->groups.items[g], choice);
        credit_company(&parse->groups.items[g], choice);
    }
    if (is_named_after_seat(&parse->groups.items[g], choice))
        choice_credit(choice, "its seat has the same name", choice->admin1 == 0 ? -1.0 : -1.8);
    if (is_disputed_ground(&parse->groups.items[g], choice))
        choice_credit(choice, "it is disputed ground of that name", -2.0);
    if (choice->contained > 0)
        choice_credit(choice, "named with the region around it", choice->contained);
    if (parse_takes(parse, STEP_TOGETHER)) {
        credit_neighbours(parse, support, &parse->groups.items[g], choice);
        support_credit(support, g, choice);
    }
}

static struct choice *best_of(const struct group *group) {
    struct choice *best = &group->choices[0];
    for (size_t i = 1; i < group->count; i++)
        if (group->choices[i].score > best->score)
            best = &group->choices[i];
    return best;
}

/* Score of the best choice less that of the best one somewhere else: the region of a town that bears its name, as far
 * as its middle may be, is no other place. */
static double margin_of(const struct group *group, const struct choice *best) {
    double margin = 3.0;
    for (size_t i = 0; i < group->count; i++) {
        const struct choice *other = &group->choices[i];
        bool nested = choice_contains(other, best) || choice_contains(best, other);
        if (other != best && !nested && choice_distance_km(best, other) > 60 + best->place->precision_km)
            margin = fmin(margin, best->score - other->score);
    }
    return margin;
}

static double certainty(double margin) {
    return 1 / (1 + exp(-1.5 * margin));
}

/* Order of magnitude of the population: seats have some even where nobody counted. */
static double known_size(const struct place *place) {
    double floor = text_is(place->feature, "PPLA")             ? 4.0
                   : text_is(place->feature, "PPLA2")          ? 3.6
                   : text_starts(place->feature, TEXT("PPLA")) ? 3.2
                   : choice_is_landmark(place)                 ? 3.6
                                                               : 2.0;
    bool counted = place->population >= 100;
    return counted ? fmax(log10((double)place->population), choice_is_landmark(place) ? floor : 0) : floor;
}

/* How likely a name of that place, alone in a text, means a place at all. */
static double plausibility(const struct choice *choice) {
    const struct place *place = choice->place;
    bool usual = choice->own_language || choice->main_name;
    double strange = usual ? 0 : choice->use == NAME_ALTERNATE || choice->foreign ? 0.6 : 0.2;
    double known = known_size(place);
    switch (place->kind) {
    case PLACE_POINT: return place->capital ? 2.8 : fmin(0.55 * (known - 2.2), 2.4) - strange;
    case PLACE_REGION: return ref_is(place->ref, REF_REGION) ? 2.4 : 0.9;
    case PLACE_RIVER:
    case PLACE_WATER: return 1.2;
    case PLACE_COUNTRY:
    case PLACE_AREA:
    case PLACE_LINE:
    case PLACE_ORGANISATION:
    case PLACE_KINDS: break;
    }
    return 3.2;
}

static double fit(const struct choice *choice) {
    return fmin(0.5 * fmax(choice->score - choice->prior, 0), 1.6);
}

static bool is_home(const struct parse *parse, const struct choice *choice) {
    for (size_t i = 0; i < parse->vocabulary->home_count; i++)
        if (choice->country == choice_country_code(parse->vocabulary->homes[i]))
            return true;
    return false;
}

/* Evidence of the mention itself, helped by the best one of the same name. */
static double acceptance(const struct parse *parse, const struct spot *spot, const struct choice *choice) {
    const struct group *group = &parse->groups.items[spot->group];
    double shared = fmin(fmax(group->best_evidence - spot->evidence, 0) * 0.4, 1.0);
    double doubt = group->speaks && !choice->place->capital ? 0.5 : 0;
    bool small = choice->place->kind == PLACE_POINT && !choice->place->capital;
    if (small && fit(choice) < 0.05 && parse->support > 2.5)
        doubt += 0.7;
    /* "the island of Anacoco" is no town of that name, unless it has the company of its neighbourhood */
    bool other_kind = group->wanted & WORD_BIT(WORD_GENERIC) && !(group->wanted & WORD_BIT(WORD_TOWN));
    if (small && other_kind && fit(choice) < 0.4)
        doubt += 1.4;
    /* "Banjska" for Bansko: by a strange name, and far from all that the article speaks of */
    bool usual = choice->own_language || choice->main_name;
    if (small && !usual && !choice->at_home && parse->support > 1.5)
        doubt += 1.4;
    /* a name that often means something else needs support */
    if (choice->loose && fit(choice) < 0.2)
        doubt += 1.0;
    /* "Gilbert" in Italian: towns far from all that is spoken of, and from where the language is */
    if (small && choice->place->population < 15000 && !choice->at_home && fit(choice) < 0.1 &&
        !is_home(parse, choice) && spot->evidence + shared < 0.5)
        doubt += 0.6;
    return spot->evidence + shared + plausibility(choice) + fit(choice) - doubt;
}

static void note_best_evidence(struct parse *parse) {
    for (size_t g = 0; g < parse->groups.count; g++) {
        parse->groups.items[g].best_evidence = -9;
        parse->groups.items[g].mentions = 0;
    }
    for (size_t i = 0; i < parse->spots.count; i++) {
        const struct spot *spot = &parse->spots.items[i];
        struct group *group = &parse->groups.items[spot->group];
        if (spot->rejected)
            continue;
        group->mentions++;
        group->best_evidence = fmax(group->best_evidence, spot->evidence);
    }
}

static double weight_of(const struct group *group, const struct choice *best, size_t pass) {
    if (group->mentions == 0 || best->place->kind == PLACE_ORGANISATION)
        return 0;
    double belief = group->best_evidence + plausibility(best) + (pass > 0 ? fit(best) : 0);
    double likely = 1 / (1 + exp(-1.5 * (belief - ACCEPTANCE)));
    double sure = fmax(0, 2 * certainty(margin_of(group, best)) - 1);
    return likely * sure * sqrt((double)group->mentions);
}

static void run_pass(struct parse *parse, struct support *support, size_t pass) {
    support_clear(support);
    for (size_t g = 0; g < parse->groups.count; g++) {
        const struct group *group = &parse->groups.items[g];
        if (group->count == 0)
            continue;
        const struct choice *best = best_of(group);
        double weight = weight_of(group, best, pass);
        if (weight > 0.02)
            support_add(support, g, best, weight);
    }
    parse->support = support_total(support);
    for (size_t g = 0; g < parse->groups.count; g++) {
        struct group *group = &parse->groups.items[g];
        if (group->mentions == 0)
            continue;
        for (size_t c = 0; c < group->count; c++)
            score_choice(parse, support, g, &group->choices[c]);
    }
}

static int compare_choices(const void *a, const void *b) {
    const struct choice *left = a, *right = b;
    if (left->score != right->score)
        return left->score > right->score ? -1 : 1;
    return left->place->id < right->place->id ? -1 : left->place->id > right->place->id;
}

static bool is_of_kind(const struct place *place, uint64_t wanted) {
    bool water = place->kind == PLACE_RIVER || place->kind == PLACE_WATER;
    return (wanted & WORD_BIT(WORD_RIVER) && water) || (wanted & WORD_BIT(WORD_GENERIC) && is_region(place)) ||
           (wanted & WORD_BIT(WORD_TOWN) && place->kind == PLACE_POINT);
}

/* "the Isfara river" in an article on the town of Isfara: the best of that kind, if it is not far behind. */
static struct choice *choice_of_kind(const struct group *group, uint64_t wanted) {
    struct choice *best = &group->choices[0];
    bool water = best->place->kind == PLACE_RIVER || best->place->kind == PLACE_WATER;
    if (wanted & WORD_BIT(WORD_RIVER))
        wanted = WORD_BIT(WORD_RIVER);
    double behind = water || wanted == WORD_BIT(WORD_RIVER) ? OTHER_WATER : OTHER_KIND;
    for (size_t c = 0; wanted != 0 && c < group->count && best->score - group->choices[c].score < behind; c++)
        if (is_of_kind(group->choices[c].place, wanted))
            return &group->choices[c];
    return best;
}

/* A mention that names its own region takes the best place there, whatever other mentions of the name mean. */
static struct choice *choice_of(const struct parse *parse, const struct spot *spot) {
    const struct group *group = &parse->groups.items[spot->group];
    if (spot->around != SIZE_MAX) {
        const struct group *outer = &parse->groups.items[parse->spots.items[spot->around].group];
        for (size_t c = 0; c < group->count; c++)
            if (is_held(outer, &group->choices[c]))
                return &group->choices[c];
    }
    return choice_of_kind(group, parse_takes(parse, STEP_KINDS) ? spot->wanted : 0);
}

/*
 * How likely the mention is a place, and this one: logistic regression on annotated news and web pages in English (two
 * corpora of 740 documents, five-fold by document; of what comes out at 0.8 or more, 95 % lies where the annotators
 * say). Points that annotators passed over count as wrong there; countries and regions are left out. Rivers, lines and
 * small areas were too few there: they stand where countries do.
 */
static double confidence_of(const struct parse *parse, const struct spot *spot, double belief) {
    const struct choice *choice = spot->choice;
    const struct group *group = &parse->groups.items[spot->group];
    double margin = fmin(fmax(margin_of(group, choice), 0), 3);
    double log_odds = -4.45 + 0.84 * margin + 0.36 * fmin(belief, 5) + 0.87 * fit(choice) +
                      0.76 * fmax(fmin(plausibility(choice), 3.2), -1) + 0.12 * log((double)group->count);
    log_odds += spot->around != SIZE_MAX ? 0.77 : 0;
    bool wide = choice->place->supranational || choice->place->precision_km > WIDE_KM;
    switch (choice->place->kind) {
    case PLACE_REGION: log_odds += 0.95; break;
    case PLACE_RIVER:
    case PLACE_WATER: log_odds += wide ? 0 : 1.9; break;
    case PLACE_AREA: log_odds += wide ? -1.4 : 0.41; break;
    case PLACE_COUNTRY:
    case PLACE_LINE: log_odds += 0.41; break;
    case PLACE_POINT:
    case PLACE_ORGANISATION:
    case PLACE_KINDS: break;
    }
    return 1 / (1 + exp(-log_odds));
}

static void decide(const struct parse *parse, struct spot *spot) {
    spot->choice = choice_of(parse, spot);
    if (spot->rejected || spot->choice->place->kind == PLACE_ORGANISATION) {
        spot->confidence = spot->rejected ? 0 : 0.9;
        return;
    }
    if (spot->river && !spot->sure && spot->choice->place->kind != PLACE_RIVER &&
        spot->choice->place->kind != PLACE_WATER) {
        spot->rejected = WATER;
        return;
    }
    double belief = acceptance(parse, spot, spot->choice);
    spot->belief = belief;
    spot->confidence = spot->told ? 1 : confidence_of(parse, spot, belief);
    bool doubtful = spot->choice->place->kind == PLACE_POINT &&
                    spot->confidence < (spot->choice->at_home ? LEAST_CONFIDENCE : LEAST_ABROAD);
    if ((belief < ACCEPTANCE || doubtful) && !spot->sure && parse_takes(parse, STEP_DOUBT)) {
        spot->rejected = UNLIKELY;
        spot->doubted = spot->choice->use != NAME_PEOPLE && spot->choice->use != NAME_ADJECTIVE;
    }
}

/* Names that somebody has told are names, whatever stands beside them; those that a correction bars are none. */
static void hold_given(struct parse *parse) {
    for (size_t i = 0; i < parse->spots.count; i++) {
        struct spot *spot = &parse->spots.items[i];
        if (!spot->sure)
            continue;
        spot->rejected = spot->barred ? BARRED : NULL;
        spot->evidence = fmax(spot->evidence, 0) + SURE;
    }
}

void resolve_places(struct parse *parse) {
    if (parse->groups.count == 0)
        return;
    if (parse_takes(parse, STEP_AROUND))
        find_around(parse);
    hold_given(parse);
    note_best_evidence(parse);
    struct support *support = support_new(parse->scratch, parse->groups.count);
    for (size_t g = 0; g < parse->groups.count; g++)
        for (size_t c = 0; c < parse->groups.items[g].count; c++)
            parse->groups.items[g].choices[c].score += parse->groups.items[g].choices[c].contained;
    for (size_t pass = 0; pass < PASSES; pass++)
        run_pass(parse, support, pass);
    for (size_t g = 0; g < parse->groups.count; g++)
        if (parse->groups.items[g].count > 1)
            qsort(parse->groups.items[g].choices, parse->groups.items[g].count, sizeof(struct choice), compare_choices);
    for (size_t i = 0; i < parse->spots.count; i++)
        decide(parse, &parse->spots.items[i]);
}

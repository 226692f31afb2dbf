#include "sites.h"

#include "site_doubted.h"
#include "site_names.h"
#include "site_scores.h"

#include <math.h>

enum {
    AT_REACH = 3,
    AT_REACH_RELATION = 4,
    ALSO_REACH = 3,
    VENUE_REACH = 14,
    TOWN_KM = 40,
    BORDER_REACH = 25,
    CAPITAL_REACH = 5
};
static const double word_cost = 0.35, doubt_cost = 5, least_score = 0.5;
static const double doubted = 0.5;  /* a mention that is less sure than that */
static const double unlikely = 0.1; /* a mention that is less sure than that is no site, but of a meeting */

static const double kind_score[PLACE_KINDS] = {
    [PLACE_POINT] = 9.5, [PLACE_COUNTRY] = 3.5, [PLACE_REGION] = 7, [PLACE_AREA] = 7.5,
    [PLACE_RIVER] = 8.5, [PLACE_WATER] = 5,     [PLACE_LINE] = 8};
static const double relation_score[] = {
    [RELATION_BORDER] = 9,  [RELATION_NEAR] = 10,     [RELATION_SIDE] = 3, [RELATION_ALONG] = 8.5,
    [RELATION_BETWEEN] = 9, [RELATION_DIRECTION] = 9, [RELATION_LINE] = 9};

const struct relation *sites_relation(const struct notes *notes, struct span span, uint32_t sentence) {
    for (uint32_t i = notes->relation_first[sentence]; i < notes->relation_first[sentence + 1]; i++) {
        const struct relation *relation = &notes->geoparse->relations[notes->relations[i]];
        struct span of = relation->span;
        if (of.field == span.field && of.start <= span.start && span.end <= of.end)
            return relation;
    }
    return NULL;
}

static enum place_precision precision_of(const struct place *place) {
    switch (place->kind) {
    case PLACE_POINT: return PRECISION_EXACT;
    case PLACE_COUNTRY: return PRECISION_COUNTRY;
    case PLACE_REGION: return ref_is(place->ref, REF_DISTRICT) ? PRECISION_DISTRICT : PRECISION_REGION;
    case PLACE_AREA:
    case PLACE_WATER: return PRECISION_REGION;
    case PLACE_RIVER:
    case PLACE_LINE: return PRECISION_LINE;
    default: return PRECISION_UNKNOWN;
    }
}

struct site site_of_place(const struct place *place) {
    struct site site = {.found = true,
                        .place = place->id,
                        .ref = place->ref,
                        .point = place->point,
                        .precision_km = place->precision_km};
    site.precision = precision_of(place);
    for (size_t i = 0; i < SITES_ALSO; i++)
        site.also[i] = PLACE_NONE;
    return site;
}

struct site sites_of_mention(const struct notes *notes, size_t mention) {
    const struct mention *of = &notes->geoparse->mentions[mention];
    struct place place = gazetteer_place(notes->gazetteer, of->place);
    struct site site = site_of_place(&place);
    site.span = of->span;
    site.confidence = of->confidence;
    return site;
}

/* A town, or a region that is hardly more than one (Berlin, Vienna). */
static bool is_town(const struct place *place) {
    return place->kind == PLACE_POINT || (place->kind == PLACE_REGION && place->precision_km <= TOWN_KM);
}

/* A venue is near the word for the meeting, or near "will be held" behind it. */
static double score_venue(const struct site_search *search, struct word_range range) {
    const struct notes *notes = search->notes;
    uint32_t least = site_scores_distance(notes, range, search->first, search->end);
    for (uint32_t w = search->end; w < range.first; w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_STATUS, w);
        uint32_t distance =
            cue != NULL && cue->role == CUE_PLANNED ? site_scores_distance(notes, range, cue->first, cue->end) : least;
        least = distance < least ? distance : least;
    }
    return least <= VENUE_REACH ? kind_score[PLACE_POINT] - word_cost * least : -1;
}

/* The score of a mention as a site; below least_score for what can be none. */
static double score_mention(const struct site_search *search, const struct mention *mention, const struct place *place,
                            struct word_range range) {
    const struct notes *notes = search->notes;
    if (mention->type != MENTION_LITERAL || place->supranational || place->kind == PLACE_ORGANISATION ||
        range.first == NO_WORD || (!search->meeting && mention->confidence < unlikely) ||
        site_scores_dateline(notes, range) || site_scores_speaker(search, range) ||
        site_scores_compared(notes, range) ||
        (!search->meeting && sites_relation(notes, mention->span, search->sentence) != NULL))
        return -1;
    bool at;
    double score = site_scores_range(search, range, kind_score[place->kind], AT_REACH, &at);
    score -= mention->confidence < doubted ? doubt_cost : 0;
    if (notes_before(notes, CUE_BETWEEN, range.first, 1) ||
        (!at && (place->kind == PLACE_COUNTRY || site_scores_speaks(notes, range))))
        return -1;
    if (search->meeting)
        return at && is_town(place) ? score_venue(search, range) : -1;
    bool far = site_scores_distance(notes, range, search->first, search->end) > CAPITAL_REACH &&
               (notes->clauses[range.first] != notes->clauses[search->first] ||
                notes_has(notes, CUE_REPORT, notes_first(notes, search->sentence), range.first));
    if (place->capital && site_scores_object(search, range))
        return score;
    return place->capital && (!at || far) ? -1 : score; /* a capital further off is where somebody says so */
}

/* "Kherson e Kharkiv": the places of the same kind that follow, with nothing but "and" between. */
static void find_also(const struct site_search *search, struct site *site, size_t mention, enum place_kind kind) {
    const struct geoparse *geoparse = search->notes->geoparse;
    const struct words *words = &search->notes->words;
    uint32_t end = site_scores_words(words, geoparse->mentions[mention].span).end;
    size_t count = 0;
    for (size_t m = mention + 1; m < geoparse->mention_count && count < SITES_ALSO; m++) {
        const struct mention *next = &geoparse->mentions[m];
        struct word_range range = site_scores_words(words, next->span);
        if (next->place == PLACE_NONE || range.first == NO_WORD ||
            words->items[range.first].sentence != search->sentence || range.first - end > ALSO_REACH ||
            next->type != MENTION_LITERAL || gazetteer_place(search->notes->gazetteer, next->place).kind != kind ||
            !notes_has(search->notes, CUE_AND, end, range.first))
            return;
        site->also[count++] = next->place;
        end = range.end;
    }
}

static void choose_mention(const struct site_search *search, struct site *best) {
    const struct notes *notes = search->notes;
    for (uint32_t m = notes->mention_first[search->sentence]; m < notes->mention_first[search->sentence + 1]; m++) {
        const struct mention *mention = &notes->geoparse->mentions[m];
        if (mention->place == PLACE_NONE)
            continue;
        struct place place = gazetteer_place(search->notes->gazetteer, mention->place);
        struct word_range range = site_scores_words(&search->notes->words, mention->span);
        double score = score_mention(search, mention, &place, range);
        if (score < least_score || (best->found && score <= best->score))
            continue;
        *best = sites_of_mention(search->notes, m);
        best->score = score;
        if (place.kind == PLACE_REGION || place.kind == PLACE_AREA)
            find_also(search, best, m, place.kind);
    }
}

static enum place_precision precision_of_relation(enum relation_kind kind) {
    switch (kind) {
    case RELATION_BORDER:
    case RELATION_ALONG:
    case RELATION_LINE: return PRECISION_LINE;
    case RELATION_SIDE: return PRECISION_COUNTRY;
    default: return PRECISION_NEAR;
    }
}

/* "Zalambessa, 35 km north of Adigrat": the town in front is the place, and the rest says where that is. */
static bool is_apposition(const struct site_search *search, const struct relation *relation, struct word_range range) {
    const struct notes *notes = search->notes;
    if (relation->kind != RELATION_DIRECTION)
        return false;
    for (uint32_t m = notes->mention_first[search->sentence]; m < notes->mention_first[search->sentence + 1]; m++) {
        const struct mention *mention = &notes->geoparse->mentions[m];
        bool town = mention->place != PLACE_NONE && mention->type == MENTION_LITERAL &&
                    gazetteer_place(notes->gazetteer, mention->place).kind == PLACE_POINT;
        if (town && site_scores_words(&notes->words, mention->span).end == range.first)
            return true;
    }
    return false;
}

static void choose_relation(const struct site_search *search, struct site *best) {
    const struct geoparse *geoparse = search->notes->geoparse;
    const struct notes *notes = search->notes;
    for (uint32_t i = notes->relation_first[search->sentence]; i < notes->relation_first[search->sentence + 1]; i++) {
        const struct relation *relation = &geoparse->relations[notes->relations[i]];
        struct word_range range = site_scores_words(&notes->words, relation->span);
        if (range.first == NO_WORD || range.end == range.first || relation->confidence < unlikely)
            continue;
        bool at;
        double score = site_scores_range(search, range, relation_score[relation->kind], AT_REACH_RELATION, &at);
        if (relation->kind == RELATION_SIDE && !at)
            continue; /* "accused the Kyrgyz side" is no place */
        if (is_apposition(search, relation, range))
            continue;
        if (score < least_score || (best->found && score <= best->score))
            continue;
        struct site site = {.found = true, .place = relation->place, .ref = relation->ref, .point = relation->point};
        site.precision_km = relation->precision_km;
        site.precision = precision_of_relation(relation->kind);
        bool told = relation->kind == RELATION_DIRECTION || relation->kind == RELATION_BETWEEN;
        if (told && relation->place == PLACE_NONE && relation->between[0] != PLACE_NONE) {
            /* "Zalambessa, 35 km north of Adigrat" */
            site.place = relation->between[0];
            site.ref = gazetteer_place(notes->gazetteer, site.place).ref;
        }
        for (size_t also = 0; also < SITES_ALSO; also++)
            site.also[also] = PLACE_NONE;
        site.span = relation->span;
        site.confidence = relation->confidence;
        site.score = score;
        *best = site;
    }
}

const struct relation *sites_border(const struct notes *notes, uint32_t first, uint32_t end) {
    uint32_t sentence = notes->words.items[first].sentence, least = BORDER_REACH + 1;
    const struct relation *best = NULL;
    for (uint32_t i = notes->relation_first[sentence]; i < notes->relation_first[sentence + 1]; i++) {
        const struct relation *relation = &notes->geoparse->relations[notes->relations[i]];
        struct word_range range = site_scores_words(&notes->words, relation->span);
        if (relation->kind != RELATION_BORDER || range.first == NO_WORD || !ref_is(relation->ref, REF_BORDER))
            continue;
        uint32_t distance = site_scores_distance(notes, range, first, end);
        if (distance < least) {
            best = relation;
            least = distance;
        }
    }
    return best;
}

struct site sites_choose(const struct notes *notes, uint32_t first, uint32_t end, enum incident_kind kind) {
    bool meeting = kind == INCIDENT_MEETING;
    struct site_search search = {
        notes,   first,
        end,     notes->words.items[first].sentence,
        meeting, kind == INCIDENT_DISPLACEMENT || kind == INCIDENT_EVACUATION || kind == INCIDENT_ABDUCTION};
    struct site best = {.place = PLACE_NONE, .precision = PRECISION_UNKNOWN};
    for (size_t i = 0; i < SITES_ALSO; i++)
        best.also[i] = PLACE_NONE;
    choose_mention(&search, &best);
    if (!meeting)
        choose_relation(&search, &best);
    site_names_nested(&search, &best);
    if (!meeting)
        site_names_told(&search, &best);
    site_doubted(&search, &best);
    return best;
}

static bool lists_country(struct text countries, struct text code) {
    struct text rest = countries, part;
    while (code.size > 0 && text_split(&rest, ',', &part))
        if (text_equal(part, code))
            return true;
    return false;
}

static bool countries_meet(const struct place *a, const struct place *b) {
    struct text rest = a->countries.size > 0 ? a->countries : a->country, part;
    struct text others = b->countries.size > 0 ? b->countries : b->country;
    while (text_split(&rest, ',', &part))
        if (lists_country(others, part))
            return true;
    return false;
}

bool sites_agree(const struct gazetteer *gazetteer, const struct site *a, const struct site *b) {
    static const double same_spot_km = 25;
    if (a->told.size > 0 && b->told.size > 0)
        return text_equal(a->told, b->told);
    if ((a->told.size > 0 && a->place == PLACE_NONE) || (b->told.size > 0 && b->place == PLACE_NONE))
        return false;
    if (text_equal(a->ref, b->ref) && a->ref.size > 0)
        return true;
    if (a->place == PLACE_NONE || b->place == PLACE_NONE)
        return lonlat_distance_km(a->point, b->point) <= same_spot_km + a->precision_km + b->precision_km;
    struct place first = gazetteer_place(gazetteer, a->place), second = gazetteer_place(gazetteer, b->place);
    bool unknown = first.country.size + first.countries.size == 0 || second.country.size + second.countries.size == 0;
    if (!unknown && !countries_meet(&first, &second))
        return false;
    if (!unknown && (first.kind == PLACE_COUNTRY || second.kind == PLACE_COUNTRY))
        return true;
    if (first.kind == second.kind && first.kind != PLACE_POINT)
        return false;
    if (first.kind == PLACE_POINT && second.kind == PLACE_POINT)
        return lonlat_distance_km(first.point, second.point) <= same_spot_km;
    if (first.kind == PLACE_REGION && second.kind == PLACE_POINT)
        return text_equal(second.admin1, first.ref) ||
               lonlat_distance_km(first.point, second.point) <= first.precision_km;
    if (second.kind == PLACE_REGION && first.kind == PLACE_POINT)
        return text_equal(first.admin1, second.ref) ||
               lonlat_distance_km(first.point, second.point) <= second.precision_km;
    return lonlat_distance_km(first.point, second.point) <=
           fmax(first.precision_km, second.precision_km) * 1.5 + same_spot_km;
}

int site_rank(const struct site *site) {
    switch (site->found ? site->precision : PRECISION_UNKNOWN) {
    case PRECISION_EXACT: return 5;
    case PRECISION_NEAR: return 5;
    case PRECISION_LINE: return 4;
    case PRECISION_DISTRICT: return 4;
    case PRECISION_REGION: return 3;
    case PRECISION_COUNTRY: return 1;
    default: return 0;
    }
}

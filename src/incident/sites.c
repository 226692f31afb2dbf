#include "sites.h"

#include <math.h>

enum {
    AT_REACH = 2,
    AT_REACH_RELATION = 4,
    AWAY_REACH = 3,
    ALSO_REACH = 3,
    PAUSE = 3,
    DATELINE_WORDS = 4,
    VENUE_REACH = 14,
    TOWN_KM = 40,
    BORDER_REACH = 25,
    CAPITAL_REACH = 5
};
static const double word_cost = 0.35, rival_cost = 4, at_bonus = 2, away_cost = 7, doubt_cost = 5, least_score = 0.5;
static const double doubted = 0.5;  /* a mention that is less sure than that */
static const double unlikely = 0.1; /* a mention that is less sure than that is no site, but of a meeting */

static const double kind_score[PLACE_KINDS] = {
    [PLACE_POINT] = 9.5, [PLACE_COUNTRY] = 3.5, [PLACE_REGION] = 7, [PLACE_AREA] = 7.5,
    [PLACE_RIVER] = 8.5, [PLACE_WATER] = 5,     [PLACE_LINE] = 8};
static const double relation_score[] = {
    [RELATION_BORDER] = 9,  [RELATION_NEAR] = 10,     [RELATION_SIDE] = 3, [RELATION_ALONG] = 8.5,
    [RELATION_BETWEEN] = 9, [RELATION_DIRECTION] = 9, [RELATION_LINE] = 9};

/* The event that a site is looked for. */
struct search {
    const struct notes *notes;
    uint32_t first, end, sentence;
    bool meeting, displacement;
};

struct range {
    uint32_t first, end;
};

static struct range words_of_span(const struct words *words, struct span span) {
    struct range range = {words_find(words, span), 0};
    range.end = range.first;
    if (range.first == NO_WORD)
        return range;
    while (range.end < words->count && words->items[range.end].span.field == span.field &&
           words->items[range.end].span.start < span.end)
        range.end++;
    return range;
}

static uint32_t distance_between(const struct notes *notes, struct range site, uint32_t first, uint32_t end) {
    if (end <= site.first)
        return words_distance(&notes->words, end - 1, site.first, PAUSE);
    return site.end <= first ? words_distance(&notes->words, site.end - 1, first, PAUSE) : 0;
}

/* Another event word is nearer to the site than this one. */
static bool has_rival(const struct search *search, struct range site, uint32_t own) {
    const struct notes *notes = search->notes;
    for (uint32_t w = notes_first(notes, search->sentence); w < notes_end(notes, search->sentence); w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_EVENTS, w);
        if (cue == NULL || cue->role != CUE_EVENT || cue->first != w || cue->first == search->first)
            continue;
        bool rival = cue->strength > 1 && (cue->value == INCIDENT_MEETING || !search->meeting);
        if (rival && distance_between(notes, site, cue->first, cue->end) < own)
            return true;
    }
    return false;
}

/* "Berlin’de", "Kapan yakınlarında": an ending or a word behind says that it was there. */
static bool has_ending(const struct notes *notes, struct range range) {
    for (uint32_t w = range.first; w < range.end + AT_REACH && w < notes->words.count; w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_STATUS, w);
        bool same = notes->words.items[w].sentence == notes->words.items[range.first].sentence;
        if (same && cue != NULL && cue->role == CUE_AT && cue->value == 1)
            return true;
    }
    return false;
}

/* What a word like "fled to", "arrived from" in front costs; people were driven from where they come. */
static double away_share(const struct search *search, struct range range) {
    enum { ORIGIN = 1 };
    const struct notes *notes = search->notes;
    uint32_t first = notes_first(notes, search->sentence), best = NO_WORD;
    for (uint32_t w = range.first; w > first && range.first - w < AWAY_REACH; w--) {
        const struct cue *cue = cues_at(&notes->cues, CUES_STATUS, w - 1);
        if (cue != NULL && cue->role == CUE_AWAY && best == NO_WORD)
            best = w - 1;
    }
    if (best == NO_WORD)
        return 0;
    bool origin = cues_at(&notes->cues, CUES_STATUS, best)->value == ORIGIN;
    return search->displacement && origin ? at_bonus : -away_cost;
}

static double score_range(const struct search *search, struct range range, double base, uint32_t at_reach, bool *at) {
    uint32_t distance = distance_between(search->notes, range, search->first, search->end);
    double score = base - word_cost * distance;
    *at = notes_before(search->notes, CUE_AT, range.first, at_reach) || has_ending(search->notes, range);
    score += *at ? at_bonus : 0;
    score += away_share(search, range);
    bool apart = search->notes->clauses[range.first] != search->notes->clauses[search->first];
    score -= apart || has_rival(search, range, distance) ? rival_cost : 0;
    return score;
}

/* "GOMA – Six people …": where the report was written. */
static bool is_dateline(const struct notes *notes, struct range range) {
    const struct word *words = notes->words.items, *last = &words[range.end - 1];
    uint32_t start = notes_first(notes, last->sentence), end = notes_end(notes, last->sentence);
    if (last->span.field != ARTICLE_TEXT || last->span.start >= 80 || range.first >= start + DATELINE_WORDS)
        return false;
    for (uint32_t w = range.end - 1; w < end && w < range.end + DATELINE_WORDS; w++)
        if (words[w].dash_after) /* "ABÉCHÉ, Chad — …" */
            return w + 1 == range.end || words[range.end - 1].pause != words[range.end].pause;
    return false;
}

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
    case PLACE_REGION: return text_starts(place->ref, TEXT("admin2:")) ? PRECISION_DISTRICT : PRECISION_REGION;
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
static double score_venue(const struct search *search, struct range range) {
    const struct notes *notes = search->notes;
    uint32_t least = distance_between(notes, range, search->first, search->end);
    for (uint32_t w = search->end; w < range.first; w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_STATUS, w);
        uint32_t distance =
            cue != NULL && cue->role == CUE_PLANNED ? distance_between(notes, range, cue->first, cue->end) : least;
        least = distance < least ? distance : least;
    }
    return least <= VENUE_REACH ? kind_score[PLACE_POINT] - word_cost * least : -1;
}

/* "Tiraspol accused …", "Rabat has not denied …": it speaks there, whatever it speaks of. */
static bool speaks(const struct notes *notes, struct range range) {
    enum { VERB_REACH = 2 };
    static const enum cue_role roles[] = {CUE_ACCUSE, CUE_DENY, CUE_URGE};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (notes_behind(notes, roles[i], range.end, VERB_REACH))
            return true;
    return false;
}

/* "The police in Quetta said …", "Талибы в Файзабаде заявили …": somebody speaks there, unless the same clause tells
 * the event in front: "three killed in Quetta, said …". */
static bool is_of_speaker(const struct search *search, struct range range) {
    const struct notes *notes = search->notes;
    const struct word *words = notes->words.items;
    const struct cue *verb = range.end < notes->words.count ? cues_at(&notes->cues, CUES_CLAIMS, range.end) : NULL;
    if (verb == NULL || verb->role != CUE_REPORT || verb->value != 0 || words[range.end].sentence != search->sentence ||
        words[range.end].pause != words[range.first].pause)
        return false;
    return search->first > range.first || words[search->first].pause != words[range.first].pause;
}

/* "Jets bombed Kabul": the place is the object of the event word, which may stand in front of its subject too ("bombed
 * Pakistani Kabul", as Arabic has it). */
static bool is_object(const struct search *search, struct range range) {
    const struct notes *notes = search->notes;
    if (search->meeting || speaks(notes, range))
        return false;
    bool object = search->end == range.first;
    for (uint32_t i = notes->actor_first[search->sentence]; i < notes->actor_first[search->sentence + 1]; i++)
        object |= notes->actors.items[i].first == search->end && notes->actors.items[i].end == range.first;
    return object;
}

/* "The worst since Kabul fell": a place of what the event is compared with. */
static bool is_compared(const struct notes *notes, struct range range) {
    enum { COMPARED_REACH = 8, COMPARISON = 1 };
    uint32_t first = notes_first(notes, notes->words.items[range.first].sentence);
    uint32_t from = range.first < first + COMPARED_REACH ? first : range.first - COMPARED_REACH;
    for (uint32_t w = from; w < range.first; w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_DATES, w);
        if (cue != NULL && cue->role == CUE_SINCE && cue->value == COMPARISON && range.first >= cue->end)
            return true;
    }
    return false;
}

/* The score of a mention as a site; below least_score for what can be none. */
static double score_mention(const struct search *search, const struct mention *mention, const struct place *place,
                            struct range range) {
    const struct notes *notes = search->notes;
    if (mention->type != MENTION_LITERAL || place->supranational || place->kind == PLACE_ORGANISATION ||
        range.first == NO_WORD || (!search->meeting && mention->confidence < unlikely) || is_dateline(notes, range) ||
        is_of_speaker(search, range) || is_compared(notes, range) ||
        (!search->meeting && sites_relation(notes, mention->span, search->sentence) != NULL))
        return -1;
    bool at;
    double score = score_range(search, range, kind_score[place->kind], AT_REACH, &at);
    score -= mention->confidence < doubted ? doubt_cost : 0;
    if (notes_before(notes, CUE_BETWEEN, range.first, 1) ||
        (!at && (place->kind == PLACE_COUNTRY || speaks(notes, range))))
        return -1;
    if (search->meeting)
        return at && is_town(place) ? score_venue(search, range) : -1;
    bool far = distance_between(notes, range, search->first, search->end) > CAPITAL_REACH;
    if (place->capital && is_object(search, range))
        return score;
    return place->capital && (!at || far) ? -1 : score; /* a capital further off is where somebody says so */
}

/* "Kherson e Kharkiv": the places of the same kind that follow, with nothing but "and" between. */
static void find_also(const struct search *search, struct site *site, size_t mention, enum place_kind kind) {
    const struct geoparse *geoparse = search->notes->geoparse;
    const struct words *words = &search->notes->words;
    uint32_t end = words_of_span(words, geoparse->mentions[mention].span).end;
    size_t count = 0;
    for (size_t m = mention + 1; m < geoparse->mention_count && count < SITES_ALSO; m++) {
        const struct mention *next = &geoparse->mentions[m];
        struct range range = words_of_span(words, next->span);
        if (next->place == PLACE_NONE || range.first == NO_WORD ||
            words->items[range.first].sentence != search->sentence || range.first - end > ALSO_REACH ||
            next->type != MENTION_LITERAL || gazetteer_place(search->notes->gazetteer, next->place).kind != kind ||
            !notes_has(search->notes, CUE_AND, end, range.first))
            return;
        site->also[count++] = next->place;
        end = range.end;
    }
}

static void choose_mention(const struct search *search, struct site *best) {
    const struct notes *notes = search->notes;
    for (uint32_t m = notes->mention_first[search->sentence]; m < notes->mention_first[search->sentence + 1]; m++) {
        const struct mention *mention = &notes->geoparse->mentions[m];
        if (mention->place == PLACE_NONE)
            continue;
        struct place place = gazetteer_place(search->notes->gazetteer, mention->place);
        struct range range = words_of_span(&search->notes->words, mention->span);
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
static bool is_apposition(const struct search *search, const struct relation *relation, struct range range) {
    const struct notes *notes = search->notes;
    if (relation->kind != RELATION_DIRECTION)
        return false;
    for (uint32_t m = notes->mention_first[search->sentence]; m < notes->mention_first[search->sentence + 1]; m++) {
        const struct mention *mention = &notes->geoparse->mentions[m];
        bool town = mention->place != PLACE_NONE && mention->type == MENTION_LITERAL &&
                    gazetteer_place(notes->gazetteer, mention->place).kind == PLACE_POINT;
        if (town && words_of_span(&notes->words, mention->span).end == range.first)
            return true;
    }
    return false;
}

static void choose_relation(const struct search *search, struct site *best) {
    const struct geoparse *geoparse = search->notes->geoparse;
    const struct notes *notes = search->notes;
    for (uint32_t i = notes->relation_first[search->sentence]; i < notes->relation_first[search->sentence + 1]; i++) {
        const struct relation *relation = &geoparse->relations[notes->relations[i]];
        struct range range = words_of_span(&notes->words, relation->span);
        if (range.first == NO_WORD || range.end == range.first || relation->confidence < unlikely)
            continue;
        bool at;
        double score = score_range(search, range, relation_score[relation->kind], AT_REACH_RELATION, &at);
        if (relation->kind == RELATION_SIDE && !at)
            continue; /* "accused the Kyrgyz side" is no place */
        if (is_apposition(search, relation, range))
            continue;
        if (score < least_score || (best->found && score <= best->score))
            continue;
        struct site site = {.found = true, .place = relation->place, .ref = relation->ref, .point = relation->point};
        site.precision_km = relation->precision_km;
        site.precision = precision_of_relation(relation->kind);
        if (relation->kind == RELATION_DIRECTION && relation->between[0] != PLACE_NONE) {
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
        struct range range = words_of_span(&notes->words, relation->span);
        if (relation->kind != RELATION_BORDER || range.first == NO_WORD || !text_starts(relation->ref, TEXT("border:")))
            continue;
        uint32_t distance = distance_between(notes, range, first, end);
        if (distance < least) {
            best = relation;
            least = distance;
        }
    }
    return best;
}

struct site sites_choose(const struct notes *notes, uint32_t first, uint32_t end, enum incident_kind kind) {
    bool meeting = kind == INCIDENT_MEETING;
    struct search search = {
        notes, first, end, notes->words.items[first].sentence, meeting, kind == INCIDENT_DISPLACEMENT};
    struct site best = {.place = PLACE_NONE, .precision = PRECISION_UNKNOWN};
    for (size_t i = 0; i < SITES_ALSO; i++)
        best.also[i] = PLACE_NONE;
    choose_mention(&search, &best);
    if (!meeting)
        choose_relation(&search, &best);
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

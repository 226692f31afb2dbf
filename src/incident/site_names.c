#include "site_names.h"

#include "told_names.h"

#include <math.h>

enum { AT_REACH = 4, COUNTRY_COST = 12, SENTENCES_BACK = 4, NESTED_REACH = 4 };

static const double NESTED_KM = 60, near_km = 10, unlikely = 0.1, least_score = 0.5;
static const double told_km = 25, told_confidence = 0.6, told_score = 14, bare_score = 9;

/* The narrowest known place named with the name in words first..end: the nearest of its sentence, a town only where it
 * stands right behind; or NO_MENTION. */
static uint32_t place_around(const struct notes *notes, const struct told_name *name, uint32_t sentence,
                             bool datelines) {
    uint32_t best = NO_MENTION;
    double least = INFINITY;
    struct word_range range = {name->first, name->end};
    for (uint32_t m = notes->mention_first[sentence]; m < notes->mention_first[sentence + 1]; m++) {
        const struct mention *mention = &notes->geoparse->mentions[m];
        struct word_range at = site_scores_words(&notes->words, mention->span);
        bool part = at.first != NO_WORD && at.first < name->end && name->first < at.end;
        if (mention->place == PLACE_NONE || mention->type != MENTION_LITERAL || at.first == NO_WORD || part ||
            mention->confidence < unlikely || (!datelines && site_scores_dateline(notes, at)))
            continue;
        struct place place = gazetteer_place(notes->gazetteer, mention->place);
        if (place.supranational || place.kind == PLACE_ORGANISATION)
            continue;
        double cost = site_scores_distance(notes, at, range.first, range.end) +
                      (place.kind == PLACE_COUNTRY ? COUNTRY_COST : 0) +
                      (place.capital && at.first < name->first ? COUNTRY_COST : 0);
        if (cost < least) {
            best = m;
            least = cost;
        }
    }
    return best;
}

/* As place_around(), in the sentences before too. */
static uint32_t place_told_before(const struct notes *notes, const struct told_name *name, uint32_t sentence) {
    uint32_t mention = place_around(notes, name, sentence, false);
    for (uint32_t back = 1; mention == NO_MENTION && back <= SENTENCES_BACK && back <= sentence; back++)
        mention = place_around(notes, name, sentence - back, false);
    return mention == NO_MENTION ? place_around(notes, name, sentence, true) : mention;
}

/* A name that nothing around it locates. */
static struct site site_nowhere(void) {
    struct site site = {.found = true, .place = PLACE_NONE, .precision = PRECISION_UNKNOWN, .confidence = unlikely};
    site.point = (struct lonlat){NAN, NAN};
    for (size_t i = 0; i < SITES_ALSO; i++)
        site.also[i] = PLACE_NONE;
    return site;
}

/* A site with a name of its own inside a known place: as exact as that is. */
static struct site site_told(const struct notes *notes, const struct told_name *name, uint32_t mention) {
    struct site site = mention == NO_MENTION ? site_nowhere() : sites_of_mention(notes, mention);
    if (site.precision == PRECISION_EXACT) {
        site.precision = PRECISION_NEAR;
        site.precision_km = told_km;
    }
    site.span = words_span(&notes->words, name->first, name->end);
    site.told = text_slice(article_field_text(notes->article, site.span.field), site.span.start, site.span.end);
    site.confidence = fmin(site.confidence, told_confidence);
    return site;
}

/* "The village of Umm Batna in the Golan Heights": the name is the site, as it is told. */
void site_names_told(const struct site_search *search, struct site *best) {
    const struct notes *notes = search->notes;
    uint32_t end = notes_end(notes, search->sentence);
    struct told_name name = {0};
    for (uint32_t from = notes_first(notes, search->sentence); told_names_next(notes, from, end, &name);
         from = name.end) {
        bool at;
        struct word_range range = {name.first, name.end};
        double score = site_scores_range(search, range, name.worded ? told_score : bare_score, AT_REACH, &at);
        if (score < least_score || (best->found && score <= best->score) || site_scores_dateline(notes, range) ||
            site_scores_speaker(search, range) || site_scores_compared(notes, range))
            continue;
        uint32_t mention = place_told_before(notes, &name, search->sentence);
        bool doubted = notes->words.items[name.end - 1].mention != NO_MENTION;
        if (mention == NO_MENTION && doubted)
            continue; /* what is known of it is better than nothing */
        *best = site_told(notes, &name, mention);
        best->score = score;
    }
}

/* Inside a wider place, as the gazetteer has it. */
static bool is_inside(const struct notes *notes, const struct site *outer, const struct place *inner) {
    if (outer->place == PLACE_NONE || outer->place == inner->id || inner->kind != PLACE_POINT)
        return false;
    struct place place = gazetteer_place(notes->gazetteer, outer->place);
    switch (place.kind) {
    case PLACE_COUNTRY: return text_equal(place.country, inner->country);
    case PLACE_REGION: return text_equal(place.ref, inner->admin1) || text_ends(place.ref, inner->admin2);
    case PLACE_AREA: return lonlat_distance_km(place.point, inner->point) <= fmax(place.precision_km, NESTED_KM) * 1.5;
    case PLACE_POINT:
        return lonlat_distance_km(place.point, inner->point) <= NESTED_KM ||
               (place.admin1.size > 0 && text_equal(place.admin1, inner->admin1));
    default: return false;
    }
}

/* "Yala's Betong district", "the West Bank village of Beitunia": the narrower of two that one phrase names. */
void site_names_nested(const struct site_search *search, struct site *best) {
    const struct notes *notes = search->notes;
    struct word_range outer = site_scores_words(&notes->words, best->span);
    if (!best->found || best->told.size > 0 || outer.first == NO_WORD)
        return;
    for (uint32_t m = notes->mention_first[search->sentence]; m < notes->mention_first[search->sentence + 1]; m++) {
        const struct mention *mention = &notes->geoparse->mentions[m];
        struct word_range inner = site_scores_words(&notes->words, mention->span);
        if (mention->place == PLACE_NONE || mention->type != MENTION_LITERAL || inner.first == NO_WORD ||
            inner.first < outer.end || inner.first - outer.end > NESTED_REACH ||
            notes->words.items[outer.end - 1].pause != notes->words.items[inner.first].pause ||
            notes_has(notes, CUE_AND, outer.end, inner.first) || notes_has(notes, CUE_AT, outer.end, inner.first))
            continue;
        struct place place = gazetteer_place(notes->gazetteer, mention->place);
        bool held = notes_has(notes, CUE_PLACE_FRONT, outer.end, inner.first) ||
                    notes_has(notes, CUE_PLACE_BEHIND, outer.end, inner.first) ||
                    (inner.first > outer.end && notes->words.items[outer.end].glued); /* "'s" */
        if (!held || !is_inside(notes, best, &place))
            continue;
        enum place_precision precision = best->precision;
        double score = best->score, km = best->precision_km;
        *best = sites_of_mention(notes, m);
        best->score = score;
        if (precision == PRECISION_NEAR) {
            best->precision = precision;
            best->precision_km = fmin(km, near_km);
        }
        return;
    }
}

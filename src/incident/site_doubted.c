#include "site_doubted.h"

#include <math.h>

enum { AT_REACH = 3 };

static const double base_score = 6.5, least_score = 0.5, least_belief = -0.4;
static const double most_confidence = 0.45, least_confidence = 0.2;

static bool lists(struct text countries, struct text code) {
    struct text rest = countries, part;
    while (text_split(&rest, ',', &part))
        if (text_equal(part, code))
            return true;
    return false;
}

static bool is_neighbour(const struct notes *notes, struct text countries, struct text code) {
    struct text rest = countries, part;
    while (code.size > 0 && text_split(&rest, ',', &part))
        if (!text_equal(part, code) &&
            gazetteer_place_of(notes->gazetteer, ref_of_border(notes->arena, part, code)) != PLACE_NONE)
            return true;
    return false;
}

/* A country that the article names, or has a place in, or a neighbour of one; true too where it speaks of none. */
static bool is_spoken_of(const struct notes *notes, struct text code) {
    bool any = false;
    for (size_t i = 0; i < notes->geoparse->mention_count; i++) {
        const struct mention *mention = &notes->geoparse->mentions[i];
        if (mention->place == PLACE_NONE)
            continue;
        struct place place = gazetteer_place(notes->gazetteer, mention->place);
        struct text countries = place.countries.size > 0 ? place.countries : place.country;
        if (place.supranational || countries.size == 0)
            continue;
        if (lists(countries, code) || is_neighbour(notes, countries, code))
            return true;
        any = true;
    }
    return !any;
}

static double score_of(const struct site_search *search, const struct mention *mention, struct word_range range) {
    const struct notes *notes = search->notes;
    if (mention->belief < least_belief || range.first == NO_WORD || range.end == range.first ||
        site_scores_dateline(notes, range) || site_scores_speaker(search, range) ||
        site_scores_compared(notes, range) || site_scores_speaks(notes, range))
        return -1;
    bool at;
    double score = site_scores_range(search, range, base_score, AT_REACH, &at);
    bool worded = notes_before(notes, CUE_PLACE_FRONT, range.first, 1) || site_scores_object(search, range);
    return at || worded ? score : -1;
}

void site_doubted(const struct site_search *search, struct site *best) {
    const struct notes *notes = search->notes;
    const struct geoparse *geoparse = notes->geoparse;
    double most = least_score;
    if (search->meeting || (best->found && site_rank(best) > 1))
        return;
    for (size_t i = 0; i < geoparse->doubted_count; i++) {
        const struct mention *mention = &geoparse->doubted[i];
        if (mention->sentence != search->sentence)
            continue;
        double score = score_of(search, mention, site_scores_words(&notes->words, mention->span));
        struct place place = gazetteer_place(notes->gazetteer, mention->place);
        if (score <= most || place.supranational || place.kind == PLACE_COUNTRY || !is_spoken_of(notes, place.country))
            continue;
        *best = site_of_place(&place);
        best->span = mention->span;
        best->confidence = fmin(fmax(mention->confidence, least_confidence), most_confidence);
        best->score = most = score;
    }
}

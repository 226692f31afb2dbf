#include "site_scores.h"

enum { AT_REACH = 3, AWAY_REACH = 3, PAUSE = 3, DATELINE_WORDS = 4 };

static const double word_cost = 0.35, rival_cost = 4, at_bonus = 2, away_cost = 7;

struct word_range site_scores_words(const struct words *words, struct span span) {
    struct word_range range = {words_find(words, span), 0};
    range.end = range.first;
    if (range.first == NO_WORD)
        return range;
    while (range.end < words->count && words->items[range.end].span.field == span.field &&
           words->items[range.end].span.start < span.end)
        range.end++;
    return range;
}

uint32_t site_scores_distance(const struct notes *notes, struct word_range site, uint32_t first, uint32_t end) {
    if (end <= site.first)
        return words_distance(&notes->words, end - 1, site.first, PAUSE);
    return site.end <= first ? words_distance(&notes->words, site.end - 1, first, PAUSE) : 0;
}

/* Another event word is nearer to the site than this one. */
static bool has_rival(const struct site_search *search, struct word_range site, uint32_t own) {
    const struct notes *notes = search->notes;
    for (uint32_t w = notes_first(notes, search->sentence); w < notes_end(notes, search->sentence); w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_EVENTS, w);
        if (cue == NULL || cue->role != CUE_EVENT || cue->first != w || cue->first == search->first)
            continue;
        bool rival = cue->strength > 1 && (cue->value == INCIDENT_MEETING || !search->meeting);
        if (rival && site_scores_distance(notes, site, cue->first, cue->end) < own)
            return true;
    }
    return false;
}

/* "Berlin’de", "Kapan yakınlarında": an ending or a word behind says that it was there. */
static bool has_ending(const struct notes *notes, struct word_range range) {
    for (uint32_t w = range.first; w < range.end + AT_REACH && w < notes->words.count; w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_STATUS, w);
        bool same = notes->words.items[w].sentence == notes->words.items[range.first].sentence;
        if (same && cue != NULL && cue->role == CUE_AT && cue->value == 1)
            return true;
    }
    return false;
}

/* What a word like "fled to", "arrived from" in front costs; people were driven from where they come. */
static double away_share(const struct site_search *search, struct word_range range) {
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

/* "in the northern X": a word for being there, and no other name between. */
static bool is_at(const struct notes *notes, uint32_t word, uint32_t reach) {
    uint32_t first = notes_first(notes, notes->words.items[word].sentence);
    for (uint32_t back = 1; back <= reach && back <= word - first; back++) {
        const struct cue *event = cues_at(&notes->cues, CUES_EVENTS, word - back);
        if (event != NULL && event->role == CUE_EVENT && event->end <= word)
            return false; /* "in an attack …": there is the attack */
        if (notes_has(notes, CUE_AT, word - back, word - back + 1))
            return true;
        if (notes->words.items[word - back].mention != NO_MENTION)
            return false;
    }
    return false;
}

double site_scores_range(const struct site_search *search, struct word_range range, double base, uint32_t at_reach,
                         bool *at) {
    uint32_t distance = site_scores_distance(search->notes, range, search->first, search->end);
    double score = base - word_cost * distance;
    *at = is_at(search->notes, range.first, at_reach) || has_ending(search->notes, range);
    score += *at ? at_bonus : 0;
    score += away_share(search, range);
    bool apart = search->notes->clauses[range.first] != search->notes->clauses[search->first];
    score -= apart || has_rival(search, range, distance) ? rival_cost : 0;
    return score;
}

/* "GOMA – Six people …": where the report was written. */
bool site_scores_dateline(const struct notes *notes, struct word_range range) {
    const struct word *words = notes->words.items, *last = &words[range.end - 1];
    uint32_t start = notes_first(notes, last->sentence), end = notes_end(notes, last->sentence);
    if (last->span.field == ARTICLE_TEXT && last->span.start < notes->article->dateline.end)
        return true;
    if (last->span.field != ARTICLE_TEXT || last->span.start >= 80 || range.first >= start + DATELINE_WORDS)
        return false;
    for (uint32_t w = range.end - 1; w < end && w < range.end + DATELINE_WORDS; w++)
        if (words[w].dash_after) /* "ABÉCHÉ, Chad — …" */
            return w + 1 == range.end || words[range.end - 1].pause != words[range.end].pause;
    return false;
}

/* "Tiraspol accused …", "Rabat has not denied …": it speaks there, whatever it speaks of. */
bool site_scores_speaks(const struct notes *notes, struct word_range range) {
    enum { VERB_REACH = 2 };
    static const enum cue_role roles[] = {CUE_ACCUSE, CUE_DENY, CUE_URGE};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (notes_behind(notes, roles[i], range.end, VERB_REACH))
            return true;
    return false;
}

/* "The police in Quetta said …", "Талибы в Файзабаде заявили …": somebody speaks there, unless the same clause tells
 * the event in front: "three killed in Quetta, said …". */
bool site_scores_speaker(const struct site_search *search, struct word_range range) {
    const struct notes *notes = search->notes;
    const struct word *words = notes->words.items;
    if (range.end <= search->first && notes_has(notes, CUE_COURT, notes_first(notes, search->sentence), search->first))
        return true; /* where the court is */
    for (uint32_t back = 1; back <= 2 && back <= range.first; back++) {
        const struct cue *said = cues_at(&notes->cues, CUES_CLAIMS, range.first - back);
        if (said != NULL && said->role == CUE_REPORT && said->value == 0 && said->first > search->first &&
            words[said->first].sentence == search->sentence && words[said->first].pause != words[search->first].pause &&
            words[said->first].pause != words[said->first - 1].pause)
            return true; /* "…, сообщила полиция Сухуми" */
    }
    const struct cue *verb = range.end < notes->words.count ? cues_at(&notes->cues, CUES_CLAIMS, range.end) : NULL;
    if (verb == NULL || verb->role != CUE_REPORT || verb->value != 0 || words[range.end].sentence != search->sentence ||
        words[range.end].pause != words[range.first].pause)
        return false;
    return search->first > range.first || words[search->first].pause != words[range.first].pause;
}

/* "Jets bombed Kabul": the place is the object of the event word, which may stand in front of its subject too ("bombed
 * Pakistani Kabul", as Arabic has it). */
bool site_scores_object(const struct site_search *search, struct word_range range) {
    const struct notes *notes = search->notes;
    if (search->meeting || site_scores_speaks(notes, range))
        return false;
    bool object = search->end == range.first;
    for (uint32_t i = notes->actor_first[search->sentence]; i < notes->actor_first[search->sentence + 1]; i++)
        object |= notes->actors.items[i].first == search->end && notes->actors.items[i].end == range.first;
    return object;
}

/* "The worst since Kabul fell": a place of what the event is compared with. */
bool site_scores_compared(const struct notes *notes, struct word_range range) {
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

#include "told_names.h"

enum { NAME_WORDS = 5, LINK_WORDS = 2, SHORT_BYTES = 4, UNCASED_WORDS = 1, BOTH_SIDES = 1 };

static const struct cue *place_cue(const struct notes *notes, uint32_t word, enum cue_role role) {
    const struct cue *cue = word < notes->words.count ? cues_at(&notes->cues, CUES_PLACES, word) : NULL;
    return cue != NULL && cue->role == role ? cue : NULL;
}

static bool follows(const struct notes *notes, uint32_t word) {
    const struct word *words = notes->words.items;
    return word > 0 && word < notes->words.count && words[word - 1].sentence == words[word].sentence &&
           words[word - 1].pause == words[word].pause;
}

/* A place that the gazetteer knows, and not one that it merely may be: "the town of Ber" is none in Macedonia. */
static bool is_sure(const struct notes *notes, uint32_t mention) {
    static const double doubtful = 0.3;
    return mention != NO_MENTION && notes->geoparse->mentions[mention].confidence >= doubtful;
}

/* A capital that no table explains: no weekday, no demonym, no group, no known place. */
static bool is_name_word(const struct notes *notes, uint32_t word) {
    static const enum cue_group groups[] = {CUES_DATES, CUES_EVENTS, CUES_CLAIMS, CUES_CASUALTIES};
    const struct word *at = &notes->words.items[word];
    if (!at->cased || at->number || is_sure(notes, at->mention))
        return false;
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++)
        if (cues_at(&notes->cues, groups[g], word) != NULL)
            return false;
    return place_cue(notes, word, CUE_PLACE_FRONT) == NULL && place_cue(notes, word, CUE_PLACE_BEHIND) == NULL;
}

static bool is_behind(const struct notes *notes, uint32_t word) {
    const struct cue *both = place_cue(notes, word, CUE_PLACE_FRONT);
    return place_cue(notes, word, CUE_PLACE_BEHIND) != NULL || (both != NULL && both->value == BOTH_SIDES);
}

/* A capital at all: a known place may be a part of a longer name ("Tal Abyad"). */
static bool goes_on(const struct notes *notes, uint32_t word) {
    const struct word *at = &notes->words.items[word];
    bool particle =
        place_cue(notes, word, CUE_PARTICLE) != NULL && follows(notes, word + 1) && notes->words.items[word + 1].cased;
    bool place_word = is_behind(notes, word);
    return follows(notes, word) && !place_word && ((at->cased && !at->number) || particle) &&
           cues_at(&notes->cues, CUES_DATES, word) == NULL;
}

/* `fronted`: "село" stands in front, so that what is followed by "района" is another name: "села Ворух Исфаринского
 * района". */
static uint32_t name_end(const struct notes *notes, uint32_t first, bool fronted) {
    uint32_t end = first + 1;
    while (end < notes->words.count && end - first < NAME_WORDS && goes_on(notes, end) &&
           !(fronted && follows(notes, end + 1) && is_behind(notes, end + 1)))
        end++;
    return end;
}

/* "the village of", "село", "near the": what stands in front of a name of a place. */
static bool stands_in_front(const struct notes *notes, uint32_t first, enum cue_role role) {
    uint32_t most = role == CUE_PLACE_FRONT ? LINK_WORDS : 1;
    for (uint32_t back = 1; back <= most && back <= first && follows(notes, first - back + 1); back++) {
        if (place_cue(notes, first - back, role) != NULL)
            return true;
        const struct word *word = &notes->words.items[first - back];
        bool link = place_cue(notes, first - back, CUE_PARTICLE) != NULL ||
                    (!word->cased && word->key.size <= SHORT_BYTES && word->mention == NO_MENTION);
        if (!link)
            return false;
    }
    return false;
}

/* "Betong district" */
static bool stands_behind(const struct notes *notes, uint32_t end) {
    return follows(notes, end) && is_behind(notes, end);
}

/* Nothing that the name would only describe follows: "in Baath Party offices" names no place. */
static bool is_whole(const struct notes *notes, uint32_t end) {
    if (!follows(notes, end))
        return true;
    if (notes->words.items[end].glued)
        return false; /* "the Islamic State's positions" */
    const struct cue *status = cues_at(&notes->cues, CUES_STATUS, end);
    bool place = status != NULL && (status->role == CUE_AT || status->role == CUE_CLAUSE);
    return place || cues_at(&notes->cues, CUES_DATES, end) != NULL || cues_at(&notes->cues, CUES_EVENTS, end) != NULL ||
           cues_at(&notes->cues, CUES_CASUALTIES, end) != NULL || notes->words.items[end].key.size <= SHORT_BYTES ||
           cues_at(&notes->cues, CUES_CLAIMS, end) != NULL || cues_at(&notes->cues, CUES_MOVEMENT, end) != NULL;
}

/* In a script without capitals the word right behind "village of" alone. */
static bool read_uncased(const struct notes *notes, uint32_t word, struct told_name *name) {
    const struct word *at = &notes->words.items[word];
    bool plain = !at->cased && at->capital && !at->number && at->mention == NO_MENTION && at->key.size > SHORT_BYTES &&
                 cues_at(&notes->cues, CUES_STATUS, word) == NULL && cues_at(&notes->cues, CUES_DATES, word) == NULL;
    if (!plain || !follows(notes, word) || place_cue(notes, word - 1, CUE_PLACE_FRONT) == NULL)
        return false;
    *name = (struct told_name){word, word + UNCASED_WORDS, true};
    return true;
}

bool told_names_next(const struct notes *notes, uint32_t first, uint32_t end, struct told_name *name) {
    for (uint32_t word = first; word < end; word++) {
        if (read_uncased(notes, word, name))
            return true;
        if (!is_name_word(notes, word))
            continue;
        /* the name may begin with a word that is known by itself: "Khan Touman" */
        uint32_t from = word;
        while (from > first && word - from < LINK_WORDS && follows(notes, from) && notes->words.items[from - 1].cased &&
               notes->words.items[from - 1].mention != NO_MENTION && !stands_behind(notes, from - 1))
            from--;
        bool fronted = stands_in_front(notes, from, CUE_PLACE_FRONT);
        uint32_t behind = name_end(notes, word, fronted);
        bool worded = fronted || stands_behind(notes, behind);
        bool unknown = notes->words.items[word].mention == NO_MENTION;
        if (worded || (unknown && stands_in_front(notes, from, CUE_NAME_FOLLOWS) && is_whole(notes, behind))) {
            *name = (struct told_name){from, behind < end ? behind : end, worded};
            return true;
        }
        word = behind - 1;
    }
    return false;
}

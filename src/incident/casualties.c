#include "casualties.h"

#include "list.h"

enum { FORM_NOUN = 0, FORM_EITHER = 1, FORM_BEFORE_NUMBER = 2 };
enum {
    NOUN_REACH = 4,
    SUBJECT_REACH = 14,
    OBJECT_REACH = 6,
    NEXT_TO = 2,
    BOTH_REACH = 10,
    NOBODY_REACH = 4,
    JOINED_REACH = 5,
    PAUSE_COST = 2
};

struct counting {
    const struct words *words;
    const struct cues *cues;
    const struct quantities *quantities;
    size_t first; /* quantity of the sentence in hand */
};

static int64_t greatest(struct count_range range) {
    return range.low > range.high ? range.low : range.high;
}

static bool other_casualty_between(const struct counting *counting, uint32_t from, uint32_t to) {
    for (uint32_t w = from; w < to && w < counting->words->count; w++) {
        const struct cue *cue = cues_at(counting->cues, CUES_CASUALTIES, w);
        if (cue != NULL && (cue->role == CUE_KILLED || cue->role == CUE_WOUNDED))
            return true;
    }
    return false;
}

/* The number in front of the word: a real one rather than an implied, then the nearest. */
static const struct quantity *number_before(const struct counting *counting, const struct cue *cue, uint32_t reach) {
    const struct quantity *best = NULL;
    for (size_t i = counting->first; i < counting->quantities->count; i++) {
        const struct quantity *quantity = &counting->quantities->items[i];
        if (quantity->first > cue->first)
            break;
        if (quantity->end > cue->first ||
            counting->words->items[quantity->first].sentence != counting->words->items[cue->first].sentence)
            continue;
        uint32_t distance = words_distance(counting->words, quantity->end - 1, cue->first, PAUSE_COST);
        bool near = distance <= (quantity->persons ? reach : reach < NOUN_REACH ? reach : NOUN_REACH);
        if (!near || other_casualty_between(counting, quantity->end, cue->first))
            continue;
        if (best == NULL || best->implied || !quantity->implied)
            best = quantity;
    }
    return best;
}

static int64_t sum_of(int64_t a, int64_t b) {
    return a < 0 || b < 0 ? -1 : a + b;
}

static bool is_joined(const struct counting *counting, const struct quantity *a, const struct quantity *b) {
    if (counting->words->items[a->first].sentence != counting->words->items[b->first].sentence ||
        greatest(a->range) < 0 || greatest(b->range) < 0 ||
        words_distance(counting->words, a->end - 1, b->first, JOINED_REACH) > JOINED_REACH ||
        other_casualty_between(counting, a->end, b->first))
        return false;
    return cues_nearest(counting->cues, counting->words, CUE_AND, a->end, b->first, a->end, 0) != NULL;
}

/* "20 Indian and four Chinese soldiers", "eight soldiers and a civilian were killed": what is joined by "and" is
 * counted together. */
static struct count_range joined_count(const struct counting *counting, const struct quantity *number, uint32_t end,
                                       uint32_t *first) {
    const struct quantity *all = counting->quantities->items;
    const struct quantity *before = number > all && !number->implied ? number - 1 : NULL;
    const struct quantity *behind = number + 1 < all + counting->quantities->count ? number + 1 : NULL;
    struct count_range range = number->range;
    *first = number->first;
    if (before != NULL && !before->implied && is_joined(counting, before, number)) {
        range = (struct count_range){sum_of(range.low, before->range.low), sum_of(range.high, before->range.high)};
        *first = before->first;
    }
    if (behind != NULL && behind->end <= end && is_joined(counting, number, behind))
        range = (struct count_range){sum_of(range.low, behind->range.low), sum_of(range.high, behind->range.high)};
    return range;
}

static const struct quantity *number_behind(const struct counting *counting, const struct cue *cue, uint32_t reach) {
    for (size_t i = counting->first; i < counting->quantities->count; i++) {
        const struct quantity *quantity = &counting->quantities->items[i];
        if (counting->words->items[quantity->first].sentence > counting->words->items[cue->first].sentence)
            return NULL;
        if (quantity->first < cue->end)
            continue;
        uint32_t distance = words_distance(counting->words, cue->end - 1, quantity->first, PAUSE_COST);
        if (distance > reach)
            return NULL;
        const struct cue *and =
            cues_nearest(counting->cues, counting->words, CUE_AND, cue->end, quantity->first, cue->end, 0);
        bool own = and == NULL && !other_casualty_between(counting, cue->end, quantity->first);
        bool pause = counting->words->items[quantity->first].pause != counting->words->items[cue->end - 1].pause;
        /* "killed, 12 wounded": the number belongs to the next word */
        return own && !(pause && other_casualty_between(counting, quantity->end, quantity->end + 2)) ? quantity : NULL;
    }
    return NULL;
}

static const struct quantity *number_of(const struct counting *counting, const struct cue *cue) {
    if (cue->value == FORM_NOUN)
        return number_before(counting, cue, NOUN_REACH);
    if (cue->value == FORM_BEFORE_NUMBER)
        return number_behind(counting, cue, OBJECT_REACH);
    const struct quantity *next = number_behind(counting, cue, NEXT_TO);
    if (next != NULL)
        return next;
    const struct quantity *subject = number_before(counting, cue, SUBJECT_REACH);
    return subject != NULL ? subject : number_behind(counting, cue, OBJECT_REACH);
}

static bool role_near(const struct counting *counting, enum cue_role role, uint32_t word, uint32_t before,
                      uint32_t behind) {
    uint32_t sentence = counting->words->items[word].sentence;
    uint32_t first = counting->words->sentence_first[sentence], end = counting->words->sentence_first[sentence + 1];
    uint32_t from = word < first + before ? first : word - before;
    uint32_t to = word + behind + 1 > end ? end : word + behind + 1;
    return cues_nearest(counting->cues, counting->words, role, from, to, word, 0) != NULL;
}

struct casualties casualties_read(const struct words *words, const struct cues *cues,
                                  const struct quantities *quantities, struct arena *arena) {
    struct casualties casualties = {0};
    struct counting counting = {words, cues, quantities, 0};
    for (size_t i = 0; i < cues->count[CUES_CASUALTIES]; i++) {
        const struct cue *cue = &cues->items[CUES_CASUALTIES][i];
        if ((cue->role != CUE_KILLED && cue->role != CUE_WOUNDED) ||
            words_too_many(words, words->items[cue->first].sentence))
            continue;
        while (counting.first < quantities->count &&
               words->items[quantities->items[counting.first].first].sentence < words->items[cue->first].sentence)
            counting.first++;
        const struct quantity *number = number_of(&counting, cue);
        if (number == NULL || role_near(&counting, CUE_NOBODY, cue->first, NOBODY_REACH, NOBODY_REACH))
            continue;
        struct casualty *casualty = LIST_PUSH(arena, &casualties);
        casualty->wounded = cue->role == CUE_WOUNDED;
        uint32_t from = number->first;
        casualty->count =
            number->end <= cue->first ? joined_count(&counting, number, cue->first, &from) : number->range;
        casualty->word = cue->first;
        casualty->first = from < cue->first ? from : cue->first;
        casualty->end = number->end > cue->end ? number->end : cue->end;
        casualty->both_sides = role_near(&counting, CUE_BOTH_SIDES, cue->first, BOTH_REACH, BOTH_REACH);
    }
    return casualties;
}

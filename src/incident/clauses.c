#include "clauses.h"

enum { SHARED_SUBJECT = 2, FORM_NOUN = 0, FORM_BEFORE_NUMBER = 2, WEAK = 1, NATURAL = 10 };

struct splitting {
    const struct words *words;
    const struct cues *cues;
    uint32_t *clauses;
    uint32_t next; /* clause in hand */
};

/* Something that happens: the word of an event, killed, wounded. */
static const struct cue *predicate_at(const struct splitting *splitting, uint32_t word) {
    const struct cue *event = cues_at(splitting->cues, CUES_EVENTS, word);
    if (event != NULL && event->role == CUE_EVENT && event->first == word && event->strength > WEAK)
        return event;
    const struct cue *loss = cues_at(splitting->cues, CUES_CASUALTIES, word);
    bool verb = loss != NULL && (loss->role == CUE_KILLED || loss->role == CUE_WOUNDED) && loss->first == word &&
                loss->value % NATURAL != FORM_NOUN;
    return verb ? loss : NULL;
}

static bool is_clause_word(const struct splitting *splitting, uint32_t word) {
    const struct cue *cue = cues_at(splitting->cues, CUES_STATUS, word);
    return cue != NULL && cue->role == CUE_CLAUSE && cue->first == word;
}

static bool is_and(const struct splitting *splitting, uint32_t word) {
    const struct cue *cue = cues_at(splitting->cues, CUES_CLAIMS, word);
    return cue != NULL && cue->role == CUE_AND && cue->first == word;
}

/* "Khost and Paktika": no new clause. */
static bool joins_names(const struct word *words, uint32_t word) {
    return word > 0 && words[word - 1].mention != NO_MENTION && words[word + 1].mention != NO_MENTION;
}

/* Where the clause of `to` begins, behind that of `from`; NO_WORD if they share one. */
static uint32_t boundary(const struct splitting *splitting, const struct cue *from, const struct cue *to) {
    const struct word *words = splitting->words->items;
    for (uint32_t w = to->first; w > from->end; w--) {
        uint32_t word = w - 1;
        if (is_clause_word(splitting, word))
            return word;
        if (is_and(splitting, word) && joins_names(words, word))
            continue;
        if (is_and(splitting, word))
            return to->first - word > (cues_group(to->role) == CUES_CASUALTIES ? SHARED_SUBJECT : 1) ? word : NO_WORD;
        bool pause = words[word].pause != words[word + 1].pause;
        bool loss = cues_group(to->role) == CUES_CASUALTIES && to->value % NATURAL == FORM_BEFORE_NUMBER;
        if (pause && word + 1 == to->first && loss)
            return NO_WORD; /* "…, killing two" */
    }
    for (uint32_t w = to->first; w > from->end; w--)
        if (words[w - 1].pause != words[w].pause && to->first - w > 1)
            return w;
    bool parted = from->end < to->first && words[from->end - 1].pause != words[from->end].pause;
    return parted && to->first - from->end > 1 ? from->end : NO_WORD;
}

static void split_sentence(struct splitting *splitting, uint32_t first, uint32_t end) {
    const struct cue *before = NULL;
    for (uint32_t w = first; w < end; w++) {
        splitting->clauses[w] = splitting->next;
        const struct cue *cue = predicate_at(splitting, w);
        if (cue == NULL)
            continue;
        uint32_t from = before == NULL ? NO_WORD : boundary(splitting, before, cue);
        if (from != NO_WORD) {
            splitting->next++;
            for (uint32_t back = from; back <= w; back++)
                splitting->clauses[back] = splitting->next;
        }
        before = cue;
    }
    splitting->next++;
}

uint32_t *clauses_read(const struct words *words, const struct cues *cues, struct arena *arena) {
    struct splitting splitting = {words, cues, ARENA_ARRAY(arena, uint32_t, words->count + 1), 0};
    for (uint32_t s = 0; s < words->sentence_count; s++)
        split_sentence(&splitting, words->sentence_first[s], words->sentence_first[s + 1]);
    return splitting.clauses;
}

#include "notes.h"

uint32_t notes_first(const struct notes *notes, uint32_t sentence) {
    return notes->words.sentence_first[sentence];
}

uint32_t notes_end(const struct notes *notes, uint32_t sentence) {
    return notes->words.sentence_first[sentence + 1];
}

bool notes_has(const struct notes *notes, enum cue_role role, uint32_t first, uint32_t end) {
    for (uint32_t w = first; w < end; w++) {
        const struct cue *cue = cues_at(&notes->cues, cues_group(role), w);
        if (cue != NULL && cue->role == role)
            return true;
    }
    return false;
}

bool notes_before(const struct notes *notes, enum cue_role role, uint32_t word, uint32_t reach) {
    uint32_t first = notes_first(notes, notes->words.items[word].sentence);
    return notes_has(notes, role, word < first + reach ? first : word - reach, word);
}

bool notes_behind(const struct notes *notes, enum cue_role role, uint32_t end, uint32_t reach) {
    uint32_t limit = notes_end(notes, notes->words.items[end - 1].sentence);
    return notes_has(notes, role, end, end + reach > limit ? limit : end + reach);
}

/* counts[s + 1] of each sentence → where each begins. */
static void sum_up(uint32_t *counts, size_t sentences) {
    for (size_t s = 0; s < sentences; s++)
        counts[s + 1] += counts[s];
}

static void index_relations(struct notes *notes, size_t sentences) {
    const struct geoparse *geoparse = notes->geoparse;
    notes->relations = ARENA_ARRAY(notes->arena, uint32_t, geoparse->relation_count + 1);
    uint32_t *next = ARENA_ARRAY(notes->arena, uint32_t, sentences + 1);
    for (size_t r = 0; r < geoparse->relation_count; r++)
        notes->relation_first[geoparse->relations[r].sentence + 1]++;
    sum_up(notes->relation_first, sentences);
    for (uint32_t r = 0; r < geoparse->relation_count; r++) {
        uint32_t sentence = geoparse->relations[r].sentence;
        notes->relations[notes->relation_first[sentence] + next[sentence]++] = r;
    }
}

void notes_index(struct notes *notes) {
    size_t sentences = notes->words.sentence_count;
    uint32_t **const firsts[] = {&notes->actor_first, &notes->date_first, &notes->mention_first,
                                 &notes->relation_first};
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
        *firsts[i] = ARENA_ARRAY(notes->arena, uint32_t, sentences + 2);
    for (size_t i = 0; i < notes->actors.count; i++)
        notes->actor_first[notes->words.items[notes->actors.items[i].first].sentence + 1]++;
    for (size_t i = 0; i < notes->dates.count; i++)
        notes->date_first[notes->words.items[notes->dates.items[i].first].sentence + 1]++;
    for (size_t i = 0; i < notes->geoparse->mention_count; i++)
        notes->mention_first[notes->geoparse->mentions[i].sentence + 1]++;
    sum_up(notes->actor_first, sentences);
    sum_up(notes->date_first, sentences);
    sum_up(notes->mention_first, sentences);
    index_relations(notes, sentences);
}

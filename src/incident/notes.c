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

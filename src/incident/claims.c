#include "claims.h"

enum {
    BY_REACH = 14,
    BEHIND_REACH = 4,
    INVERTED_REACH = 9,
    WHOM_REACH = 8,
    EACH_REACH = 8,
    VERB_LAST = 1,
    FOLLOWS = 1
};

bool claim_is(const struct cue *cue) {
    return cue->role == CUE_ACCUSE || cue->role == CUE_DENY || cue->role == CUE_REPORT;
}

static const char *what_of(enum cue_role role) {
    return role == CUE_ACCUSE ? "accuses" : role == CUE_DENY ? "denies" : "reports";
}

static bool has_claim(const struct draft *draft, struct text by, const char *what) {
    for (size_t i = 0; i < draft->claim_count; i++)
        if (text_equal(draft->claims[i].by, by) && text_is(text_of(draft->claims[i].what), what))
            return true;
    return false;
}

static void push_claim(const struct notes *notes, struct draft *draft, struct text by, const struct cue *cue) {
    const char *what = what_of(cue->role);
    if (draft->claim_count == DRAFT_CLAIMS || has_claim(draft, by, what))
        return;
    draft->claims[draft->claim_count++] = (struct claim){by, what, words_span(&notes->words, cue->first, cue->end)};
}

/* "both sides accused each other" */
static void claim_of_both(const struct notes *notes, struct draft *draft, const struct cue *cue) {
    size_t count = draft->parties.count < 2 ? draft->parties.count : 2;
    for (size_t i = 0; i < count; i++)
        push_claim(notes, draft, draft->parties.items[i].ref, cue);
}

static bool speaks_for_both(const struct notes *notes, const struct cue *cue) {
    return notes_before(notes, CUE_EACH_OTHER, cue->first, EACH_REACH) ||
           notes_behind(notes, CUE_EACH_OTHER, cue->end, EACH_REACH) ||
           notes_before(notes, CUE_BOTH_SIDES, cue->first, EACH_REACH);
}

static bool has_accusation(const struct draft *draft) {
    for (size_t i = 0; i < draft->claim_count; i++)
        if (text_is(text_of(draft->claims[i].what), "accuses"))
            return true;
    return false;
}

/* The place of the draft concerns the state, or nobody knows the place: one who accuses from afar is no party. */
static bool is_concerned(const struct notes *notes, const struct draft *draft, const struct actor *actor) {
    if (!draft->site.found || draft->site.place == PLACE_NONE)
        return true;
    struct place place = gazetteer_place(notes->gazetteer, draft->site.place);
    struct text rest = place.countries.size > 0 ? place.countries : place.country, code;
    while (text_split(&rest, ',', &code))
        if (code.size == 2 && text_ends(actor->ref, code))
            return true;
    return false;
}

static void add_party(const struct notes *notes, struct draft *draft, const struct actor *actor) {
    if (!actor->bystander && !draft->past && !draft->meeting)
        party_add(&draft->parties, actor->ref, words_span(&notes->words, actor->first, actor->end));
}

/* Whom an accusation is against: the state behind the verb, or, where the verb comes last, another in front of it. */
static const struct actor *accused_of(const struct notes *notes, const struct cue *cue, const struct actor *by) {
    uint32_t from = by->first > cue->first ? by->end - 1 : cue->end - 1; /* "has accused A B": the verb first */
    const struct actor *whom = actors_behind(notes, from, WHOM_REACH);
    if (whom != NULL && !text_equal(whom->ref, by->ref))
        return whom;
    const struct actor *other = actors_before(notes, by->first, BY_REACH);
    return other != NULL && !text_equal(other->ref, by->ref) ? other : NULL;
}

/* "…, ha dichiarato il ministero", "…, сообщила армия": the verb opens its clause, and who says so stands behind it. */
static bool is_inverted(const struct notes *notes, const struct cue *cue) {
    enum { AUXILIARY_BYTES = 6 };
    const struct word *words = notes->words.items;
    if (cue->first == 0 || words[cue->first - 1].sentence != words[cue->first].sentence)
        return true;
    if (words[cue->first - 1].pause != words[cue->first].pause)
        return true;
    return cue->first > 1 && words[cue->first - 1].key.size <= AUXILIARY_BYTES &&
           words[cue->first - 2].sentence == words[cue->first].sentence &&
           words[cue->first - 2].pause != words[cue->first - 1].pause;
}

/* Who makes the claim. */
static const struct actor *speaker_of(const struct notes *notes, const struct cue *cue) {
    bool follows = cue->role == CUE_REPORT && (cue->value == FOLLOWS || is_inverted(notes, cue));
    const struct actor *by = follows ? actors_behind(notes, cue->end - 1, INVERTED_REACH) : NULL;
    if (by == NULL)
        by = actors_before(notes, cue->first, BY_REACH);
    return by != NULL ? by : actors_behind(notes, cue->end - 1, BEHIND_REACH);
}

void claim_add(const struct notes *notes, struct draft *draft, const struct cue *cue, bool told) {
    if (cue->role == CUE_REPORT && !told)
        return;
    const struct actor *by = speaker_of(notes, cue);
    if (by == NULL || speaks_for_both(notes, cue)) {
        if (cue->role != CUE_REPORT && speaks_for_both(notes, cue))
            claim_of_both(notes, draft, cue);
        return;
    }
    const struct actor *whom = cue->role == CUE_ACCUSE ? accused_of(notes, cue, by) : NULL;
    if (whom != NULL && whom->first < by->first && cue->value == VERB_LAST) {
        const struct actor *nearer = by;
        by = whom;
        whom = nearer;
    }
    push_claim(notes, draft, by->ref, cue);
    if (cue->role == CUE_ACCUSE) {
        if (is_concerned(notes, draft, by))
            add_party(notes, draft, by);
        if (whom != NULL)
            add_party(notes, draft, whom);
    } else if (cue->role == CUE_DENY && has_accusation(draft))
        add_party(notes, draft, by);
}

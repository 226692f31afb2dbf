#include "drafts.h"

#include "claims.h"
#include "draft_casualty.h"
#include "list.h"

enum { NO_DRAFT = -1, LEAST_FIT = 3, NEWS_DAYS = 3, NEAR_SENTENCES = 2, ANAPHOR_SENTENCES = 6, LEAD_SENTENCES = 3 };

static const double VAGUE_SHARE = 0.6; /* of a word that leaves open how: "attack" */

/* Of what guards say that somebody had done, where he was killed; of houses that an attack burnt. */
static const double DEADLY_SHARE = 0.3;

struct gathering {
    const struct notes *notes;
    const struct tellings *tellings;
    struct drafts drafts;
    int *draft_of; /* for each telling */
    int current;   /* the draft told last, or NO_DRAFT */
};

static uint32_t paragraph_of(const struct notes *notes, uint32_t sentence) {
    return notes->geoparse->tokens.sentences[sentence].paragraph;
}

int64_t greatest_of(struct count_range range) {
    return range.low > range.high ? range.low : range.high;
}

enum incident_kind draft_kind(const struct draft *draft) {
    int best = INCIDENT_OTHER;
    double most = 0;
    for (int k = 0; k < INCIDENT_KINDS; k++) {
        bool burnt = k == INCIDENT_DESTRUCTION;
        bool vague = k == INCIDENT_ATTACK || k == INCIDENT_OTHER || k == INCIDENT_TENSION;
        bool deadly = greatest_of(draft->killed) > 0 && kind_has((enum incident_kind)k, KIND_OF_POLICE);
        double weight = draft->kinds[k] * (deadly || burnt ? DEADLY_SHARE : vague ? VAGUE_SHARE : 1);
        if (weight > most) {
            best = k;
            most = weight;
        }
    }
    return (enum incident_kind)best;
}

/* Two words of one sentence for one thing that troops or guards did. */
static bool is_one_act(const struct telling *telling, const struct draft *draft, enum incident_kind kind) {
    bool same = kind_has(telling->kind, KIND_OF_GROUND) && kind_has(kind, KIND_OF_GROUND);
    same |= kind_has(telling->kind, KIND_OF_POLICE) && kind_has(kind, KIND_OF_POLICE);
    return same && telling->sentence == draft->last_sentence;
}

/* "Raped eight women during a raid on …", "freed hostages in exchange for prisoners": in one sentence, and in no two
 * places, what was done and what it was called. */
static bool is_part_of(const struct telling *telling, const struct draft *draft, enum incident_kind kind) {
    bool attack = telling->kind == INCIDENT_ATTACK || kind == INCIDENT_ATTACK;
    enum incident_kind other = telling->kind == INCIDENT_ATTACK ? kind : telling->kind;
    bool done = other == INCIDENT_SEXUAL_VIOLENCE || other == INCIDENT_DESTRUCTION || other == INCIDENT_ABDUCTION;
    bool freed = (telling->kind == INCIDENT_PRISONER_EXCHANGE && kind == INCIDENT_ABDUCTION) ||
                 (telling->kind == INCIDENT_ABDUCTION && kind == INCIDENT_PRISONER_EXCHANGE);
    bool one_place = !telling->site.found || !draft->site.found || text_equal(telling->site.ref, draft->site.ref);
    return telling->sentence == draft->last_sentence && one_place && ((attack && done) || freed);
}

/* An "attack" may be any; other words for what is remote and what is not speak of one event only at one spot of one
 * sentence. */
static bool reaches_agree(const struct telling *telling, const struct draft *draft, enum incident_kind kind) {
    bool vague = telling->kind == INCIDENT_ATTACK || kind == INCIDENT_ATTACK;
    bool one_spot = telling->sentence == draft->last_sentence && text_equal(telling->site.ref, draft->site.ref);
    bool both_placed = telling->site.found && draft->site.found;
    return !both_placed || vague || one_spot || kind_has(telling->kind, KIND_REMOTE) == kind_has(kind, KIND_REMOTE);
}

static bool kinds_agree(const struct telling *telling, const struct draft *draft) {
    enum incident_kind kind = draft_kind(draft);
    if (telling->kind == kind || is_one_act(telling, draft, kind) || is_part_of(telling, draft, kind))
        return true;
    if (!kind_has(telling->kind, KIND_VIOLENT) || !kind_has(kind, KIND_VIOLENT))
        return false;
    if ((telling->kind == INCIDENT_WAR) != (kind == INCIDENT_WAR))
        return false;
    return telling->killing || reaches_agree(telling, draft, kind);
}

static bool months_agree(struct date a, struct date b) {
    return a.year == b.year && (a.month == 0 || b.month == 0 || a.month == b.month);
}

/* Told of different places, one day more or less is the most that the night takes. */
static bool dates_agree(const struct when *a, const struct when *b, bool apart) {
    int64_t most = apart ? 1 : NEWS_DAYS;
    if (!a->known || !b->known)
        return true;
    if (a->start.day == 0 || b->start.day == 0)
        return months_agree(a->start, b->start);
    return date_days(a->start) - date_days(b->end) <= most && date_days(b->start) - date_days(a->end) <= most;
}

static bool status_agrees(const struct telling *telling, const struct draft *draft) {
    if (telling->past == draft->past)
        return true;
    return telling->kind == INCIDENT_WAR && !telling->when.by && !(telling->when.known && draft->direct.known);
}

static bool in_reach(const struct gathering *gathering, const struct telling *telling, const struct draft *draft) {
    uint32_t gap = telling->sentence - draft->last_sentence;
    if (telling->anaphor && !telling->past && gap <= ANAPHOR_SENTENCES)
        return true;
    bool paragraph =
        paragraph_of(gathering->notes, telling->sentence) == paragraph_of(gathering->notes, draft->last_sentence);
    return gap <= NEAR_SENTENCES && (paragraph || telling->anaphor || gap <= 1);
}

/* How many of the parties the site concerns: the states of a border, the country of a town. */
static int parties_at(const struct gathering *gathering, const struct site *site, const struct party_set *parties) {
    if (!site->found || site->place == PLACE_NONE)
        return 0;
    struct place place = gazetteer_place(gathering->notes->gazetteer, site->place);
    struct text rest = place.countries.size > 0 ? place.countries : place.country, code;
    int count = 0;
    while (text_split(&rest, ',', &code))
        for (size_t i = 0; i < parties->count; i++)
            count += code.size == 2 && text_ends(parties->items[i].ref, code);
    return count;
}

static int fit_parties(const struct telling *telling, const struct draft *draft) {
    const struct party_set *a = &telling->parties, *b = &draft->parties;
    if (a->count == 0 || b->count == 0)
        return 0;
    if (a->count >= 2 && b->count >= 2)
        return party_within(a, b) || party_within(b, a) ? 4 : -100;
    if (party_within(a, b) || party_within(b, a))
        return telling->kind == INCIDENT_WAR ? 3 : 2;
    return a->count + b->count > 2 ? -100 : -1;
}

static int fit_sites(const struct gathering *gathering, const struct telling *telling, const struct draft *draft) {
    const struct site *a = &telling->site, *b = &draft->site;
    if (a->found && b->found) {
        if (!sites_agree(gathering->notes->gazetteer, a, b))
            return -100;
        return text_equal(a->ref, b->ref) ? 4 : 3;
    }
    int of_draft = parties_at(gathering, a, &draft->parties), of_telling = parties_at(gathering, b, &telling->parties);
    return of_draft > 1 || of_telling > 1 ? 4 : of_draft > 0 || of_telling > 0 ? 2 : 0;
}

/* How well the telling fits the draft; below LEAST_FIT it tells of something else. */
static int fit(const struct gathering *gathering, const struct telling *telling, int index) {
    const struct draft *draft = &gathering->drafts.items[index];
    if ((telling->kind == INCIDENT_MEETING) != draft->meeting || !status_agrees(telling, draft) ||
        !kinds_agree(telling, draft))
        return -100;
    bool apart = telling->site.found && draft->site.found && !text_equal(telling->site.ref, draft->site.ref);
    if (telling->when.known && !telling->when.by && !dates_agree(&telling->when, &draft->direct, apart))
        return -100;
    int score = fit_parties(telling, draft) + fit_sites(gathering, telling, draft);
    bool bare = !telling->site.found && telling->parties.count == 0;
    if (bare && telling->past && telling->when.known && !draft->direct.known)
        return -100;
    if (in_reach(gathering, telling, draft))
        score += bare ? 3 : index == gathering->current ? 2 : 1;
    if (telling->accused && !telling->site.found && in_reach(gathering, telling, draft))
        score += 2;
    if (draft->title_only && telling->sentence <= LEAD_SENTENCES)
        score += 3;
    score += telling->when.known && !telling->when.by && draft->direct.known;
    return score;
}

static int best_fit(const struct gathering *gathering, const struct telling *telling) {
    int best = NO_DRAFT, most = LEAST_FIT - 1;
    for (int i = 0; i < (int)gathering->drafts.count; i++) {
        int score = fit(gathering, telling, i);
        bool later = best != NO_DRAFT && score == most &&
                     gathering->drafts.items[i].last_sentence >= gathering->drafts.items[best].last_sentence;
        if (score > most || later) {
            best = i;
            most = score;
        }
    }
    return best;
}

static bool is_worth_a_draft(const struct telling *telling) {
    if (telling->counts_only)
        return false;
    if (telling->kind == INCIDENT_MEETING)
        return telling->site.found;
    if (telling->strength == 1)
        return telling->site.found && telling->parties.count >= 2;
    bool dated = telling->when.known && !telling->when.by;
    if (kind_has(telling->kind, KIND_BLOODLESS) && telling->strength < 3)
        return telling->site.found &&
               site_rank(&telling->site) > 1; /* "agreement", "withdrawal": much that is no news */
    if (telling->past)
        return telling->site.found || telling->parties.count >= 2 || dated;
    return telling->site.found || telling->parties.count >= 2 ||
           (telling->strength >= 3 && (dated || telling->parties.count > 0 || telling->sentence == 0));
}

/* Known to the month, the year or the week only. */
static bool is_coarse(const struct when *when) {
    return when->start.day == 0 || date_days(when->end) - date_days(when->start) > NEWS_DAYS;
}

static void widen(struct when *when, const struct when *by) {
    if (!when->known) {
        *when = *by;
        return;
    }
    bool finer = is_coarse(when) && !is_coarse(by);
    bool coarser = !is_coarse(when) && is_coarse(by);
    if (finer)
        *when = *by;
    if (finer || coarser)
        return;
    if (date_compare(by->start, when->start) < 0)
        when->start = by->start;
    if (date_compare(by->end, when->end) > 0)
        when->end = by->end;
}

static void take_status(struct draft *draft, const struct telling *telling) {
    draft->past = draft->tellings == 0 ? telling->past : draft->past && telling->past;
    draft->ongoing |= telling->ongoing;
    draft->planned |= telling->planned;
    draft->irregulars |= telling->irregulars;
    draft->forces |= telling->forces;
    if (telling->has_status_span && !draft->has_status_span) {
        draft->has_status_span = true;
        draft->status_span = telling->status_span;
    }
}

static void take_sentence(struct draft *draft, const struct telling *telling, bool title) {
    double worth = telling->strength + (telling->site.found ? 2 : 0) + (telling->parties.count >= 2 ? 2 : 0) +
                   (telling->when.known && !telling->when.by ? 1 : 0) - (title ? 3 : 0);
    if (draft->tellings == 0 || worth > draft->sentence_worth) {
        draft->sentence = telling->sentence;
        draft->sentence_worth = worth;
    }
    draft->last_sentence = telling->sentence;
    draft->title |= title;
    draft->title_only = title && (draft->tellings == 0 || draft->title_only);
}

/* Where a sentence does not speak of the border itself, its district, or its region under a title that is all there
 * was, says more than that it was somewhere on that border. */
static bool is_narrower(const struct draft *draft, const struct telling *telling) {
    const struct site *known = &draft->site, *said = &telling->site;
    bool district = said->precision == PRECISION_DISTRICT;
    bool region = said->precision == PRECISION_REGION && draft->title_only;
    return known->precision == PRECISION_LINE && ref_is(known->ref, REF_BORDER) && telling->border == NULL &&
           (district || region) && said->precision_km < known->precision_km;
}

/* What the text tells first stands, unless it was no more than a country or a border, or a town is named. */
static bool is_better_site(const struct draft *draft, const struct telling *telling) {
    int known = site_rank(&draft->site), said = site_rank(&telling->site);
    if (!draft->site.found)
        return true;
    if (is_narrower(draft, telling))
        return true;
    return draft->inherited_site || said > known ? known <= 1 || said >= 5 : false;
}

static void take_telling(const struct gathering *gathering, struct draft *draft, const struct telling *telling) {
    const struct words *words = &gathering->notes->words;
    if (draft->kinds[telling->kind] <= 0)
        draft->kind_spans[telling->kind] = words_span(words, telling->first, telling->end);
    draft->kinds[telling->kind] += telling->strength;
    if (telling->site.found && is_better_site(draft, telling)) {
        draft->site = telling->site;
        draft->inherited_site = false;
    }
    if (draft->border == NULL)
        draft->border = telling->border;
    for (size_t i = 0; i < telling->parties.count; i++)
        party_add(&draft->parties, telling->parties.items[i].ref, telling->parties.spans[i]);
    if (telling->when.known)
        widen(telling->when.by ? &draft->by : &draft->direct, &telling->when);
    take_status(draft, telling);
    take_sentence(draft, telling, words->items[telling->first].span.field == ARTICLE_TITLE);
    draft->tellings++;
    draft->accused += telling->accused;
}

/* A past event without a place of its own was at the area that the sentence before speaks of. */
static void inherit_site(const struct gathering *gathering, struct draft *draft, const struct telling *telling) {
    const struct geoparse *geoparse = gathering->notes->geoparse;
    if (draft->site.found || !telling->past || telling->sentence == 0 ||
        paragraph_of(gathering->notes, telling->sentence) != paragraph_of(gathering->notes, telling->sentence - 1))
        return;
    const uint32_t *first = gathering->notes->mention_first;
    for (uint32_t m = first[telling->sentence]; m > first[telling->sentence - 1]; m--) {
        const struct mention *mention = &geoparse->mentions[m - 1];
        if (mention->place == PLACE_NONE || mention->type != MENTION_LITERAL)
            continue;
        struct place place = gazetteer_place(gathering->notes->gazetteer, mention->place);
        if (place.kind != PLACE_AREA || place.supranational)
            continue;
        draft->site = sites_of_mention(gathering->notes, m - 1);
        draft->inherited_site = true;
        return;
    }
}

/* A past event between the sides of the fighting that the same sentence tells of: "clashes of A and B …, among them one
 * of 2021 …". */
static void inherit_parties(const struct gathering *gathering, struct draft *draft, size_t index) {
    const struct telling *telling = &gathering->tellings->items[index];
    if (!telling->past || draft->parties.count > 0 || draft->irregulars)
        return;
    for (size_t t = index; t > 0 && gathering->tellings->items[t - 1].sentence == telling->sentence; t--) {
        const struct telling *other = &gathering->tellings->items[t - 1];
        if (other->parties.count >= 2 && parties_at(gathering, &draft->site, &other->parties) > 0) {
            draft->parties = other->parties;
            return;
        }
    }
}

/* "Soldiers of the two countries": those of the event told last that has two sides. */
static void take_both(const struct gathering *gathering, struct draft *draft, const struct telling *telling) {
    enum { BOTH_REACH = 16 };
    const struct notes *notes = gathering->notes;
    uint32_t first = notes_first(notes, telling->sentence), end = notes_end(notes, telling->sentence);
    uint32_t from = telling->first < first + BOTH_REACH ? first : telling->first - BOTH_REACH;
    uint32_t to = telling->end + BOTH_REACH > end ? end : telling->end + BOTH_REACH;
    if (draft->parties.count > 0 || draft->irregulars || !notes_has(notes, CUE_BOTH, from, to))
        return;
    for (size_t i = gathering->drafts.count; i-- > 0;) {
        const struct draft *other = &gathering->drafts.items[i];
        if (other->parties.count == 2 && !other->absorbed) {
            draft->parties = other->parties;
            return;
        }
    }
}

static void place_telling(struct gathering *gathering, size_t index) {
    const struct telling *telling = &gathering->tellings->items[index];
    int chosen = best_fit(gathering, telling);
    if (chosen == NO_DRAFT && is_worth_a_draft(telling) && gathering->drafts.count < DRAFTS_MAX) {
        struct draft *draft = LIST_PUSH(gathering->notes->arena, &gathering->drafts);
        draft->site = (struct site){.place = PLACE_NONE, .precision = PRECISION_UNKNOWN};
        draft->meeting = telling->kind == INCIDENT_MEETING;
        draft->killed = draft->wounded = (struct count_range){-1, -1};
        for (size_t i = 0; i < TOLL_KINDS; i++)
            draft->others[i] = (struct count_range){-1, -1};
        chosen = (int)gathering->drafts.count - 1;
    }
    gathering->draft_of[index] = chosen;
    if (chosen == NO_DRAFT)
        return;
    struct draft *draft = &gathering->drafts.items[chosen];
    take_telling(gathering, draft, telling);
    inherit_site(gathering, draft, telling);
    inherit_parties(gathering, draft, index);
    if (kind_has(telling->kind, KIND_VIOLENT))
        take_both(gathering, draft, telling);
    if (!kind_has(telling->kind, KIND_BLOODLESS) || telling->kind == INCIDENT_CLOSURE)
        gathering->current = chosen;
}

/* The draft that the words speak of: of the nearest event of their sentence, else the one told last. */
static struct draft *draft_at(struct gathering *gathering, uint32_t sentence, uint32_t word, size_t first, size_t end) {
    enum { PAUSE = 3, APART = 20 };
    int best = NO_DRAFT;
    uint32_t least = UINT32_MAX;
    for (size_t t = first; t < end; t++) {
        const struct telling *telling = &gathering->tellings->items[t];
        bool apart = gathering->notes->clauses[telling->first] != gathering->notes->clauses[word];
        uint32_t distance = words_distance(&gathering->notes->words, telling->first, word, PAUSE) + (apart ? APART : 0);
        bool bloodless = kind_has(gathering->tellings->items[t].kind, KIND_BLOODLESS);
        if (!bloodless && gathering->draft_of[t] != NO_DRAFT && distance < least) {
            best = gathering->draft_of[t];
            least = distance;
        }
    }
    if (best == NO_DRAFT && gathering->current != NO_DRAFT) {
        uint32_t last = gathering->drafts.items[gathering->current].last_sentence;
        bool near = paragraph_of(gathering->notes, last) == paragraph_of(gathering->notes, sentence) ||
                    sentence - last <= NEAR_SENTENCES;
        best = near ? gathering->current : NO_DRAFT;
    }
    return best == NO_DRAFT ? NULL : &gathering->drafts.items[best];
}

static void add_casualties(struct gathering *gathering, uint32_t sentence, size_t *next, size_t first, size_t end) {
    const struct notes *notes = gathering->notes;
    for (; *next < notes->casualties.count; (*next)++) {
        const struct casualty *casualty = &notes->casualties.items[*next];
        if (notes->words.items[casualty->word].sentence > sentence)
            return;
        struct draft *draft = draft_at(gathering, sentence, casualty->word, first, end);
        if (draft != NULL)
            draft_add_casualty(notes, draft, casualty);
    }
}

/* "The group claimed responsibility", "les shebab sont soupçonnés": who did it, told beside the event. */
static void add_responsible(struct gathering *gathering, const struct cue *cue, size_t first, size_t end) {
    enum { DOER_REACH = 8 };
    const struct notes *notes = gathering->notes;
    struct draft *draft = draft_at(gathering, notes->words.items[cue->first].sentence, cue->first, first, end);
    const struct actor *before = actors_before(notes, cue->first, DOER_REACH);
    const struct actor *behind = actors_behind(notes, cue->end - 1, DOER_REACH);
    const struct actor *doer = before != NULL && before->group   ? before
                               : behind != NULL && behind->group ? behind
                                                                 : NULL;
    if (draft != NULL && doer != NULL)
        party_add(&draft->parties, doer->ref, words_span(&notes->words, doer->first, doer->end));
}

static void add_claims(struct gathering *gathering, uint32_t sentence, size_t *next, size_t first, size_t end) {
    const struct notes *notes = gathering->notes;
    for (; *next < notes->cues.count[CUES_CLAIMS]; (*next)++) {
        const struct cue *cue = &notes->cues.items[CUES_CLAIMS][*next];
        if (notes->words.items[cue->first].sentence > sentence)
            return;
        if (cue->role == CUE_RESPONSIBLE)
            add_responsible(gathering, cue, first, end);
        if (!claim_is(cue) || words_too_many(&notes->words, sentence))
            continue;
        struct draft *draft = draft_at(gathering, sentence, cue->first, first, end);
        if (draft != NULL)
            claim_add(notes, draft, cue, end > first);
    }
}

struct drafts drafts_gather(const struct notes *notes, const struct tellings *tellings) {
    struct gathering gathering = {.notes = notes, .tellings = tellings, .current = NO_DRAFT};
    gathering.draft_of = ARENA_ARRAY(notes->arena, int, tellings->count + 1);
    size_t telling = 0, casualty = 0, claim = 0;
    for (uint32_t sentence = 0; sentence < notes->words.sentence_count; sentence++) {
        size_t first = telling;
        for (; telling < tellings->count && tellings->items[telling].sentence == sentence; telling++)
            place_telling(&gathering, telling);
        add_casualties(&gathering, sentence, &casualty, first, telling);
        add_claims(&gathering, sentence, &claim, first, telling);
    }
    return gathering.drafts;
}

#include "tellings.h"

#include "list.h"
#include "movements.h"
#include "topics.h"
#include "weapons.h"

enum {
    PAUSE = 6, /* what a comma costs when a date looks for its word */
    DATE_REACH = 40,
    PAST_REACH = 6,
    SUPPOSED_REACH = 3,
    IRREGULARS_REACH = 12,
    ANAPHOR_REACH = 3,
    PLANNED_REACH = 10,
    PAST_DAYS = 12, /* older than that is background */
    ACCUSED_REACH = 14,
    SCENE_WORDS = 3,
    BESIDE_WORDS = 4,
    SINCE_REACH = 12,
    OFFERED_REACH = 5,
    VICTIM_WORDS = 2
};

static const double movement_confidence = 0.7, movement_km = 15; /* of the place towards which somebody moved */

/* What a date belongs to: the word of an event, or of a statement or meeting. */
struct governor {
    const struct cue *cue;
    uint32_t distance;
};

static void weigh(const struct notes *notes, const struct dated_words *date, const struct cue *cue, uint32_t extra,
                  struct governor *best) {
    uint32_t at = cue->first >= date->end ? date->end - 1 : date->first;
    uint32_t to = cue->first >= date->end ? cue->first : cue->end - 1;
    uint32_t distance = words_distance(&notes->words, at, to, PAUSE) + extra;
    if (best->cue == NULL || distance < best->distance)
        *best = (struct governor){cue, distance};
}

static bool governs(enum cue_role role) {
    return role == CUE_EVENT || role == CUE_KILLED || role == CUE_WOUNDED || role == CUE_REPORT || role == CUE_ACCUSE ||
           role == CUE_DENY || role == CUE_URGE || role == CUE_PLANNED;
}

static struct governor governor_of(const struct notes *notes, const struct dated_words *date) {
    static const enum cue_group groups[] = {CUES_EVENTS, CUES_CASUALTIES, CUES_CLAIMS, CUES_STATUS};
    uint32_t sentence = notes->words.items[date->first].sentence;
    struct governor best = {NULL, UINT32_MAX};
    for (uint32_t w = notes_first(notes, sentence); w < notes_end(notes, sentence); w++)
        for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
            const struct cue *cue = cues_at(&notes->cues, groups[g], w);
            if (cue != NULL && cue->first == w && governs(cue->role))
                weigh(notes, date, cue, 0, &best);
        }
    return best;
}

static bool is_statement(const struct cue *cue) {
    return cue != NULL &&
           (cues_group(cue->role) == CUES_CLAIMS || (cue->role == CUE_EVENT && cue->value == INCIDENT_MEETING));
}

/* A court speaks in front of the event: "charged two men over …": what stands in front of it is the court's. */
static bool before_court(const struct notes *notes, uint32_t event, uint32_t end) {
    uint32_t first = notes_first(notes, notes->words.items[event].sentence);
    return end < event && notes_has(notes, CUE_COURT, first, event);
}

static bool date_fits(const struct dated_words *date, const struct telling *telling) {
    return date->start.year > 0 && !date->since && !date->compared &&
           (kind_has(telling->kind, KIND_MAY_BE_AHEAD) || !date->planned);
}

/* "In April 2021, fighting that began at …": a date in front of everything dates all of its sentence. */
static bool sets_the_scene(const struct notes *notes, const struct dated_words *date) {
    return date->first <= notes_first(notes, notes->words.items[date->first].sentence) + SCENE_WORDS;
}

/* The two event words speak of one event: "a shooting, an exchange of fire", not "the fighting followed a raid on …".
 */
static bool beside(const struct notes *notes, const struct cue *cue, const struct telling *telling) {
    struct site site = sites_choose(notes, cue->first, cue->end, (enum incident_kind)cue->value);
    if (site_rank(&site) >= 4 && (!telling->site.found || !text_equal(site.ref, telling->site.ref)))
        return false;
    return words_distance(&notes->words, cue->first, telling->first, PAUSE) <= BESIDE_WORDS;
}

/* The best date of the sentence: its own before a statement's, then the nearest. */
static void find_when(const struct notes *notes, struct telling *telling) {
    uint32_t best = UINT32_MAX;
    for (uint32_t d = notes->date_first[telling->sentence]; d < notes->date_first[telling->sentence + 1]; d++) {
        const struct dated_words *date = &notes->dates.items[d];
        if (!date_fits(date, telling) || before_court(notes, telling->first, date->end))
            continue;
        struct governor governor = governor_of(notes, date);
        if (governor.cue != NULL && governor.cue->role == CUE_PLANNED && !kind_has(telling->kind, KIND_MAY_BE_AHEAD))
            continue;
        bool own_cue = governor.cue != NULL && governor.cue->first == telling->first;
        bool statement = !own_cue && is_statement(governor.cue);
        bool vague = governor.cue != NULL && governor.cue->strength == 1; /* "a second incident on Monday: drones …" */
        bool foreign = !own_cue && !statement && !vague && governor.cue != NULL && governor.cue->role == CUE_EVENT;
        if (foreign && !sets_the_scene(notes, date) && !beside(notes, governor.cue, telling))
            continue;
        uint32_t at = telling->first >= date->end ? date->end - 1 : date->first;
        uint32_t distance =
            words_distance(&notes->words, at, telling->first, PAUSE) + (statement ? 100 : 0) + (foreign ? 30 : 0);
        if (distance >= best || (telling->kind == INCIDENT_MEETING && distance > DATE_REACH))
            continue;
        best = distance;
        telling->when =
            (struct when){true,          statement && telling->kind != INCIDENT_MEETING,   date->start, date->end_day,
                          date->deduced, words_span(&notes->words, date->first, date->end)};
    }
}

/* "The 2001 attacks": a year right in front of the event dates it. */
static void take_year_in_front(const struct notes *notes, struct telling *telling) {
    enum { OLDEST = 1900, DIGITS = 4 };
    int64_t year;
    if (telling->first == 0 || !notes->anchor.known)
        return;
    const struct word *word = &notes->words.items[telling->first - 1];
    bool own = telling->when.known && !telling->when.by && telling->when.end.year < notes->anchor.day.year;
    if (own || !word->number || word->key.size != DIGITS || word->sentence != telling->sentence ||
        !words_number(word->key, &year) || year < OLDEST || year >= notes->anchor.day.year)
        return;
    struct date date = {.year = (int)year};
    telling->when = (struct when){.known = true, .start = date, .end = date, .span = word->span};
}

bool tellings_is_old(const struct when *when, struct anchor anchor) {
    if (!when->known || when->by)
        return false;
    if (!anchor.known)
        return when->end.month == 0 || when->end.day == 0;
    if (when->end.year != anchor.day.year)
        return when->end.year < anchor.day.year &&
               (when->end.day == 0 || date_days(anchor.day) - date_days(when->end) > PAST_DAYS);
    if (when->end.month == 0)
        return false;
    if (when->end.day == 0)
        return when->end.month < anchor.day.month;
    return date_days(anchor.day) - date_days(when->end) > PAST_DAYS;
}

static bool near_cue(const struct notes *notes, const struct telling *telling, enum cue_role role, uint32_t before,
                     uint32_t behind, struct span *span) {
    uint32_t first = notes_first(notes, telling->sentence), end = notes_end(notes, telling->sentence);
    uint32_t from = telling->first < first + before ? first : telling->first - before;
    uint32_t to = telling->end + behind > end ? end : telling->end + behind;
    const struct cue *cue = cues_nearest(&notes->cues, &notes->words, role, from, to, telling->first, 2);
    if (cue == NULL ||
        words_distance(&notes->words, cue->first, telling->first, 2) > (before > behind ? before : behind) + 2)
        return false;
    *span = words_span(&notes->words, cue->first, cue->end);
    return true;
}

/* "After 2014, when the war began": what began in an earlier year is background, unless it is said to go on. */
static bool began_long_ago(const struct notes *notes, const struct telling *telling, struct span *span) {
    for (uint32_t d = notes->date_first[telling->sentence]; d < notes->date_first[telling->sentence + 1]; d++) {
        const struct dated_words *date = &notes->dates.items[d];
        bool near = date->since && !date->compared &&
                    words_distance(&notes->words, date->first, telling->first, 1) <= SINCE_REACH;
        if (near && date->start.year > 0 && (!notes->anchor.known || date->start.year < notes->anchor.day.year)) {
            *span = words_span(&notes->words, date->first, date->end);
            return true;
        }
    }
    return false;
}

static void find_status(const struct notes *notes, struct telling *telling) {
    struct span span = {0};
    telling->past = before_court(notes, telling->first, 0) && !telling->when.known;
    if (tellings_is_old(&telling->when, notes->anchor)) {
        telling->past = true;
        span = telling->when.span;
    } else if (near_cue(notes, telling, CUE_PAST, PAST_REACH, PAST_REACH, &span) &&
               !(telling->when.known && !telling->when.by)) {
        telling->past = true;
    } else if (near_cue(notes, telling, CUE_ONGOING, PAST_REACH, PAST_REACH, &span)) {
        telling->ongoing = true;
    } else if (!telling->when.known && began_long_ago(notes, telling, &span))
        telling->past = true;
    if (kind_has(telling->kind, KIND_MAY_BE_AHEAD) &&
        near_cue(notes, telling, CUE_PLANNED, PLANNED_REACH, PLANNED_REACH, &span))
        telling->planned = true;
    telling->has_status_span = telling->past || telling->ongoing || telling->planned;
    telling->status_span = span;
}

/* A film, a drill, a game; a road accident with its "clash" of cars. */
static bool is_no_news(const struct notes *notes, uint32_t sentence, enum incident_kind kind) {
    const struct topic *topic = &notes->topics[sentence];
    bool bursts = kind == INCIDENT_EXPLOSION || kind == INCIDENT_OTHER || kind == INCIDENT_DESTRUCTION ||
                  kind == INCIDENT_SHOOTING || kind == INCIDENT_MINE;
    if (topic->no_news || (topic->technical && !topic->armed && bursts))
        return true;
    return (kind == INCIDENT_CLASH || kind == INCIDENT_TENSION) && !notes->topics[sentence].armed &&
           notes_has(notes, CUE_ACCIDENT, notes_first(notes, sentence), notes_end(notes, sentence));
}

/* "May" of a date supposes nothing. */
static bool supposed_before(const struct notes *notes, uint32_t word) {
    uint32_t first = notes_first(notes, notes->words.items[word].sentence);
    for (uint32_t w = word; w > first && word - w < SUPPOSED_REACH; w--) {
        const struct cue *cue = cues_at(&notes->cues, CUES_STATUS, w - 1);
        const struct cue *date = cues_at(&notes->cues, CUES_DATES, w - 1);
        bool month = date != NULL && date->role == CUE_MONTH;
        if (cue != NULL && cue->role == CUE_SUPPOSED && !month)
            return true;
    }
    return false;
}

static bool supposed_behind(const struct notes *notes, uint32_t end) {
    enum { BEHIND_REACH = 4 };
    uint32_t last = notes_end(notes, notes->words.items[end - 1].sentence);
    for (uint32_t w = end; w < last && w < end + BEHIND_REACH; w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_STATUS, w);
        const struct cue *date = cues_at(&notes->cues, CUES_DATES, w);
        if (cue != NULL && cue->role == CUE_SUPPOSED && !(date != NULL && date->role == CUE_MONTH))
            return true;
    }
    return false;
}

static bool is_quote_mark(uint32_t mark) {
    return mark == '"' || mark == 0xAB || mark == 0xBB || (mark >= 0x201C && mark <= 0x201F);
}

/* The minister "exploded": a word that stands alone between quotation marks is a figure of speech. */
static bool is_quoted(const struct notes *notes, const struct cue *cue) {
    enum { QUOTED_WORDS = 3 };
    const struct word *words = notes->words.items;
    uint32_t first = cue->first, last = cue->end - 1, begin = notes_first(notes, words[first].sentence);
    uint32_t end = notes_end(notes, words[first].sentence);
    while (first > begin && !is_quote_mark(words[first].mark) && cue->end - first < QUOTED_WORDS)
        first--;
    while (last + 1 < end && !is_quote_mark(words[last].after) && last - first < QUOTED_WORDS)
        last++;
    return is_quote_mark(words[first].mark) && is_quote_mark(words[last].after) && last - first < QUOTED_WORDS;
}

/* An attack that could be, one of a game, talks that somebody offers. */
static bool is_supposed(const struct notes *notes, const struct cue *cue) {
    if (cue->value == INCIDENT_MEETING)
        return notes_before(notes, CUE_URGE, cue->first, OFFERED_REACH);
    if (is_no_news(notes, notes->words.items[cue->first].sentence, (enum incident_kind)cue->value) ||
        is_quoted(notes, cue))
        return true;
    return supposed_before(notes, cue->first) || supposed_behind(notes, cue->end) ||
           notes_before(notes, CUE_NOT, cue->first, 2);
}

/* "Advanced from A towards B, clashing with …": near where the movement led; who fled did so where it began. */
static struct site site_of_movement(const struct notes *notes, const struct telling *telling) {
    struct movement movement = movement_of(notes, telling->sentence);
    if (!movement.told || telling->kind == INCIDENT_MEETING)
        return telling->site;
    bool left = telling->kind == INCIDENT_DISPLACEMENT;
    struct place place = gazetteer_place(notes->gazetteer, left ? movement.from : movement.to);
    struct site site = site_of_place(&place);
    site.span = movement.span;
    site.confidence = movement_confidence;
    if (site.precision == PRECISION_EXACT) {
        site.precision = PRECISION_NEAR;
        site.precision_km = movement_km;
    }
    return site;
}

/* "The army clashed with …": forces beside which no state is named. */
static bool has_own_forces(const struct notes *notes, const struct telling *telling) {
    enum { OWNER_REACH = 3 };
    uint32_t end = notes_end(notes, telling->sentence);
    for (uint32_t w = notes_first(notes, telling->sentence); w < end; w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_CLAIMS, w);
        if (cue == NULL || cue->role != CUE_FORCES || cue->first != w)
            continue;
        const struct actor *before = actors_before(notes, w, OWNER_REACH);
        const struct actor *behind = actors_behind(notes, w, OWNER_REACH);
        if ((before == NULL || before->group) && (behind == NULL || behind->group))
            return true;
    }
    return false;
}

/* "Gunmen seized 23 pupils": it is people that were taken. */
static bool takes_people(const struct notes *notes, const struct cue *cue) {
    enum { OBJECT_WORDS = 3 };
    for (size_t i = 0; i < notes->quantities.count; i++) {
        const struct quantity *quantity = &notes->quantities.items[i];
        if (quantity->first >= cue->end && quantity->first < cue->end + OBJECT_WORDS && quantity->persons &&
            notes->words.items[quantity->first].sentence == notes->words.items[cue->first].sentence)
            return true;
    }
    return false;
}

static struct telling read_telling(const struct notes *notes, const struct cue *cue) {
    struct telling telling = {
        .first = cue->first, .end = cue->end, .kind = (enum incident_kind)cue->value, .strength = cue->strength};
    struct span unused;
    if (telling.kind == INCIDENT_SEIZURE && takes_people(notes, cue))
        telling.kind = INCIDENT_ABDUCTION;
    if (telling.strength > 0)
        telling.kind = weapons_kind(notes, cue->first, cue->end, telling.kind);
    bool meeting = telling.kind == INCIDENT_MEETING;
    telling.sentence = notes->words.items[cue->first].sentence;
    telling.site = sites_choose(notes, cue->first, cue->end, telling.kind);
    if (!telling.site.found)
        telling.site = site_of_movement(notes, &telling);
    if (meeting)
        telling.parties = actors_of_meeting(notes, cue->first);
    else {
        telling.parties = actors_of_event(notes, cue->first, cue->end);
        telling.border = sites_border(notes, cue->first, cue->end);
    }
    find_when(notes, &telling);
    take_year_in_front(notes, &telling);
    find_status(notes, &telling);
    telling.irregulars = near_cue(notes, &telling, CUE_IRREGULARS, IRREGULARS_REACH, IRREGULARS_REACH, &unused);
    telling.forces = has_own_forces(notes, &telling);
    telling.accused = near_cue(notes, &telling, CUE_ACCUSE, ACCUSED_REACH, 0, &unused);
    telling.anaphor = notes_before(notes, CUE_ANAPHOR, cue->first, ANAPHOR_REACH);
    return telling;
}

/* "Gunmen killed three soldiers in …": told by nothing but who killed, and where. Those counted are not who did it. */
static bool is_attack(const struct notes *notes, const struct telling *telling, const struct casualty *casualty) {
    if (casualty->wounded || !telling->irregulars || !telling->site.found || site_rank(&telling->site) < 4)
        return false;
    bool verb_first = casualty->first == casualty->word;
    uint32_t end = notes_end(notes, telling->sentence);
    uint32_t victims = verb_first ? casualty->end : casualty->first;
    uint32_t behind = !verb_first ? casualty->word : victims + VICTIM_WORDS < end ? victims + VICTIM_WORDS : end;
    return notes_has(notes, CUE_IRREGULARS, notes_first(notes, telling->sentence), victims) ||
           notes_has(notes, CUE_IRREGULARS, behind, end);
}

/* Whether a word of an event stands in the clause of the word; in its sentence, for clause NO_WORD. */
static bool tells_event(const struct notes *notes, uint32_t sentence, uint32_t clause) {
    for (uint32_t w = notes_first(notes, sentence); w < notes_end(notes, sentence); w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_EVENTS, w);
        bool event = cue != NULL && cue->role == CUE_EVENT &&
                     (clause == NO_WORD || !kind_has((enum incident_kind)cue->value, KIND_BLOODLESS));
        if (event && (clause == NO_WORD || notes->clauses[w] == clause))
            return true;
    }
    return false;
}

/* "Three people were killed in Kherson on Sunday": killed by somebody at a place is an event, whatever word is missing.
 */
static bool is_killing(const struct telling *telling, const struct casualty *casualty) {
    bool placed = telling->site.found && (site_rank(&telling->site) >= 3 || telling->site.told.size > 0);
    if (casualty->wounded || casualty->mends || !placed)
        return false;
    return casualty->violent || telling->irregulars || telling->parties.count > 0;
}

/* The words for killed and wounded of a clause without an event word, read like one. */
static void add_count(const struct notes *notes, const struct casualty *casualty, struct tellings *tellings) {
    uint32_t sentence = notes->words.items[casualty->word].sentence, clause = notes->clauses[casualty->word];
    bool repeated = tellings->count > 0 && tellings->items[tellings->count - 1].sentence == sentence &&
                    notes->clauses[tellings->items[tellings->count - 1].first] == clause;
    if (repeated || tells_event(notes, sentence, clause) || is_no_news(notes, sentence, INCIDENT_ATTACK) ||
        (notes_has(notes, CUE_ACCIDENT, notes_first(notes, sentence), notes_end(notes, sentence)) &&
         !(casualty->violent && notes->topics[sentence].armed)))
        return;
    const struct cue *word = cues_at(&notes->cues, CUES_CASUALTIES, casualty->word);
    struct cue cue = {CUES_EVENTS, CUE_EVENT, INCIDENT_OTHER, 0, word->first, word->end};
    struct telling telling = read_telling(notes, &cue);
    uint32_t place = telling.site.found ? words_find(&notes->words, telling.site.span) : NO_WORD;
    bool own_site = place != NO_WORD && notes->clauses[place] == clause;
    if (tells_event(notes, sentence, NO_WORD) && !own_site)
        return;
    telling.counts_only = !is_attack(notes, &telling, casualty) && !is_killing(&telling, casualty);
    telling.killing = !telling.counts_only;
    if (!telling.counts_only) {
        telling.kind = weapons_kind(notes, telling.first, telling.end, INCIDENT_ATTACK);
        telling.strength = 2;
    }
    *LIST_PUSH(notes->arena, tellings) = telling;
}

struct tellings tellings_read(const struct notes *notes) {
    struct tellings tellings = {0};
    size_t casualty = 0;
    for (size_t i = 0; i <= notes->cues.count[CUES_EVENTS]; i++) {
        bool last = i == notes->cues.count[CUES_EVENTS];
        const struct cue *cue = last ? NULL : &notes->cues.items[CUES_EVENTS][i];
        for (; casualty < notes->casualties.count && (last || notes->casualties.items[casualty].word < cue->first);
             casualty++)
            add_count(notes, &notes->casualties.items[casualty], &tellings);
        if (!last && cue->role == CUE_EVENT &&
            !words_too_many(&notes->words, notes->words.items[cue->first].sentence) && !is_supposed(notes, cue))
            *LIST_PUSH(notes->arena, &tellings) = read_telling(notes, cue);
    }
    return tellings;
}

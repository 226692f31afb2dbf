#include "actors.h"

#include "list.h"
#include "sites.h"

enum {
    BACKED_REACH = 4,
    URGE_REACH = 4,
    PAIR_WORDS = 7,
    BETWEEN_REACH = 8,
    FORCES_REACH = 2,
    NEAR_EVENT = 16,
    AGAINST_REACH = 8,
    WRONG_SIDE = 6,
    SUBJECT_REACH = 3,
    COORDINATED = 2,
    OPENING_WORDS = 3,
    PAUSE = 2
};

static place_id state_of(const struct notes *notes, const struct mention *mention) {
    struct place place = gazetteer_place(notes->gazetteer, mention->place);
    if (place.kind == PLACE_COUNTRY)
        return place.id;
    bool stands_for_it = mention->type == MENTION_GOVERNMENT || (place.capital && place.kind == PLACE_POINT);
    if (!stands_for_it || place.country.size != 2)
        return PLACE_NONE;
    return gazetteer_place_of(notes->gazetteer, ref_of_country(notes->arena, place.country));
}

static bool is_bystander(const struct notes *notes, const struct actor *actor) {
    return notes_before(notes, CUE_BACKED, actor->first, BACKED_REACH) ||
           notes_behind(notes, CUE_PEACEKEEPERS, actor->end, 1) ||
           notes_before(notes, CUE_PEACEKEEPERS, actor->first, 2);
}

/* The groups in front of that word, and those that no mention of a place follows. */
static void add_groups_before(const struct notes *notes, uint32_t word, size_t *next, struct actors *actors) {
    for (; *next < notes->groups.count && notes->groups.items[*next].first < word; (*next)++) {
        const struct group_mention *group = &notes->groups.items[*next];
        struct actor *actor = LIST_PUSH(notes->arena, actors);
        *actor = (struct actor){.first = group->first,
                                .end = group->end,
                                .ref = group->ref,
                                .place = PLACE_NONE,
                                .type = MENTION_ORGANISATION,
                                .group = true};
        actor->bystander = is_bystander(notes, actor);
    }
}

static bool is_in_group(const struct notes *notes, uint32_t word) {
    for (size_t i = 0; i < notes->groups.count; i++)
        if (word >= notes->groups.items[i].first && word < notes->groups.items[i].end)
            return true;
    return false;
}

struct actors actors_read(const struct notes *notes) {
    struct actors actors = {0};
    size_t group = 0;
    for (size_t m = 0; m < notes->geoparse->mention_count; m++) {
        const struct mention *mention = &notes->geoparse->mentions[m];
        if (mention->place == PLACE_NONE || mention->type == MENTION_ORGANISATION)
            continue;
        place_id state = state_of(notes, mention);
        uint32_t word = words_find(&notes->words, mention->span);
        if (state == PLACE_NONE || word == NO_WORD || is_in_group(notes, word))
            continue;
        add_groups_before(notes, word, &group, &actors);
        struct actor *actor = LIST_PUSH(notes->arena, &actors);
        actor->first = actor->end = word;
        while (actor->end < notes->words.count && notes->words.items[actor->end].span.field == mention->span.field &&
               notes->words.items[actor->end].span.start < mention->span.end)
            actor->end++;
        actor->place = state;
        actor->ref = gazetteer_place(notes->gazetteer, state).ref;
        actor->type = mention->type;
        actor->city = state != mention->place;
        actor->bystander = is_bystander(notes, actor);
    }
    add_groups_before(notes, NO_WORD, &group, &actors);
    return actors;
}

bool party_has(const struct party_set *set, struct text ref) {
    for (size_t i = 0; i < set->count; i++)
        if (text_equal(set->items[i].ref, ref))
            return true;
    return false;
}

bool party_add(struct party_set *set, struct text ref, struct span span) {
    if (set->count == ACTORS_MAX || party_has(set, ref))
        return false;
    set->items[set->count] = (struct incident_party){.ref = ref};
    set->spans[set->count++] = span;
    return true;
}

bool party_within(const struct party_set *a, const struct party_set *b) {
    for (size_t i = 0; i < a->count; i++)
        if (!party_has(b, a->items[i].ref))
            return false;
    return true;
}

static void add_actor(const struct notes *notes, struct party_set *set, const struct actor *actor) {
    if (!actor->bystander)
        party_add(set, actor->ref, words_span(&notes->words, actor->first, actor->end));
}

static uint32_t sentence_of(const struct notes *notes, uint32_t word) {
    return notes->words.items[word].sentence;
}

const struct actor *actors_before(const struct notes *notes, uint32_t word, uint32_t reach) {
    const struct actor *best = NULL;
    uint32_t sentence = sentence_of(notes, word);
    for (uint32_t i = notes->actor_first[sentence]; i < notes->actor_first[sentence + 1]; i++) {
        const struct actor *actor = &notes->actors.items[i];
        if (actor->first < word && words_distance(&notes->words, actor->end - 1, word, PAUSE) <= reach)
            best = actor;
    }
    return best;
}

const struct actor *actors_behind(const struct notes *notes, uint32_t word, uint32_t reach) {
    uint32_t sentence = sentence_of(notes, word);
    for (uint32_t i = notes->actor_first[sentence]; i < notes->actor_first[sentence + 1]; i++) {
        const struct actor *actor = &notes->actors.items[i];
        if (actor->first > word)
            return words_distance(&notes->words, word, actor->first, PAUSE) <= reach ? actor : NULL;
    }
    return NULL;
}

/* a and b are two states joined by "and" or a hyphen, with few words between. */
static bool is_pair(const struct notes *notes, const struct actor *a, const struct actor *b, uint32_t most) {
    if (sentence_of(notes, a->first) != sentence_of(notes, b->first) || text_equal(a->ref, b->ref) ||
        b->first - a->end > most)
        return false;
    return a->end == b->first || notes_has(notes, CUE_AND, a->end, b->first);
}

/* True if the event word is the one nearest to the words first..end. */
static bool is_nearest_event(const struct notes *notes, uint32_t event, uint32_t event_end, uint32_t first,
                             uint32_t end) {
    uint32_t sentence = sentence_of(notes, first);
    uint32_t own = event_end <= first ? words_distance(&notes->words, event_end - 1, first, 1)
                                      : words_distance(&notes->words, end - 1, event, 1);
    for (uint32_t w = notes_first(notes, sentence); w < notes_end(notes, sentence); w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_EVENTS, w);
        bool rival = cue != NULL && cue->role == CUE_EVENT && cue->first != event && cue->value != INCIDENT_MEETING &&
                     cue->strength > 1;
        if (!rival || (w >= first && w < end))
            continue;
        uint32_t distance =
            w < first ? words_distance(&notes->words, w, first, 1) : words_distance(&notes->words, end - 1, w, 1);
        if (distance < own)
            return false;
    }
    return own <= NEAR_EVENT;
}

/* True if the pair a, b belongs to the event: with "between" in front to an event word before it, with "between" behind
 * to any. */
static bool is_pair_of(const struct notes *notes, uint32_t event, uint32_t event_end, uint32_t first, uint32_t end,
                       bool prefix) {
    uint32_t sentence = sentence_of(notes, first), best = NO_WORD, least = UINT32_MAX;
    for (uint32_t w = notes_first(notes, sentence); w < notes_end(notes, sentence); w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_EVENTS, w);
        if (cue == NULL || cue->role != CUE_EVENT || cue->first != w || (w >= first && w < end))
            continue;
        uint32_t distance = w < first ? words_distance(&notes->words, cue->end - 1, first, PAUSE)
                                      : words_distance(&notes->words, end - 1, w, PAUSE) + (prefix ? WRONG_SIDE : 0);
        if (distance < least) {
            best = w;
            least = distance;
        }
    }
    return best != NO_WORD && least <= NEAR_EVENT && best >= event && best < event_end;
}

/* "the border between A and B" names no fighters. */
static bool is_of_border(const struct notes *notes, const struct actor *actor) {
    struct span span = words_span(&notes->words, actor->first, actor->end);
    const struct relation *relation = sites_relation(notes, span, sentence_of(notes, actor->first));
    return relation != NULL && relation->kind == RELATION_BORDER;
}

/* "clashes between A and B", "A ile B arasında çatışma". */
static void add_pairs(const struct notes *notes, struct party_set *set, uint32_t event, uint32_t event_end) {
    uint32_t sentence = sentence_of(notes, event);
    for (uint32_t i = notes->actor_first[sentence]; i + 1 < notes->actor_first[sentence + 1]; i++) {
        const struct actor *a = &notes->actors.items[i], *b = a + 1;
        if (!is_pair(notes, a, b, PAIR_WORDS) || is_of_border(notes, a))
            continue;
        bool prefix = notes_before(notes, CUE_BETWEEN, a->first, BETWEEN_REACH);
        bool suffix = notes_behind(notes, CUE_BETWEEN, b->end, 2);
        if ((prefix || suffix) && is_pair_of(notes, event, event_end, a->first, b->end, prefix)) {
            add_actor(notes, set, a);
            add_actor(notes, set, b);
        }
    }
}

/* "saw Azerbaijan, backed by Turkey, win against the forces of Armenia": who stands before and behind "against". */
static void add_against(const struct notes *notes, struct party_set *set, uint32_t event, uint32_t event_end) {
    uint32_t sentence = sentence_of(notes, event);
    for (uint32_t w = notes_first(notes, sentence); w < notes_end(notes, sentence); w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_CLAIMS, w);
        if (cue == NULL || cue->role != CUE_AGAINST || cue->first != w || cue->value != 0)
            continue;
        const struct actor *whom = actors_behind(notes, cue->end - 1, AGAINST_REACH);
        const struct actor *by = actors_before(notes, w, NEAR_EVENT);
        while (by != NULL && by->bystander)
            by = actors_before(notes, by->first, NEAR_EVENT);
        if (whom == NULL || !is_nearest_event(notes, event, event_end, cue->first, cue->end))
            continue;
        if (by != NULL && by->first + NEAR_EVENT > event)
            add_actor(notes, set, by);
        add_actor(notes, set, whom);
    }
}

static bool beside_forces(const struct notes *notes, const struct actor *actor) {
    return notes_before(notes, CUE_FORCES, actor->first, FORCES_REACH) ||
           notes_behind(notes, CUE_FORCES, actor->end, FORCES_REACH);
}

/* "Indian and Pakistani troops", "guards of Kyrgyzstan and Tajikistan". */
static void add_forces(const struct notes *notes, struct party_set *set, uint32_t event, uint32_t event_end) {
    uint32_t sentence = sentence_of(notes, event);
    for (uint32_t i = notes->actor_first[sentence]; i < notes->actor_first[sentence + 1]; i++) {
        const struct actor *actor = &notes->actors.items[i];
        if (!beside_forces(notes, actor) || !is_nearest_event(notes, event, event_end, actor->first, actor->end))
            continue;
        if (i > 0 && is_pair(notes, actor - 1, actor, COORDINATED))
            add_actor(notes, set, actor - 1);
        add_actor(notes, set, actor);
        if (i + 1 < notes->actors.count && is_pair(notes, actor, actor + 1, COORDINATED))
            add_actor(notes, set, actor + 1);
    }
}

/* Words of saying around the state, up to the event. */
static bool speaks(const struct notes *notes, const struct actor *actor, uint32_t event) {
    static const enum cue_role roles[] = {CUE_DENY, CUE_REPORT, CUE_URGE};
    uint32_t sentence = notes_first(notes, sentence_of(notes, event));
    uint32_t from = actor->first < sentence + 2 ? sentence : actor->first - 2;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (notes_has(notes, roles[i], from, event))
            return true;
    return notes_behind(notes, CUE_URGE, actor->end, URGE_REACH);
}

/* Somebody does it: a mine or an explosion has no state in front that did it. */
static bool has_subject(const struct notes *notes, uint32_t event) {
    const struct cue *cue = cues_at(&notes->cues, CUES_EVENTS, event);
    return cue != NULL && kind_has((enum incident_kind)cue->value, KIND_HAS_DOER);
}

/* "aviones sirios bombardearon": a state named inside the words of the event. */
static void add_inside(const struct notes *notes, struct party_set *set, uint32_t event, uint32_t event_end) {
    uint32_t sentence = sentence_of(notes, event);
    for (uint32_t i = notes->actor_first[sentence]; i < notes->actor_first[sentence + 1]; i++) {
        const struct actor *actor = &notes->actors.items[i];
        bool inside = actor->first > event && actor->end <= event_end && actor->type == MENTION_DEMONYM;
        if (inside && has_subject(notes, event))
            add_actor(notes, set, actor);
    }
}

/* "azera offensive", "offensive of Ukraine", "Baku opened fire", "war against Ukraine". */
static void add_beside(const struct notes *notes, struct party_set *set, uint32_t event, uint32_t event_end) {
    const struct actor *before = actors_before(notes, event, SUBJECT_REACH);
    if (before != NULL && (speaks(notes, before, event) || !has_subject(notes, event)))
        before = NULL; /* who tells of it, or asks for an end of it, is not in it */
    const struct actor *behind = actors_behind(notes, event_end - 1, AGAINST_REACH);
    if (before != NULL &&
        (before->type == MENTION_DEMONYM ? before->end == event : !notes_before(notes, CUE_AT, before->first, 2)))
        add_actor(notes, set, before);
    if (behind == NULL)
        return;
    bool demonym = behind->type == MENTION_DEMONYM && behind->first == event_end;
    bool of = notes_has(notes, CUE_OF, event_end, behind->first) && behind->first - event_end <= 2;
    bool venue = behind->city && notes_before(notes, CUE_AT, behind->first, 2); /* "a ceasefire signed in Minsk" */
    if (demonym || (of && !venue))
        add_actor(notes, set, behind);
}

/* Whom the sentence accuses of the event; who accuses may be a bystander (claims.c knows). */
static void add_accused(const struct notes *notes, struct party_set *set, uint32_t event) {
    uint32_t sentence = sentence_of(notes, event);
    uint32_t first = notes_first(notes, sentence), end = notes_end(notes, sentence);
    const struct cue *accuse = cues_nearest(&notes->cues, &notes->words, CUE_ACCUSE, first, end, event, 1);
    if (accuse == NULL)
        return;
    const struct actor *whom = actors_behind(notes, accuse->end - 1, NEAR_EVENT / 2);
    if (whom != NULL && actors_before(notes, accuse->first, NEAR_EVENT) == NULL) {
        const struct actor *next = actors_behind(notes, whom->end - 1, NEAR_EVENT / 2);
        whom = next != NULL ? next : whom; /* the verb first, then who, then whom */
    }
    if (whom != NULL)
        add_actor(notes, set, whom);
}

/* "M23 rebels took Goma", "attacked by Boko Haram": an armed group that the event's clause names is in it. */
static void add_groups(const struct notes *notes, struct party_set *set, uint32_t event, uint32_t event_end) {
    uint32_t sentence = sentence_of(notes, event);
    for (uint32_t i = notes->actor_first[sentence]; i < notes->actor_first[sentence + 1]; i++) {
        const struct actor *actor = &notes->actors.items[i];
        bool own = notes->clauses[actor->first] == notes->clauses[event] ||
                   is_nearest_event(notes, event, event_end, actor->first, actor->end);
        if (actor->group && own && !notes_has(notes, CUE_URGE, actor->end, actor->end + 1))
            add_actor(notes, set, actor);
    }
}

/* "attacked by Israel", "перехвачен ... силами": who did it, behind a word that says so. */
static void add_agent(const struct notes *notes, struct party_set *set, uint32_t event_end) {
    const struct actor *behind = actors_behind(notes, event_end - 1, AGAINST_REACH);
    if (behind != NULL && notes_before(notes, CUE_BY, behind->first, FORCES_REACH + 1))
        add_actor(notes, set, behind);
}

/* "Pakistan said its air force struck": who speaks of forces of its own that do it. */
static void add_owner(const struct notes *notes, struct party_set *set, uint32_t event) {
    enum { SAID_REACH = 4, DOING_REACH = 6 };
    uint32_t first = notes_first(notes, sentence_of(notes, event));
    for (uint32_t w = event; w > first && event - w < DOING_REACH; w--) {
        const struct cue *forces = cues_at(&notes->cues, CUES_CLAIMS, w - 1);
        if (forces == NULL || forces->role != CUE_FORCES)
            continue;
        for (uint32_t back = forces->first; back > first && forces->first - back < SAID_REACH; back--) {
            const struct cue *said = cues_at(&notes->cues, CUES_CLAIMS, back - 1);
            const struct actor *owner = said != NULL && said->role == CUE_REPORT && said->value == 0
                                            ? actors_before(notes, said->first, SAID_REACH)
                                            : NULL;
            if (owner != NULL && actors_before(notes, forces->first, SAID_REACH + 1) == owner)
                add_actor(notes, set, owner);
        }
        return;
    }
}

/* States and groups joined by "and", whatever stands around. */
static void add_joined(const struct notes *notes, struct party_set *set, uint32_t word) {
    uint32_t sentence = sentence_of(notes, word);
    for (uint32_t i = notes->actor_first[sentence]; i + 1 < notes->actor_first[sentence + 1]; i++) {
        const struct actor *a = &notes->actors.items[i], *b = a + 1;
        if (!is_pair(notes, a, b, COORDINATED) || is_of_border(notes, a))
            continue;
        add_actor(notes, set, a);
        add_actor(notes, set, b);
    }
}

struct party_set actors_of_meeting(const struct notes *notes, uint32_t word) {
    struct party_set set = {0};
    add_joined(notes, &set, word);
    return set;
}

/* "Қирғизистон … гузаргоҳро баст", "Rusiyanın raket hücumu": a state that opens the clause does what its event says. */
static void add_subject(const struct notes *notes, struct party_set *set, uint32_t event, uint32_t event_end) {
    const struct cue *cue = cues_at(&notes->cues, CUES_EVENTS, event);
    enum incident_kind kind = cue == NULL ? INCIDENT_OTHER : (enum incident_kind)cue->value;
    bool does = kind_has(kind, KIND_HAS_DOER) || kind_has(kind, KIND_BLOODLESS) || kind == INCIDENT_ARREST;
    if (!does || kind == INCIDENT_DISPLACEMENT || kind == INCIDENT_EVACUATION)
        return;
    uint32_t sentence = sentence_of(notes, event), clause = notes->clauses[event];
    for (uint32_t i = notes->actor_first[sentence]; i < notes->actor_first[sentence + 1]; i++) {
        const struct actor *actor = &notes->actors.items[i];
        uint32_t start = actor->first;
        while (start > notes_first(notes, sentence) && notes->clauses[start - 1] == clause)
            start--;
        if (notes->clauses[actor->first] != clause)
            continue;
        bool opens = actor->first - start <= OPENING_WORDS && actor->first < event && !actor->city &&
                     !notes_before(notes, CUE_AT, actor->first, 2) && !notes_before(notes, CUE_AWAY, actor->first, 2);
        bool itself = actor->type != MENTION_DEMONYM || beside_forces(notes, actor); /* not "US officials" */
        if (opens && itself && event - actor->end <= NEAR_EVENT && !speaks(notes, actor, event_end) &&
            !is_of_border(notes, actor))
            add_actor(notes, set, actor);
        return;
    }
}

struct party_set actors_of_event(const struct notes *notes, uint32_t first, uint32_t end) {
    struct party_set set = {0};
    add_pairs(notes, &set, first, end);
    add_forces(notes, &set, first, end);
    add_beside(notes, &set, first, end);
    add_against(notes, &set, first, end);
    add_accused(notes, &set, first);
    add_agent(notes, &set, end);
    add_inside(notes, &set, first, end);
    add_groups(notes, &set, first, end);
    add_subject(notes, &set, first, end);
    add_owner(notes, &set, first);
    const struct cue *cue = cues_at(&notes->cues, CUES_EVENTS, first);
    if (cue != NULL && kind_has((enum incident_kind)cue->value, KIND_MAY_BE_AHEAD))
        add_joined(notes, &set, first);
    return set;
}

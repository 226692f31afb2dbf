#include "casualties.h"

#include "kind.h"
#include "list.h"

enum { FORM_NOUN = 0, FORM_EITHER = 1, FORM_BEFORE_NUMBER = 2, NATURAL = 10 };

static int form_of(const struct cue *cue) {
    return cue->value % NATURAL;
}

enum {
    NOUN_REACH = 4,
    SUBJECT_REACH = 16,
    OBJECT_REACH = 7,
    TOLL_REACH = 14,
    NEXT_TO = 2,
    BOTH_REACH = 10,
    NOBODY_REACH = 4,
    SUPPOSED_REACH = 3,
    JOINED_REACH = 6,
    RELATIVE_REACH = 2,
    PAUSE_COST = 2,
    DOER_REACH = 3
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

static bool same_sentence(const struct counting *counting, uint32_t a, uint32_t b) {
    const struct words *words = counting->words;
    return a < words->count && b < words->count && words->items[a].sentence == words->items[b].sentence;
}

static bool is_loss(const struct cue *cue) {
    return cue != NULL && (cue->role == CUE_KILLED || cue->role == CUE_WOUNDED || cue->role == CUE_MISSING);
}

static bool other_casualty_between(const struct counting *counting, uint32_t from, uint32_t to) {
    for (uint32_t w = from; w < to && w < counting->words->count; w++)
        if (is_loss(cues_at(counting->cues, CUES_CASUALTIES, w)))
            return true;
    return false;
}

static const struct cue *role_at(const struct counting *counting, enum cue_role role, uint32_t word) {
    const struct cue *cue = word < counting->words->count ? cues_at(counting->cues, cues_group(role), word) : NULL;
    return cue != NULL && cue->role == role ? cue : NULL;
}

/* The people of these events were arrested, driven out, taken: whoever stands beside their words was not killed by it.
 */
static bool is_other_fate(const struct counting *counting, uint32_t word) {
    const struct cue *cue = role_at(counting, CUE_EVENT, word);
    if (cue == NULL)
        return false;
    enum incident_kind kind = (enum incident_kind)cue->value;
    return kind == INCIDENT_ARREST || kind == INCIDENT_ABDUCTION || kind == INCIDENT_DISPLACEMENT ||
           kind == INCIDENT_EVACUATION || kind == INCIDENT_PROTEST;
}

/* Another clause begins between the two, and it is none that only says more of the number ("twelve men who …"). */
static bool clause_between(const struct counting *counting, uint32_t from, uint32_t to) {
    for (uint32_t w = from; w < to; w++) {
        const struct cue *cue = role_at(counting, CUE_CLAUSE, w);
        if (cue != NULL && (cue->value == 0 || w > from + RELATIVE_REACH))
            return true;
    }
    return false;
}

static bool fate_between(const struct counting *counting, uint32_t from, uint32_t to) {
    for (uint32_t w = from; w < to; w++)
        if (is_other_fate(counting, w))
            return true;
    return false;
}

/* "arrested 12 people": the number is the object of another verb. */
static bool is_object_of_other(const struct counting *counting, const struct quantity *quantity) {
    for (uint32_t back = 1; back <= NEXT_TO && back <= quantity->first; back++)
        if (same_sentence(counting, quantity->first - back, quantity->first) &&
            is_other_fate(counting, quantity->first - back))
            return true;
    return false;
}

/* "two attacks", "three villages": what is counted is an event. */
static bool counts_events(const struct counting *counting, const struct quantity *quantity) {
    if (quantity->persons)
        return false;
    for (uint32_t w = quantity->end; w < quantity->end + NEXT_TO; w++)
        if (same_sentence(counting, w, quantity->first) && role_at(counting, CUE_EVENT, w) != NULL)
            return true;
    return false;
}

/* "Three gunmen killed a shepherd": those counted did it, as an object follows the verb. */
static bool is_doer(const struct counting *counting, const struct quantity *quantity, const struct cue *cue) {
    if (form_of(cue) != FORM_EITHER || quantity->noun == NO_WORD || cue->first - quantity->end > DOER_REACH)
        return false;
    bool armed = false;
    for (uint32_t w = quantity->first; w < quantity->end + NOUN_REACH && w < cue->first; w++)
        armed |= role_at(counting, CUE_IRREGULARS, w) != NULL;
    uint32_t next = cue->end;
    if (!armed || cue->first != quantity->noun + 1 || !same_sentence(counting, next, cue->first))
        return false;
    const struct word *words = counting->words->items;
    bool place = role_at(counting, CUE_AT, next) != NULL || role_at(counting, CUE_CLAUSE, next) != NULL;
    return words[next].pause == words[cue->end - 1].pause && !place && role_at(counting, CUE_AND, next) == NULL &&
           words[next].capital;
}

static bool may_be_subject(const struct counting *counting, const struct quantity *quantity, const struct cue *cue,
                           uint32_t reach) {
    uint32_t distance = words_distance(counting->words, quantity->end - 1, cue->first, PAUSE_COST);
    uint32_t limit = quantity->persons ? reach : reach < NOUN_REACH ? reach : NOUN_REACH;
    uint32_t from = quantity->noun == NO_WORD || quantity->noun < quantity->end ? quantity->end : quantity->noun + 1;
    return distance <= limit && !other_casualty_between(counting, quantity->end, cue->first) &&
           !clause_between(counting, from, cue->first) && !fate_between(counting, from, cue->first) &&
           !is_object_of_other(counting, quantity) && !counts_events(counting, quantity) &&
           !is_doer(counting, quantity, cue);
}

/* The nearest number in front of the word that may be what was killed; parts of another are passed over. */
static const struct quantity *number_before(const struct counting *counting, const struct cue *cue, uint32_t reach) {
    const struct quantity *best = NULL;
    for (size_t i = counting->first; i < counting->quantities->count; i++) {
        const struct quantity *quantity = &counting->quantities->items[i];
        if (quantity->first > cue->first)
            break;
        bool apart = quantity->end > cue->first || !same_sentence(counting, quantity->first, cue->first);
        if (apart || quantity->part || !may_be_subject(counting, quantity, cue, reach))
            continue;
        best = quantity;
    }
    return best;
}

/* "20 Indian and four Chinese soldiers", "four soldiers, two guards and a civilian": what a list names. */
static bool is_joined(const struct counting *counting, const struct quantity *a, const struct quantity *b) {
    if (!same_sentence(counting, a->first, b->first) || greatest(a->range) < 0 || greatest(b->range) < 0 ||
        words_distance(counting->words, a->end - 1, b->first, PAUSE_COST) > JOINED_REACH || b->part ||
        other_casualty_between(counting, a->end, b->first) || clause_between(counting, a->end, b->first))
        return false;
    bool and = false;
    for (uint32_t w = a->end; w < b->first; w++)
        and |= role_at(counting, CUE_AND, w) != NULL;
    bool comma = counting->words->items[b->first].pause != counting->words->items[a->end - 1].pause;
    return and || (comma && a->persons && b->persons && a->noun != NO_WORD && b->first <= a->noun + 2);
}

static int64_t sum_of(int64_t a, int64_t b) {
    return a < 0 || b < 0 ? -1 : a + b;
}

static struct count_range add_ranges(struct count_range a, struct count_range b) {
    return (struct count_range){sum_of(a.low, b.low), sum_of(a.high, b.high)};
}

static bool is_same_count(struct count_range a, struct count_range b) {
    return a.low == b.low && a.high == b.high;
}

/* "Eight people, five women and three children": what follows adds up to the number and says who they are. */
static bool is_total_of(const struct counting *counting, const struct quantity *number) {
    const struct quantity *end = counting->quantities->items + counting->quantities->count, *at = number + 1;
    if (at >= end || !is_joined(counting, number, at))
        return false;
    struct count_range sum = at->range;
    while (at + 1 < end && is_joined(counting, at, at + 1)) {
        at++;
        sum = add_ranges(sum, at->range);
    }
    return at > number + 1 && is_same_count(sum, number->range);
}

/* The number in front of a list of which `number` is a part, that is the sum of the list; or NULL. */
static const struct quantity *total_before(const struct counting *counting, const struct quantity *number) {
    const struct quantity *all = counting->quantities->items, *at = number;
    for (; at > all && is_joined(counting, at - 1, at); at--)
        if (is_total_of(counting, at - 1))
            return at - 1;
    return is_total_of(counting, number) ? number : NULL;
}

/* Another word of loss stands right behind the number: it is the subject of that. */
static bool belongs_to_next(const struct counting *counting, const struct quantity *quantity, const struct cue *cue) {
    for (uint32_t w = quantity->end; w < quantity->end + NOUN_REACH; w++) {
        const struct cue *other =
            same_sentence(counting, w, quantity->first) ? cues_at(counting->cues, CUES_CASUALTIES, w) : NULL;
        bool loss =
            other != NULL && is_loss(other) && other->first != cue->first && form_of(other) != FORM_BEFORE_NUMBER;
        if (loss || (same_sentence(counting, w, quantity->first) && is_other_fate(counting, w)))
            return true;
    }
    return false;
}

/* Another word of loss stands right in front of the number: "загинула жінка, ще семеро …". */
static bool belongs_to_last(const struct counting *counting, const struct quantity *quantity, const struct cue *cue) {
    for (uint32_t back = 1; back <= DOER_REACH && back <= quantity->first; back++) {
        const struct cue *other = same_sentence(counting, quantity->first - back, quantity->first)
                                      ? cues_at(counting->cues, CUES_CASUALTIES, quantity->first - back)
                                      : NULL;
        if (other != NULL && is_loss(other) && other->first != cue->first && form_of(other) != FORM_NOUN)
            return true;
    }
    return false;
}

/* The whole list that the number is in, as far as it lies on the same side of the word. */
static struct count_range joined_count(const struct counting *counting, const struct quantity *number,
                                       const struct cue *cue, uint32_t *first, uint32_t *end) {
    const struct quantity *all = counting->quantities->items, *at = number;
    struct count_range range = number->range;
    *first = number->first;
    *end = number->end;
    bool behind_word = number->first > cue->first;
    const struct quantity *whole = total_before(counting, number);
    if (whole != NULL) {
        *first = whole->first;
        return whole->range;
    }
    for (; at > all && (at - 1)->first >= (behind_word ? cue->end : 0) && is_joined(counting, at - 1, at) &&
           !belongs_to_last(counting, at - 1, cue);
         at--)
        if (!(at - 1)->part) {
            range = add_ranges(range, (at - 1)->range);
            *first = (at - 1)->first;
        }
    for (at = number; behind_word && at + 1 < all + counting->quantities->count && is_joined(counting, at, at + 1) &&
                      !belongs_to_next(counting, at + 1, cue);
         at++) {
        range = add_ranges(range, (at + 1)->range);
        *end = (at + 1)->end;
    }
    return range;
}

/* "New victims: fifteen factories": a word that no table knows right behind the number is what it counts. */
static bool is_other_noun(const struct counting *counting, const struct quantity *quantity) {
    enum { SHORT_BYTES = 4 };
    const struct word *words = counting->words->items;
    uint32_t next = quantity->end;
    if (quantity->persons || !same_sentence(counting, next, quantity->first) ||
        words[next].pause != words[next - 1].pause || words[next].key.size <= SHORT_BYTES)
        return false;
    for (int group = 0; group < CUE_GROUPS; group++)
        if (cues_at(counting->cues, (enum cue_group)group, next) != NULL)
            return false;
    return true;
}

static const struct quantity *number_behind(const struct counting *counting, const struct cue *cue, uint32_t reach) {
    for (size_t i = counting->first; i < counting->quantities->count; i++) {
        const struct quantity *quantity = &counting->quantities->items[i];
        if (counting->words->items[quantity->first].sentence > counting->words->items[cue->first].sentence)
            return NULL;
        if (quantity->first < cue->end || !same_sentence(counting, quantity->first, cue->first) || quantity->part)
            continue;
        uint32_t distance = words_distance(counting->words, cue->end - 1, quantity->first, PAUSE_COST);
        bool far = distance > NEXT_TO && !quantity->persons && form_of(cue) != FORM_BEFORE_NUMBER;
        if (distance > reach || far || clause_between(counting, cue->end, quantity->first) ||
            counts_events(counting, quantity))
            return NULL;
        const struct cue *and =
            cues_nearest(counting->cues, counting->words, CUE_AND, cue->end, quantity->first, cue->end, 0);
        bool own = and == NULL && !other_casualty_between(counting, cue->end, quantity->first);
        bool pause = counting->words->items[quantity->first].pause != counting->words->items[cue->end - 1].pause;
        if (pause && is_other_noun(counting, quantity))
            return NULL;
        /* "killed, 12 wounded": the number belongs to the next word */
        return own && !(pause && belongs_to_next(counting, quantity, cue)) ? quantity : NULL;
    }
    return NULL;
}

static const struct quantity *number_of(const struct counting *counting, const struct cue *cue) {
    if (form_of(cue) == FORM_NOUN)
        return number_before(counting, cue, NOUN_REACH);
    if (form_of(cue) == FORM_BEFORE_NUMBER)
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

/* "nobody was killed": a word for none beside it, and no other word of loss between. */
static bool is_nobody(const struct counting *counting, const struct cue *cue) {
    uint32_t sentence = counting->words->items[cue->first].sentence;
    uint32_t first = counting->words->sentence_first[sentence], end = counting->words->sentence_first[sentence + 1];
    uint32_t from = cue->first < first + NOBODY_REACH ? first : cue->first - NOBODY_REACH;
    uint32_t to = cue->end + NOBODY_REACH > end ? end : cue->end + NOBODY_REACH;
    for (uint32_t w = from; w < to; w++) {
        if (role_at(counting, CUE_NOBODY, w) == NULL)
            continue;
        uint32_t low = w < cue->first ? w + 1 : cue->end, high = w < cue->first ? cue->first : w;
        if (!other_casualty_between(counting, low, high))
            return true;
    }
    return false;
}

static bool is_supposed(const struct counting *counting, const struct cue *cue) {
    uint32_t first = counting->words->sentence_first[counting->words->items[cue->first].sentence];
    for (uint32_t w = cue->first; w > first && cue->first - w < SUPPOSED_REACH; w--) {
        const struct cue *date = cues_at(counting->cues, CUES_DATES, w - 1);
        if (role_at(counting, CUE_SUPPOSED, w - 1) != NULL && !(date != NULL && date->role == CUE_MONTH))
            return true; /* "May" of a date supposes nothing */
    }
    return role_near(counting, CUE_NOT, cue->first, NEXT_TO, 0);
}

/* Killed, and nobody says how many: no count, and yet something that happened. */
static void add_uncounted(const struct cue *cue, struct arena *arena, struct casualties *casualties) {
    bool violent = cue->role == CUE_KILLED && cue->value < NATURAL && form_of(cue) != FORM_NOUN;
    if (violent)
        *LIST_PUSH(arena, casualties) = (struct casualty){.violent = true,
                                                          .vague = true,
                                                          .count = {-1, -1},
                                                          .word = cue->first,
                                                          .first = cue->first,
                                                          .end = cue->end};
}

/* A number among the words of the event: "people _ fled" may hold one, "huyeron 400 personas" too. */
static const struct quantity *number_inside(const struct counting *counting, const struct cue *event) {
    for (size_t i = counting->first; i < counting->quantities->count; i++) {
        const struct quantity *quantity = &counting->quantities->items[i];
        if (quantity->first >= event->first && quantity->end <= event->end && !quantity->part)
            return quantity;
    }
    return NULL;
}

static void add_casualty(const struct counting *counting, const struct cue *cue, struct arena *arena,
                         struct casualties *casualties) {
    const struct quantity *number = number_of(counting, cue);
    if (is_nobody(counting, cue) || is_supposed(counting, cue))
        return;
    if (number == NULL) {
        add_uncounted(cue, arena, casualties);
        return;
    }
    uint32_t first, end;
    struct count_range count = joined_count(counting, number, cue, &first, &end);
    struct casualty *casualty = LIST_PUSH(arena, casualties);
    *casualty = (struct casualty){.wounded = cue->role == CUE_WOUNDED, .count = count, .word = cue->first};
    casualty->kind = cue->role == CUE_WOUNDED ? TOLL_WOUNDED : cue->role == CUE_MISSING ? TOLL_MISSING : TOLL_KILLED;
    casualty->violent = cue->role == CUE_KILLED && cue->value < NATURAL;
    casualty->vague = greatest(count) < 0;
    casualty->first = first < cue->first ? first : cue->first;
    casualty->end = end > cue->end ? end : cue->end;
    casualty->both_sides = role_near(counting, CUE_BOTH_SIDES, cue->first, BOTH_REACH, BOTH_REACH);
}

/* "Police detained 12 men", "3,400 people fled": what an event's own word counts. */
static void add_fate(const struct counting *counting, const struct cue *event, enum toll_kind kind, struct arena *arena,
                     struct casualties *casualties) {
    struct cue cue = *event;
    cue.value = FORM_EITHER;
    const struct quantity *number = number_inside(counting, event);
    if (number == NULL)
        number = number_behind(counting, &cue, OBJECT_REACH);
    if (number == NULL)
        number = number_before(counting, &cue, SUBJECT_REACH);
    if (number == NULL || !number->persons || number->implied || is_supposed(counting, &cue))
        return;
    *LIST_PUSH(arena, casualties) =
        (struct casualty){.kind = kind,
                          .count = number->range,
                          .word = event->first,
                          .first = number->first < event->first ? number->first : event->first,
                          .end = number->end > event->end ? number->end : event->end};
}

/* "The death toll has risen from 8 to 12": the last number of what follows, or the one right in front. */
static void add_toll(const struct counting *counting, const struct cue *cue, struct arena *arena,
                     struct casualties *casualties) {
    const struct quantity *last = NULL;
    for (size_t i = counting->first; i < counting->quantities->count; i++) {
        const struct quantity *quantity = &counting->quantities->items[i];
        if (!same_sentence(counting, quantity->first, cue->first))
            break;
        uint32_t distance = words_distance(counting->words, cue->end - 1, quantity->first, PAUSE_COST);
        bool behind = quantity->first >= cue->end && distance <= TOLL_REACH && !quantity->implied && !quantity->part;
        if (behind && !counts_events(counting, quantity) && !clause_between(counting, cue->end, quantity->first) &&
            !other_casualty_between(counting, cue->end, quantity->first))
            last = quantity;
    }
    if (last == NULL || greatest(last->range) < 0)
        return;
    struct count_range count = last->range;
    if (count.high >= 0)
        count.low = count.high; /* "rose to 23" is no "up to", "from 8 to 12" no range */
    *LIST_PUSH(arena, casualties) = (struct casualty){.kind = cue->value == 1 ? TOLL_WOUNDED : TOLL_KILLED,
                                                      .wounded = cue->value == 1,
                                                      .mends = true,
                                                      .count = count,
                                                      .word = cue->first,
                                                      .first = cue->first,
                                                      .end = last->end};
}

static bool fate_of(const struct cue *cue, enum toll_kind *kind) {
    if (cue->role != CUE_EVENT)
        return false;
    switch ((enum incident_kind)cue->value) {
    case INCIDENT_ARREST:
    case INCIDENT_ABDUCTION:
    case INCIDENT_SEIZURE: *kind = TOLL_CAPTURED; return true;
    case INCIDENT_DISPLACEMENT:
    case INCIDENT_EVACUATION: *kind = TOLL_DISPLACED; return true;
    default: return false;
    }
}

static void start_sentence(struct counting *counting, uint32_t word) {
    const struct words *words = counting->words;
    const struct quantities *quantities = counting->quantities;
    while (counting->first < quantities->count &&
           words->items[quantities->items[counting->first].first].sentence < words->items[word].sentence)
        counting->first++;
}

struct casualties casualties_read(const struct words *words, const struct cues *cues,
                                  const struct quantities *quantities, struct arena *arena) {
    struct casualties casualties = {0};
    struct counting counting = {words, cues, quantities, 0};
    size_t loss = 0, event = 0;
    size_t losses = cues->count[CUES_CASUALTIES], events = cues->count[CUES_EVENTS];
    while (loss < losses || event < events) {
        const struct cue *of_losses = cues->items[CUES_CASUALTIES], *of_events = cues->items[CUES_EVENTS];
        bool of_loss = event == events || (loss < losses && of_losses[loss].first <= of_events[event].first);
        const struct cue *cue = of_loss ? &of_losses[loss++] : &of_events[event++];
        enum toll_kind kind;
        if (words_too_many(words, words->items[cue->first].sentence))
            continue;
        start_sentence(&counting, cue->first);
        if (!of_loss && fate_of(cue, &kind))
            add_fate(&counting, cue, kind, arena, &casualties);
        else if (of_loss && cue->role == CUE_TOLL)
            add_toll(&counting, cue, arena, &casualties);
        else if (of_loss && is_loss(cue))
            add_casualty(&counting, cue, arena, &casualties);
    }
    return casualties;
}

#include "quantities.h"

#include "list.h"

enum { LIMIT_REACH = 3, PERSON_REACH = 4, COUNT_MAX = 10000000 };

struct reading_numbers {
    const struct words *words;
    const struct cues *cues;
    const bool *dated; /* for each word: it belongs to a date */
};

static bool in_sentence(const struct reading_numbers *reading, uint32_t word, uint32_t other) {
    const struct words *words = reading->words;
    return word < words->count && words->items[word].sentence == words->items[other].sentence;
}

static const struct cue *cue_of(const struct reading_numbers *reading, uint32_t word, enum cue_role role) {
    if (word >= reading->words->count)
        return NULL;
    const struct cue *cue = cues_at(reading->cues, cues_group(role), word);
    return cue != NULL && cue->role == role ? cue : NULL;
}

/* A plain number at the word; moves *end behind it. */
static bool read_simple(const struct reading_numbers *reading, uint32_t word, int64_t *value, uint32_t *end) {
    const struct word *at = &reading->words->items[word];
    const struct cue *cue = cue_of(reading, word, CUE_CARDINAL);
    *end = word + 1;
    if (at->number)
        return words_number(at->key, value);
    if (cue == NULL || cue->first != word)
        return false;
    *value = cue->value;
    *end = cue->end;
    const struct cue *ones =
        *value >= 20 && *value % 10 == 0 && *value < 1000 ? cue_of(reading, cue->end, CUE_CARDINAL) : NULL;
    if (ones != NULL && ones->value < (*value >= 100 ? 100 : 10) && in_sentence(reading, cue->end, word)) {
        *value += ones->value;
        *end = ones->end;
    }
    return true;
}

/* With "thousand" behind, or alone. */
static bool read_number(const struct reading_numbers *reading, uint32_t word, int64_t *value, uint32_t *end) {
    bool simple = read_simple(reading, word, value, end);
    uint32_t next = simple ? *end : word;
    const struct cue *multiplier = in_sentence(reading, next, word) ? cue_of(reading, next, CUE_MULTIPLIER) : NULL;
    if (multiplier == NULL || multiplier->first != next)
        return simple && *value <= COUNT_MAX;
    *value = (simple ? *value : 1) * multiplier->value;
    *end = multiplier->end;
    return *value <= COUNT_MAX;
}

/* "ten trucks", but not "ten truck drivers"; "a 61-year-old woman" (value 1) is one. */
static bool is_unit(const struct reading_numbers *reading, uint32_t word, uint32_t number) {
    const struct cue *unit = in_sentence(reading, word, number) ? cue_of(reading, word, CUE_UNIT) : NULL;
    if (unit == NULL || unit->value == 1)
        return unit != NULL;
    if (cue_of(reading, word, CUE_PERSON) != NULL)
        return false;
    bool joined = in_sentence(reading, word + 1, number) &&
                  reading->words->items[word + 1].pause == reading->words->items[word].pause;
    return !joined || cue_of(reading, word + 1, CUE_PERSON) == NULL;
}

/* "5 and 7" behind "between", "5-7": the second number widens the first. */
static void read_second(const struct reading_numbers *reading, struct quantity *quantity, bool between) {
    uint32_t next = quantity->end;
    int64_t value;
    uint32_t end;
    if (!in_sentence(reading, next, quantity->first))
        return;
    bool hyphen = reading->words->items[next].number && reading->words->items[next].glued;
    if (between && cue_of(reading, next, CUE_AND) != NULL)
        next++;
    else if (!hyphen)
        return;
    if (in_sentence(reading, next, quantity->first) && read_number(reading, next, &value, &end) &&
        value > quantity->range.low) {
        quantity->range.high = value;
        quantity->end = end;
    }
}

static void apply_limit(struct quantity *quantity, const struct cue *cue) {
    switch (cue->role) {
    case CUE_AT_LEAST: quantity->range.high = -1; break;
    case CUE_MORE_THAN:
        quantity->range.high = -1;
        quantity->range.low += quantity->range.low >= 0;
        break;
    case CUE_UP_TO: quantity->range.low = -1; break;
    default: return;
    }
    if (cue->first < quantity->first)
        quantity->first = cue->first;
}

/* What limits the number, in front or (as in "50 дөн ашуун") behind. */
static void read_limits(const struct reading_numbers *reading, struct quantity *quantity) {
    uint32_t number = quantity->first;
    for (uint32_t back = 1; back <= LIMIT_REACH && back <= number; back++) {
        if (!in_sentence(reading, number - back, number) || reading->words->items[number - back].number)
            break;
        const struct cue *cue = cues_at(reading->cues, CUES_CASUALTIES, number - back);
        if (cue != NULL) {
            apply_limit(quantity, cue);
            break;
        }
    }
    const struct cue *behind =
        in_sentence(reading, quantity->end, number) ? cues_at(reading->cues, CUES_CASUALTIES, quantity->end) : NULL;
    bool person = behind != NULL && behind->role == CUE_PERSON; /* "twenty people at least" */
    const struct cue *later =
        in_sentence(reading, quantity->end + 1, number) && (person || reading->words->items[quantity->end].glued)
            ? cues_at(reading->cues, CUES_CASUALTIES, quantity->end + 1)
            : NULL;
    if (behind == NULL || person)
        behind = later;
    if (behind != NULL && (behind->role == CUE_MORE_THAN || behind->role == CUE_AT_LEAST) && behind->value == 1) {
        apply_limit(quantity, behind);
        quantity->end = behind->end;
    }
}

static bool between_before(const struct reading_numbers *reading, uint32_t word) {
    return word > 0 && in_sentence(reading, word - 1, word) && cue_of(reading, word - 1, CUE_BETWEEN) != NULL;
}

static void read_persons(const struct reading_numbers *reading, struct quantity *quantity) {
    for (uint32_t word = quantity->end; word < quantity->end + PERSON_REACH; word++)
        if (in_sentence(reading, word, quantity->first) && cue_of(reading, word, CUE_PERSON) != NULL)
            quantity->persons = true;
}

/* "nine people, including four children": the four are among the nine. */
static bool is_part(const struct reading_numbers *reading, uint32_t word) {
    for (uint32_t back = 1; back <= 2 && back <= word; back++)
        if (in_sentence(reading, word - back, word) && cue_of(reading, word - back, CUE_PART) != NULL)
            return true;
    return false;
}

static bool read_vague(const struct reading_numbers *reading, uint32_t word, struct quantity *quantity) {
    const struct cue *vague = cue_of(reading, word, CUE_VAGUE);
    if (vague == NULL || vague->first != word)
        return false;
    quantity->range = (struct count_range){-1, -1};
    quantity->end = vague->end;
    return true;
}

static bool read_implied(const struct reading_numbers *reading, uint32_t word, struct quantity *quantity) {
    const struct cue *person = cue_of(reading, word, CUE_PERSON);
    if (person == NULL || person->first != word || person->value == 0 || is_part(reading, word))
        return false;
    quantity->range = (struct count_range){person->value, person->value};
    quantity->end = person->end;
    quantity->implied = true;
    quantity->persons = true;
    return true;
}

static bool read_quantity(const struct reading_numbers *reading, uint32_t word, struct quantity *quantity) {
    int64_t value;
    *quantity = (struct quantity){.first = word, .end = word + 1};
    if (reading->dated[word])
        return false;
    if (read_implied(reading, word, quantity) || read_vague(reading, word, quantity))
        return true;
    if (!read_number(reading, word, &value, &quantity->end))
        return false;
    if (is_part(reading, word))
        return false;
    quantity->range = (struct count_range){value, value};
    bool between = between_before(reading, word);
    read_second(reading, quantity, between);
    if (is_unit(reading, quantity->end, word))
        return false;
    if (quantity->range.low == quantity->range.high)
        read_limits(reading, quantity);
    read_persons(reading, quantity);
    return true;
}

struct quantities quantities_read(const struct words *words, const struct cues *cues, const struct dates *dates,
                                  struct arena *arena) {
    struct quantities quantities = {0};
    bool *dated = ARENA_ARRAY(arena, bool, words->count + 1);
    for (size_t d = 0; d < dates->count; d++)
        for (uint32_t w = dates->items[d].first; w < dates->items[d].end && w < words->count; w++)
            dated[w] = true;
    struct reading_numbers reading = {words, cues, dated};
    for (uint32_t word = 0; word < words->count;) {
        struct quantity quantity;
        if (read_quantity(&reading, word, &quantity)) {
            *LIST_PUSH(arena, &quantities) = quantity;
            word = quantity.end > word ? quantity.end : word + 1;
        } else
            word++;
    }
    return quantities;
}

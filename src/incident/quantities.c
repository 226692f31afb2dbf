#include "quantities.h"

#include "list.h"
#include "numerals.h"

enum { LIMIT_REACH = 3, PERSON_REACH = 4, ONE_REACH = 4, LABEL_REACH = 2, COUNT_MAX = 10000000 };

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

static bool read_number(const struct reading_numbers *reading, uint32_t word, int64_t *value, uint32_t *end) {
    return numeral_read(reading->words, reading->cues, word, value, end) && *value <= COUNT_MAX;
}

/* "5 and 7" and "le otto e le dieci" behind "between", "5-7", "five to seven": where the second number begins; NO_WORD
 * if there is none. */
static uint32_t second_number(const struct reading_numbers *reading, const struct quantity *quantity, bool between) {
    enum { ARTICLE_BYTES = 4 };
    uint32_t next = quantity->end;
    if (!in_sentence(reading, next, quantity->first))
        return NO_WORD;
    const struct word *words = reading->words->items;
    if (words[next].number && words[next].glued && words[next].mark != ':' && words[next].mark != '/')
        return next;
    bool joined = (between && cue_of(reading, next, CUE_AND) != NULL) || cue_of(reading, next, CUE_RANGE) != NULL;
    if (!joined || !in_sentence(reading, next + 1, quantity->first))
        return NO_WORD;
    bool article = between && words[next + 1].key.size <= ARTICLE_BYTES && !words[next + 1].number &&
                   cue_of(reading, next + 1, CUE_CARDINAL) == NULL && in_sentence(reading, next + 2, quantity->first);
    return next + 1 + article;
}

static void read_second(const struct reading_numbers *reading, struct quantity *quantity, bool between) {
    uint32_t end, next = second_number(reading, quantity, between);
    int64_t value;
    if (next != NO_WORD && read_number(reading, next, &value, &end) && value > quantity->range.low) {
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

/* "between 5", "tra le otto" */
static bool between_before(const struct reading_numbers *reading, uint32_t word) {
    for (uint32_t back = 1; back <= 2 && back <= word; back++)
        if (in_sentence(reading, word - back, word) && cue_of(reading, word - back, CUE_BETWEEN) != NULL)
            return true;
    return false;
}

static void read_persons(const struct reading_numbers *reading, struct quantity *quantity) {
    const struct word *words = reading->words->items;
    for (uint32_t word = quantity->end; word < quantity->end + PERSON_REACH; word++) {
        if (!in_sentence(reading, word, quantity->first) || words[word].pause != words[quantity->end - 1].pause)
            return;
        const struct cue *cue = cues_at(reading->cues, CUES_CASUALTIES, word);
        if (cue != NULL && (cue->role == CUE_KILLED || cue->role == CUE_WOUNDED))
            return;
        if (cue != NULL && cue->role == CUE_PERSON) {
            quantity->persons = true;
            quantity->noun = word;
            return;
        }
    }
}

static bool is_money(uint32_t mark) {
    static const uint32_t signs[] = {'$', '#', 0xA2, 0xA3, 0xA5, 0x20AC, 0x20BD, 0x20B4, 0x20BC, 0x20B8, 0x2116};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i] == mark)
            return true;
    return false;
}

/* "Highway 5", "aged 12", "$40", "15:30", "7 %", "Marta, 54, …": a number that counts nobody. */
static bool is_name(const struct reading_numbers *reading, const struct quantity *quantity) {
    const struct word *words = reading->words->items, *first = &words[quantity->first];
    const struct word *last = &words[quantity->end - 1];
    for (uint32_t back = 1; back <= LABEL_REACH && back <= quantity->first; back++) {
        const struct cue *label = in_sentence(reading, quantity->first - back, quantity->first) &&
                                          words[quantity->first - back].pause == first->pause
                                      ? cue_of(reading, quantity->first - back, CUE_LABEL)
                                      : NULL;
        if (label != NULL && label->end == quantity->first)
            return true;
    }
    bool follows = in_sentence(reading, quantity->end, quantity->first);
    bool time = first->number && ((first->glued && (first->mark == ':' || first->mark == '/')) ||
                                  (follows && words[quantity->end].number && words[quantity->end].glued &&
                                   (words[quantity->end].mark == ':' || words[quantity->end].mark == '/')));
    bool between_marks = first->number && quantity->first > 0 &&
                         in_sentence(reading, quantity->first - 1, quantity->first) &&
                         words[quantity->first - 1].pause != first->pause && words[quantity->first - 1].capital &&
                         follows && words[quantity->end].pause != last->pause && quantity->end - quantity->first == 1;
    return is_money(first->mark) || last->after == '%' || is_money(last->after) || time ||
           (between_marks && !quantity->persons);
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
    quantity->range = (struct count_range){vague->value > 0 ? vague->value : -1, -1};
    quantity->end = vague->end;
    read_persons(reading, quantity);
    return true;
}

/* "a trader", "un giovane soldato": an article and a word for one person. */
static bool read_one(const struct reading_numbers *reading, uint32_t word, struct quantity *quantity) {
    const struct cue *article = cue_of(reading, word, CUE_ONE);
    if (article == NULL || article->first != word)
        return false;
    for (uint32_t w = article->end; w < article->end + ONE_REACH && in_sentence(reading, w, word); w++) {
        const struct cue *person = cue_of(reading, w, CUE_PERSON);
        if (reading->words->items[w].pause != reading->words->items[word].pause || reading->words->items[w].number)
            return false;
        if (person == NULL)
            continue;
        quantity->noun = w;
        quantity->end = person->end;
        quantity->range = (struct count_range){1, 1};
        quantity->implied = quantity->persons = true;
        return person->value == 3 || person->value == 1;
    }
    return false;
}

static bool read_implied(const struct reading_numbers *reading, uint32_t word, struct quantity *quantity) {
    const struct cue *person = cue_of(reading, word, CUE_PERSON);
    if (person == NULL || person->first != word || person->value == 0 || person->value == 3)
        return read_one(reading, word, quantity);
    quantity->range = (struct count_range){person->value, person->value};
    quantity->end = person->end;
    quantity->implied = true;
    quantity->persons = true;
    quantity->noun = word;
    return true;
}

static bool read_quantity(const struct reading_numbers *reading, uint32_t word, struct quantity *quantity) {
    int64_t value;
    *quantity = (struct quantity){.first = word, .end = word + 1, .noun = NO_WORD};
    if (reading->dated[word])
        return false;
    quantity->part = is_part(reading, word);
    if (read_implied(reading, word, quantity) || read_vague(reading, word, quantity))
        return true;
    *quantity = (struct quantity){.first = word, .end = word + 1, .noun = NO_WORD, .part = quantity->part};
    if (!read_number(reading, word, &value, &quantity->end) || value == 0)
        return false;
    quantity->range = (struct count_range){value, value};
    bool between = between_before(reading, word);
    read_second(reading, quantity, between);
    read_persons(reading, quantity);
    if (is_unit(reading, quantity->end, word) || is_name(reading, quantity))
        return false;
    if (quantity->range.low == quantity->range.high)
        read_limits(reading, quantity);
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

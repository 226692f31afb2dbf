#include "lookup.h"

#include "fold.h"
#include "forms.h"
#include "list.h"

#include <string.h>

enum { LOOKUPS = 64, KEY_BYTES = 512 };

static bool is_adjective(enum name_use use) {
    return use == NAME_ADJECTIVE || use == NAME_PEOPLE || use == NAME_COMBINING;
}

/* Written in syllables (Hangul), each of which is worth two letters. */
static bool is_syllabic(struct text key) {
    size_t at = 0;
    uint32_t first = key.size ? text_next(key, &at) : 0;
    return first >= 0xAC00 && first <= 0xD7A3;
}

/* Small words and short capitals name towns of that name only where nothing else can be meant. */
static bool admits_point(const struct parse *parse, const struct run *run) {
    const struct token *last = run_token(parse, run->end - 1);
    size_t letters = text_code_points(run->key);
    if (run->unspaced || run_token(parse, run->first)->letters == CASE_NONE)
        return letters >= 3 || (letters == 2 && (run->unspaced || is_syllabic(run->key)));
    bool letter = parse->vocabulary->apostrophe_letters && run->end > run->first + 2 &&
                  parse_is_apostrophe(parse_mark(parse, (int64_t)run->end - 2, run->first));
    if (run->end > run->first + 1 && last->letters == CASE_LOWER && !letter)
        return false;
    if (run->upper && letters <= 3 && !parse->shouted[last->sentence])
        return false;
    return letters >= 2;
}

/* "al-Qaim", "ash-Shaykh": an Arabic article in Latin letters, joined to a name with a capital. */
static bool begins_with_article(const struct parse *parse, const struct run *run) {
    struct text first = parse->folded[run->first];
    bool article = first.size >= 2 && first.size <= 3 && (first.data[0] == 'a' || first.data[0] == 'e') &&
                   run_token(parse, run->first)->letters == CASE_LOWER;
    return article && run->end > run->first + 2 &&
           parse_is_hyphen(parse_mark(parse, (int64_t)run->first + 1, run->first)) &&
           parse_is_capital(parse, (int64_t)run->first + 2, run->first);
}

static bool admits(const struct parse *parse, const struct run *run, const struct found_reading *found,
                   enum place_kind kind) {
    /* a name does not begin with "the" or, in small letters, "peninsula of" */
    static const uint64_t small = WORD_BIT(WORD_FUNCTION) | WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_AND);
    enum name_use use = found->reading.use;
    bool adjective = is_adjective(use);
    if (found->reading.flags & READING_POSTAL && !run->after_place)
        return false;
    if (use == NAME_ABBREVIATION && kind == PLACE_COUNTRY && !run->upper && text_code_points(run->key) <= 3)
        return false;
    if (use == NAME_ABBREVIATION)
        return !run->lower && (run->dotted || (run->upper && !parse->shouted[run_token(parse, run->first)->sentence]) ||
                               kind == PLACE_ORGANISATION || run->words > 1 || text_code_points(run->key) > 3);
    if (use == NAME_COMBINING && !run->before_hyphen)
        return false;
    const struct token *begin = run_token(parse, run->first);
    if (adjective && parse->vocabulary->small_demonyms && begin->letters == CASE_TITLE && !begin->first &&
        !run->before_hyphen && !run->sure && !parse->titled[begin->sentence])
        return false;
    if (run->lower && !adjective && kind == PLACE_POINT && begins_with_article(parse, run))
        return true;
    if (run->lower && !adjective)
        return run->capital_inside && kind != PLACE_POINT && !(parse->classes[run->first] & small) &&
               !run->before_hyphen && !(kind == PLACE_AREA && parse->classes[run->first] & WORD_BIT(WORD_GENERIC));
    if (run->lower && parse->vocabulary->capital_demonyms && !run->capital_inside)
        return false;
    return kind == PLACE_POINT ? admits_point(parse, run) : !run->upper || text_code_points(run->key) > 1;
}

/* An ending says what may stand before it. */
static bool fits_ending(const struct form *form, enum name_use use, size_t words) {
    if (!form->inflected || words > 1 || form->kind == ENDING_PREFIX)
        return true;
    return is_adjective(use) == (form->kind != ENDING_NOUN) || use == NAME_PEOPLE;
}

/* "fin" is a Finn in Dutch and an end in French: peoples are named in the article's language only. */
static bool is_foreign(const struct parse *parse, const struct reading *reading) {
    struct text language = gazetteer_language(parse->gazetteer, reading->language);
    return language.size > 0 && !text_equal(language, parse->article->language);
}

static void admit(struct lookup *lookup, const struct run *run, const struct form *form, struct reading reading) {
    if (lookup->found_count == LOOKUP_READINGS)
        return;
    struct found_reading found = {reading, form->inflected};
    if (form->kind == ENDING_COMBINING && form->inflected && run->before_hyphen && is_adjective(reading.use))
        found.reading.use = NAME_COMBINING;
    if (is_adjective(found.reading.use) && is_foreign(lookup->parse, &reading))
        return;
    /* "Рӯзи" is no "РУз" with an ending */
    if (reading.use == NAME_ABBREVIATION && form->inflected && form->kind != ENDING_PREFIX &&
        run_token(lookup->parse, run->first)->letters == CASE_TITLE)
        return;
    struct place place = gazetteer_place(lookup->parse->gazetteer, reading.place);
    if (fits_ending(form, found.reading.use, run->words) &&
        (run->sure || admits(lookup->parse, run, &found, place.kind)))
        lookup->found[lookup->found_count++] = found;
}

static void look_up(struct lookup *lookup, const struct run *run, struct text key, const struct form *form) {
    struct readings readings = gazetteer_find(lookup->parse->gazetteer, key, lookup->parse->scratch);
    size_t limit = readings.count < 2 * CHOICE_LIMIT ? readings.count : 2 * CHOICE_LIMIT;
    for (size_t i = 0; i < limit; i++)
        admit(lookup, run, form, readings.items[i]);
    size_t count;
    const struct demonym *demonyms = vocabulary_demonyms(lookup->parse->vocabulary, key, &count);
    for (size_t i = 0; i < count; i++)
        admit(lookup, run, form, demonyms[i].reading);
    lookup->lookups++;
}

struct spelling {
    char bytes[KEY_BYTES];
    size_t size;
};

/* Tries the words from `rest` on in all their forms behind what is spelt already. */
static void look_up_forms(struct lookup *lookup, const struct run *run, struct text rest, struct spelling *spelling,
                          struct form last) {
    struct text word;
    if (!text_split(&rest, ' ', &word)) {
        look_up(lookup, run, (struct text){spelling->bytes, spelling->size}, &last);
        return;
    }
    struct form forms[FORMS_OF_WORD];
    size_t count = forms_find(lookup->parse->vocabulary, word, !rest.data && run->before_hyphen, lookup->arena, forms);
    size_t size = spelling->size;
    for (size_t i = 0; i < count && lookup->lookups < LOOKUPS; i++) {
        spelling->size = size;
        bool space = size > 0;
        if (size + space + forms[i].text.size > KEY_BYTES)
            continue;
        if (space)
            spelling->bytes[spelling->size++] = ' ';
        memcpy(spelling->bytes + spelling->size, forms[i].text.data, forms[i].text.size);
        spelling->size += forms[i].text.size;
        struct form form = forms[i];
        form.inflected = form.inflected || last.inflected;
        look_up_forms(lookup, run, rest, spelling, form);
    }
}

/* Whether a name as it stands is so well known that no ending need be taken off. A region may be named as its seat is
 * with an article: "الخرطوم". */
static bool is_settled(const struct lookup *lookup) {
    for (size_t i = 0; i < lookup->found_count; i++) {
        struct place place = gazetteer_place(lookup->parse->gazetteer, lookup->found[i].reading.place);
        bool region = place.kind == PLACE_REGION && lookup->parse->vocabulary->prefixes;
        if (!region && (place.kind != PLACE_POINT || place.capital || place.population > 100000))
            return true;
    }
    return false;
}

static void collect(struct lookup *lookup, const struct run *run) {
    lookup->found_count = 0;
    lookup->lookups = 0;
    struct form plain = {run->key, ENDING_NOUN, false};
    look_up(lookup, run, run->key, &plain);
    if (lookup->parse->vocabulary->ending_count == 0 || run->unspaced || run->words > 4 || is_settled(lookup))
        return;
    struct spelling nothing = {.size = 0};
    lookup->found_count = 0;
    struct form none = {TEXT_NONE, ENDING_NOUN, false};
    look_up_forms(lookup, run, run->key, &nothing, none);
}

static uint64_t key_of_run(const struct run *run) {
    uint64_t flags = (uint64_t)run->lower | (uint64_t)run->upper << 1 | (uint64_t)run->dotted << 2 |
                     (uint64_t)run->before_hyphen << 3 | (uint64_t)run->capital_inside << 4 |
                     (uint64_t)run->after_place << 5 | (uint64_t)run->sure << 6;
    return (text_hash(run->key) ^ flags) * UINT64_C(0x9E3779B97F4A7C15);
}

static void grow_index(struct lookup *lookup) {
    size_t mask = lookup->index.slots ? lookup->index.mask * 2 + 1 : 255;
    uint32_t *slots = ARENA_ARRAY(lookup->parse->scratch, uint32_t, mask + 1);
    for (size_t g = 0; g < lookup->parse->groups.count; g++) {
        size_t slot = (size_t)lookup->parse->groups.items[g].key & mask;
        while (slots[slot] != 0)
            slot = (slot + 1) & mask;
        slots[slot] = (uint32_t)g + 1;
    }
    lookup->index.slots = slots;
    lookup->index.mask = mask;
}

/* The slot of the group with that key, or the empty one where it would be. */
static uint32_t *find_slot(struct lookup *lookup, uint64_t key) {
    if (!lookup->index.slots || lookup->parse->groups.count * 2 > lookup->index.mask)
        grow_index(lookup);
    size_t slot = (size_t)key & lookup->index.mask;
    while (lookup->index.slots[slot] != 0 && lookup->parse->groups.items[lookup->index.slots[slot] - 1].key != key)
        slot = (slot + 1) & lookup->index.mask;
    return &lookup->index.slots[slot];
}

/* The group of the run's name, made when it is met first; a name that means nothing is remembered too, as a group
 * without choices. */
bool lookup_group(struct lookup *lookup, const struct run *run, size_t *group) {
    struct parse *parse = lookup->parse;
    uint64_t key = key_of_run(run);
    uint32_t *slot = find_slot(lookup, key);
    if (*slot == 0) {
        collect(lookup, run);
        struct group *added = LIST_PUSH(parse->scratch, &parse->groups);
        *added = (struct group){.key = key};
        choice_fill(parse, run->key, lookup->found, lookup->found_count, added);
        *slot = (uint32_t)parse->groups.count;
    }
    *group = *slot - 1;
    parse->groups.items[*group].mentions++;
    return parse->groups.items[*group].count > 0;
}

size_t lookup_only(struct lookup *lookup, place_id place, enum name_use use) {
    struct parse *parse = lookup->parse;
    uint64_t key = ((uint64_t)place << 8 | (uint64_t)use) * UINT64_C(0x9E3779B97F4A7C15) ^ UINT64_C(0x5C0EC7);
    uint32_t *slot = find_slot(lookup, key);
    if (*slot == 0) {
        struct found_reading found = {{place, 0, (uint8_t)use, READING_LISTED}, false};
        struct group *added = LIST_PUSH(parse->scratch, &parse->groups);
        *added = (struct group){.key = key};
        struct place known = gazetteer_place(parse->gazetteer, place);
        choice_fill(parse, fold_key(lookup->arena, known.name), &found, 1, added);
        *slot = (uint32_t)parse->groups.count;
    }
    parse->groups.items[*slot - 1].mentions++;
    return *slot - 1;
}

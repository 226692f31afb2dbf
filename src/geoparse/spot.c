#include "spot.h"

#include "choice.h"
#include "fold.h"
#include "forms.h"
#include "list.h"

#include <string.h>

enum { RUN_ENDS = 24, NAME_WORDS = 10, UNSPACED_LETTERS = 10, READINGS = 512, LOOKUPS = 64, KEY_BYTES = 512 };

/* A run of tokens that may be a name. */
struct run {
    uint32_t first, end;
    size_t words;
    bool lower, upper, dotted, unspaced, capital_inside, before_hyphen, after_place;
    struct text key; /* folded */
};

struct search {
    struct parse *parse;
    struct arena *arena; /* cleared now and then */
    struct found_reading found[READINGS];
    size_t found_count;
    size_t lookups;
    struct {
        uint32_t *slots; /* group + 1 */
        size_t mask;
    } index;
};

static const struct token *token_at(const struct parse *parse, uint32_t token) {
    return &parse->tokens.items[token];
}

static bool is_glued(const struct parse *parse, uint32_t token) {
    return !token_at(parse, token)->space_after && token + 1 < parse->tokens.count &&
           token_at(parse, token + 1)->sentence == token_at(parse, token)->sentence;
}

static bool is_unspaced(const struct parse *parse, uint32_t token) {
    const struct token *item = token_at(parse, token);
    if (item->kind != TOKEN_WORD || item->letters != CASE_NONE || item->span.end - item->span.start < 3)
        return false;
    size_t at = 0;
    struct text text = parse_text(parse, token, token + 1);
    return text_next(text, &at) >= 0x0E00 && at == text.size;
}

static bool is_word(const struct parse *parse, uint32_t token, uint32_t beside) {
    return token < parse->tokens.count && token_at(parse, token)->kind != TOKEN_PUNCTUATION &&
           token_at(parse, token)->sentence == token_at(parse, beside)->sentence;
}

/* "St. Petersburg", "Mt. Pleasant": a shortened first word. */
static bool is_shortened(const struct parse *parse, uint32_t token) {
    const struct token *item = token_at(parse, token);
    return item->letters == CASE_TITLE && item->span.end - item->span.start <= 4;
}

/* "Cuba's", "Mosul’s". */
static bool is_possessive(const struct parse *parse, uint32_t word) {
    return parse->folded[word].size == 1 && parse->folded[word].data[0] == 's' &&
           text_is(parse->article->language, "en");
}

/* The last word of the run ends before `end`; *next becomes the next word of it. False where the run cannot go on. */
static bool step_run(const struct parse *parse, uint32_t first, uint32_t end, uint32_t *next, size_t *words) {
    uint32_t last = end - 1;
    if (is_word(parse, end, first)) {
        bool parted = token_at(parse, last)->space_after || is_unspaced(parse, last);
        *next = end;
        *words += parted;
        return parted;
    }
    uint32_t mark = parse_mark(parse, end, first);
    if (mark == 0 || !is_glued(parse, last) || !is_word(parse, end + 1, first))
        return false;
    *next = end + 1;
    bool spaced = token_at(parse, end)->space_after;
    if (parse_is_hyphen(mark) && !spaced) {
        *words += 1;
        return true;
    }
    if (parse_is_apostrophe(mark))
        return !spaced && !is_possessive(parse, end + 1);
    if (mark == '.' && spaced)
        *words += 1;
    return mark == '.' && (!spaced || is_shortened(parse, last));
}

static size_t find_runs(const struct parse *parse, uint32_t first, size_t longest, struct run runs[RUN_ENDS]) {
    size_t count = 0, words = 1;
    uint32_t end = first + 1, next;
    bool unspaced = is_unspaced(parse, first);
    size_t limit = unspaced ? UNSPACED_LETTERS : longest;
    runs[count++] = (struct run){.first = first, .end = end, .words = words, .unspaced = unspaced};
    while (count < RUN_ENDS && step_run(parse, first, end, &next, &words) && words <= limit) {
        if (unspaced && !is_unspaced(parse, next))
            break;
        end = next + 1;
        runs[count++] = (struct run){.first = first, .end = end, .words = words, .unspaced = unspaced};
    }
    return count;
}

static void describe_run(const struct parse *parse, struct run *run) {
    run->lower = token_at(parse, run->first)->letters == CASE_LOWER;
    run->upper = true;
    for (uint32_t i = run->first; i < run->end; i++) {
        const struct token *token = token_at(parse, i);
        if (token->kind != TOKEN_WORD)
            continue;
        run->upper = run->upper && token->letters == CASE_UPPER;
        run->capital_inside |= i > run->first && token->letters != CASE_LOWER && token->letters != CASE_NONE;
    }
    uint32_t mark = parse_mark(parse, run->end, run->first);
    run->dotted = mark == '.' && is_glued(parse, run->end - 1);
    run->before_hyphen = parse_is_hyphen(mark) && is_glued(parse, run->end - 1) && is_glued(parse, run->end);
    const struct spot *last = parse->spots.count > 0 ? &parse->spots.items[parse->spots.count - 1] : NULL;
    run->after_place =
        run->upper && last && last->end + 1 == run->first && parse_mark(parse, last->end, run->first) == ',';
    if (mark == '.' && run->end - 1 < parse->tokens.count && !token_at(parse, run->end - 1)->space_after)
        run->dotted = true;
}

static bool is_adjective(enum name_use use) {
    return use == NAME_ADJECTIVE || use == NAME_PEOPLE || use == NAME_COMBINING;
}

/* Small words and short capitals name towns of that name only where nothing else can be meant. */
static bool admits_point(const struct parse *parse, const struct run *run) {
    const struct token *last = token_at(parse, run->end - 1);
    size_t letters = text_code_points(run->key);
    if (run->unspaced || token_at(parse, run->first)->letters == CASE_NONE)
        return letters >= 3 || (run->unspaced && letters >= 2);
    if (run->end > run->first + 1 && last->letters == CASE_LOWER)
        return false;
    if (run->upper && letters <= 3 && !parse->shouted[last->sentence])
        return false;
    return letters >= 2;
}

/* "al-Qaim", "ash-Shaykh": an Arabic article in Latin letters, joined to a name with a capital. */
static bool begins_with_article(const struct parse *parse, const struct run *run) {
    struct text first = parse->folded[run->first];
    bool article = first.size >= 2 && first.size <= 3 && (first.data[0] == 'a' || first.data[0] == 'e') &&
                   token_at(parse, run->first)->letters == CASE_LOWER;
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
        return !run->lower && (run->dotted || (run->upper && !parse->shouted[token_at(parse, run->first)->sentence]) ||
                               kind == PLACE_ORGANISATION || run->words > 1 || text_code_points(run->key) > 3);
    if (use == NAME_COMBINING && !run->before_hyphen)
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

static void admit(struct search *search, const struct run *run, const struct form *form, struct reading reading) {
    if (search->found_count == READINGS)
        return;
    struct found_reading found = {reading, form->inflected};
    if (form->kind == ENDING_COMBINING && form->inflected && run->before_hyphen && is_adjective(reading.use))
        found.reading.use = NAME_COMBINING;
    if (is_adjective(found.reading.use) && is_foreign(search->parse, &reading))
        return;
    struct place place = gazetteer_place(search->parse->gazetteer, reading.place);
    if (fits_ending(form, found.reading.use, run->words) && admits(search->parse, run, &found, place.kind))
        search->found[search->found_count++] = found;
}

static void look_up(struct search *search, const struct run *run, struct text key, const struct form *form) {
    struct readings readings = gazetteer_find(search->parse->gazetteer, key);
    size_t limit = readings.count < 2 * CHOICE_LIMIT ? readings.count : 2 * CHOICE_LIMIT;
    for (size_t i = 0; i < limit; i++)
        admit(search, run, form, readings.items[i]);
    size_t count;
    const struct demonym *demonyms = vocabulary_demonyms(search->parse->vocabulary, key, &count);
    for (size_t i = 0; i < count; i++)
        admit(search, run, form, demonyms[i].reading);
    search->lookups++;
}

struct spelling {
    char bytes[KEY_BYTES];
    size_t size;
};

/* Tries the words from `rest` on in all their forms behind what is spelt already. */
static void look_up_forms(struct search *search, const struct run *run, struct text rest, struct spelling *spelling,
                          struct form last) {
    struct text word;
    if (!text_split(&rest, ' ', &word)) {
        look_up(search, run, (struct text){spelling->bytes, spelling->size}, &last);
        return;
    }
    struct form forms[FORMS_OF_WORD];
    size_t count = forms_find(search->parse->vocabulary, word, !rest.data && run->before_hyphen, search->arena, forms);
    size_t size = spelling->size;
    for (size_t i = 0; i < count && search->lookups < LOOKUPS; i++) {
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
        look_up_forms(search, run, rest, spelling, form);
    }
}

/* Whether a name as it stands is so well known that no ending need be taken off. A region may be named as its seat is
 * with an article: "الخرطوم". */
static bool is_settled(const struct search *search) {
    for (size_t i = 0; i < search->found_count; i++) {
        struct place place = gazetteer_place(search->parse->gazetteer, search->found[i].reading.place);
        bool region = place.kind == PLACE_REGION && search->parse->vocabulary->prefixes;
        if (!region && (place.kind != PLACE_POINT || place.capital || place.population > 100000))
            return true;
    }
    return false;
}

static void collect(struct search *search, const struct run *run) {
    search->found_count = 0;
    search->lookups = 0;
    struct form plain = {run->key, ENDING_NOUN, false};
    look_up(search, run, run->key, &plain);
    if (search->parse->vocabulary->ending_count == 0 || run->unspaced || run->words > 4 || is_settled(search))
        return;
    struct spelling nothing = {.size = 0};
    search->found_count = 0;
    struct form none = {TEXT_NONE, ENDING_NOUN, false};
    look_up_forms(search, run, run->key, &nothing, none);
}

static uint64_t key_of_run(const struct run *run) {
    uint64_t flags = (uint64_t)run->lower | (uint64_t)run->upper << 1 | (uint64_t)run->dotted << 2 |
                     (uint64_t)run->before_hyphen << 3 | (uint64_t)run->capital_inside << 4 |
                     (uint64_t)run->after_place << 5;
    return (text_hash(run->key) ^ flags) * UINT64_C(0x9E3779B97F4A7C15);
}

static void grow_index(struct search *search) {
    size_t mask = search->index.slots ? search->index.mask * 2 + 1 : 255;
    uint32_t *slots = ARENA_ARRAY(search->parse->scratch, uint32_t, mask + 1);
    for (size_t g = 0; g < search->parse->groups.count; g++) {
        size_t slot = (size_t)search->parse->groups.items[g].key & mask;
        while (slots[slot] != 0)
            slot = (slot + 1) & mask;
        slots[slot] = (uint32_t)g + 1;
    }
    search->index.slots = slots;
    search->index.mask = mask;
}

/* The slot of the group with that key, or the empty one where it would be. */
static uint32_t *find_slot(struct search *search, uint64_t key) {
    if (!search->index.slots || search->parse->groups.count * 2 > search->index.mask)
        grow_index(search);
    size_t slot = (size_t)key & search->index.mask;
    while (search->index.slots[slot] != 0 && search->parse->groups.items[search->index.slots[slot] - 1].key != key)
        slot = (slot + 1) & search->index.mask;
    return &search->index.slots[slot];
}

/* The group of the run's name, made when it is met first; a name that means nothing is remembered too, as a group
 * without choices. */
static bool find_group(struct search *search, struct run *run, size_t *group) {
    struct parse *parse = search->parse;
    uint64_t key = key_of_run(run);
    uint32_t *slot = find_slot(search, key);
    if (*slot == 0) {
        collect(search, run);
        struct group *added = LIST_PUSH(parse->scratch, &parse->groups);
        *added = (struct group){.key = key};
        choice_fill(parse, run->key, search->found, search->found_count, added);
        *slot = (uint32_t)parse->groups.count;
    }
    *group = *slot - 1;
    parse->groups.items[*group].mentions++;
    return parse->groups.items[*group].count > 0;
}

/* An abbreviation takes its full stop with it: "W.Va.", "Ky.", "U.S.". */
static uint32_t end_with_stop(const struct parse *parse, const struct run *run, const struct group *group) {
    bool inner = parse_mark(parse, (int64_t)run->first + 1, run->first) == '.' && run->end > run->first + 1;
    bool abbreviation = false;
    for (size_t i = 0; i < group->count; i++)
        abbreviation = abbreviation || group->choices[i].use == NAME_ABBREVIATION;
    bool takes = run->dotted && (inner || (abbreviation && !run->upper));
    return takes ? run->end + 1 : run->end;
}

static void push_spot(struct parse *parse, const struct run *run, size_t group) {
    struct spot *spot = LIST_PUSH(parse->scratch, &parse->spots);
    const struct group *found = &parse->groups.items[group];
    spot->first = run->first;
    spot->end = end_with_stop(parse, run, found);
    spot->span = token_at(parse, spot->first)->span;
    spot->span.end = token_at(parse, spot->end - 1)->span.end;
    spot->sentence = token_at(parse, spot->first)->sentence;
    spot->group = group;
    spot->choice = &found->choices[0];
    spot->around = SIZE_MAX;
    spot->lower = run->lower;
    spot->words = run->unspaced ? 1 : run->words;
    spot->abbreviation = found->choices[0].use == NAME_ABBREVIATION;
}

/* A word that can begin no name: most words of a text. */
static bool is_hopeless(const struct parse *parse, uint32_t token) {
    const struct token *item = token_at(parse, token);
    if (item->kind != TOKEN_WORD)
        return true;
    static const uint64_t small = WORD_BIT(WORD_FUNCTION) | WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_AND);
    return item->letters == CASE_LOWER && (parse->classes[token] & small);
}

/* The most words of a name that begins with a form of this word. */
static size_t longest_at(struct search *search, uint32_t token) {
    const struct parse *parse = search->parse;
    struct text word = parse->folded[token];
    size_t longest = gazetteer_longest(parse->gazetteer, word);
    if (is_glued(parse, token)) {
        struct run runs[RUN_ENDS];
        size_t count = find_runs(parse, token, 1, runs);
        struct text glued = fold_key(search->arena, parse_text(parse, token, runs[count - 1].end));
        size_t other = gazetteer_longest(parse->gazetteer, glued);
        longest = other > longest ? other : longest;
    }
    struct form forms[FORMS_OF_WORD];
    size_t count = forms_find(parse->vocabulary, word, true, search->arena, forms);
    for (size_t i = 0; i < count; i++) {
        size_t demonyms;
        size_t other = i > 0 ? gazetteer_longest(parse->gazetteer, forms[i].text) : 0;
        if (other == 0 && vocabulary_demonyms(parse->vocabulary, forms[i].text, &demonyms))
            other = 1;
        longest = other > longest ? other : longest;
    }
    return longest < NAME_WORDS ? longest : NAME_WORDS;
}

/* One word that says something else here: "In", "May". */
static bool is_mere_word(const struct parse *parse, const struct run *run) {
    static const uint64_t other =
        WORD_BIT(WORD_CALENDAR) | WORD_BIT(WORD_NEVER) | WORD_BIT(WORD_GENERIC) | WORD_BIT(WORD_TOWN) |
        WORD_BIT(WORD_RIVER) | WORD_BIT(WORD_INSTITUTION) | WORD_BIT(WORD_ORGANISATION) | WORD_BIT(WORD_STREET) |
        WORD_BIT(WORD_NORTH) | WORD_BIT(WORD_EAST) | WORD_BIT(WORD_SOUTH) | WORD_BIT(WORD_WEST) |
        WORD_BIT(WORD_BORDER) | WORD_BIT(WORD_AGENT) | WORD_BIT(WORD_PEOPLE) | WORD_BIT(WORD_UNIT);
    if (run->end > run->first + 1)
        return run->words == 2 && parse->classes[run->first] & WORD_BIT(WORD_ARTICLE) &&
               parse->classes[run->first + 1] & (other | WORD_BIT(WORD_STOP));
    uint64_t classes = parse->classes[run->first];
    if (classes & other)
        return true;
    bool shape = run->upper && run->key.size >= 2 && !parse->shouted[token_at(parse, run->first)->sentence];
    return (classes & WORD_BIT(WORD_FUNCTION)) && !shape;
}

/* "Türkiye'nin": an ending that the script itself parts from the name. In "So‘xda" the apostrophe is a letter. */
static bool has_parted_ending(const struct parse *parse, const struct run *run) {
    if (run->end <= run->first + 2 || token_at(parse, run->end - 1)->letters != CASE_LOWER ||
        !parse_is_apostrophe(parse_mark(parse, (int64_t)run->end - 2, run->first)))
        return false;
    struct text last = parse->folded[run->end - 1];
    for (size_t i = 0; i < parse->vocabulary->ending_count; i++)
        if (text_equal(parse->vocabulary->endings[i].ending, last))
            return true;
    return false;
}

static uint32_t spot_at(struct search *search, uint32_t token) {
    struct parse *parse = search->parse;
    if (is_hopeless(parse, token))
        return token + 1;
    size_t longest = is_unspaced(parse, token) ? 1 : longest_at(search, token);
    if (longest == 0)
        return token + 1;
    struct run runs[RUN_ENDS];
    for (size_t i = find_runs(parse, token, longest, runs); i-- > 0;) {
        struct run *run = &runs[i];
        describe_run(parse, run);
        run->key = fold_key(search->arena, parse_text(parse, run->first, run->end));
        size_t group;
        if (run->key.size == 0 || is_mere_word(parse, run) || !find_group(search, run, &group) ||
            (has_parted_ending(parse, run) && parse->groups.items[group].choices[0].inflected))
            continue;
        push_spot(parse, run, group);
        return parse->spots.items[parse->spots.count - 1].end;
    }
    return token + 1;
}

void spot_find(struct parse *parse) {
    struct search *search = ARENA_NEW(parse->scratch, struct search);
    search->parse = parse;
    search->arena = arena_open();
    for (uint32_t token = 0; token < parse->tokens.count;) {
        token = spot_at(search, token);
        if (arena_used(search->arena) > (1u << 18))
            arena_clear(search->arena);
    }
    arena_close(search->arena);
}

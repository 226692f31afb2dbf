#include "spot.h"

#include "alias.h"
#include "fold.h"
#include "forms.h"
#include "given.h"
#include "list.h"
#include "lookup.h"

enum { NAME_WORDS = 10 };

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
    spot->span = run_token(parse, spot->first)->span;
    spot->span.end = run_token(parse, spot->end - 1)->span.end;
    spot->sentence = run_token(parse, spot->first)->sentence;
    spot->group = group;
    spot->choice = &found->choices[0];
    spot->around = SIZE_MAX;
    spot->lower = run->lower;
    spot->words = run->unspaced ? 1 : run->words;
    spot->abbreviation = found->choices[0].use == NAME_ABBREVIATION;
    alias_note(parse, spot);
}

/* A word that can begin no name: most words of a text. */
static bool is_hopeless(const struct parse *parse, uint32_t token) {
    const struct token *item = run_token(parse, token);
    if (item->kind != TOKEN_WORD)
        return true;
    static const uint64_t small = WORD_BIT(WORD_FUNCTION) | WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_AND);
    return item->letters == CASE_LOWER && (parse->classes[token] & small);
}

/* "Куп’янська": the endings of a word that has an apostrophe inside. */
static size_t longest_of_forms(struct lookup *lookup, struct text word) {
    struct form forms[FORMS_OF_WORD];
    size_t count = forms_find(lookup->parse->vocabulary, word, false, lookup->arena, forms), longest = 0;
    for (size_t i = 0; i < count; i++) {
        size_t other = gazetteer_longest(lookup->parse->gazetteer, forms[i].text);
        longest = other > longest ? other : longest;
    }
    return longest;
}

/* The most words of a name that begins with a form of this word. */
static size_t longest_at(struct lookup *lookup, uint32_t token) {
    const struct parse *parse = lookup->parse;
    struct text word = parse->folded[token];
    size_t longest = gazetteer_longest(parse->gazetteer, word);
    if (run_is_glued(parse, token)) {
        struct run runs[RUN_ENDS];
        size_t count = runs_find(parse, token, 1, runs);
        struct text glued = fold_key(lookup->arena, parse_text(parse, token, runs[count - 1].end));
        size_t other = longest_of_forms(lookup, glued);
        longest = other > longest ? other : longest;
    }
    struct form forms[FORMS_OF_WORD];
    size_t count = forms_find(parse->vocabulary, word, true, lookup->arena, forms);
    for (size_t i = 0; i < count; i++) {
        size_t demonyms;
        size_t other = i > 0 ? gazetteer_longest(parse->gazetteer, forms[i].text) : 0;
        if (other == 0 && vocabulary_demonyms(parse->vocabulary, forms[i].text, &demonyms))
            other = 1;
        longest = other > longest ? other : longest;
    }
    return longest < NAME_WORDS ? longest : NAME_WORDS;
}

/* "дарёи Панҷ": a numeral, but with a capital behind a word for a river it is a name. */
static bool is_named_by_kind(const struct parse *parse, uint32_t token) {
    static const uint64_t kinds = WORD_BIT(WORD_RIVER) | WORD_BIT(WORD_TOWN) | WORD_BIT(WORD_GENERIC);
    return parse_is_capital(parse, token, token) && parse_is(parse, (int64_t)token - 1, token, kinds);
}

/* One word that says something else here: "In", "May". */
static bool is_mere_word(const struct parse *parse, const struct run *run) {
    static const uint64_t other =
        WORD_BIT(WORD_CALENDAR) | WORD_BIT(WORD_NEVER) | WORD_BIT(WORD_GENERIC) | WORD_BIT(WORD_TOWN) |
        WORD_BIT(WORD_RIVER) | WORD_BIT(WORD_INSTITUTION) | WORD_BIT(WORD_ORGANISATION) | WORD_BIT(WORD_STREET) |
        WORD_BIT(WORD_NORTH) | WORD_BIT(WORD_EAST) | WORD_BIT(WORD_SOUTH) | WORD_BIT(WORD_WEST) |
        WORD_BIT(WORD_BORDER) | WORD_BIT(WORD_AGENT) | WORD_BIT(WORD_PEOPLE) | WORD_BIT(WORD_UNIT);
    if (run_is_glued(parse, run->end - 1) && parse_mark(parse, run->end, run->first) == '$')
        return true; /* "US$5" */
    if (run->end > run->first + 1)
        return run->words == 2 && parse->classes[run->first] & WORD_BIT(WORD_ARTICLE) &&
               parse->classes[run->first + 1] & (other | WORD_BIT(WORD_STOP));
    uint64_t classes = parse->classes[run->first];
    if (classes & other)
        return true;
    bool shape = run->upper && run->key.size >= 2 && !parse->shouted[run_token(parse, run->first)->sentence];
    return (classes & WORD_BIT(WORD_FUNCTION)) && !shape && !is_named_by_kind(parse, run->first);
}

/* "Türkiye'nin": an ending that the script itself parts from the name. In "So‘xda" the apostrophe is a letter. */
static bool has_parted_ending(const struct parse *parse, const struct run *run) {
    if (run->end <= run->first + 2 || run_token(parse, run->end - 1)->letters != CASE_LOWER ||
        !parse_is_apostrophe(parse_mark(parse, (int64_t)run->end - 2, run->first)))
        return false;
    struct text last = parse->folded[run->end - 1];
    for (size_t i = 0; i < parse->vocabulary->ending_count; i++)
        if (text_equal(parse->vocabulary->endings[i].ending, last))
            return true;
    return false;
}

/* A run that is a name by what is known of it. */
static bool is_name(struct lookup *lookup, const struct run *run, size_t *group) {
    const struct parse *parse = lookup->parse;
    return !is_mere_word(parse, run) && lookup_group(lookup, run, group) &&
           !(has_parted_ending(parse, run) && parse->groups.items[*group].choices[0].inflected);
}

/* Looks for the longest name that begins at the token and ends before `limit`; returns the token to go on with. */
static uint32_t spot_at(struct lookup *lookup, uint32_t token, uint32_t limit) {
    struct parse *parse = lookup->parse;
    size_t corrected = parse->options && parse->options->corrections ? parse->options->corrections->most_words : 0;
    size_t longest = is_hopeless(parse, token) ? 0 : run_is_unspaced(parse, token) ? 1 : longest_at(lookup, token);
    if (parse->tokens.items[token].kind != TOKEN_PUNCTUATION && corrected > longest)
        longest = corrected < NAME_WORDS ? corrected : NAME_WORDS;
    size_t known;
    if (alias_find(parse, token, &known)) {
        struct run one = {.first = token, .end = token + 1, .words = 1, .upper = true};
        push_spot(parse, &one, known);
        parse->spots.items[parse->spots.count - 1].defined = true;
        return token + 1;
    }
    if (longest == 0)
        return token + 1;
    struct run runs[RUN_ENDS];
    for (size_t i = runs_find(parse, token, longest, runs); i-- > 0;) {
        struct run *run = &runs[i];
        if (run->end > limit || run->possessive)
            continue;
        run_describe(parse, run);
        run->key = run->end == token + 1 ? parse->folded[token]
                                         : fold_key(lookup->arena, parse_text(parse, run->first, run->end));
        const struct correction *correction = given_correction(lookup, run);
        size_t group;
        if (correction) {
            given_push_corrected(lookup, run, correction->place);
            return run->end;
        }
        if (run->key.size == 0 || is_hopeless(parse, token) || !is_name(lookup, run, &group))
            continue;
        push_spot(parse, run, group);
        return parse->spots.items[parse->spots.count - 1].end;
    }
    return token + 1;
}

void spot_find(struct parse *parse) {
    struct lookup *lookup = ARENA_NEW(parse->scratch, struct lookup);
    lookup->parse = parse;
    lookup->arena = arena_open();
    struct givens givens = given_find(parse);
    parse->missed_corrections = givens.missed;
    bool only = parse->options && parse->options->only_spans;
    uint32_t count = (uint32_t)parse->tokens.count;
    for (uint32_t token = 0, next = 0; token < count;) {
        const struct given *given = next < givens.count ? &givens.items[next] : NULL;
        if (given && given->first <= token) {
            given_push(lookup, given);
            token = given->end > token ? given->end : token;
            next++;
        } else {
            token = only ? (given ? given->first : count) : spot_at(lookup, token, given ? given->first : count);
        }
        if (arena_used(lookup->arena) > (1u << 18))
            arena_clear(lookup->arena);
    }
    arena_close(lookup->arena);
}

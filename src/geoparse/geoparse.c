#include "geoparse.h"

#include "border_relation.h"
#include "evidence.h"
#include "fold.h"
#include "list.h"
#include "local_relation.h"
#include "parse.h"
#include "person.h"
#include "resolve.h"
#include "spot.h"
#include "usage.h"

#include <stdlib.h>
#include <string.h>

enum { CANDIDATES = 8, SCRATCH_BYTES = 1 << 16 };

/* Small letters of ASCII only: its own key. */
static bool is_plain(struct text word) {
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] < 'a' || word.data[i] > 'z')
            return false;
    return true;
}

static void fold_tokens(struct parse *parse) {
    size_t count = parse->tokens.count;
    parse->folded = ARENA_ARRAY(parse->arena, struct text, count);
    parse->classes = ARENA_ARRAY(parse->scratch, uint64_t, count);
    struct arena *brief = arena_open();
    for (uint32_t i = 0; i < count; i++) {
        const struct token *token = &parse->tokens.items[i];
        if (token->kind == TOKEN_PUNCTUATION)
            continue;
        struct text word = parse_text(parse, i, i + 1);
        parse->folded[i] = is_plain(word) ? word : text_copy(parse->arena, fold_key(brief, word));
        parse->classes[i] = vocabulary_classes(parse->vocabulary, parse->folded[i]);
        if (token->letters == CASE_LOWER)
            word_hashes_add(&parse->lower, parse->folded[i], parse->scratch);
        if (arena_used(brief) > SCRATCH_BYTES)
            arena_clear(brief);
    }
    arena_close(brief);
}

/* The end of what apostrophes join to the token: "to‘g‘ri" is five. */
static uint32_t end_of_joined(const struct parse *parse, uint32_t first) {
    const struct token *tokens = parse->tokens.items;
    uint32_t end = first + 1;
    while (end + 1 < parse->tokens.count && !tokens[end - 1].space_after && !tokens[end].space_after &&
           tokens[end + 1].kind == TOKEN_WORD && parse_is_apostrophe(parse_mark(parse, end, first)))
        end += 2;
    return end;
}

/* Where apostrophes are letters, every part of a word has the classes of the whole. */
static void join_classes(struct parse *parse) {
    struct arena *brief = arena_open();
    for (uint32_t i = 0, end; i < parse->tokens.count; i = end) {
        end = end_of_joined(parse, i);
        if (parse->tokens.items[i].kind != TOKEN_WORD || end == i + 1)
            continue;
        uint64_t classes = vocabulary_classes(parse->vocabulary, fold_key(brief, parse_text(parse, i, end)));
        for (uint32_t part = i; part < end; part++)
            parse->classes[part] = classes;
        arena_clear(brief);
    }
    arena_close(brief);
}

/* A character of Chinese: three bytes that begin with E3 to E9. */
static bool is_character(const struct parse *parse, uint32_t token) {
    struct text key = parse->folded[token];
    return key.size == 3 && (unsigned char)key.data[0] >= 0xE3 && (unsigned char)key.data[0] <= 0xE9;
}

/* Words of several characters, each a token: the last is the word, those in front belong to it like articles. */
static void look_at_characters(struct parse *parse) {
    enum { LONGEST = 4, BYTES = 3 };
    for (uint32_t first = 0; first + 1 < parse->tokens.count; first++) {
        char word[LONGEST * BYTES];
        uint32_t length = 0, longest = 0;
        uint64_t classes = 0;
        while (length < LONGEST && first + length < parse->tokens.count && is_character(parse, first + length)) {
            memcpy(word + (size_t)length * BYTES, parse->folded[first + length].data, BYTES);
            length++;
            uint64_t found =
                length > 1 ? vocabulary_classes(parse->vocabulary, (struct text){word, (size_t)length * BYTES}) : 0;
            longest = found != 0 ? length : longest;
            classes = found != 0 ? found : classes;
        }
        for (uint32_t i = 0; i + 1 < longest; i++)
            parse->classes[first + i] = WORD_BIT(WORD_ARTICLE);
        if (longest > 0) {
            parse->classes[first + longest - 1] = classes;
            first += longest - 1;
        }
    }
}

/* Sentences all in capitals, and headlines with a capital on every word that could be without. */
static void look_at_capitals(struct parse *parse) {
    size_t count = parse->tokens.sentence_count;
    parse->shouted = ARENA_ARRAY(parse->scratch, bool, count);
    parse->titled = ARENA_ARRAY(parse->scratch, bool, count);
    for (size_t s = 0; s < count; s++) {
        const struct sentence *sentence = &parse->tokens.sentences[s];
        size_t small = 0, upper = 0, title = 0;
        for (uint32_t i = sentence->first_token; i < sentence->token_end; i++) {
            const struct token *token = &parse->tokens.items[i];
            if (token->kind != TOKEN_WORD || token->span.end - token->span.start < 4)
                continue;
            small += token->letters == CASE_LOWER && !(parse->classes[i] & WORD_BIT(WORD_FUNCTION));
            upper += token->letters == CASE_UPPER;
            title += token->letters == CASE_TITLE || token->letters == CASE_MIXED;
        }
        parse->shouted[s] = upper >= 2 && small == 0 && title <= upper / 3;
        const struct token *last =
            sentence->token_end > sentence->first_token ? &parse->tokens.items[sentence->token_end - 1] : NULL;
        bool stops = last && last->kind == TOKEN_PUNCTUATION && last->span.field == ARTICLE_TEXT &&
                     parse_mark(parse, (int64_t)sentence->token_end - 1, sentence->first_token) == '.';
        parse->titled[s] = title >= 4 && small * 5 <= title && !stops;
    }
}

static struct candidate candidate_of(const struct choice *choice) {
    struct candidate candidate = {choice->place->id, choice->score, {{NULL, 0}}, choice->reason_count};
    memcpy(candidate.reasons, choice->reasons, sizeof candidate.reasons);
    return candidate;
}

/* The candidates of a mention, its own first; mentions of one name that mean the same place share them. */
static void find_candidates(const struct parse *parse, const struct spot *spot, struct mention *mention) {
    struct group *group = &parse->groups.items[spot->group];
    size_t count = group->count < CANDIDATES ? group->count : CANDIDATES;
    bool usual = spot->choice == &group->choices[0];
    mention->candidate_count = count;
    mention->candidates = usual ? group->candidates : NULL;
    if (mention->candidates)
        return;
    mention->candidates = ARENA_ARRAY(parse->arena, struct candidate, count);
    size_t filled = 0;
    mention->candidates[filled++] = candidate_of(spot->choice);
    for (size_t i = 0; i < group->count && filled < count; i++)
        if (&group->choices[i] != spot->choice)
            mention->candidates[filled++] = candidate_of(&group->choices[i]);
    if (usual)
        group->candidates = mention->candidates;
}

static bool is_wanted(const struct parse *parse, const struct spot *spot) {
    if (spot->rejected)
        return parse->options && parse->options->keep_rejected;
    return !(spot->type == MENTION_DEMONYM && parse->options && parse->options->no_demonyms);
}

static struct mention mention_of(const struct spot *spot) {
    return (struct mention){.span = spot->span,
                            .type = spot->type,
                            .use = spot->choice->use,
                            .confidence = spot->confidence,
                            .belief = spot->belief,
                            .sentence = spot->sentence,
                            .first_token = spot->first,
                            .token_end = spot->end,
                            .rejected = spot->rejected};
}

/* Names that nothing but their own weakness rejects. */
static void write_doubted(struct parse *parse, struct geoparse *result) {
    size_t count = 0;
    for (size_t i = 0; i < parse->spots.count; i++)
        count += parse->spots.items[i].doubted;
    if (count == 0)
        return;
    result->doubted = ARENA_ARRAY(parse->arena, struct mention, count);
    for (size_t i = 0; i < parse->spots.count; i++) {
        const struct spot *spot = &parse->spots.items[i];
        if (!spot->doubted)
            continue;
        struct mention *mention = &result->doubted[result->doubted_count++];
        *mention = mention_of(spot);
        mention->place = spot->choice->place->id;
    }
}

static void write_mentions(struct parse *parse, struct geoparse *result) {
    result->mentions = ARENA_ARRAY(parse->arena, struct mention, parse->spots.count);
    for (size_t i = 0; i < parse->spots.count; i++) {
        const struct spot *spot = &parse->spots.items[i];
        if (!is_wanted(parse, spot))
            continue;
        struct mention *mention = &result->mentions[result->mention_count++];
        *mention = mention_of(spot);
        mention->place = spot->rejected ? PLACE_NONE : spot->choice->place->id;
        find_candidates(parse, spot, mention);
    }
    result->mention_capacity = parse->spots.count;
}

static int compare_relations(const void *a, const void *b) {
    const struct relation *left = a, *right = b;
    if (left->span.field != right->span.field)
        return left->span.field == ARTICLE_TITLE ? -1 : 1;
    if (left->span.start != right->span.start)
        return left->span.start < right->span.start ? -1 : 1;
    return (int)left->kind - (int)right->kind;
}

static void parse_tokens(struct parse *parse, struct geoparse *result) {
    fold_tokens(parse);
    if (parse->vocabulary->apostrophe_letters)
        join_classes(parse);
    look_at_characters(parse);
    look_at_capitals(parse);
    spot_find(parse);
    if (parse_takes(parse, STEP_PERSONS))
        person_reject(parse);
    if (parse_takes(parse, STEP_BESIDE))
        evidence_weigh(parse);
    resolve_places(parse);
    usage_tell(parse);
    border_relation_find(parse);
    local_relation_find(parse);
    if (parse->relations.count > 1)
        qsort(parse->relations.items, parse->relations.count, sizeof *parse->relations.items, compare_relations);
    write_mentions(parse, result);
    write_doubted(parse, result);
    result->tokens = parse->tokens;
    result->keys = parse->folded;
    result->relations = parse->relations.items;
    result->relation_count = parse->relations.count;
    result->relation_capacity = parse->relations.capacity;
    result->missed_corrections = parse->missed_corrections;
}

bool geoparse_article(const struct gazetteer *gazetteer, struct lexicon *lexicon, const struct article *article,
                      const struct geoparse_options *options, struct arena *arena, struct geoparse *result,
                      struct error *error) {
    struct parse parse = {.gazetteer = gazetteer, .article = article, .options = options, .arena = arena};
    if (!vocabulary_find(lexicon, gazetteer, article->language, &parse.vocabulary, error) ||
        !sentence_split(article, arena, &parse.tokens, error))
        return false;
    struct geoparse parsed = {.mention_count = 0};
    parse.scratch = arena_open();
    parse_tokens(&parse, &parsed);
    arena_close(parse.scratch);
    *result = parsed;
    return true;
}

const char *mention_type_name(enum mention_type type) {
    static const char *const names[] = {"literal", "demonym", "government", "organisation"};
    return names[type];
}

const char *relation_kind_name(enum relation_kind kind) {
    static const char *const names[] = {"border", "near", "side", "along", "between", "direction", "line"};
    return names[kind];
}

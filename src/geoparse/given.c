#include "given.h"

#include "fold.h"
#include "forms.h"
#include "list.h"

static bool goes_before(struct span a, struct span b) {
    return a.field != b.field ? a.field == ARTICLE_TITLE : a.start < b.start;
}

static bool touch(struct span a, struct span b) {
    return a.field == b.field && a.start < b.end && b.start < a.end;
}

/* Merges both lists, each in order; a given span that touches a corrected one is left out. */
static void merge(const struct geoparse_options *options, const struct corrected_span *corrected, size_t count,
                  struct givens *givens) {
    size_t c = 0, s = 0, spans = options->span_count;
    while (c < count || s < spans) {
        if (c < count && s < spans && touch(corrected[c].span, options->spans[s])) {
            s++;
            continue;
        }
        if (s == spans || (c < count && goes_before(corrected[c].span, options->spans[s]))) {
            givens->items[givens->count++] =
                (struct given){.span = corrected[c].span, .corrected = true, .place = corrected[c].place};
            c++;
            continue;
        }
        bool covered = givens->count > 0 && touch(givens->items[givens->count - 1].span, options->spans[s]);
        if (!covered)
            givens->items[givens->count++] = (struct given){.span = options->spans[s], .place = PLACE_NONE};
        s++;
    }
}

static void find_tokens(const struct parse *parse, struct givens *givens) {
    uint32_t token = 0, count = (uint32_t)parse->tokens.count;
    for (size_t i = 0; i < givens->count; i++) {
        struct given *given = &givens->items[i];
        const struct token *tokens = parse->tokens.items;
        while (token < count && !touch(tokens[token].span, given->span) && goes_before(tokens[token].span, given->span))
            token++;
        given->first = given->end = token;
        while (given->end < count && touch(tokens[given->end].span, given->span))
            given->end++;
    }
}

struct givens given_find(const struct parse *parse) {
    struct givens givens = {.count = 0};
    const struct geoparse_options *options = parse->options;
    struct corrected_span *corrected = NULL;
    size_t count = 0;
    if (!options || (options->span_count == 0 && !options->corrections))
        return givens;
    if (options->corrections)
        count =
            corrections_of_article(options->corrections, parse->article, parse->scratch, &corrected, &givens.missed);
    givens.items = ARENA_ARRAY(parse->scratch, struct given, count + options->span_count + 1);
    merge(options, corrected, count, &givens);
    find_tokens(parse, &givens);
    return givens;
}

static struct run run_of(const struct parse *parse, uint32_t first, uint32_t end) {
    struct run run = {.first = first, .end = end, .words = 1, .sure = true};
    for (uint32_t token = first; token + 1 < end; token++)
        run.words += parse->tokens.items[token].space_after || parse->tokens.items[token + 1].kind == TOKEN_PUNCTUATION;
    run_describe(parse, &run);
    return run;
}

static struct spot *push(struct parse *parse, const struct run *run, struct span span, size_t group) {
    struct spot *spot = LIST_PUSH(parse->scratch, &parse->spots);
    *spot = (struct spot){.first = run->first,
                          .end = run->end,
                          .span = span,
                          .sentence = parse->tokens.items[run->first].sentence,
                          .group = group,
                          .choice = &parse->groups.items[group].choices[0],
                          .words = run->words,
                          .around = SIZE_MAX,
                          .lower = run->lower,
                          .sure = true};
    spot->abbreviation = spot->choice->use == NAME_ABBREVIATION;
    return spot;
}

/* How the article uses the name, if it can mean that place at all. */
static enum name_use use_of(const struct group *group, place_id place) {
    for (size_t i = 0; i < group->count; i++)
        if (group->choices[i].place->id == place)
            return group->choices[i].use;
    return NAME_MAIN;
}

static void push_corrected(struct lookup *lookup, struct run *run, struct span span, place_id place) {
    struct parse *parse = lookup->parse;
    size_t group;
    bool known = lookup_group(lookup, run, &group);
    if (place == PLACE_NONE) {
        if (known)
            push(parse, run, span, group)->barred = true;
        return;
    }
    enum name_use use = use_of(&parse->groups.items[group], place);
    push(parse, run, span, lookup_only(lookup, place, use))->told = true;
}

static const uint64_t LEADING = WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_GENERIC) | WORD_BIT(WORD_TOWN) |
                                WORD_BIT(WORD_RIVER) | WORD_BIT(WORD_OF) | WORD_BIT(WORD_NORTH) | WORD_BIT(WORD_EAST) |
                                WORD_BIT(WORD_SOUTH) | WORD_BIT(WORD_WEST);
static const uint64_t TRAILING = WORD_BIT(WORD_GENERIC) | WORD_BIT(WORD_TOWN) | WORD_BIT(WORD_RIVER) |
                                 WORD_BIT(WORD_PEOPLE) | WORD_BIT(WORD_INSTITUTION);

/* The name in the run: without "the", "city of", "'s", "County" where that is what nobody knows. */
static bool find_name(struct lookup *lookup, struct run *run, size_t *group) {
    const struct parse *parse = lookup->parse;
    uint32_t first = run->first, end = run->end;
    for (;;) {
        struct run part = run_of(parse, first, end);
        part.key = fold_key(lookup->arena, parse_text(parse, first, end));
        if (part.key.size > 0 && lookup_group(lookup, &part, group))
            return true;
        bool mark = parse->tokens.items[end - 1].kind == TOKEN_PUNCTUATION || parse->folded[end - 1].size == 1;
        if (end - first > 1 && (mark || parse->classes[end - 1] & TRAILING))
            end--;
        else if (end - first > 1 && (parse->classes[first] & LEADING))
            first++;
        else
            return false;
    }
}

void given_push(struct lookup *lookup, const struct given *given) {
    struct parse *parse = lookup->parse;
    if (given->first == given->end)
        return;
    struct run run = run_of(parse, given->first, given->end);
    struct text field = article_field_text(parse->article, given->span.field);
    run.key = fold_key(lookup->arena, text_slice(field, given->span.start, given->span.end));
    size_t group;
    if (given->corrected)
        push_corrected(lookup, &run, given->span, given->place);
    else if (run.key.size > 0 && (lookup_group(lookup, &run, &group) || find_name(lookup, &run, &group)))
        push(parse, &run, given->span, group);
}

const struct correction *given_correction(const struct lookup *lookup, const struct run *run) {
    const struct parse *parse = lookup->parse;
    const struct corrections *corrections = parse->options ? parse->options->corrections : NULL;
    if (!corrections || corrections->name_count == 0)
        return NULL;
    const struct correction *found = corrections_of_name(corrections, run->key, parse->article->id);
    if (found || run->words > 1)
        return found;
    struct form forms[FORMS_OF_WORD];
    size_t count = forms_find(parse->vocabulary, run->key, run->before_hyphen, lookup->arena, forms);
    for (size_t i = 1; i < count && !found; i++)
        found = corrections_of_name(corrections, forms[i].text, parse->article->id);
    return found;
}

void given_push_corrected(struct lookup *lookup, struct run *run, place_id place) {
    struct span span = lookup->parse->tokens.items[run->first].span;
    span.end = lookup->parse->tokens.items[run->end - 1].span.end;
    run->sure = true;
    push_corrected(lookup, run, span, place);
}

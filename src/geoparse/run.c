#include "run.h"

enum { UNSPACED_LETTERS = 10 };

const struct token *run_token(const struct parse *parse, uint32_t token) {
    return &parse->tokens.items[token];
}

bool run_is_glued(const struct parse *parse, uint32_t token) {
    return !run_token(parse, token)->space_after && token + 1 < parse->tokens.count &&
           run_token(parse, token + 1)->sentence == run_token(parse, token)->sentence;
}

bool run_is_unspaced(const struct parse *parse, uint32_t token) {
    const struct token *item = run_token(parse, token);
    if (item->kind != TOKEN_WORD || item->letters != CASE_NONE || item->span.end - item->span.start < 3)
        return false;
    size_t at = 0;
    struct text text = parse_text(parse, token, token + 1);
    return text_next(text, &at) >= 0x0E00 && at == text.size;
}

static bool is_word(const struct parse *parse, uint32_t token, uint32_t beside) {
    return token < parse->tokens.count && run_token(parse, token)->kind != TOKEN_PUNCTUATION &&
           run_token(parse, token)->sentence == run_token(parse, beside)->sentence;
}

/* "St. Petersburg", "Mt. Pleasant": a shortened first word. */
static bool is_shortened(const struct parse *parse, uint32_t token) {
    const struct token *item = run_token(parse, token);
    return item->letters == CASE_TITLE && item->span.end - item->span.start <= 4;
}

/* "Cuba's", "Mosul’s". */
static bool is_possessive(const struct parse *parse, uint32_t word) {
    return parse->folded[word].size == 1 && parse->folded[word].data[0] == 's' &&
           parse_is_apostrophe(parse_mark(parse, (int64_t)word - 1, word)) && text_is(parse->article->language, "en");
}

/* The last word of the run ends before `end`; *next becomes the next word of it. False where the run cannot go on. */
static bool step_run(const struct parse *parse, uint32_t first, uint32_t end, uint32_t *next, size_t *words) {
    uint32_t last = end - 1;
    if (is_word(parse, end, first)) {
        bool parted = run_token(parse, last)->space_after || run_is_unspaced(parse, last);
        *next = end;
        *words += parted;
        return parted;
    }
    uint32_t mark = parse_mark(parse, end, first);
    if (mark == 0 || !run_is_glued(parse, last) || !is_word(parse, end + 1, first))
        return false;
    *next = end + 1;
    bool spaced = run_token(parse, end)->space_after;
    if (parse_is_hyphen(mark) && !spaced) {
        *words += 1;
        return true;
    }
    if (parse_is_apostrophe(mark))
        return !spaced;
    if (mark == '.' && spaced)
        *words += 1;
    return mark == '.' && (!spaced || is_shortened(parse, last));
}

size_t runs_find(const struct parse *parse, uint32_t first, size_t longest, struct run runs[RUN_ENDS]) {
    size_t count = 0, words = 1;
    uint32_t end = first + 1, next;
    bool unspaced = run_is_unspaced(parse, first);
    size_t limit = unspaced ? UNSPACED_LETTERS : longest;
    runs[count++] = (struct run){.first = first, .end = end, .words = words, .unspaced = unspaced};
    while (count < RUN_ENDS && step_run(parse, first, end, &next, &words) && words <= limit) {
        if (unspaced && !run_is_unspaced(parse, next))
            break;
        end = next + 1;
        runs[count++] = (struct run){.first = first,
                                     .end = end,
                                     .words = words,
                                     .unspaced = unspaced,
                                     .possessive = next > first + 1 && is_possessive(parse, next)};
    }
    return count;
}

void run_describe(const struct parse *parse, struct run *run) {
    run->lower = run_token(parse, run->first)->letters == CASE_LOWER;
    run->upper = true;
    for (uint32_t i = run->first; i < run->end; i++) {
        const struct token *token = run_token(parse, i);
        if (token->kind != TOKEN_WORD)
            continue;
        run->upper = run->upper && token->letters == CASE_UPPER;
        run->capital_inside |= i > run->first && token->letters != CASE_LOWER && token->letters != CASE_NONE;
    }
    uint32_t mark = parse_mark(parse, run->end, run->first);
    run->dotted = mark == '.' && run_is_glued(parse, run->end - 1);
    run->before_hyphen = parse_is_hyphen(mark) && run_is_glued(parse, run->end - 1) && run_is_glued(parse, run->end);
    const struct spot *last = parse->spots.count > 0 ? &parse->spots.items[parse->spots.count - 1] : NULL;
    run->after_place =
        run->upper && last && last->end + 1 == run->first && parse_mark(parse, last->end, run->first) == ',';
    if (mark == '.' && run->end - 1 < parse->tokens.count && !run_token(parse, run->end - 1)->space_after)
        run->dotted = true;
}

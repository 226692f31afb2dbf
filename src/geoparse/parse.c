#include "parse.h"

struct text parse_text(const struct parse *parse, uint32_t first, uint32_t end) {
    const struct token *tokens = parse->tokens.items;
    struct text text = article_field_text(parse->article, tokens[first].span.field);
    return text_slice(text, tokens[first].span.start, tokens[end - 1].span.end);
}

static bool in_sentence(const struct parse *parse, int64_t token, uint32_t beside) {
    return token >= 0 && (size_t)token < parse->tokens.count &&
           parse->tokens.items[token].sentence == parse->tokens.items[beside].sentence;
}

bool parse_takes(const struct parse *parse, enum geoparse_step step) {
    return !parse->options || !(parse->options->without & (unsigned)step);
}

bool parse_is(const struct parse *parse, int64_t token, uint32_t beside, uint64_t classes) {
    return in_sentence(parse, token, beside) && (parse->classes[token] & classes) != 0;
}

uint32_t parse_mark(const struct parse *parse, int64_t token, uint32_t beside) {
    if (!in_sentence(parse, token, beside) || parse->tokens.items[token].kind != TOKEN_PUNCTUATION)
        return 0;
    size_t at = 0;
    return text_next(parse_text(parse, (uint32_t)token, (uint32_t)token + 1), &at);
}

bool parse_is_capital(const struct parse *parse, int64_t token, uint32_t beside) {
    if (!in_sentence(parse, token, beside) || parse->tokens.items[token].kind != TOKEN_WORD)
        return false;
    enum token_case letters = parse->tokens.items[token].letters;
    return letters == CASE_TITLE || letters == CASE_UPPER || letters == CASE_MIXED;
}

bool parse_is_hyphen(uint32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212;
}

bool parse_is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018 || c == 0x02BB || c == '`' || c == 0x00B4;
}

int64_t parse_word_before(const struct parse *parse, uint32_t first, uint64_t skip, int steps) {
    int64_t token = (int64_t)first - 1;
    for (int step = 0; step < steps; step++) {
        bool apostrophe = parse_is_apostrophe(parse_mark(parse, token, first));
        if (!apostrophe && !parse_is(parse, token, first, skip))
            break;
        token--;
    }
    return token;
}

struct spot *parse_spot_at(const struct parse *parse, int64_t token) {
    size_t low = 0, high = parse->spots.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((int64_t)parse->spots.items[middle].end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    bool covers = token >= 0 && low < parse->spots.count && (int64_t)parse->spots.items[low].first <= token;
    return covers ? &parse->spots.items[low] : NULL;
}

uint16_t parse_country_of(const struct spot *spot) {
    return spot && spot->choice && !spot->rejected ? spot->choice->country : 0;
}

place_id parse_border(const struct parse *parse, uint16_t a, uint16_t b) {
    if (a == 0 || b == 0 || a == b)
        return PLACE_NONE;
    char codes[2][REF_CODE] = {{(char)(a >> 8), (char)(a & 0xFF)}, {(char)(b >> 8), (char)(b & 0xFF)}};
    struct text ref = ref_of_border(parse->arena, (struct text){codes[0], REF_CODE}, (struct text){codes[1], REF_CODE});
    return gazetteer_place_of(parse->gazetteer, ref);
}

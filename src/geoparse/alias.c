#include "alias.h"

#include "list.h"

enum { LEAST_LETTERS = 2 };

/* Whether the key has the first letter of each word of the spot that has a capital, in order, and no more. */
static bool is_short_for(const struct parse *parse, struct text key, const struct spot *spot) {
    size_t at = 0, letters = 0;
    for (uint32_t i = spot->first; i < spot->end; i++) {
        if (!parse_is_capital(parse, i, spot->first))
            continue;
        size_t first = 0;
        if (at >= key.size || text_next(key, &at) != text_next(parse->folded[i], &first))
            return false;
        letters++;
    }
    return at == key.size && letters >= LEAST_LETTERS;
}

void alias_note(struct parse *parse, const struct spot *spot) {
    int64_t word = (int64_t)spot->end + 1;
    if (parse_mark(parse, spot->end, spot->first) != '(' || parse_mark(parse, word + 1, spot->first) != ')' ||
        !parse_is_capital(parse, word, spot->first) || parse->tokens.items[word].letters != CASE_UPPER ||
        !is_short_for(parse, parse->folded[word], spot))
        return;
    *LIST_PUSH(parse->scratch, &parse->aliases) = (struct alias){parse->folded[word], spot->group};
}

bool alias_find(const struct parse *parse, uint32_t token, size_t *group) {
    if (parse->aliases.count == 0 || parse->tokens.items[token].letters != CASE_UPPER)
        return false;
    for (size_t i = 0; i < parse->aliases.count; i++)
        if (text_equal(parse->aliases.items[i].key, parse->folded[token])) {
            *group = parse->aliases.items[i].group;
            return true;
        }
    return false;
}

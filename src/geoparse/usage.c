#include "usage.h"

enum { VERB_REACH = 4, CLAUSE_REACH = 8 };

static const uint64_t BEFORE_VERB = WORD_BIT(WORD_AUXILIARY) | WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_FUNCTION);

static bool is_adjective(enum name_use use) {
    return use == NAME_ADJECTIVE || use == NAME_PEOPLE || use == NAME_COMBINING;
}

/* The word before the name, over articles and apostrophes. */
static int64_t word_before(const struct parse *parse, const struct spot *spot, uint64_t skip) {
    return parse_word_before(parse, spot->first, skip, 3);
}

static bool stands_in_place(const struct parse *parse, const struct spot *spot) {
    int64_t before = word_before(parse, spot, WORD_BIT(WORD_ARTICLE));
    return parse_is(parse, before, spot->first, WORD_BIT(WORD_LOCATIVE) | WORD_BIT(WORD_TOWN));
}

/* "Baku ha sparato", "Moscow has accused": a verb of doing or saying close behind, with nothing but small words
 * between. */
static bool acts_after(const struct parse *parse, const struct spot *spot) {
    for (uint32_t token = spot->end; token < spot->end + VERB_REACH; token++) {
        if (parse_is(parse, token, spot->first, WORD_BIT(WORD_ACTS) | WORD_BIT(WORD_SAID)))
            return true;
        uint32_t mark = parse_mark(parse, token, spot->first);
        bool quote = mark == 0x201C || mark == '"' || mark == 0xAB || mark == 0x201E;
        if (!quote && !parse_is(parse, token, spot->first, BEFORE_VERB))
            return false;
    }
    return false;
}

/* A verb of doing or saying in the same clause, whatever stands between. */
static bool acts_later(const struct parse *parse, const struct spot *spot) {
    for (uint32_t token = spot->end; token < spot->end + CLAUSE_REACH; token++)
        if (parse_mark(parse, token, spot->first) != 0)
            return false;
        else if (parse_is(parse, token, spot->first, WORD_BIT(WORD_ACTS) | WORD_BIT(WORD_SAID)))
            return true;
    return false;
}

/* "accused Moscow of", "relations with Tehran", "filo-Mosca". */
static bool is_counterpart(const struct parse *parse, const struct spot *spot) {
    static const uint64_t skip = WORD_BIT(WORD_ARTICLE) | WORD_BIT(WORD_WITH) | WORD_BIT(WORD_OF);
    int64_t before = word_before(parse, spot, skip);
    if (parse_is_hyphen(parse_mark(parse, before, spot->first)))
        before--;
    return parse_is(parse, before, spot->first, WORD_BIT(WORD_COUNTERPART));
}

static bool is_capital(const struct spot *spot) {
    return spot->choice->place->kind == PLACE_POINT && spot->choice->place->capital && !spot->rejected;
}

/* "tra Washington e Mosca", "between Baku and Yerevan": two capitals of different countries. */
static void tell_pair(struct parse *parse, size_t i) {
    if (i + 1 >= parse->spots.count)
        return;
    struct spot *spot = &parse->spots.items[i], *next = &parse->spots.items[i + 1];
    bool joined = next->first == spot->end + 1 && next->sentence == spot->sentence &&
                  (parse_is(parse, spot->end, spot->first, WORD_BIT(WORD_AND)) ||
                   parse_is_hyphen(parse_mark(parse, spot->end, spot->first)));
    /* "თბილისმა მოსკოვი დაადანაშაულა": who accuses whom, and the verb last */
    bool beside = parse->vocabulary->postpositions && next->first == spot->end && next->sentence == spot->sentence;
    bool capitals = is_capital(spot) && is_capital(next) && spot->choice->country != next->choice->country;
    if (beside && capitals && acts_later(parse, next))
        spot->type = next->type = MENTION_GOVERNMENT;
    bool between = parse_is(parse, word_before(parse, spot, 0), spot->first, WORD_BIT(WORD_BETWEEN)) ||
                   acts_after(parse, next) || spot->type == MENTION_GOVERNMENT;
    if (joined && capitals && between)
        spot->type = next->type = MENTION_GOVERNMENT;
}

/* A name that acts as a government does is that of a capital, whatever else it may name. */
static void trust_government(struct spot *spot) {
    if (spot->type == MENTION_GOVERNMENT && !spot->rejected && spot->confidence < 0.85)
        spot->confidence = 0.85;
}

void usage_tell(struct parse *parse) {
    for (size_t i = 0; i < parse->spots.count; i++) {
        struct spot *spot = &parse->spots.items[i];
        spot->type = MENTION_LITERAL;
        if (spot->choice->place->kind == PLACE_ORGANISATION)
            spot->type = MENTION_ORGANISATION;
        else if (is_adjective(spot->choice->use))
            spot->type = MENTION_DEMONYM;
        else if (spot->choice->use == NAME_GOVERNMENT)
            spot->type = MENTION_GOVERNMENT;
        else if (is_capital(spot) && !stands_in_place(parse, spot) &&
                 (acts_after(parse, spot) || is_counterpart(parse, spot)))
            spot->type = MENTION_GOVERNMENT;
    }
    for (size_t i = 0; i < parse->spots.count; i++)
        tell_pair(parse, i);
    for (size_t i = 0; i < parse->spots.count; i++)
        trust_government(&parse->spots.items[i]);
}

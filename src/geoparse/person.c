#include "person.h"

#include "choice.h"
#include "forms.h"

static const char *const PERSON = "part of the name of a person";
static const char *const SURNAME = "surname of a person named elsewhere in the text";

/* Words that make a capitalised run the name of something else than a person. */
static const uint64_t NO_PERSON = WORD_BIT(WORD_ORGANISATION) | WORD_BIT(WORD_INSTITUTION) | WORD_BIT(WORD_GENERIC) |
                                  WORD_BIT(WORD_TOWN) | WORD_BIT(WORD_STREET) | WORD_BIT(WORD_RIVER) |
                                  WORD_BIT(WORD_CALENDAR) | WORD_BIT(WORD_BORDER) | WORD_BIT(WORD_PEOPLE) |
                                  WORD_BIT(WORD_FUNCTION);

/* "J." in "J. Smith": returns the token behind it, or `token` if there is none. */
static uint32_t skip_initial(const struct parse *parse, uint32_t token, uint32_t beside) {
    const struct token *item = &parse->tokens.items[token];
    bool initial = item->letters == CASE_UPPER && item->span.end - item->span.start <= 2 && !item->space_after;
    return initial && parse_mark(parse, (int64_t)token + 1, beside) == '.' ? token + 1 : token;
}

/* The end of the run of capitalised words that begins at `first`: parted by spaces or hyphens only. */
static uint32_t capital_run(const struct parse *parse, uint32_t first) {
    uint32_t end = first + 1;
    for (;;) {
        uint32_t last = skip_initial(parse, end - 1, first);
        uint32_t next = last + 1;
        bool hyphen = parse_is_hyphen(parse_mark(parse, next, first)) && !parse->tokens.items[last].space_after;
        if (hyphen)
            next++;
        else if (!parse->tokens.items[last].space_after)
            return end;
        if (!parse_is_capital(parse, next, first))
            return end;
        end = next + 1;
    }
}

/* A place that most readers know, so that its name alone makes no person. */
static bool is_great(const struct spot *spot) {
    const struct place *place = spot->choice->place;
    bool district = ref_is(place->ref, REF_DISTRICT) && spot->end == spot->first + 1;
    return (place->kind != PLACE_POINT && !district) || place->capital || place->population > 300000;
}

/* A capitalised word that neither the language nor the gazetteer knows, nor the text in small letters: a surname. */
static bool is_unknown(const struct parse *parse, uint32_t token) {
    return (parse->classes[token] & ~WORD_BIT(WORD_FIRST_NAME)) == 0 && !parse_spot_at(parse, token) &&
           parse->tokens.items[token].letters == CASE_TITLE && !word_hashes_has(&parse->lower, parse->folded[token]);
}

/* "Paris Morrow": a given name that is a great place, with a surname, and nothing in front that says where. */
static bool is_full_name(const struct parse *parse, uint32_t first, uint32_t end) {
    uint32_t sentence = parse->tokens.items[first].sentence;
    return end == first + 2 && is_unknown(parse, first + 1) && !parse->titled[sentence] && !parse->shouted[sentence] &&
           !parse_is(parse, (int64_t)first - 1, first, WORD_BIT(WORD_LOCATIVE) & ~WORD_BIT(WORD_OF));
}

/* A great place is only doubted where it stands first ("Paris Hilton"), and left alone behind a title ("President of"
 * forgotten). */
static void reject_within(struct parse *parse, uint32_t first, uint32_t end, bool given_name) {
    for (uint32_t token = first; token < end; token++) {
        struct spot *spot = parse_spot_at(parse, token);
        if (!spot || spot->first < first || spot->end > end || spot->first != token)
            continue;
        bool great = is_great(spot) || spot->choice->place->population > 15000;
        if (token == first && great && !(given_name && is_full_name(parse, first, end)))
            spot->evidence -= given_name ? 2.5 : 0;
        else if (given_name || !is_great(spot))
            spot->rejected = PERSON;
    }
}

/* A name of at least two words, of which the last is kept as a surname. */
static void note_person(struct parse *parse, uint32_t first, uint32_t end, bool given_name) {
    reject_within(parse, first, end, given_name);
    const struct spot *last = parse_spot_at(parse, (int64_t)end - 1);
    if (end - first < 2 || parse->folded[end - 1].size < 3 || (!given_name && last && is_great(last)))
        return;
    word_hashes_add(&parse->surnames, parse->folded[end - 1], parse->scratch);
}

/* A given name as it stands, or in another case: "Владимиром". */
static bool is_given_name(const struct parse *parse, uint32_t token) {
    if (parse->classes[token] & WORD_BIT(WORD_FIRST_NAME))
        return true;
    if (!parse->vocabulary->declines || parse->classes[token] != 0 || parse->tokens.items[token].letters != CASE_TITLE)
        return false;
    struct form forms[FORMS_OF_WORD];
    size_t count = forms_find(parse->vocabulary, parse->folded[token], false, parse->scratch, forms);
    for (size_t i = 1; i < count; i++)
        if (forms[i].kind == ENDING_NOUN &&
            vocabulary_classes(parse->vocabulary, forms[i].text) & WORD_BIT(WORD_FIRST_NAME))
            return true;
    return false;
}

/* Whether a given name at `token` begins a person's name that ends at `end`. */
static bool begins_person(const struct parse *parse, uint32_t token, uint32_t end) {
    uint32_t sentence = parse->tokens.items[token].sentence;
    if (token + 1 >= end || !parse->tokens.items[token].space_after || !is_given_name(parse, token))
        return false;
    if (parse->classes[token + 1] & NO_PERSON || parse->shouted[sentence])
        return false;
    const struct spot *spot = parse_spot_at(parse, token);
    if (spot && (spot->end > token + 1 || spot->first < token))
        return false;
    return !(spot && parse->titled[sentence]);
}

static uint32_t skip_titles(const struct parse *parse, uint32_t token, uint32_t end) {
    while (token < end && parse->classes[token] & WORD_BIT(WORD_TITLE)) {
        token++;
        token += token < end && parse_mark(parse, token, token) == '.';
    }
    return token;
}

/* Whether a title stands before the run, with no more than an adjective of a country between. */
static bool follows_title(const struct parse *parse, uint32_t first) {
    int64_t before = (int64_t)first - 1;
    if (parse_mark(parse, before, first) == '.')
        before--;
    const struct spot *spot = parse_spot_at(parse, before);
    if (spot && spot->lower)
        before = (int64_t)spot->first - 1;
    return parse_is(parse, before, first, WORD_BIT(WORD_TITLE));
}

/* "Dominique de Villepin": a given name alone, small words, and a surname: the end of that; `end` if it is none. */
static uint32_t end_of_particles(const struct parse *parse, uint32_t token, uint32_t end) {
    enum { PARTICLES = 2 };
    uint32_t next = end;
    if (end != token + 1 || !is_given_name(parse, token) || !parse->tokens.items[token].space_after)
        return end;
    while (next - end < PARTICLES && parse_is(parse, next, token, WORD_BIT(WORD_PARTICLE)) &&
           parse->tokens.items[next].letters == CASE_LOWER)
        next++;
    const struct spot *spot = parse_spot_at(parse, token);
    bool surname = next > end && parse_is_capital(parse, next, token) && !(parse->classes[next] & NO_PERSON);
    return surname && !(spot && spot->end > token + 1) ? next + 1 : end;
}

/* "Devlet Bahçeli Hatay’da": behind two names of a person a great place, with an ending that the script parts. */
static uint32_t end_before_place(const struct parse *parse, uint32_t token, uint32_t end) {
    const struct spot *last = parse_spot_at(parse, (int64_t)end - 1);
    bool parted = last && parse->vocabulary->declines && !parse->tokens.items[end - 1].space_after &&
                  parse_is_apostrophe(parse_mark(parse, end, token));
    return parted && end >= token + 3 && last->first == end - 1 && is_great(last) ? end - 1 : end;
}

static void look_at_run(struct parse *parse, uint32_t first, uint32_t end) {
    uint32_t longer = end_of_particles(parse, end - 1, end);
    if (longer > end) {
        note_person(parse, end - 1, longer, true);
        return;
    }
    uint32_t titles_end = first; /* of the titles in a row that were passed over last */
    for (uint32_t token = first; token < end; token++) {
        bool among = token < titles_end && parse->classes[token] & WORD_BIT(WORD_TITLE);
        uint32_t after = among ? titles_end : skip_titles(parse, token, end);
        titles_end = after > titles_end ? after : titles_end;
        if (after > token && after < end) {
            const struct spot *spot = parse_spot_at(parse, after);
            bool alone = after + 1 == end;
            /* "President Francois Hollande": two names behind a title are a person's, whatever the second may mean */
            bool full = end == after + 2 && !spot && parse->tokens.items[after].letters == CASE_TITLE;
            if (!(spot && alone && is_great(spot)) && !(parse->classes[after] & NO_PERSON))
                note_person(parse, after, end, full || begins_person(parse, after, end));
            return;
        }
        if (begins_person(parse, token, end)) {
            note_person(parse, token, end_before_place(parse, token, end), true);
            return;
        }
    }
    const struct spot *spot = parse_spot_at(parse, first);
    bool great = spot && (is_great(spot) || spot->end > first + 1);
    if (follows_title(parse, first) && !great && !(parse->classes[first] & NO_PERSON))
        note_person(parse, first, end, false);
}

/* "Zbigniew Rau": two capitalised words of which the first is no name of a place and no word of the language. */
static void suspect_run(struct parse *parse, uint32_t first, uint32_t end) {
    if (end - first != 2 || parse->vocabulary->capital_nouns || parse_spot_at(parse, first) ||
        parse->classes[first] != 0)
        return;
    const struct spot *spot = parse_spot_at(parse, first + 1);
    bool single = spot && spot->first == first + 1 && spot->end == end;
    bool odd = parse->titled[parse->tokens.items[first].sentence] ||
               parse->shouted[parse->tokens.items[first].sentence] ||
               word_hashes_has(&parse->lower, parse->folded[first]) || parse->tokens.items[first].letters != CASE_TITLE;
    if (single && !odd && !is_great(spot))
        word_hashes_add(&parse->suspects, parse->folded[first + 1], parse->scratch);
}

static bool has_place_before(const struct parse *parse, const struct spot *spot) {
    return parse_is(parse, (int64_t)spot->first - 1, spot->first, WORD_BIT(WORD_LOCATIVE) | WORD_BIT(WORD_GENERIC));
}

static void reject_surnames(struct parse *parse) {
    for (size_t i = 0; i < parse->spots.count; i++) {
        struct spot *spot = &parse->spots.items[i];
        if (spot->rejected || spot->end != spot->first + 1 || is_great(spot) || has_place_before(parse, spot))
            continue;
        if (word_hashes_has(&parse->surnames, parse->folded[spot->first]))
            spot->rejected = SURNAME;
        else if (word_hashes_has(&parse->suspects, parse->folded[spot->first]))
            spot->evidence -= 1.2;
    }
}

/* "发言人陈广州": behind a title and one character more, in a script without capitals. */
static void reject_behind_character(struct parse *parse) {
    for (size_t i = 0; i < parse->spots.count; i++) {
        struct spot *spot = &parse->spots.items[i];
        if (spot->first < 2 || parse->tokens.items[spot->first - 1].letters != CASE_NONE)
            continue;
        struct text before = parse->folded[spot->first - 1];
        bool character = before.size == 3 && (unsigned char)before.data[0] >= 0xE3;
        if (character && parse->classes[spot->first - 1] == 0 && !parse_spot_at(parse, (int64_t)spot->first - 1) &&
            parse_is(parse, (int64_t)spot->first - 2, spot->first, WORD_BIT(WORD_TITLE)))
            spot->rejected = PERSON;
    }
}

void person_reject(struct parse *parse) {
    reject_behind_character(parse);
    for (uint32_t token = 0; token < parse->tokens.count;) {
        if (!parse_is_capital(parse, token, token)) {
            token++;
            continue;
        }
        uint32_t end = capital_run(parse, token);
        look_at_run(parse, token, end);
        suspect_run(parse, token, end);
        token = end;
    }
    reject_surnames(parse);
}

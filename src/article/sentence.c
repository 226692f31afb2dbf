#include "sentence.h"

#include "list.h"

#include <string.h>
#include <unicode/uchar.h>

/* What a code point is to the scanner. */
enum shape { SHAPE_SPACE, SHAPE_LETTER, SHAPE_DIGIT, SHAPE_JOINER, SHAPE_ALONE, SHAPE_MARK };

/* Offsets are 32 bits wide; the readers let far less through. */
enum { FIELD_LIMIT = 1 << 30 };

/* Tokens of the longest sentence: what has no stop for longer is a list or no text, and is cut, so that what is looked
 * for within a sentence stays in proportion to the text. */
enum { SENTENCE_MOST = 1000 };

/* The budget of an article: what it takes to read is in proportion to its tokens. A long book has 200,000. */
enum { TOKENS_MOST = 1000000 };

struct scanner {
    struct text text;
    enum article_field field;
    struct arena *arena;
    struct tokens *tokens;
    uint32_t paragraph;
    bool ordinals; /* "14. September": a full stop behind a number makes it an ordinal */
};

/* Scripts that are written without spaces: one token a character. */
static bool is_unspaced(uint32_t c) {
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
           (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

static enum shape shape_of_ascii(uint32_t c) {
    if ((c | 32u) >= 'a' && (c | 32u) <= 'z')
        return SHAPE_LETTER;
    if (c >= '0' && c <= '9')
        return SHAPE_DIGIT;
    return c <= ' ' || c == 0x7F ? SHAPE_SPACE : SHAPE_MARK;
}

static enum shape shape_of(uint32_t c) {
    if (c < 0x80)
        return shape_of_ascii(c);
    if (c == 0x200B || c == 0x2060 || c == 0xFEFF)
        return SHAPE_SPACE;
    uint32_t mask = U_MASK(u_charType((UChar32)c));
    if (mask & (U_GC_Z_MASK | U_GC_CC_MASK))
        return SHAPE_SPACE;
    if (mask & (U_GC_M_MASK | U_GC_CF_MASK))
        return SHAPE_JOINER;
    if (is_unspaced(c))
        return mask & (U_GC_L_MASK | U_GC_NL_MASK) ? SHAPE_ALONE : SHAPE_MARK;
    if (mask & (U_GC_L_MASK | U_GC_NL_MASK))
        return SHAPE_LETTER;
    return mask & U_GC_ND_MASK ? SHAPE_DIGIT : SHAPE_MARK;
}

/* +1 for a capital, -1 for a small letter, 0 for neither. */
static int letter_case(uint32_t c) {
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? 1 : c >= 'a' && c <= 'z' ? -1 : 0;
    int8_t type = u_charType((UChar32)c);
    if (type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER)
        /* Georgian Mtavruli stand for whole words, never for a first letter */
        return c >= 0x1C90 && c <= 0x1CBF ? 0 : 1;
    return type == U_LOWERCASE_LETTER && !(c >= 0x10D0 && c <= 0x10FF) ? -1 : 0;
}

struct letters {
    size_t capitals, small;
    bool first_capital;
};

static enum token_case case_of(struct letters letters) {
    if (letters.capitals == 0)
        return letters.small == 0 ? CASE_NONE : CASE_LOWER;
    if (letters.small == 0)
        return CASE_UPPER;
    return letters.first_capital && letters.capitals == 1 ? CASE_TITLE : CASE_MIXED;
}

static void push_token(struct scanner *scanner, size_t start, size_t end, enum token_kind kind,
                       enum token_case letters) {
    struct token *token = LIST_PUSH(scanner->arena, scanner->tokens);
    token->span = (struct span){scanner->field, (uint32_t)start, (uint32_t)end};
    token->kind = kind;
    token->letters = letters;
}

/* Letters of ASCII, most of most texts; returns the first byte that is none. */
static size_t scan_plain_letters(struct text text, size_t start, struct letters *letters) {
    size_t end = start;
    for (; end < text.size; end++) {
        unsigned char c = (unsigned char)text.data[end];
        bool small = c >= 'a' && c <= 'z', capital = c >= 'A' && c <= 'Z';
        if (!small && !capital)
            break;
        letters->small += small;
        letters->capitals += capital;
        letters->first_capital |= capital && end == start;
    }
    return end;
}

/* Letters with the marks and digits that go on with them. */
static size_t scan_word(struct scanner *scanner, size_t start) {
    struct letters letters = {0, 0, false};
    size_t end = scan_plain_letters(scanner->text, start, &letters), at = end;
    for (;;) {
        uint32_t c = text_next(scanner->text, &at);
        enum shape shape = c == 0 ? SHAPE_SPACE : shape_of(c);
        if (shape != SHAPE_LETTER && shape != SHAPE_JOINER && shape != SHAPE_DIGIT)
            break;
        int direction = letter_case(c);
        letters.first_capital |= end == start && direction > 0;
        letters.capitals += direction > 0;
        letters.small += direction < 0;
        end = at;
    }
    push_token(scanner, start, end, TOKEN_WORD, case_of(letters));
    return end;
}

/* "14", "1,000.5", "10:30" is two numbers and a mark. */
static size_t scan_number(struct scanner *scanner, size_t start) {
    size_t at = start, end = start;
    bool point = false;
    for (;;) {
        uint32_t c = text_next(scanner->text, &at);
        bool digit = c != 0 && shape_of(c) == SHAPE_DIGIT;
        if (!digit && (point || (c != '.' && c != ',')))
            break;
        point = !digit;
        if (digit)
            end = at;
    }
    push_token(scanner, start, end, TOKEN_NUMBER, CASE_NONE);
    return end;
}

static size_t scan_alone(struct scanner *scanner, size_t start) {
    size_t at = start, end;
    text_next(scanner->text, &at);
    do {
        end = at;
    } while (shape_of(text_next(scanner->text, &at)) == SHAPE_JOINER);
    push_token(scanner, start, end, TOKEN_WORD, CASE_NONE);
    return end;
}

static size_t scan_token(struct scanner *scanner, size_t start) {
    size_t at = start;
    uint32_t c = text_next(scanner->text, &at);
    enum shape shape = shape_of(c);
    if (shape == SHAPE_LETTER)
        return scan_word(scanner, start);
    if (shape == SHAPE_DIGIT)
        return scan_number(scanner, start);
    if (shape == SHAPE_ALONE)
        return scan_alone(scanner, start);
    if (shape == SHAPE_MARK)
        push_token(scanner, start, at, TOKEN_PUNCTUATION, CASE_NONE);
    else if (scanner->tokens->count > 0)
        scanner->tokens->items[scanner->tokens->count - 1].space_after |= shape == SHAPE_SPACE;
    return at;
}

static void scan_field(struct scanner *scanner) {
    size_t first = scanner->tokens->count;
    for (size_t at = 0; at < scanner->text.size;)
        at = scan_token(scanner, at);
    if (scanner->tokens->count > first)
        scanner->tokens->items[scanner->tokens->count - 1].space_after = true;
}

static uint32_t first_code_point(struct text text, struct span span) {
    size_t at = span.start;
    return text_next(text, &at);
}

static bool is_terminator(uint32_t c) {
    static const uint32_t marks[] = {'.',    '!',    '?',    0x2026, 0x3002, 0xFF01,
                                     0xFF1F, 0xFF0E, 0x061F, 0x06D4, 0x0589, 0x0964};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == c)
            return true;
    return false;
}

static bool is_unspaced_terminator(uint32_t c) {
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

static bool is_closer(uint32_t c) {
    static const uint32_t marks[] = {'"', '\'', ')', ']', 0x201D, 0x2019, 0xBB, 0x203A, 0x300D, 0x300F, 0xFF09};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == c)
            return true;
    return false;
}

/* Words that a full stop shortens, without ending the sentence. */
static bool is_shortened(struct text word) {
    static const char *const words[] = {
        "Mr",   "Mrs", "Ms",   "Dr",  "St",  "Gen", "Col", "Lt",  "Sgt",  "Maj",  "Capt", "Sen", "Rep", "Gov",
        "Prof", "Rev", "Pvt",  "Adm", "Hon", "vs",  "Sig", "Ing", "Dott", "Avv",  "On",   "Mt",  "Ft",  "Jan",
        "Feb",  "Aug", "Sept", "Oct", "Nov", "Dec", "Sra", "Nr",  "bzw",  "ca",   "им",   "г",   "гг",  "тыс",
        "млн",  "ул",  "обл",  "пос", "р",   "м",   "ст",  "см",  "Cpl",  "Brig", "No",   "Ald", "Supt"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is(word, words[i]))
            return true;
    return false;
}

/* A full stop behind a lone capital or a shortened word: "J. Smith", "U.S.", "Gen. Zas". */
static bool is_abbreviation_stop(struct text text, const struct tokens *tokens, size_t stop) {
    if (stop == 0 || first_code_point(text, tokens->items[stop].span) != '.')
        return false;
    const struct token *before = &tokens->items[stop - 1];
    if (before->kind != TOKEN_WORD || before->space_after || before->span.field != tokens->items[stop].span.field)
        return false;
    struct text word = text_slice(text, before->span.start, before->span.end);
    return (before->letters == CASE_UPPER && text_code_points(word) == 1) || is_shortened(word);
}

/* Counts the line feeds of the gap between two tokens; returns whether it parts paragraphs. */
static bool parts_paragraphs(struct text text, const struct token *before, const struct token *after) {
    size_t feeds = 0;
    for (size_t at = before->span.end; at < after->span.start; at++)
        feeds += text.data[at] == '\n';
    if (feeds != 1)
        return feeds > 1;
    if (after->letters != CASE_LOWER)
        return true;
    /* a line broken for width goes on in lower case */
    size_t line = before->span.end;
    while (line > 0 && text.data[line - 1] != '\n')
        line--;
    return before->span.end - line < 40 || is_terminator(first_code_point(text, before->span));
}

static bool is_closing(struct text text, const struct token *token) {
    return token->kind == TOKEN_PUNCTUATION && is_closer(first_code_point(text, token->span));
}

/* `mark` is the token that quotes and brackets which end at `last` close behind, or `last` itself. */
static bool ends_sentence(struct text text, const struct tokens *tokens, size_t mark, size_t last) {
    if (tokens->items[last].kind != TOKEN_PUNCTUATION)
        return false;
    uint32_t c = first_code_point(text, tokens->items[mark].span);
    if (!is_terminator(c))
        return false;
    if (is_unspaced_terminator(c))
        return true;
    const struct token *next = &tokens->items[last + 1];
    if (!tokens->items[last].space_after || next->letters == CASE_LOWER ||
        is_closer(first_code_point(text, next->span)))
        return false;
    return mark != last || !is_abbreviation_stop(text, tokens, mark);
}

/* Languages that write ordinals with a full stop. */
static bool has_ordinal_stops(struct text language) {
    static const char *const languages[] = {"de", "da", "no", "nb", "nn", "is", "fi", "et",
                                            "lv", "cs", "sk", "hu", "hr", "sr", "bs", "sl"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (text_is(language, languages[i]))
            return true;
    return false;
}

/* One or two digits and a full stop. */
static bool is_ordinal_stop(const struct tokens *tokens, size_t stop) {
    const struct token *before = stop > 0 ? &tokens->items[stop - 1] : NULL;
    return before != NULL && before->kind == TOKEN_NUMBER && !before->space_after &&
           before->span.end - before->span.start <= 2 && before->span.end == tokens->items[stop].span.start;
}

static void push_sentence(struct scanner *scanner, size_t first, size_t end) {
    struct tokens *tokens = scanner->tokens;
    tokens->sentences = list_grow(scanner->arena, tokens->sentences, tokens->sentence_count, &tokens->sentence_capacity,
                                  sizeof *tokens->sentences);
    struct span span = {scanner->field, tokens->items[first].span.start, tokens->items[end - 1].span.end};
    tokens->sentences[tokens->sentence_count] =
        (struct sentence){span, (uint32_t)first, (uint32_t)end, scanner->paragraph};
    bool seen = false;
    for (size_t i = first; i < end; i++) {
        struct token *token = &tokens->items[i];
        token->sentence = (uint32_t)tokens->sentence_count;
        token->first = token->kind == TOKEN_WORD && !seen;
        seen |= token->kind == TOKEN_WORD;
    }
    tokens->sentence_count++;
}

static void split_field(struct scanner *scanner, size_t first_token) {
    struct tokens *tokens = scanner->tokens;
    size_t first = first_token, mark = first_token;
    for (size_t i = first_token; i < tokens->count; i++) {
        bool last = i + 1 == tokens->count || i + 1 - first == SENTENCE_MOST;
        mark = i > first_token && is_closing(scanner->text, &tokens->items[i]) ? mark : i;
        bool paragraph =
            i + 1 < tokens->count && parts_paragraphs(scanner->text, &tokens->items[i], &tokens->items[i + 1]);
        bool ordinal = scanner->ordinals && is_ordinal_stop(tokens, i);
        if (!last && !paragraph && (ordinal || !ends_sentence(scanner->text, tokens, mark, i)))
            continue;
        push_sentence(scanner, first, i + 1);
        first = i + 1;
        scanner->paragraph += paragraph;
    }
}

/* Room for the tokens of a field at once: most texts have one for every five bytes or fewer. */
static void reserve(struct tokens *tokens, size_t bytes, struct arena *arena) {
    size_t wanted = tokens->count + bytes / 5 + 16;
    if (wanted <= tokens->capacity)
        return;
    struct token *items = ARENA_ARRAY(arena, struct token, wanted);
    if (tokens->count > 0)
        memcpy(items, tokens->items, tokens->count * sizeof *items);
    tokens->items = items;
    tokens->capacity = wanted;
}

bool sentence_split(const struct article *article, struct arena *arena, struct tokens *tokens, struct error *error) {
    struct tokens result;
    memset(&result, 0, sizeof result);
    static const enum article_field order[] = {ARTICLE_TITLE, ARTICLE_TEXT};
    for (size_t i = 0; i < 2; i++) {
        struct text text = article_field_text(article, order[i]);
        if (text.size > FIELD_LIMIT)
            return error_set(error, ERROR_INPUT, "text of %zu bytes is too long, at most %d are read", text.size,
                             (int)FIELD_LIMIT);
        reserve(&result, text.size, arena);
        struct scanner scanner = {text, order[i], arena, &result, (uint32_t)i, has_ordinal_stops(article->language)};
        size_t first = result.count;
        scan_field(&scanner);
        if (result.count > TOKENS_MOST)
            return error_set(
                error, ERROR_INPUT,
                "an article of %zu words and marks is too long, at most %d are read; split it into articles",
                result.count, TOKENS_MOST);
        split_field(&scanner, first);
    }
    *tokens = result;
    return true;
}

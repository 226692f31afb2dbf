#include "words.h"

static bool is_digit(uint32_t c, int *value) {
    static const uint32_t zeros[] = {'0', 0x660, 0x6F0, 0x966};
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        if (c >= zeros[i] && c < zeros[i] + 10) {
            *value = (int)(c - zeros[i]);
            return true;
        }
    return false;
}

static bool begins_with_digit(struct text key) {
    size_t at = 0;
    int value;
    return is_digit(text_next(key, &at), &value);
}

enum { PAUSE_NONE, PAUSE_MARK, PAUSE_DASH };

static int pause_of(uint32_t c) {
    static const uint32_t marks[] = {',',    ';',    ':',    '(',    ')',    '"',    0xAB,   0xBB,  0x201C,
                                     0x201D, 0x201E, 0x060C, 0x061B, 0x055D, 0x3001, 0xFF0C, 0x2026};
    if (c == 0x2013 || c == 0x2014 || c == 0x2015)
        return PAUSE_DASH;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == c)
            return PAUSE_MARK;
    return PAUSE_NONE;
}

static void read_mentions(struct words *words, const struct geoparse *geoparse, const uint32_t *word_of_token) {
    for (uint32_t m = 0; m < geoparse->mention_count; m++) {
        const struct mention *mention = &geoparse->mentions[m];
        if (mention->place == PLACE_NONE)
            continue;
        for (uint32_t t = mention->first_token; t < mention->token_end && t < geoparse->tokens.count; t++)
            if (word_of_token[t] != NO_WORD)
                words->items[word_of_token[t]].mention = m;
    }
}

static bool is_hyphen(struct text field, const struct token *token) {
    return text_is(text_slice(field, token->span.start, token->span.end), "-");
}

static struct word read_word(const struct token *token, struct text field, struct text key) {
    struct word word = {.span = token->span, .sentence = token->sentence, .mention = NO_MENTION};
    struct text said = text_slice(field, token->span.start, token->span.end);
    word.key = token->kind == TOKEN_NUMBER ? said : key; /* "1.5" keeps its point */
    word.number = begins_with_digit(word.key);
    word.cased = token->letters != CASE_LOWER && token->letters != CASE_NONE;
    word.capital = token->letters != CASE_LOWER;
    return word;
}

static void read_sentences(struct words *words) {
    uint32_t sentence = 0;
    for (uint32_t w = 0; w < words->count; w++)
        for (; sentence <= words->items[w].sentence && sentence < words->sentence_count; sentence++)
            words->sentence_first[sentence] = w;
    for (; sentence <= words->sentence_count; sentence++)
        words->sentence_first[sentence] = (uint32_t)words->count;
}

struct words words_read(const struct article *article, const struct geoparse *geoparse, struct arena *arena) {
    const struct tokens *tokens = &geoparse->tokens;
    struct words words = {.sentence_count = tokens->sentence_count};
    words.items = ARENA_ARRAY(arena, struct word, tokens->count + 1);
    words.sentence_first = ARENA_ARRAY(arena, uint32_t, tokens->sentence_count + 1);
    uint32_t *word_of_token = ARENA_ARRAY(arena, uint32_t, tokens->count + 1);
    uint32_t pause = 0, last = 0;
    bool parted = true; /* by white space, from the word before */
    for (size_t t = 0; t < tokens->count; t++) {
        const struct token *token = &tokens->items[t];
        struct text field = article_field_text(article, token->span.field);
        word_of_token[t] = NO_WORD;
        if (token->kind == TOKEN_PUNCTUATION) {
            size_t at = token->span.start;
            uint32_t mark = text_next(field, &at);
            last = mark;
            if (!parted && words.count > 0 && words.items[words.count - 1].after == 0)
                words.items[words.count - 1].after = mark;
            bool joins = mark == 0x2013 && !parted && !token->space_after; /* "Azərbaycan–İran" */
            int kind = joins ? PAUSE_NONE : pause_of(mark);
            pause += kind != PAUSE_NONE;
            bool lone_hyphen = parted && token->space_after && is_hyphen(field, token);
            if ((kind == PAUSE_DASH || lone_hyphen) && words.count > 0)
                words.items[words.count - 1].dash_after = true;
        } else {
            word_of_token[t] = (uint32_t)words.count;
            struct word *word = &words.items[words.count++];
            *word = read_word(token, field, geoparse->keys[t]);
            word->pause = pause;
            word->glued = !parted;
            word->mark = last;
            last = 0;
            parted = false;
        }
        parted = parted || token->space_after;
    }
    read_mentions(&words, geoparse, word_of_token);
    read_sentences(&words);
    return words;
}

uint32_t words_distance(const struct words *words, uint32_t a, uint32_t b, uint32_t pause) {
    uint32_t low = a < b ? a : b, high = a < b ? b : a;
    return high - low + pause * (words->items[high].pause - words->items[low].pause);
}

struct span words_span(const struct words *words, uint32_t first, uint32_t end) {
    struct span span = words->items[first].span;
    if (end > first && words->items[end - 1].span.field == span.field)
        span.end = words->items[end - 1].span.end;
    return span;
}

uint32_t words_find(const struct words *words, struct span span) {
    size_t low = 0, high = words->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        struct span at = words->items[middle].span;
        /* the title comes first, whatever its number */
        bool before = at.field == span.field ? at.start < span.start : at.field == ARTICLE_TITLE;
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    bool found =
        low < words->count && words->items[low].span.field == span.field && words->items[low].span.start < span.end;
    return found ? (uint32_t)low : NO_WORD;
}

bool words_number(struct text key, int64_t *value) {
    int64_t sum = 0;
    int digit, since_mark = -1, digits = 0;
    for (size_t at = 0; at < key.size;) {
        uint32_t c = text_next(key, &at);
        if (is_digit(c, &digit)) {
            sum = sum * 10 + digit;
            since_mark += since_mark >= 0;
            if (++digits > 12)
                return false;
        } else if (c == '.' || c == ',' || c == 0x66B || c == 0x66C) {
            if (since_mark >= 0 && since_mark != 3)
                return false;
            since_mark = 0;
        } else
            break;
    }
    if (digits == 0 || (since_mark >= 0 && since_mark != 3))
        return false;
    *value = sum;
    return true;
}

bool words_decimal(struct text key, int64_t *whole, double *fraction) {
    double part = 0, scale = 1;
    bool mark = false;
    int digit, digits = 0;
    *whole = 0;
    for (size_t at = 0; at < key.size;) {
        uint32_t c = text_next(key, &at);
        bool separates = c == '.' || c == ',' || c == 0x66B;
        if (separates && mark)
            return false;
        if (!separates && (!is_digit(c, &digit) || ++digits > 9))
            return false;
        mark |= separates;
        if (separates)
            continue;
        if (mark)
            part += digit * (scale /= 10);
        else
            *whole = *whole * 10 + digit;
    }
    *fraction = part;
    return mark && part > 0;
}

bool words_too_many(const struct words *words, uint32_t sentence) {
    enum { SENTENCE_WORDS = 400 };
    return words->sentence_first[sentence + 1] - words->sentence_first[sentence] > SENTENCE_WORDS;
}

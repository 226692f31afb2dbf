#include "pattern.h"

#include "builder.h"
#include "fold.h"
#include "list.h"

enum { PATTERN_WORDS = 8, BUCKETS = 4096, SHORT_ENDING = 3, GAP = 3, PREFIX_ASCII = 3, PREFIX_OTHER = 4 };

struct stem {
    struct text text; /* folded */
    bool any_start, any_end, short_end;
};

struct stems {
    struct stem *items;
    size_t count, capacity;
    bool gap;
};

struct pattern {
    struct stems words[PATTERN_WORDS];
    size_t count;
    void *meaning;
};

struct patterns {
    struct pattern **items;
    size_t count, capacity;
};

struct pattern_book {
    struct arena *arena;
    struct patterns buckets[BUCKETS]; /* by the first letters */
    struct patterns open;             /* those that may begin with anything */
};

struct pattern_book *pattern_book_new(struct arena *arena) {
    struct pattern_book *book = ARENA_NEW(arena, struct pattern_book);
    book->arena = arena;
    return book;
}

/* Stems are kept by their first letters: three bytes of ASCII, two letters of other alphabets. */
static size_t prefix_size(struct text text) {
    return text.size > 0 && (unsigned char)text.data[0] >= 0x80 ? PREFIX_OTHER : PREFIX_ASCII;
}

static size_t bucket_of(struct text text) {
    return text_hash(text_slice(text, 0, prefix_size(text))) % BUCKETS;
}

/* A short stem with an ending fits words of many prefixes. */
static bool is_open(const struct stem *stem) {
    return stem->any_start || ((stem->any_end || stem->short_end) && stem->text.size < prefix_size(stem->text));
}

static struct stem read_stem(struct text text, struct arena *arena) {
    struct stem stem = {0};
    if (text_starts(text, TEXT("*"))) {
        stem.any_start = true;
        text = text_slice(text, 1, text.size);
    }
    if (text_ends(text, TEXT("*")) || text_ends(text, TEXT("~"))) {
        stem.any_end = text_ends(text, TEXT("*"));
        stem.short_end = !stem.any_end;
        text = text_slice(text, 0, text.size - 1);
    }
    stem.text = fold_key(arena, text);
    return stem;
}

static bool read_stems(struct text text, struct arena *arena, struct stems *stems) {
    struct text part;
    if (text_is(text, "_")) {
        stems->gap = true;
        return true;
    }
    while (text_split(&text, '|', &part)) {
        struct stem stem = read_stem(part, arena);
        if (stem.text.size == 0)
            return false;
        *LIST_PUSH(arena, stems) = stem;
    }
    return stems->count > 0;
}

/* A character of a script without spaces: one word each, as in articles. */
static bool is_character(uint32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/* "停火" is two words, and "6月" too. */
static struct text part_characters(struct text pattern, struct arena *arena) {
    struct builder builder = builder_new(arena);
    bool before = false, parts = false;
    for (size_t at = 0; at < pattern.size;) {
        size_t start = at;
        uint32_t c = text_next(pattern, &at);
        bool mark = c == ' ' || c == '|' || c == '*' || c == '~';
        if (start > 0 && !mark && parts && (before || is_character(c)))
            builder_add_char(&builder, ' ');
        builder_add(&builder, text_slice(pattern, start, at));
        before = is_character(c);
        parts = !mark;
    }
    return builder_text(&builder);
}

/* Apostrophes and hyphens part words, as they do in articles. */
static struct text part_words(struct text pattern, struct arena *arena) {
    static const char *const marks[] = {"'", "’", "‘", "ʻ", "ʼ", "`", "-", "‑", "–"};
    char *copy = text_c(arena, pattern);
    struct text result = {copy, pattern.size};
    for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
        struct text mark = text_of(marks[m]);
        for (size_t at = text_find(result, mark, 0); at < result.size; at = text_find(result, mark, at + 1))
            for (size_t i = 0; i < mark.size; i++)
                copy[at + i] = ' ';
    }
    return result;
}

static bool is_among(const size_t *buckets, size_t count, size_t bucket) {
    for (size_t i = 0; i < count; i++)
        if (buckets[i] == bucket)
            return true;
    return false;
}

/* Once in each bucket that a first word may be in. */
static void add_to_buckets(struct pattern_book *book, struct pattern *pattern) {
    const struct stems *first = &pattern->words[0];
    size_t *used = ARENA_ARRAY(book->arena, size_t, first->count), count = 0;
    for (size_t i = 0; i < first->count; i++)
        if (is_open(&first->items[i])) {
            *LIST_PUSH(book->arena, &book->open) = pattern;
            return;
        }
    for (size_t i = 0; i < first->count; i++) {
        size_t bucket = bucket_of(first->items[i].text);
        if (is_among(used, count, bucket))
            continue;
        used[count++] = bucket;
        *LIST_PUSH(book->arena, &book->buckets[bucket]) = pattern;
    }
}

bool pattern_add(struct pattern_book *book, struct text text, void *meaning) {
    struct pattern *pattern = ARENA_NEW(book->arena, struct pattern);
    pattern->meaning = meaning;
    struct text rest = part_words(part_characters(text, book->arena), book->arena), part;
    while (text_split(&rest, ' ', &part)) {
        if (part.size == 0)
            continue;
        if (pattern->count == PATTERN_WORDS || !read_stems(part, book->arena, &pattern->words[pattern->count++]))
            return false;
    }
    if (pattern->count == 0 || pattern->words[0].gap || pattern->words[pattern->count - 1].gap)
        return false;
    add_to_buckets(book, pattern);
    return true;
}

static bool ends_shortly(struct text key, size_t from) {
    int letters = 0;
    while (from < key.size && letters <= SHORT_ENDING) {
        text_next(key, &from);
        letters++;
    }
    return letters <= SHORT_ENDING;
}

static bool stem_fits(const struct stem *stem, struct text key) {
    if (key.size < stem->text.size)
        return false;
    if (!stem->any_start) {
        if (!text_starts(key, stem->text))
            return false;
        return stem->any_end || key.size == stem->text.size || (stem->short_end && ends_shortly(key, stem->text.size));
    }
    if (!stem->any_end && !stem->short_end)
        return text_ends(key, stem->text);
    for (size_t at = text_find(key, stem->text, 0); at < key.size; at = text_find(key, stem->text, at + 1))
        if (stem->any_end || ends_shortly(key, at + stem->text.size))
            return true;
    return false;
}

static bool word_fits(const struct stems *stems, struct text key) {
    for (size_t i = 0; i < stems->count; i++)
        if (stem_fits(&stems->items[i], key))
            return true;
    return false;
}

/* The word behind the pattern if it fits from `word` on, else NO_WORD. Gaps take as few words as they can. */
static uint32_t pattern_end(const struct pattern *pattern, const struct words *words, uint32_t word) {
    uint32_t sentence = words->items[word].sentence, at = word;
    unsigned gap = 0;
    for (size_t p = 0; p < pattern->count;) {
        if (pattern->words[p].gap) {
            gap += GAP;
            p++;
            continue;
        }
        if (at >= words->count || words->items[at].sentence != sentence)
            return NO_WORD;
        if (word_fits(&pattern->words[p], words->items[at].key)) {
            gap = 0;
            p++;
        } else if (gap > 0) {
            gap--;
        } else
            return NO_WORD;
        at++;
    }
    return at;
}

static void match_patterns(const struct patterns *patterns, const struct words *words, uint32_t word,
                           void (*found)(void *context, void *meaning, uint32_t end), void *context) {
    for (size_t i = 0; i < patterns->count; i++) {
        uint32_t end = pattern_end(patterns->items[i], words, word);
        if (end != NO_WORD)
            found(context, patterns->items[i]->meaning, end);
    }
}

void pattern_match(const struct pattern_book *book, const struct words *words, uint32_t word,
                   void (*found)(void *context, void *meaning, uint32_t end), void *context) {
    match_patterns(&book->buckets[bucket_of(words->items[word].key)], words, word, found, context);
    match_patterns(&book->open, words, word, found, context);
}

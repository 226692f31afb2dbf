/* words.h: the words of an article as the rules for incidents see them: folded, with the pauses between them counted.
 */
#ifndef BORDERMAP_WORDS_H
#define BORDERMAP_WORDS_H

#include "geoparse.h"

#define NO_WORD UINT32_MAX
#define NO_MENTION UINT32_MAX

struct word {
    struct text key; /* fold_key() of the token; a number as it is written */
    struct span span;
    uint32_t sentence;
    uint32_t pause;   /* grows by one at every comma, dash, colon and quotation mark between words */
    uint32_t mention; /* of geoparse->mentions, or NO_MENTION */
    bool number;      /* begins with a digit */
    bool glued;       /* no white space in front of it */
    uint32_t mark;    /* the last mark between it and the word before, 0 if there is none */
    uint32_t after;   /* the mark that follows it without white space, 0 if there is none */
    bool cased;       /* begins with a capital */
    bool capital;     /* begins with a capital, or its script has none */
    bool dash_after;  /* a dash follows, or a hyphen between blanks: the end of a dateline */
};

struct words {
    struct word *items;
    size_t count;
    uint32_t *sentence_first; /* sentence_count + 1 indexes: the words of sentence s are first[s] .. first[s + 1] */
    size_t sentence_count;
};

/* Words and numbers of the tokens, punctuation left out. */
struct words words_read(const struct article *article, const struct geoparse *geoparse, struct arena *arena);

/* Words from a to b, each pause between them counting as `pause` words more; 0 for the same word. */
uint32_t words_distance(const struct words *words, uint32_t a, uint32_t b, uint32_t pause);

/* The span from the first word to the one before `end`; both in one sentence. */
struct span words_span(const struct words *words, uint32_t first, uint32_t end);

/* The first word at or after the start of the span, or NO_WORD. */
uint32_t words_find(const struct words *words, struct span span);

/* "1.5", "1,5": the whole and the fraction; false for what is no such number. */
bool words_decimal(struct text key, int64_t *whole, double *fraction);

/* More words than a sentence has: a list, a table, a text without full stops. Nothing is told there that could be
 * worked out. */
bool words_too_many(const struct words *words, uint32_t sentence);

/* The whole number that the word's digits say ("1.200", "50дөн", "٣"); false if there is none, or one with decimals. */
bool words_number(struct text key, int64_t *value);

#endif

/* pattern.h: patterns of words with endings: "apert* il fuoco", "perestrelk~", "scambi~ di tiri|colpi".
 *
 * Words are parted by blanks, and stand for one word each: `*` at an end stands for anything, `~` at the end for at
 * most three letters, `|` parts alternatives; a lone `_` stands for up to three words of the same sentence, two for
 * six. Case, accents, apostrophes and hyphens do not matter. Of Chinese each character is a word: no blanks needed. */
#ifndef BORDERMAP_PATTERN_H
#define BORDERMAP_PATTERN_H

#include "words.h"

struct pattern_book;

/* An empty book. */
struct pattern_book *pattern_book_new(struct arena *arena);

/* Adds a pattern; false for an empty one, one that begins with a gap, or one of more than eight words. */
bool pattern_add(struct pattern_book *book, struct text pattern, void *meaning);

/* Calls `found` for every pattern that begins at the word, with the word behind its end. */
void pattern_match(const struct pattern_book *book, const struct words *words, uint32_t word,
                   void (*found)(void *context, void *meaning, uint32_t end), void *context);

#endif

/* numerals.h: numbers as texts write them: digits with any separators, words for numbers in one piece or in many, and
 * both together ("1,5 тысячи", "zweihundertdreißig", "خمسة وعشرون"). */
#ifndef BORDERMAP_NUMERALS_H
#define BORDERMAP_NUMERALS_H

#include "cues.h"

/* The words and parts of words for numbers of a language. */
struct numeral_book;

/* Reads the table "numbers": the roles cardinal, multiplier, part, joint; kept with the lexicon. */
bool numeral_book_read(struct lexicon *lexicon, struct text language, const struct numeral_book **book,
                       struct error *error) NODISCARD;

/* The whole number that begins at the word, and the word behind it; false if none does, or it is one with decimals. */
bool numeral_read(const struct words *words, const struct cues *cues, uint32_t word, int64_t *value, uint32_t *end);

/* True if the digits of the word go on in the word behind it: thousands parted by a blank or a mark ("1 200"). */
bool numeral_goes_on(const struct words *words, uint32_t word);

#endif

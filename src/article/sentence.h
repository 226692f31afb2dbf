/* sentence.h: where the sentences and the words of an article are (ICU break rules of its language). */
#ifndef BORDERMAP_SENTENCE_H
#define BORDERMAP_SENTENCE_H

#include "article.h"

/* A half-open range of bytes in one field. */
struct span {
    enum article_field field;
    uint32_t start, end;
};

struct sentence {
    struct span span;
    uint32_t first_token, token_end; /* range in the article's tokens */
    uint32_t paragraph;              /* counts from 0; the title is paragraph 0, the text starts at 1 */
};

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_PUNCTUATION };
enum token_case { CASE_NONE, CASE_LOWER, CASE_TITLE, CASE_UPPER, CASE_MIXED }; /* NONE: a script without case */

/* A word, a number or one mark of punctuation; CJK and Thai text gives one token a character (names are matched as runs
 * of tokens). */
struct token {
    struct span span;
    enum token_kind kind;
    enum token_case letters;
    uint32_t sentence;
    bool first;       /* the first word of its sentence */
    bool space_after; /* white space follows */
};

struct tokens {
    struct token *items;
    size_t count, capacity;
    struct sentence *sentences;
    size_t sentence_count, sentence_capacity;
};

/* Title first, then text. Hyphens and apostrophes part words: "kirghiso-tagico" is word, mark, word; "dell'Isfara" is
 * word, mark, word. */
bool sentence_split(const struct article *article, struct arena *arena, struct tokens *tokens,
                    struct error *error) NODISCARD;

#endif

/* key_words.h: the words of a folded key, as the indexes of names count them. */
#ifndef BORDERMAP_KEY_WORDS_H
#define BORDERMAP_KEY_WORDS_H

#include "text.h"

/* Whether a name may be found under the key: it has more than one byte, and not digits alone. */
bool key_is_name(struct text key);

/* The first word of a key, and how many words the key has. In scripts that put no spaces between words each code point
 * is one. */
struct text key_first_word(struct text key, size_t *words);

#endif

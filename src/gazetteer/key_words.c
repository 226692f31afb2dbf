#include "key_words.h"

bool key_is_name(struct text key) {
    bool digits = true;
    for (size_t i = 0; i < key.size && digits; i++)
        digits = (key.data[i] >= '0' && key.data[i] <= '9') || key.data[i] == ' ';
    return key.size > 1 && !digits;
}

/* Scripts that put no spaces between words. */
static bool is_unspaced(uint32_t c) {
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
           (c >= 0x3005 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static size_t count_words(struct text key) {
    size_t words = 1;
    for (size_t i = 0; i < key.size; i++)
        words += key.data[i] == ' ';
    return words;
}

struct text key_first_word(struct text key, size_t *words) {
    size_t at = 0;
    if (is_unspaced(text_next(key, &at))) {
        *words = text_code_points(key);
        return text_slice(key, 0, at);
    }
    *words = count_words(key);
    return text_slice(key, 0, text_find(key, TEXT(" "), 0));
}

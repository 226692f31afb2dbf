#include "language.h"

#include <string.h>

enum { DETECTION_WINDOW = 20000, SHORTEST_TAG = 2, LONGEST_TAG = 3 };

/* In language.cc. */
const char *language_cld2(const char *bytes, int size, bool *reliable);

struct text language_tag(struct text tag, struct arena *arena) {
    size_t size = 0;
    while (size < tag.size && tag.data[size] != '-' && tag.data[size] != '_')
        size++;
    if (size < SHORTEST_TAG || size > LONGEST_TAG)
        return TEXT_NONE;
    char *lower = text_c(arena, text_slice(tag, 0, size));
    for (size_t i = 0; i < size; i++) {
        lower[i] = (char)(lower[i] | 0x20);
        if (lower[i] < 'a' || lower[i] > 'z')
            return TEXT_NONE;
    }
    static const char *const renamed[][2] = {{"iw", "he"}, {"in", "id"}, {"ji", "yi"}, {"mo", "ro"}};
    for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++)
        if (strcmp(lower, renamed[i][0]) == 0)
            return text_of(renamed[i][1]);
    return text_of(lower);
}

struct text language_detect(struct text text, struct arena *arena) {
    size_t window = text.size < DETECTION_WINDOW ? text.size : DETECTION_WINDOW;
    while (window < text.size && window > 0 && ((unsigned char)text.data[window] & 0xC0) == 0x80)
        window--;
    bool reliable = false;
    const char *code = language_cld2(text.data, (int)window, &reliable);
    bool known = reliable && code && strcmp(code, "un") != 0;
    return known ? language_tag(text_of(code), arena) : TEXT_NONE;
}

#include "spelling.h"

#include <string.h>

enum { LONGEST = 63 };

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Optimal string alignment of two words of at most LONGEST bytes. */
static size_t distance(struct text a, struct text b) {
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b.size; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        size_t *row = rows[i % 3], *last = rows[(i + 2) % 3];
        const size_t *before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            bool same = a.data[i - 1] == b.data[j - 1];
            row[j] = least(least(row[j - 1], last[j]) + 1, last[j - 1] + !same);
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return rows[a.size % 3][b.size];
}

const char *spelling_nearest(struct text word, const char *const *known) {
    const char *best = NULL;
    size_t fewest = word.size / 3 + 1;
    if (word.size == 0 || word.size > LONGEST)
        return NULL;
    for (size_t i = 0; known[i]; i++) {
        struct text each = text_of(known[i]);
        size_t off = each.size <= LONGEST ? distance(word, each) : fewest;
        if (off < fewest) {
            best = known[i];
            fewest = off;
        }
    }
    return best;
}

struct text spelling_hint(struct arena *arena, struct text word, const char *const *known) {
    const char *near = spelling_nearest(word, known);
    return near ? text_format(arena, "; did you mean \"%s\"?", near) : TEXT_NONE;
}

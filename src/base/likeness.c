#include "likeness.h"

enum { COMPARED = 64 };

static size_t least_of(size_t a, size_t b, size_t c) {
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Row i of the table of distances from the two rows before it. */
static void fill_row(struct text a, struct text b, size_t i, const size_t *above, const size_t *two_above,
                     size_t *row) {
    row[0] = i;
    for (size_t k = 1; k <= b.size; k++) {
        bool same = lower(a.data[i - 1]) == lower(b.data[k - 1]);
        row[k] = least_of(above[k] + 1, row[k - 1] + 1, above[k - 1] + (same ? 0 : 1));
        bool swapped = i > 1 && k > 1 && lower(a.data[i - 1]) == lower(b.data[k - 2]) &&
                       lower(a.data[i - 2]) == lower(b.data[k - 1]);
        if (swapped && two_above[k - 2] + 1 < row[k])
            row[k] = two_above[k - 2] + 1;
    }
}

size_t likeness_distance(struct text a, struct text b) {
    size_t rows[3][COMPARED + 1];
    a = text_slice(a, 0, COMPARED);
    b = text_slice(b, 0, COMPARED);
    for (size_t k = 0; k <= b.size; k++)
        rows[0][k] = k;
    for (size_t i = 1; i <= a.size; i++)
        fill_row(a, b, i, rows[(i - 1) % 3], rows[(i + 1) % 3], rows[i % 3]);
    return rows[a.size % 3][b.size];
}

struct likeness likeness_of(struct text wanted) {
    return (struct likeness){wanted, TEXT_NONE, SIZE_MAX};
}

void likeness_try(struct likeness *likeness, struct text candidate) {
    size_t distance = likeness_distance(likeness->wanted, candidate);
    if (distance < likeness->distance) {
        likeness->distance = distance;
        likeness->best = candidate;
    }
}

bool likeness_found(const struct likeness *likeness) {
    size_t most = (likeness->wanted.size + 2) / 4;
    return likeness->distance != SIZE_MAX && likeness->distance <= (most > 0 ? most : 1);
}

const char *likeness_question(const struct likeness *likeness, struct arena *arena) {
    if (!likeness_found(likeness))
        return "";
    return text_c(arena, text_format(arena, "; did you mean \"%.*s\"?", TEXT_ARGS(likeness->best)));
}

const char *likeness_hint(struct text wanted, const char *const *known, struct arena *arena) {
    struct likeness likeness = likeness_of(wanted);
    for (size_t i = 0; known[i]; i++)
        likeness_try(&likeness, text_of(known[i]));
    return likeness_question(&likeness, arena);
}

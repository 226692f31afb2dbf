#include "dataset_siblings.h"

#include "text.h"

#include <string.h>
#include <unistd.h>

/* Where a raster lies, its reference system, the header of a raw one. */
static const char *const endings[] = {"tfw", "tifw", "wld", "prj", "hdr", "blw", "stx", "asw"};
enum { ENDINGS = sizeof endings / sizeof *endings };

const char *const *dataset_siblings(const char *path, struct arena *arena) {
    const char **siblings = ARENA_ARRAY(arena, const char *, 2 * ENDINGS + 2);
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *point = strrchr(name, '.');
    int stem = (int)(point ? point - path : (long)strlen(path));
    size_t start = (size_t)(name - path), count = 0;
    siblings[count++] = name;
    for (size_t i = 0; i < 2 * ENDINGS; i++) {
        struct text ending = text_of(endings[i / 2]);
        char *beside = text_c(arena, text_format(arena, "%.*s.%.*s", stem, path, TEXT_ARGS(ending)));
        for (char *c = beside + stem; i % 2 == 1 && *c; c++)
            *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
        if (strcmp(beside, path) != 0 && access(beside, R_OK) == 0)
            siblings[count++] = beside + start;
    }
    siblings[count] = NULL;
    return siblings;
}

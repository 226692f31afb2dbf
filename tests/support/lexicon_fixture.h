/* lexicon_fixture.h: the shipped words, and an arena that holds them, for all tests of a program. */
#ifndef BORDERMAP_LEXICON_FIXTURE_H
#define BORDERMAP_LEXICON_FIXTURE_H

#include "arena_fixture.h"
#include "file.h"
#include "lexicon.h"

#include <stdlib.h>

static struct lexicon *lexicon;

static int open_lexicon(void **state) {
    struct error error = {0};
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    (void)open_arena(state);
    if (!source || !lexicon_open(file_join(arena, source, "geodata/lexicon"), arena, &lexicon, &error)) {
        print_error("%s\n", source ? error.message : "BORDERMAP_TEST_SOURCE names no source folder");
        return -1;
    }
    return 0;
}

static int close_lexicon(void **state) {
    return close_arena(state);
}

#endif

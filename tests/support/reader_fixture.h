/* reader_fixture.h: what tests of reading share: articles read from bytes, and the remarks that came with them. */
#ifndef READER_FIXTURE_H
#define READER_FIXTURE_H

#include "reader.h"
#include "testing.h"

#include <stdio.h>
#include <string.h>

struct fixture {
    struct arena *arena;
    struct article_list articles;
    struct error error;
    char notes[4096];
};

static int open_fixture(void **state) {
    struct arena *arena = arena_open();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    *state = fixture;
    return 0;
}

static int close_fixture(void **state) {
    struct fixture *fixture = *state;
    arena_close(fixture->arena);
    return 0;
}

static inline void take_note(void *context, const char *message) {
    struct fixture *fixture = context;
    strncat(fixture->notes, message, sizeof fixture->notes - strlen(fixture->notes) - 1);
}

static inline bool read_bytes(struct fixture *fixture, const char *path, struct text bytes) {
    struct reader_options options = {0};
    struct reader_notes notes = {take_note, fixture};
    return reader_read(text_of(path), bytes, &options, &notes, fixture->arena, &fixture->articles, &fixture->error);
}

#define READER_TEST(test) cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)

#endif

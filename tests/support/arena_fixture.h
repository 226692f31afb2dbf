/* arena_fixture.h: one arena for all tests of a program. */
#ifndef BORDERMAP_ARENA_FIXTURE_H
#define BORDERMAP_ARENA_FIXTURE_H

#include "arena.h"
#include "testing.h"

static struct arena *arena;

static int open_arena(void **state) {
    (void)state;
    arena = arena_open();
    return 0;
}

static int close_arena(void **state) {
    (void)state;
    arena_close(arena);
    return 0;
}

#endif

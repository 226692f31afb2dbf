/* watch_child.h: a run of the program as a process of its own, while hints keep being taken. */
#ifndef BORDERMAP_WATCH_CHILD_H
#define BORDERMAP_WATCH_CHILD_H

#include "error.h"
#include "text.h"

/* Called some times a second while the process runs. */
struct watch_idle {
    void (*look)(void *context);
    void *context;
};

/*
 * Runs the program with the words (NULL-ended, the first is its own name) until it ends; asked to stop, it is asked to
 * stop, too. Its standard output is *said, in the arena, or, where said is NULL, that of this process. *code: how it
 * ended; -1 for a signal.
 */
bool watch_child_run(const char *program, const char *const *words, const struct watch_idle *idle, struct arena *arena,
                     struct text *said, int *code, struct error *error) NODISCARD;

#endif

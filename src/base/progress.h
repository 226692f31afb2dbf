/* progress.h: how far long work has come, reported through a function that the command line supplies. */
#ifndef BORDERMAP_PROGRESS_H
#define BORDERMAP_PROGRESS_H

#include <stddef.h>

struct progress {
    void (*report)(void *context, const char *what, size_t done, size_t total);
    void *context;
};

/* Reports; progress and progress->report may be NULL. */
void progress_report(const struct progress *progress, const char *what, size_t done, size_t total);

#endif

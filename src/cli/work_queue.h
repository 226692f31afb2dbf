/* work_queue.h: pieces of work done by several threads, and their answers written in the order of the pieces. */
#ifndef BORDERMAP_WORK_QUEUE_H
#define BORDERMAP_WORK_QUEUE_H

#include "arena.h"
#include "text.h"

#include <stdbool.h>

enum { WORK_JOBS_MOST = 64 };

struct work {
    struct text input;
    size_t number;
    struct text answer; /* to be written; in the arena */
    bool failed;
    struct arena *arena;
};

/* Does the piece: fills answer and failed. `worker` is the thread's own. */
typedef void (*work_doer)(void *worker, struct work *work);

struct work_queue;

/* As many threads as workers[0..jobs-1]; one works in the caller's own. `bytes` limits the inputs that wait. NULL if
 * threads cannot be had. */
struct work_queue *work_queue_open(size_t jobs, void *const *workers, work_doer doer, size_t bytes);

/* Adds a piece, whose input is copied; waits while there is no room for it. An answer goes to standard output as soon
 * as it and all before it are there. */
void work_queue_put(struct work_queue *queue, struct text input, size_t number);

/* Waits for all answers and ends the threads; whether all pieces were done well. */
bool work_queue_close(struct work_queue *queue);

#endif

#include "work_queue.h"

#include "output.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* Pieces that wait or are answered, for each thread: enough that a long one does not keep the others waiting. */
enum { WINDOW = 8 };

struct slot {
    struct work work;
    char *input;
    size_t room;
    bool done;
};

struct thread {
    struct work_queue *queue;
    void *worker;
    pthread_t id;
};

struct work_queue {
    work_doer doer;
    struct thread threads[WORK_JOBS_MOST];
    size_t jobs; /* 1 = no thread but the caller's */
    size_t started;
    pthread_mutex_t mutex;
    pthread_cond_t wanted, room;
    struct slot *slots; /* piece i lies in slot i % count */
    size_t count;
    size_t put, taken, written; /* pieces so far, in that order */
    size_t bytes, most_bytes;   /* of inputs that are put and not written */
    bool ended, failed;
};

/* Writes the answers that are next in order, each as soon as it is there; the mutex is held, if there are threads. */
static void write_answers(struct work_queue *queue) {
    size_t before = queue->written;
    for (; queue->written < queue->taken && queue->slots[queue->written % queue->count].done; queue->written++) {
        struct slot *slot = &queue->slots[queue->written % queue->count];
        output_result(slot->work.answer);
        queue->failed = queue->failed || slot->work.failed;
        queue->bytes -= slot->work.input.size;
        arena_clear(slot->work.arena);
    }
    if (queue->written > before) {
        output_flush();
        pthread_cond_signal(&queue->room);
    }
}

static void *work_on(void *context) {
    const struct thread *thread = context;
    struct work_queue *queue = thread->queue;
    pthread_mutex_lock(&queue->mutex);
    while (true) {
        while (queue->taken == queue->put && !queue->ended)
            pthread_cond_wait(&queue->wanted, &queue->mutex);
        if (queue->taken == queue->put)
            break;
        struct slot *slot = &queue->slots[queue->taken++ % queue->count];
        pthread_mutex_unlock(&queue->mutex);
        queue->doer(thread->worker, &slot->work);
        pthread_mutex_lock(&queue->mutex);
        slot->done = true;
        write_answers(queue);
    }
    pthread_mutex_unlock(&queue->mutex);
    return NULL;
}

static bool start_threads(struct work_queue *queue) {
    while (queue->started < queue->jobs) {
        struct thread *thread = &queue->threads[queue->started];
        if (pthread_create(&thread->id, NULL, work_on, thread) != 0)
            return false;
        queue->started++;
    }
    return true;
}

struct work_queue *work_queue_open(size_t jobs, void *const *workers, work_doer doer, size_t bytes) {
    struct work_queue *queue = calloc(1, sizeof *queue);
    struct slot *slots = calloc(jobs * WINDOW, sizeof *slots);
    if (!queue || !slots)
        arena_out_of_memory();
    queue->doer = doer;
    queue->jobs = jobs;
    queue->slots = slots;
    queue->count = jobs > 1 ? jobs * WINDOW : 1;
    queue->most_bytes = bytes;
    pthread_mutex_init(&queue->mutex, NULL);
    pthread_cond_init(&queue->wanted, NULL);
    pthread_cond_init(&queue->room, NULL);
    for (size_t i = 0; i < queue->count; i++)
        slots[i].work.arena = arena_open();
    for (size_t i = 0; i < jobs; i++)
        queue->threads[i] = (struct thread){.queue = queue, .worker = workers[i]};
    if (jobs > 1 && !start_threads(queue)) {
        (void)work_queue_close(queue);
        return NULL;
    }
    return queue;
}

static void fill_slot(struct slot *slot, struct text input, size_t number) {
    if (slot->room < input.size || slot->room / 4 > input.size) {
        free(slot->input);
        slot->room = input.size + 1;
        slot->input = malloc(slot->room);
        if (!slot->input)
            arena_out_of_memory();
    }
    if (input.size > 0)
        memcpy(slot->input, input.data, input.size);
    slot->work = (struct work){.input = {slot->input, input.size}, .number = number, .arena = slot->work.arena};
    slot->done = false;
}

/* Waits until a piece of so many bytes may be put. */
static void await_room(struct work_queue *queue, size_t size) {
    pthread_mutex_lock(&queue->mutex);
    while (queue->put > queue->written &&
           (queue->put - queue->written == queue->count || queue->bytes + size > queue->most_bytes))
        pthread_cond_wait(&queue->room, &queue->mutex);
    pthread_mutex_unlock(&queue->mutex);
}

static void work_here(struct work_queue *queue, struct slot *slot) {
    queue->taken++;
    queue->doer(queue->threads[0].worker, &slot->work);
    slot->done = true;
    write_answers(queue);
}

void work_queue_put(struct work_queue *queue, struct text input, size_t number) {
    await_room(queue, input.size);
    struct slot *slot = &queue->slots[queue->put % queue->count];
    fill_slot(slot, input, number);
    pthread_mutex_lock(&queue->mutex);
    queue->bytes += input.size;
    queue->put++;
    pthread_cond_signal(&queue->wanted);
    pthread_mutex_unlock(&queue->mutex);
    if (queue->jobs == 1)
        work_here(queue, slot);
}

bool work_queue_close(struct work_queue *queue) {
    pthread_mutex_lock(&queue->mutex);
    queue->ended = true;
    pthread_cond_broadcast(&queue->wanted);
    pthread_mutex_unlock(&queue->mutex);
    for (size_t i = 0; i < queue->started; i++)
        pthread_join(queue->threads[i].id, NULL);
    for (size_t i = 0; i < queue->count; i++) {
        arena_close(queue->slots[i].work.arena);
        free(queue->slots[i].input);
    }
    pthread_cond_destroy(&queue->wanted);
    pthread_cond_destroy(&queue->room);
    pthread_mutex_destroy(&queue->mutex);
    bool well = !queue->failed;
    free(queue->slots);
    free(queue);
    return well;
}

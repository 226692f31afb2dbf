#include "record_sort.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RUNS_MOST = 64, RUN_BUFFER = 128 << 10, PREFIX = 4, MEMORY_LEAST = 4 << 20 };

/* A sorted run in the file: its records, each behind its size in four bytes. */
struct run {
    off_t at, end;         /* what is not in the buffer yet */
    unsigned char *buffer; /* RUN_BUFFER bytes */
    size_t size;           /* bytes in it */
    size_t used;           /* bytes of it that were handed out */
    struct text record;    /* the first that was not handed out; data NULL: none is left */
};

struct record_sort {
    char folder[4096];
    int file; /* -1: nothing has been written yet */
    off_t written;
    unsigned char *buffer; /* records that came since the last run, as in a run */
    uint32_t *starts;      /* of each, in the buffer */
    size_t memory, used, count, limit;
    struct run runs[RUNS_MOST];
    size_t run_count;
    struct run *heap[RUNS_MOST]; /* the runs while they are merged, least record first */
    size_t heap_count;
    unsigned char *last; /* RUN_BUFFER bytes: a copy of the record that was handed out */
    size_t memory_next;  /* without runs: the next record of the buffer */
    unsigned char *copy; /* RUN_BUFFER bytes for writing */
    size_t copied;
    unsigned char *run_buffers;
};

bool record_sort_open(const char *folder, size_t memory, struct record_sort **sort, struct error *error) {
    struct record_sort *opened = calloc(1, sizeof *opened);
    size_t room = memory < MEMORY_LEAST ? MEMORY_LEAST : memory > UINT32_MAX ? UINT32_MAX : memory;
    if (opened) {
        snprintf(opened->folder, sizeof opened->folder, "%s", folder);
        opened->file = -1;
        opened->memory = room;
        opened->limit = room / 32;
        opened->buffer = malloc(room);
        opened->starts = malloc(opened->limit * sizeof *opened->starts);
        opened->copy = malloc(RUN_BUFFER);
        opened->last = malloc(RUN_BUFFER);
        opened->run_buffers = malloc((size_t)RUNS_MOST * RUN_BUFFER); /* only touched while merging */
    }
    if (!opened || !opened->buffer || !opened->starts || !opened->copy || !opened->last || !opened->run_buffers) {
        record_sort_close(opened);
        return error_set(error, ERROR_ENVIRONMENT, "%s: no memory to sort in", folder);
    }
    for (size_t i = 0; i < RUNS_MOST; i++)
        opened->runs[i].buffer = opened->run_buffers + i * RUN_BUFFER;
    *sort = opened;
    return true;
}

void record_sort_close(struct record_sort *sort) {
    if (!sort)
        return;
    if (sort->file >= 0)
        close(sort->file);
    free(sort->run_buffers);
    free(sort->last);
    free(sort->copy);
    free(sort->starts);
    free(sort->buffer);
    free(sort);
}

/* The buffer. */

static struct text record_at(const unsigned char *at) {
    uint32_t size;
    memcpy(&size, at, PREFIX);
    return (struct text){(const char *)at + PREFIX, size};
}

static int compare_starts(const void *a, const void *b, void *context) {
    const unsigned char *buffer = context;
    return text_compare(record_at(buffer + *(const uint32_t *)a), record_at(buffer + *(const uint32_t *)b));
}

/* Writing runs. */

static bool cannot_write(const struct record_sort *sort, struct error *error) {
    return error_set(error, ERROR_ENVIRONMENT, "%s: has no room for temporary files: %s; make room and run again",
                     sort->folder, strerror(errno));
}

static bool open_file(struct record_sort *sort, struct error *error) {
    char path[4200];
    if (sort->file >= 0)
        return true;
    sort->file = open(sort->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (sort->file < 0) {
        snprintf(path, sizeof path, "%s/sort.XXXXXX", sort->folder);
        sort->file = mkostemp(path, O_CLOEXEC);
        if (sort->file >= 0)
            unlink(path);
    }
    return sort->file >= 0 || cannot_write(sort, error);
}

static bool flush_copy(struct record_sort *sort, struct error *error) {
    size_t done = 0;
    while (done < sort->copied) {
        ssize_t step = pwrite(sort->file, sort->copy + done, sort->copied - done, sort->written);
        if (step < 0 && errno != EINTR)
            return cannot_write(sort, error);
        done += step > 0 ? (size_t)step : 0;
        sort->written += step > 0 ? step : 0;
    }
    sort->copied = 0;
    return true;
}

static bool write_bytes(struct record_sort *sort, const void *bytes, size_t size, struct error *error) {
    const unsigned char *from = bytes;
    while (size > 0) {
        size_t step = RUN_BUFFER - sort->copied < size ? RUN_BUFFER - sort->copied : size;
        memcpy(sort->copy + sort->copied, from, step);
        sort->copied += step;
        from += step;
        size -= step;
        if (sort->copied == RUN_BUFFER && !flush_copy(sort, error))
            return false;
    }
    return true;
}

static bool write_record(struct record_sort *sort, struct text record, struct error *error) {
    uint32_t size = (uint32_t)record.size;
    return write_bytes(sort, &size, PREFIX, error) && write_bytes(sort, record.data, record.size, error);
}

static void sort_buffer(struct record_sort *sort) {
    if (sort->count > 1)
        qsort_r(sort->starts, sort->count, sizeof *sort->starts, compare_starts, sort->buffer);
}

static bool merge_runs(struct record_sort *sort, struct error *error);

/* The buffer as another run; all runs as one when there are too many. */
static bool spill(struct record_sort *sort, struct error *error) {
    if (!open_file(sort, error) || (sort->run_count == RUNS_MOST && !merge_runs(sort, error)))
        return false;
    off_t start = sort->written;
    sort_buffer(sort);
    for (size_t i = 0; i < sort->count; i++)
        if (!write_record(sort, record_at(sort->buffer + sort->starts[i]), error))
            return false;
    if (!flush_copy(sort, error))
        return false;
    struct run *run = &sort->runs[sort->run_count++];
    run->at = start;
    run->end = sort->written;
    sort->used = sort->count = 0;
    return true;
}

bool record_sort_add(struct record_sort *sort, struct text record, struct error *error) {
    if (record.size > RECORD_LARGEST)
        return error_set(error, ERROR_INPUT, "a record of %zu bytes is too large", record.size);
    bool full = sort->count == sort->limit || sort->used + PREFIX + record.size > sort->memory;
    if (full && !spill(sort, error))
        return false;
    uint32_t size = (uint32_t)record.size;
    memcpy(sort->buffer + sort->used, &size, PREFIX);
    if (record.size > 0)
        memcpy(sort->buffer + sort->used + PREFIX, record.data, record.size);
    sort->starts[sort->count++] = (uint32_t)sort->used;
    sort->used += PREFIX + record.size;
    return true;
}

/* Merging. */

/* Makes sure that `wanted` bytes from run->used on are in the buffer. */
static bool fill_run(struct record_sort *sort, struct run *run, size_t wanted, struct error *error) {
    if (run->size - run->used >= wanted)
        return true;
    memmove(run->buffer, run->buffer + run->used, run->size - run->used);
    run->size -= run->used;
    run->used = 0;
    while (run->size < wanted) {
        size_t room = RUN_BUFFER - run->size;
        size_t left = (size_t)(run->end - run->at);
        ssize_t step = pread(sort->file, run->buffer + run->size, left < room ? left : room, run->at);
        if (step <= 0)
            return error_set(error, ERROR_ENVIRONMENT, "%s: a temporary file cannot be read back", sort->folder);
        run->at += step;
        run->size += (size_t)step;
    }
    return true;
}

static bool advance(struct record_sort *sort, struct run *run, struct error *error) {
    run->record = TEXT_NONE;
    if (run->used == run->size && run->at == run->end)
        return true;
    if (!fill_run(sort, run, PREFIX, error))
        return false;
    size_t size = record_at(run->buffer + run->used).size;
    if (!fill_run(sort, run, PREFIX + size, error))
        return false;
    run->record = record_at(run->buffer + run->used);
    run->used += PREFIX + size;
    return true;
}

static void sink(struct record_sort *sort, size_t at) {
    for (;;) {
        size_t least = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < sort->heap_count; child++)
            if (text_compare(sort->heap[child]->record, sort->heap[least]->record) < 0)
                least = child;
        if (least == at)
            return;
        struct run *moved = sort->heap[at];
        sort->heap[at] = sort->heap[least];
        sort->heap[least] = moved;
        at = least;
    }
}

static bool start_runs(struct record_sort *sort, struct error *error) {
    sort->heap_count = 0;
    for (size_t i = 0; i < sort->run_count; i++) {
        struct run *run = &sort->runs[i];
        run->size = run->used = 0;
        if (!advance(sort, run, error))
            return false;
        if (run->record.data)
            sort->heap[sort->heap_count++] = run;
    }
    for (size_t i = sort->heap_count / 2 + 1; i-- > 0;)
        sink(sort, i);
    return true;
}

static bool next_of_runs(struct record_sort *sort, struct text *record, struct error *error) {
    *record = TEXT_NONE;
    if (sort->heap_count == 0)
        return true;
    struct text first = sort->heap[0]->record; /* copied: the run's own buffer moves on */
    memcpy(sort->last, first.data, first.size);
    if (!advance(sort, sort->heap[0], error))
        return false;
    if (!sort->heap[0]->record.data)
        sort->heap[0] = sort->heap[--sort->heap_count];
    sink(sort, 0);
    *record = (struct text){(const char *)sort->last, first.size};
    return true;
}

static bool merge_runs(struct record_sort *sort, struct error *error) {
    off_t start = sort->written;
    struct text record;
    if (!start_runs(sort, error))
        return false;
    do {
        if (!next_of_runs(sort, &record, error) || (record.data && !write_record(sort, record, error)))
            return false;
    } while (record.data);
    if (!flush_copy(sort, error))
        return false;
    sort->runs[0].at = start;
    sort->runs[0].end = sort->written;
    sort->run_count = 1;
    return true;
}

bool record_sort_start(struct record_sort *sort, struct error *error) {
    if (sort->run_count == 0) {
        sort_buffer(sort);
        sort->memory_next = 0;
        return true;
    }
    return (sort->count == 0 || spill(sort, error)) && start_runs(sort, error);
}

bool record_sort_next(struct record_sort *sort, struct text *record, struct error *error) {
    if (sort->run_count > 0)
        return next_of_runs(sort, record, error);
    bool more = sort->memory_next < sort->count;
    *record = more ? record_at(sort->buffer + sort->starts[sort->memory_next++]) : TEXT_NONE;
    return true;
}

/* store_input.h: one input into the store: a table of incidents, stories, or articles of any form. */
#ifndef BORDERMAP_STORE_INPUT_H
#define BORDERMAP_STORE_INPUT_H

#include "engine.h"
#include "store.h"
#include "tables.h"
#include "text_list.h"

struct store_input {
    struct engine *engine;
    struct store *store;
    struct reader_options reader;
    struct text columns; /* of a column map, or empty */
    bool snapshot;       /* a table has all rows of its provider: those that it lacks are withdrawn */
    /* What is left out: line, and column where they are known. */
    void (*rejected)(void *context, struct text file, uint64_t line, struct text column, const char *reason);
    void *context;
};

/* What one input gave. */
struct store_input_count {
    size_t accounts, rejected, articles;
    const char *dialect; /* of a table, or NULL */
};

/* Queues all that it tells ("-": standard input). Errors as for reading; what is wrong with a part is `rejected`. */
bool store_input_add(const struct store_input *input, const char *path, struct store_input_count *count,
                     struct error *error) NODISCARD;

/* Queues what one story tells, as the text of its article. */
bool store_input_story(struct store *store, const struct story *story, struct text file, struct arena *arena,
                       struct error *error) NODISCARD;

#endif

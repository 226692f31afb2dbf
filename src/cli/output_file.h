/* output_file.h: results in a file instead of standard output: the whole of them, or no file. */
#ifndef BORDERMAP_OUTPUT_FILE_H
#define BORDERMAP_OUTPUT_FILE_H

#include "command.h"

struct output_file {
    const char *path; /* NULL: results go to standard output */
    char *unfinished; /* the file beside it, with the ending .tmp, while it is written */
    bool present;     /* it is there: nothing need be done */
};

/* Lets results go to `path` (NULL: to standard output). Where that is there already, says so and leaves `present`.
 * ERROR_ENVIRONMENT if it cannot be written, or another run writes it. */
bool output_file_open(const char *path, struct arena *arena, struct output_file *file, struct error *error) NODISCARD;

/* Puts the file in its place, unless the run could not work. */
enum exit_code output_file_close(struct output_file *file, enum exit_code code);

#endif

/* import_faults.h: bad rows: counted, the first of them named, all of them in a file if one was asked for. */
#ifndef BORDERMAP_IMPORT_FAULTS_H
#define BORDERMAP_IMPORT_FAULTS_H

#include "builder.h"
#include "error.h"

#include <stdio.h>

struct import_faults {
    size_t count;
    size_t shown;
    struct builder first; /* the first IMPORT_FAULTS_SHOWN, a line each */
    FILE *file;           /* for all, or NULL */
    const char *path;     /* of that file */
};

/* `path` or NULL. ERROR_ENVIRONMENT. */
bool import_faults_open(const char *path, struct arena *arena, struct import_faults *faults,
                        struct error *error) NODISCARD;

/* One more: "file:line: what 'cell'". `line` 0: no line; an empty cell is left out; what is not printable in it, too.
 */
void import_faults_add(struct import_faults *faults, const char *file, const char *unit, size_t line, const char *what,
                       struct text cell);

bool import_faults_close(struct import_faults *faults, struct error *error) NODISCARD;

#endif

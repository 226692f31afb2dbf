/* import_lines.h: the lines of a text file of any size, also inside a zip or gzip file (through GDAL), in bounded
 * memory. */
#ifndef BORDERMAP_IMPORT_LINES_H
#define BORDERMAP_IMPORT_LINES_H

#include "error.h"
#include "text.h"

struct import_lines;

enum { IMPORT_LINE_LIMIT = 64 << 10 };

/* A line as it came. */
struct import_line {
    struct text text; /* without its end; holds until the next call */
    size_t number;    /* from 1 */
    bool too_long;    /* longer than IMPORT_LINE_LIMIT: `text` is empty */
};

/* `path` as GDAL names it ("/vsizip/KG.zip/KG.txt"). ERROR_INPUT. */
bool import_lines_open(const char *path, struct import_lines **lines, struct error *error) NODISCARD;
void import_lines_close(struct import_lines *lines);

/* The next line; *more is false behind the last. ERROR_INPUT for a file that ends before its end. */
bool import_lines_next(struct import_lines *lines, struct import_line *line, bool *more, struct error *error) NODISCARD;

/* Bytes so far, and in all (0: not known). */
void import_lines_progress(const struct import_lines *lines, size_t *done, size_t *total);

/* Names inside a zip file, sorted; none if it is no zip file or damaged. */
bool import_lines_members(const char *zip, struct arena *arena, struct text **names, size_t *count,
                          struct error *error) NODISCARD;

#endif

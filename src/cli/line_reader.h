/* line_reader.h: the lines of a stream one by one, in bounded memory. */
#ifndef BORDERMAP_LINE_READER_H
#define BORDERMAP_LINE_READER_H

#include "text.h"

#include <stdbool.h>

struct line_reader {
    int file;     /* the descriptor */
    int failure;  /* errno, where it could not be read to its end */
    size_t limit; /* bytes of a line; longer ones are read over */
    char *bytes;
    size_t start, end, room; /* of what is read and not yet given */
};

struct line {
    struct text text; /* without its end, until the next line is asked for */
    size_t number;    /* from 1 */
    bool too_long;    /* then the text is empty */
};

struct line_reader line_reader_open(int file, size_t limit);
void line_reader_close(struct line_reader *reader);

/* The next line, as soon as its end has arrived; false at the end of the stream, or where it cannot be read (`failure`
 * tells). The line's number goes on from what it was. */
bool line_reader_next(struct line_reader *reader, struct line *line);

#endif

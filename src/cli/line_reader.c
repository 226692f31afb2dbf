#include "line_reader.h"

#include "arena.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_ROOM = 1 << 16 };

struct line_reader line_reader_open(int file, size_t limit) {
    return (struct line_reader){.file = file, .limit = limit};
}

void line_reader_close(struct line_reader *reader) {
    free(reader->bytes);
    *reader = (struct line_reader){0};
}

/* Room behind what is read: what was given is moved out of the way first. */
static void make_room(struct line_reader *reader) {
    if (reader->start > 0) {
        memmove(reader->bytes, reader->bytes + reader->start, reader->end - reader->start);
        reader->end -= reader->start;
        reader->start = 0;
    }
    if (reader->end < reader->room)
        return;
    size_t room = reader->room ? reader->room * 2 : FIRST_ROOM;
    char *grown = realloc(reader->bytes, room);
    if (!grown)
        arena_out_of_memory();
    reader->bytes = grown;
    reader->room = room;
}

/* Whether a reading that gave nothing is worth another; waits where the descriptor does not. */
static bool read_again(const struct line_reader *reader) {
    struct pollfd wanted = {.fd = reader->file, .events = POLLIN};
    if (errno == EAGAIN || errno == EWOULDBLOCK)
        return poll(&wanted, 1, -1) > 0 || errno == EINTR;
    return errno == EINTR;
}

/* What has arrived, be it little: whoever writes the stream may wait for an answer. */
static bool read_more(struct line_reader *reader) {
    make_room(reader);
    ssize_t count;
    do
        count = read(reader->file, reader->bytes + reader->end, reader->room - reader->end);
    while (count < 0 && read_again(reader));
    reader->failure = count < 0 ? errno : 0;
    reader->end += count > 0 ? (size_t)count : 0;
    return count > 0;
}

bool line_reader_next(struct line_reader *reader, struct line *line) {
    size_t seen = 0;
    bool too_long = false, read = true;
    const char *newline = NULL;
    while (read && !newline) {
        size_t left = reader->end - reader->start;
        newline = left > seen ? memchr(reader->bytes + reader->start + seen, '\n', left - seen) : NULL;
        seen = left;
        if (!newline && seen > reader->limit) {
            too_long = true;
            reader->start = reader->end;
            seen = 0;
        }
        read = newline || read_more(reader);
    }
    if (!newline && seen == 0 && !too_long)
        return false;
    const char *first = reader->bytes + reader->start;
    size_t size = newline ? (size_t)(newline - first) : seen;
    too_long = too_long || size > reader->limit;
    reader->start += size + (newline != NULL);
    *line = (struct line){too_long ? TEXT_NONE : (struct text){first, size}, line->number + 1, too_long};
    return true;
}

#include "record_stream.h"

#include "builder.h"
#include "file.h"
#include "library.h"
#include "warc.h"

#include <archive.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PIECE = 64 * 1024, LONGEST_LINE = 64 * 1024, LONGEST_HEADER = 1024 * 1024, LARGEST_RECORD = 64 * 1024 * 1024 };

/* What is used of libarchive. */
#define UNPACK_CALLS(CALL)                                                                                             \
    CALL(archive_error_string)                                                                                         \
    CALL(archive_read_data)                                                                                            \
    CALL(archive_read_free)                                                                                            \
    CALL(archive_read_new)                                                                                             \
    CALL(archive_read_next_header)                                                                                     \
    CALL(archive_read_open_fd)                                                                                         \
    CALL(archive_read_support_filter_gzip)                                                                             \
    CALL(archive_read_support_filter_zstd)                                                                             \
    CALL(archive_read_support_format_raw)

struct unpack_calls {
    UNPACK_CALLS(LIBRARY_MEMBER)
};

struct record_stream {
    int file;
    char *name;
    struct unpack_calls calls;
    struct archive *archive; /* of a packed file, or NULL */
    uint64_t before;         /* bytes, unpacked, that have left the buffer */
    size_t at, end;          /* of what is in the buffer */
    char buffer[PIECE];
};

static struct text buffered(const struct record_stream *stream) {
    return (struct text){stream->buffer + stream->at, stream->end - stream->at};
}

static uint64_t place_of(const struct record_stream *stream) {
    return stream->before + stream->at;
}

static ssize_t read_piece(struct record_stream *stream, char *into, size_t room) {
    if (stream->archive)
        return stream->calls.archive_read_data(stream->archive, into, room);
    ssize_t got;
    do
        got = read(stream->file, into, room);
    while (got < 0 && errno == EINTR);
    return got;
}

static bool refuse(const struct record_stream *stream, struct error *error) {
    const char *why = stream->archive ? stream->calls.archive_error_string(stream->archive) : strerror(errno);
    unsigned long long byte = stream->before + stream->end;
    return error_set(error, ERROR_INPUT, "%s: byte %llu: cannot be read: %s", stream->name, byte,
                     why ? why : "it is damaged");
}

/* Fills an empty buffer; it stays empty at the end. */
static bool refill(struct record_stream *stream, struct error *error) {
    if (stream->at < stream->end)
        return true;
    stream->before += stream->end;
    stream->at = stream->end = 0;
    ssize_t got = read_piece(stream, stream->buffer, PIECE);
    if (got < 0)
        return refuse(stream, error);
    stream->end = (size_t)got;
    return true;
}

/* The first bytes, as many as tell a web archive. */
static bool fill_head(struct record_stream *stream, struct error *error) {
    while (stream->end < 8) {
        ssize_t got = read_piece(stream, stream->buffer + stream->end, PIECE - stream->end);
        if (got < 0)
            return refuse(stream, error);
        if (got == 0)
            return true;
        stream->end += (size_t)got;
    }
    return true;
}

/* What follows up to and with a line end, added to `line`; nothing at the end of the file. What is beyond the longest
 * line is left for the next. */
static bool read_line(struct record_stream *stream, struct builder *line, struct error *error) {
    size_t first = line->count;
    while (line->count - first < LONGEST_LINE && (line->count == first || line->items[line->count - 1] != '\n')) {
        if (!refill(stream, error))
            return false;
        struct text rest = buffered(stream);
        size_t end = text_find(rest, TEXT("\n"), 0) + 1;
        if (rest.size == 0)
            return true;
        end = end > rest.size ? rest.size : end;
        builder_add(line, text_slice(rest, 0, end));
        stream->at += end;
    }
    return true;
}

/* Adds the next `size` bytes, or passes over them with NULL; fewer where the file ends. */
static bool read_bytes(struct record_stream *stream, uint64_t size, struct builder *content, struct error *error) {
    while (size > 0) {
        if (!refill(stream, error))
            return false;
        struct text rest = buffered(stream);
        size_t take = rest.size < size ? rest.size : (size_t)size;
        if (take == 0)
            return true;
        if (content)
            builder_add(content, text_slice(rest, 0, take));
        stream->at += take;
        size -= take;
    }
    return true;
}

/* The lines up to the empty one, from the one that begins a record; nothing at the end of the file. */
static bool read_header(struct record_stream *stream, struct builder *header, struct error *error) {
    uint64_t begins = place_of(stream);
    for (;;) {
        size_t before = header->count;
        if (!read_line(stream, header, error))
            return false;
        struct text line = text_slice(builder_text(header), before, header->count);
        if (before == 0 && line.size > 0 && !warc_begins(line))
            header->count = 0;
        else if (line.size == 0 || text_trim(line).size == 0)
            return true;
        if (header->count > LONGEST_HEADER)
            return error_set(error, ERROR_INPUT, "%s: byte %llu: the header of the record has no end", stream->name,
                             (unsigned long long)begins);
    }
}

bool record_stream_next(struct record_stream *stream, const struct reader_notes *notes, struct arena *arena,
                        struct text *record, struct error *error) {
    for (;;) {
        struct builder whole = builder_new(arena);
        uint64_t length = 0;
        if (!read_header(stream, &whole, error))
            return false;
        struct text header = builder_text(&whole);
        if (header.size > 0 && !warc_content_length(header, &length))
            return error_set(error, ERROR_INPUT, "%s: byte %llu: the record does not say how long it is", stream->name,
                             (unsigned long long)(place_of(stream) - header.size));
        bool large = length > LARGEST_RECORD;
        if (!read_bytes(stream, length, large ? NULL : &whole, error))
            return false;
        if (!large) {
            *record = builder_text(&whole);
            return true;
        }
        if (notes && notes->note)
            notes->note(notes->context,
                        text_c(arena, text_format(arena, "%.*s: %llu MB, over the limit of %d MB; left out",
                                                  TEXT_ARGS(warc_target(header)), (unsigned long long)(length >> 20),
                                                  LARGEST_RECORD >> 20)));
    }
}

static bool is_packed(struct text head) {
    return text_starts(head, TEXT("\x1F\x8B")) || text_starts(head, TEXT("\x28\xB5\x2F\xFD"));
}

static void close_archive(struct record_stream *stream) {
    if (stream->archive)
        stream->calls.archive_read_free(stream->archive);
    stream->archive = NULL;
}

/* Starts again, reading what the packed file holds. False where it is not to be streamed: whoever reads it whole says
 * what is wrong with it. */
static bool unpack(struct record_stream *stream) {
    struct unpack_calls *calls = &stream->calls;
    const struct library_call all[] = {UNPACK_CALLS(LIBRARY_CALL)};
    struct archive_entry *entry;
    struct error unused = {0};
    if (lseek(stream->file, 0, SEEK_SET) != 0 ||
        !library_open("libarchive.so.13", "libarchive13", all, sizeof all / sizeof *all, &unused))
        return false;
    stream->at = stream->end = 0;
    stream->archive = calls->archive_read_new();
    calls->archive_read_support_filter_gzip(stream->archive);
    calls->archive_read_support_filter_zstd(stream->archive);
    calls->archive_read_support_format_raw(stream->archive);
    if (calls->archive_read_open_fd(stream->archive, stream->file, PIECE) == ARCHIVE_OK &&
        calls->archive_read_next_header(stream->archive, &entry) == ARCHIVE_OK && fill_head(stream, &unused) &&
        warc_begins(buffered(stream)))
        return true;
    close_archive(stream);
    return false;
}

/* Whether it is a web archive; if not, `content` is all of it. */
static bool tell(struct record_stream *stream, size_t limit, struct arena *arena, bool *streamed, struct text *content,
                 struct error *error) {
    if (!fill_head(stream, error))
        return false;
    *streamed = warc_begins(buffered(stream));
    bool packed = !*streamed && is_packed(buffered(stream)) && lseek(stream->file, 0, SEEK_CUR) > 0;
    if (packed && unpack(stream)) {
        *streamed = true;
        return true;
    }
    if (packed) {
        stream->at = stream->end = 0;
        if (lseek(stream->file, 0, SEEK_SET) != 0)
            return refuse(stream, error);
    }
    return *streamed || file_read_rest(stream->file, stream->name, buffered(stream), limit, arena, content, error);
}

void record_stream_close(struct record_stream *stream) {
    if (!stream)
        return;
    close_archive(stream);
    if (stream->file != STDIN_FILENO)
        close(stream->file);
    free(stream->name);
    free(stream);
}

bool record_stream_open(const char *path, size_t limit, struct arena *arena, struct record_stream **stream,
                        struct text *content, struct error *error) {
    bool standard = strcmp(path, "-") == 0, streamed = false;
    int file = STDIN_FILENO;
    if (!standard && !file_open(path, &file, error))
        return false;
    struct record_stream *opened = calloc(1, sizeof *opened);
    char *name = strdup(standard ? "standard input" : path);
    if (!opened || !name)
        arena_out_of_memory();
    opened->file = file;
    opened->name = name;
    bool told = tell(opened, limit, arena, &streamed, content, error);
    *stream = told && streamed ? opened : NULL;
    if (!*stream)
        record_stream_close(opened);
    return told;
}

#include "import_lines.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <stdlib.h>
#include <string.h>

enum { BUFFER = 256 << 10 };

struct import_lines {
    const char *path;
    VSILFILE *file;
    char *buffer; /* BUFFER bytes: at..size is what no line has taken */
    size_t at, size;
    uint64_t read, stated; /* bytes so far, and as the folder of the file says */
    size_t number;
    bool ended;
};

bool import_lines_open(const char *path, struct import_lines **lines, struct error *error) {
    struct import_lines *opened = calloc(1, sizeof *opened);
    VSIStatBufL about;
    CPLSetThreadLocalConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
    if (opened) {
        opened->path = path;
        opened->buffer = malloc(BUFFER);
        opened->file = VSIFOpenL(path, "rb");
        bool packed = strncmp(path, "/vsigzip/", 9) == 0; /* GDAL would unpack it all to tell */
        opened->stated = opened->file && !packed && VSIStatL(path, &about) == 0 ? (uint64_t)about.st_size : 0;
    }
    CPLPopErrorHandler();
    if (!opened || !opened->buffer || !opened->file) {
        import_lines_close(opened);
        return error_set(error, ERROR_INPUT, "%s: cannot be opened: not there, damaged or cut short", path);
    }
    *lines = opened;
    return true;
}

void import_lines_close(struct import_lines *lines) {
    if (!lines)
        return;
    if (lines->file) {
        CPLPushErrorHandler(CPLQuietErrorHandler);
        VSIFCloseL(lines->file);
        CPLPopErrorHandler();
    }
    free(lines->buffer);
    free(lines);
}

/* Reads on; what no line has taken moves to the front. */
static bool refill(struct import_lines *lines, struct error *error) {
    memmove(lines->buffer, lines->buffer + lines->at, lines->size - lines->at);
    lines->size -= lines->at;
    lines->at = 0;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
    size_t got = VSIFReadL(lines->buffer + lines->size, 1, BUFFER - lines->size, lines->file);
    bool failed = CPLGetLastErrorType() >= CE_Failure;
    CPLPopErrorHandler();
    lines->size += got;
    lines->read += got;
    lines->ended = got == 0;
    if (failed || (lines->ended && lines->read < lines->stated)) {
        return error_set(error, ERROR_INPUT, "%s: is damaged or cut short: it cannot be read beyond %llu bytes",
                         lines->path, (unsigned long long)lines->read);
    }
    return true;
}

/* Whether the buffer has the end of a line; *size: bytes before it, or all that are there. */
static bool find_end(const struct import_lines *lines, size_t *size) {
    const char *start = lines->buffer + lines->at;
    const char *end = memchr(start, '\n', lines->size - lines->at);
    *size = end ? (size_t)(end - start) : lines->size - lines->at;
    return end != NULL;
}

/* Passes over the rest of a line that is too long. */
static bool skip_line(struct import_lines *lines, struct error *error) {
    size_t size;
    while (!find_end(lines, &size)) {
        lines->at = lines->size;
        if (!refill(lines, error))
            return false;
        if (lines->ended)
            return true;
    }
    lines->at += size + 1;
    return true;
}

bool import_lines_next(struct import_lines *lines, struct import_line *line, bool *more, struct error *error) {
    size_t size;
    bool whole = find_end(lines, &size);
    while (!whole && !lines->ended && size <= IMPORT_LINE_LIMIT) {
        if (!refill(lines, error))
            return false;
        whole = find_end(lines, &size);
    }
    *more = whole || size > 0;
    if (!*more)
        return true;
    *line = (struct import_line){{lines->buffer + lines->at, size}, ++lines->number, size > IMPORT_LINE_LIMIT};
    if (line->too_long) {
        line->text.size = 0;
        return whole ? (lines->at += size + 1, true) : skip_line(lines, error);
    }
    lines->at += size + whole;
    if (line->text.size > 0 && line->text.data[line->text.size - 1] == '\r')
        line->text.size--;
    return true;
}

void import_lines_progress(const struct import_lines *lines, size_t *done, size_t *total) {
    *done = (size_t)lines->read;
    *total = (size_t)lines->stated;
}

static int by_bytes(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

bool import_lines_members(const char *zip, struct arena *arena, struct text **names, size_t *count,
                          struct error *error) {
    char *inside = text_c(arena, text_format(arena, "/vsizip/%s", zip));
    CPLPushErrorHandler(CPLQuietErrorHandler);
    char **found = VSIReadDir(inside);
    CPLPopErrorHandler();
    size_t total = (size_t)CSLCount(found);
    *names = ARENA_ARRAY(arena, struct text, total + 1);
    for (size_t i = 0; i < total; i++)
        (*names)[i] = text_copy(arena, text_of(found[i]));
    CSLDestroy(found);
    if (total > 1)
        qsort(*names, total, sizeof **names, by_bytes);
    *count = total;
    return total > 0 || error_set(error, ERROR_INPUT, "%s: is no zip file, or damaged, or cut short", zip);
}

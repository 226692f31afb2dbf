/* Zip and gzip files on import: their members, and the lines of each. */
#include "fuzz_beside.h"
#include "import_lines.h"

static void read_lines(const char *path) {
    struct import_lines *lines = NULL;
    struct import_line line;
    struct error error = {0};
    bool more = true;
    if (!import_lines_open(path, &lines, &error)) {
        FUZZ_HOLDS(error.message[0] != '\0');
        return;
    }
    for (size_t count = 0; more && count < 1000; count++) {
        if (!import_lines_next(lines, &line, &more, &error))
            break;
        FUZZ_HOLDS(!more || line.text.size <= IMPORT_LINE_LIMIT);
    }
    import_lines_close(lines);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    const char *zip = file_join(arena, own_folder(), "a.zip"), *gzip = file_join(arena, own_folder(), "a.txt.gz");
    struct text *names;
    size_t count = 0;
    struct error error = {0};
    put_file(zip, fuzz_text(data, size));
    put_file(gzip, fuzz_text(data, size));
    if (import_lines_members(zip, arena, &names, &count, &error))
        for (size_t i = 0; i < count && i < 8; i++)
            read_lines(text_c(arena, text_format(arena, "/vsizip/%s/%.*s", zip, TEXT_ARGS(names[i]))));
    else
        FUZZ_HOLDS(error.message[0] != '\0');
    read_lines(text_c(arena, text_format(arena, "/vsigzip/%s", gzip)));
    unlink(zip);
    unlink(gzip);
    arena_close(arena);
    return 0;
}

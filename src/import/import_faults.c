#include "import_faults.h"

#include "import.h"

#include <errno.h>
#include <string.h>

enum { CELL_SHOWN = 60 };

bool import_faults_open(const char *path, struct arena *arena, struct import_faults *faults, struct error *error) {
    *faults = (struct import_faults){.first = builder_new(arena), .path = path};
    if (!path)
        return true;
    faults->file = fopen(path, "we");
    return faults->file ||
           error_set(error, ERROR_ENVIRONMENT, "%s: cannot be written: %s; name another file", path, strerror(errno));
}

/* The cell as it can be shown: cut, on one line, in quotes. */
static void add_cell(struct builder *out, struct text cell) {
    struct text shown = text_slice(cell, 0, CELL_SHOWN);
    builder_add_c(out, " '");
    for (size_t at = 0; at < shown.size;) {
        uint32_t c = text_next(shown, &at);
        bool control =
            c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        builder_add_code_point(out, control ? 0xFFFD : c);
    }
    builder_add_c(out, shown.size < cell.size ? "…'" : "'");
}

void import_faults_add(struct import_faults *faults, const char *file, const char *unit, size_t line, const char *what,
                       struct text cell) {
    bool show = faults->shown < IMPORT_FAULTS_SHOWN;
    faults->count++;
    if (!show && !faults->file)
        return;
    struct arena *arena = arena_open();
    struct builder words = builder_new(arena);
    builder_format(&words, "%s:", file);
    if (line > 0)
        builder_format(&words, "%s%zu:", unit, line);
    builder_format(&words, " %s", what);
    if (cell.size > 0)
        add_cell(&words, cell);
    builder_add_char(&words, '\n');
    if (show) {
        builder_add(&faults->first, builder_text(&words));
        faults->shown++;
    }
    if (faults->file)
        (void)fwrite(words.items, 1, words.count, faults->file);
    arena_close(arena);
}

bool import_faults_close(struct import_faults *faults, struct error *error) {
    FILE *file = faults->file;
    faults->file = NULL;
    if (!file)
        return true;
    bool failed = ferror(file) != 0;
    failed = fclose(file) != 0 || failed;
    return !failed || error_set(error, ERROR_ENVIRONMENT, "%s: cannot be written: %s", faults->path, strerror(errno));
}

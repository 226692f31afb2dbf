#include "import_sources.h"

#include "file.h"
#include "import_lines.h"
#include "list.h"

static void push(struct import_sources *sources, struct arena *arena, struct text path, struct text shown,
                 enum import_dump_kind dump) {
    *LIST_PUSH(arena, sources) = (struct import_source){text_c(arena, path), text_c(arena, shown), dump};
}

/* What lies beside the data in the zip files of GeoNames. */
static bool is_companion(struct text name) {
    static const char *const companions[] = {"readme.txt", "iso-languagecodes.txt", "license.txt"};
    for (size_t i = 0; i < sizeof companions / sizeof *companions; i++)
        if (text_is(name, companions[i]))
            return true;
    return !text_ends(name, TEXT(".txt"));
}

static bool find_in_zip(const char *zip, struct arena *arena, struct import_sources *sources, struct error *error) {
    struct text *names;
    size_t count;
    size_t before = sources->count;
    if (!import_lines_members(zip, arena, &names, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct text path = text_format(arena, "/vsizip/%s/%.*s", zip, TEXT_ARGS(names[i]));
        enum import_dump_kind kind = DUMP_UNKNOWN;
        if (!is_companion(names[i]) && !import_dump_kind(text_c(arena, path), &kind, error))
            return false;
        if (kind != DUMP_UNKNOWN)
            push(sources, arena, path, text_format(arena, "%s/%.*s", zip, TEXT_ARGS(names[i])), kind);
    }
    if (sources->count == before)
        push(sources, arena, text_of(zip), text_of(zip), DUMP_UNKNOWN);
    return true;
}

static bool find_text(const char *input, struct text path, struct arena *arena, struct import_sources *sources,
                      struct error *error) {
    enum import_dump_kind kind;
    if (!import_dump_kind(text_c(arena, path), &kind, error))
        return false;
    if (kind == DUMP_UNKNOWN) {
        return error_set(
            error, ERROR_INPUT,
            "%s: is no GeoNames dump (19 columns parted by tabs) and no table of alternate names; if it is "
            "another table, say with --map what its columns are",
            input);
    }
    push(sources, arena, path, text_of(input), kind);
    return true;
}

static bool find_input(const char *input, bool mapped, struct arena *arena, struct import_sources *sources,
                       struct error *error) {
    struct text name = text_of(input);
    if (!file_exists(input))
        return error_set(error, ERROR_INPUT, "%s: there is no such file", input);
    if (text_ends(name, TEXT(".zip")))
        return find_in_zip(input, arena, sources, error);
    if (!mapped && text_ends(name, TEXT(".txt")))
        return find_text(input, name, arena, sources, error);
    if (!mapped && text_ends(name, TEXT(".txt.gz")))
        return find_text(input, text_format(arena, "/vsigzip/%s", input), arena, sources, error);
    push(sources, arena, name, name, DUMP_UNKNOWN);
    return true;
}

bool import_sources_find(const char *const *inputs, size_t count, bool mapped, struct arena *arena,
                         struct import_sources *sources, struct error *error) {
    static const enum import_dump_kind order[] = {DUMP_PLACES, DUMP_UNKNOWN, DUMP_NAMES};
    struct import_sources found = {0};
    *sources = (struct import_sources){0};
    for (size_t i = 0; i < count; i++)
        if (!find_input(inputs[i], mapped, arena, &found, error))
            return false;
    for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
        for (size_t i = 0; i < found.count; i++)
            if (found.items[i].dump == order[k])
                *LIST_PUSH(arena, sources) = found.items[i];
    }
    return true;
}

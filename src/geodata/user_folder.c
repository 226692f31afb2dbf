#include "user_folder.h"

#include "builder.h"
#include "catalogue.h"
#include "file.h"
#include "folder.h"
#include "list.h"
#include "overlay.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

enum { IMPORT_FILE_LIMIT = 1 << 30 };

const char *user_folder_find(const char *directory, const char *environment, const char *data_home, const char *home,
                             struct arena *arena) {
    const char *said = directory ? directory : environment;
    if (said)
        return *said ? said : NULL;
    if (data_home && data_home[0] == '/')
        return file_join(arena, data_home, "bordermap");
    return home && *home ? file_join(arena, home, ".local/share/bordermap") : NULL;
}

char *user_folder_import(const char *directory, const char *name, struct arena *arena) {
    return file_join(arena, file_join(arena, directory, "imports"), name);
}

bool user_folder_is_name(struct text name) {
    bool sound = name.size > 0 && name.size <= 64 && name.data[0] != '.' && name.data[0] != '-';
    for (size_t i = 0; sound && i < name.size; i++) {
        char c = name.data[i];
        sound = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                c == '.';
    }
    return sound && !text_ends(name, TEXT(".new")) && !text_ends(name, TEXT(".old"));
}

/* Opening. */

static bool add_import(const char *directory, struct text name, struct arena *arena, struct geodata *geodata,
                       struct error *error) {
    const char *import = user_folder_import(directory, text_c(arena, name), arena);
    struct geodata read = {0};
    if (!catalogue_read(file_join(arena, import, "catalog.json"), arena, &read, error)) {
        return error_context(error,
                             "%s: this import is damaged; import it again, or take it away with 'bordermap "
                             "geodata remove %.*s'",
                             import, TEXT_ARGS(name));
    }
    struct geodata_source *sources = ARENA_ARRAY(arena, struct geodata_source, geodata->count + read.count);
    memcpy(sources, geodata->sources, geodata->count * sizeof *sources);
    for (size_t i = 0; i < read.count; i++)
        sources[geodata->count + i] = read.sources[i];
    geodata->sources = sources;
    geodata->count += read.count;
    geodata->imports[geodata->import_count++] = import;
    return true;
}

bool user_folder_open(const char *directory, const char *except, struct arena *arena, struct geodata *geodata,
                      struct error *error) {
    geodata->user_directory = directory;
    const char *imports = directory ? file_join(arena, directory, "imports") : NULL;
    struct text *names;
    size_t count;
    if (!imports || !file_exists(imports))
        return true;
    if (!file_list(imports, arena, &names, &count, error)) {
        error->kind = ERROR_ENVIRONMENT;
        return false;
    }
    geodata->imports = ARENA_ARRAY(arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++) {
        bool wanted = user_folder_is_name(names[i]) && !(except && text_is(names[i], except));
        if (wanted && !add_import(directory, names[i], arena, geodata, error))
            return false;
    }
    return true;
}

/* Changing. */

bool user_folder_replace(const char *fresh, const char *import, struct error *error) {
    if (!file_exists(import)) {
        return rename(fresh, import) == 0 ||
               error_set(error, ERROR_ENVIRONMENT, "%s: cannot be put in place: %s", import, strerror(errno));
    }
    if (renameat2(AT_FDCWD, fresh, AT_FDCWD, import, RENAME_EXCHANGE) == 0)
        return folder_remove(fresh, error);      /* the old one now */
    return folder_replace(fresh, import, error); /* a file system that cannot exchange */
}

bool user_folder_remove(const char *directory, const char *name, struct error *error) {
    struct arena *arena = arena_open();
    const char *import = user_folder_import(directory, name, arena);
    bool there = user_folder_is_name(text_of(name)) && file_exists(import);
    bool removed = there ? folder_remove(import, error)
                         : error_set(error, ERROR_USAGE, "%s: there is no import '%s'", directory, name);
    arena_close(arena);
    return removed;
}

/* Checking. */

static void check_file(const char *import, const struct catalogue_file *file, struct builder *report) {
    struct arena *arena = arena_open();
    struct text content;
    struct error error = {0};
    char hex[65];
    const char *path = file_join(arena, import, text_c(arena, file->path));
    if (!file_read(path, IMPORT_FILE_LIMIT, arena, &content, &error)) {
        builder_format(report, "%s\n", error.message);
    } else {
        file_sha256(content, hex);
        if (!text_is(file->sha256, hex))
            builder_format(report, "%s: differs from what was imported; import it again\n", path);
    }
    arena_close(arena);
}

static void check_overlay(const char *import, struct arena *arena, struct builder *report) {
    struct overlay *overlay = NULL;
    struct error error = {0};
    const char *path = file_join(arena, import, "overlay.bin");
    if (!overlay_open(path, &overlay, &error) || !overlay_check(overlay, &error))
        builder_format(report, "%s: %s\n", path, error.message);
    overlay_close(overlay);
}

bool user_folder_check(const struct geodata *geodata, struct arena *arena, struct text *report, struct error *error) {
    struct builder builder = builder_new(arena);
    for (size_t i = 0; i < geodata->import_count; i++) {
        struct catalogue_files files = {0};
        const char *import = geodata->imports[i];
        if (!catalogue_read_files(file_join(arena, import, "catalog.json"), arena, &files, error))
            return false;
        for (size_t k = 0; k < files.count; k++)
            if (text_is(files.items[k].path, "overlay.bin"))
                check_overlay(import, arena, &builder);
            else
                check_file(import, &files.items[k], &builder);
    }
    *report = builder_text(&builder);
    return true;
}

#include "folder.h"

#include "file.h"
#include "list.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDER_DEPTH = 8, COPY_LIMIT = 1024 * 1024 * 1024 };

static bool list_below(const char *directory, struct text inside, int depth, struct arena *arena,
                       struct folder_files *files, struct error *error) {
    struct text *names;
    size_t count;
    const char *here = file_join(arena, directory, text_c(arena, inside));
    if (!file_list(here, arena, &names, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct text path =
            inside.size ? text_format(arena, "%.*s/%.*s", TEXT_ARGS(inside), TEXT_ARGS(names[i])) : names[i];
        bool folder = file_is_directory(file_join(arena, directory, text_c(arena, path)));
        if (!folder)
            *LIST_PUSH(arena, files) = path;
        else if (depth > 0 && !list_below(directory, path, depth - 1, arena, files, error))
            return false;
    }
    return true;
}

bool folder_files(const char *directory, struct arena *arena, struct folder_files *files, struct error *error) {
    return list_below(directory, TEXT(""), FOLDER_DEPTH, arena, files, error);
}

/* The folder of a path. */
static char *parent(struct arena *arena, const char *path) {
    char *copy = text_c(arena, text_of(path));
    char *slash = strrchr(copy, '/');
    if (slash)
        *slash = '\0';
    return slash ? copy : text_c(arena, TEXT("."));
}

static bool copy_file(const char *from, const char *into, struct error *error) {
    struct arena *arena = arena_open();
    struct text content;
    bool copied = file_read(from, COPY_LIMIT, arena, &content, error) &&
                  file_make_directory(parent(arena, into), error) && file_write(into, content, error);
    arena_close(arena);
    return copied;
}

bool folder_copy(const char *from, const char *into, struct error *error) {
    struct arena *arena = arena_open();
    struct folder_files files = {0};
    bool copied = folder_files(from, arena, &files, error) && file_make_directory(into, error);
    for (size_t i = 0; copied && i < files.count; i++) {
        char *name = text_c(arena, files.items[i]);
        copied = copy_file(file_join(arena, from, name), file_join(arena, into, name), error);
    }
    arena_close(arena);
    return copied;
}

static bool remove_below(const char *directory, int depth, struct arena *arena, struct error *error) {
    struct text *names;
    size_t count;
    if (!file_list(directory, arena, &names, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        char *path = file_join(arena, directory, text_c(arena, names[i]));
        bool folder = file_is_directory(path);
        if (folder && (depth == 0 || !remove_below(path, depth - 1, arena, error)))
            return false;
        if (!folder && unlink(path) != 0)
            return error_set(error, ERROR_ENVIRONMENT, "%s: cannot be removed: %s", path, strerror(errno));
    }
    return rmdir(directory) == 0 ||
           error_set(error, ERROR_ENVIRONMENT, "%s: cannot be removed: %s", directory, strerror(errno));
}

/* A link to a folder is a name of it: only the name goes. */
static bool is_link(const char *path) {
    struct stat about;
    return lstat(path, &about) == 0 && S_ISLNK(about.st_mode);
}

bool folder_remove(const char *directory, struct error *error) {
    if (is_link(directory)) {
        return unlink(directory) == 0 ||
               error_set(error, ERROR_ENVIRONMENT, "%s: cannot be removed: %s", directory, strerror(errno));
    }
    if (!file_exists(directory))
        return true;
    struct arena *arena = arena_open();
    bool removed = remove_below(directory, FOLDER_DEPTH, arena, error);
    arena_close(arena);
    return removed;
}

bool folder_replace(const char *fresh, const char *directory, struct error *error) {
    struct arena *arena = arena_open();
    char *old = text_c(arena, text_format(arena, "%s.old", directory));
    bool there = file_exists(directory);
    bool moved = folder_remove(old, error);
    if (moved && there && rename(directory, old) != 0)
        moved = error_set(error, ERROR_ENVIRONMENT, "%s: cannot be replaced: %s", directory, strerror(errno));
    if (moved && rename(fresh, directory) != 0) {
        moved = error_set(error, ERROR_ENVIRONMENT, "%s: cannot be put in place: %s", directory, strerror(errno));
        if (there && rename(old, directory) != 0)
            error_context(error, "the old folder is now %s", old);
    }
    moved = moved && folder_remove(old, error);
    arena_close(arena);
    return moved;
}

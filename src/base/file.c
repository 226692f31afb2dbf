#include "file.h"

#include "builder.h"
#include "list.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_STEP = 64 * 1024 };

static bool read_all(int file, const char *name, size_t limit, struct builder *content, struct error *error) {
    char *buffer = arena_room(content->arena, READ_STEP, 1);
    for (;;) {
        ssize_t got = read(file, buffer, READ_STEP);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set(error, ERROR_INPUT, "%s: cannot be read: %s", name, strerror(errno));
        if (got == 0)
            return true;
        builder_add(content, (struct text){buffer, (size_t)got});
        if (content->count > limit)
            return error_set(error, ERROR_INPUT, "%s: larger than the limit of %zu MB; split it", name, limit >> 20);
    }
}

/* A pipe that the shell has made ("<(…)") has somebody who writes to it: it is streamed. */
static bool is_shell_pipe(const char *path) {
    return strncmp(path, "/dev/fd/", 8) == 0 || strcmp(path, "/dev/stdin") == 0;
}

/* Nothing that waits for ever or has no end: a pipe by name, a device. */
static bool check_kind(const struct stat *about, const char *path, struct error *error) {
    if (S_ISDIR(about->st_mode))
        return error_set(error, ERROR_INPUT, "%s: is a directory; name the files in it", path);
    if (S_ISREG(about->st_mode) || is_shell_pipe(path))
        return true;
    return error_set(error, ERROR_INPUT, "%s: is a pipe or a device, no file; give it on standard input, as -", path);
}

bool file_open(const char *path, int *file, struct error *error) {
    struct stat about;
    int opened = open(path, O_RDONLY | O_CLOEXEC | (is_shell_pipe(path) ? 0 : O_NONBLOCK));
    if (opened < 0) {
        const char *why = errno == ENOENT ? "there is no such file" : strerror(errno);
        return error_set(error, ERROR_INPUT, "%s: %s", path, why);
    }
    if (fstat(opened, &about) == 0 && !check_kind(&about, path, error)) {
        close(opened);
        return false;
    }
    *file = opened;
    return true;
}

bool file_read_rest(int file, const char *name, struct text read_before, size_t limit, struct arena *arena,
                    struct text *content, struct error *error) {
    struct builder builder = builder_new(arena);
    builder_add(&builder, read_before);
    if (!read_all(file, name, limit, &builder, error))
        return false;
    *content = builder_text(&builder);
    return true;
}

bool file_read(const char *path, size_t limit, struct arena *arena, struct text *content, struct error *error) {
    bool standard = strcmp(path, "-") == 0;
    int file = STDIN_FILENO;
    if (!standard && !file_open(path, &file, error))
        return false;
    bool done = file_read_rest(file, standard ? "standard input" : path, TEXT_NONE, limit, arena, content, error);
    if (!standard)
        close(file);
    return done;
}

/* What is written at once stays together in the page cache, and newer kernels (Linux 6.18) map all of it where one byte
 * is touched: files that are mapped to be touched here and there are best written in small pieces. */
enum { PIECE = 16 * 1024 };

static bool write_all(int file, struct text content) {
    size_t written = 0;
    while (written < content.size) {
        size_t left = content.size - written;
        ssize_t step = write(file, content.data + written, left < PIECE ? left : PIECE);
        if (step < 0 && errno != EINTR)
            return false;
        written += step > 0 ? (size_t)step : 0;
    }
    return true;
}

static bool cannot_write(const char *path, struct error *error) {
    const char *advice =
        errno == ENOSPC || errno == EDQUOT ? "; make room and run again" : "; choose another place with -o";
    const char *why = errno == EEXIST ? "there is a file of that name, no folder" : strerror(errno);
    return error_set(error, ERROR_ENVIRONMENT, "%s: cannot be written: %s%s", path, why, advice);
}

/* A new file beside `path` under a name that nobody can have foreseen, and that is no link; -1 with errno. */
static int open_temporary(const char *path, char *temporary, size_t room) {
    int file = -1;
    for (int attempt = 0; file < 0 && attempt < 8; attempt++) {
        uint64_t chance = 0;
        if (getrandom(&chance, sizeof chance, 0) != (ssize_t)sizeof chance)
            return -1;
        int size = snprintf(temporary, room, "%s.%016llx.tmp", path, (unsigned long long)chance);
        if (size < 0 || (size_t)size >= room) {
            errno = ENAMETOOLONG;
            return -1;
        }
        file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (file < 0 && errno != EEXIST)
            return -1;
    }
    return file;
}

bool file_write(const char *path, struct text content, struct error *error) {
    char temporary[4096];
    int file = open_temporary(path, temporary, sizeof temporary);
    if (file < 0)
        return cannot_write(path, error);
    bool written = write_all(file, content) && fsync(file) == 0;
    int failure = errno;
    if (close(file) != 0 && written) {
        written = false;
        failure = errno;
    }
    if (written && rename(temporary, path) != 0) {
        written = false;
        failure = errno;
    }
    if (!written) {
        unlink(temporary);
        errno = failure;
        return cannot_write(path, error);
    }
    return true;
}

static bool make_one(const char *path) {
    return mkdir(path, 0777) == 0 || (errno == EEXIST && file_is_directory(path));
}

bool file_make_directory(const char *path, struct error *error) {
    char partial[4096];
    size_t size = strlen(path);
    if (size >= sizeof partial)
        return error_set(error, ERROR_ENVIRONMENT, "%s: the path is too long", path);
    memcpy(partial, path, size + 1);
    for (size_t i = 1; i < size; i++) {
        if (partial[i] == '/') {
            partial[i] = '\0';
            if (!make_one(partial))
                return cannot_write(partial, error);
            partial[i] = '/';
        }
    }
    return make_one(partial) || cannot_write(path, error);
}

bool file_exists(const char *path) {
    return access(path, F_OK) == 0;
}

bool file_is_directory(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

struct names {
    struct text *items;
    size_t count, capacity;
};

static int by_bytes(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

bool file_list(const char *directory, struct arena *arena, struct text **names, size_t *count, struct error *error) {
    DIR *opened = opendir(directory);
    if (!opened)
        return error_set(error, ERROR_INPUT, "%s: cannot be listed: %s", directory, strerror(errno));
    struct names found = {0};
    for (struct dirent *entry = readdir(opened); entry; entry = readdir(opened))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            *LIST_PUSH(arena, &found) = text_copy(arena, text_of(entry->d_name));
    closedir(opened);
    if (found.count)
        qsort(found.items, found.count, sizeof *found.items, by_bytes);
    *names = found.items;
    *count = found.count;
    return true;
}

char *file_join(struct arena *arena, const char *directory, const char *name) {
    size_t size = strlen(directory);
    const char *slash = size > 0 && directory[size - 1] == '/' ? "" : "/";
    struct text joined = text_format(arena, "%s%s%s", directory, slash, name);
    return text_c(arena, joined);
}

bool file_map(const char *path, struct file_mapping *mapping, struct error *error) {
    int file = -1;
    if (!file_open(path, &file, error))
        return false;
    struct stat about;
    void *data = MAP_FAILED;
    if (fstat(file, &about) == 0 && about.st_size > 0)
        data = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    if (data == MAP_FAILED)
        return error_set(error, ERROR_INPUT, "%s: is empty or cannot be mapped", path);
    *mapping = (struct file_mapping){data, (size_t)about.st_size};
    return true;
}

void file_unmap(struct file_mapping *mapping) {
    if (mapping && mapping->data) {
        munmap((void *)(uintptr_t)mapping->data, mapping->size);
        *mapping = (struct file_mapping){NULL, 0};
    }
}

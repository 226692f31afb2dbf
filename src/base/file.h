/* file.h: files read whole, replaced atomically, or mapped. */
#ifndef BORDERMAP_FILE_H
#define BORDERMAP_FILE_H

#include "error.h"
#include "text.h"

/* The whole file ("-": standard input) in the arena, at most `limit` bytes. Fails with ERROR_INPUT for a missing file,
 * a directory, an unreadable or larger one. */
bool file_read(const char *path, size_t limit, struct arena *arena, struct text *content,
               struct error *error) NODISCARD;

/* The same of a file that is open: `read_before` and what is left of it. `name` is for errors. */
bool file_read_rest(int file, const char *name, struct text read_before, size_t limit, struct arena *arena,
                    struct text *content, struct error *error) NODISCARD;

/* Writes a temporary file beside `path`, syncs it and renames it over `path`: the old content or the new, never half.
 * ERROR_ENVIRONMENT. */
bool file_write(const char *path, struct text content, struct error *error) NODISCARD;

/* Makes the directory and those above it. ERROR_ENVIRONMENT. */
bool file_make_directory(const char *path, struct error *error) NODISCARD;

/* Opens a regular file, or a pipe of the shell ("/dev/fd/…"), for reading; the caller closes *file. ERROR_INPUT for
 * what is not there, a directory, a pipe by name or a device. */
bool file_open(const char *path, int *file, struct error *error) NODISCARD;

bool file_exists(const char *path);
bool file_is_directory(const char *path);

/* The names in a directory, sorted by bytes, without "." and "..". */
bool file_list(const char *directory, struct arena *arena, struct text **names, size_t *count,
               struct error *error) NODISCARD;

/* "directory/name" in the arena, NUL-terminated. */
char *file_join(struct arena *arena, const char *directory, const char *name);

/* A file mapped read-only. */
struct file_mapping {
    const void *data;
    size_t size;
};

bool file_map(const char *path, struct file_mapping *mapping, struct error *error) NODISCARD;
void file_unmap(struct file_mapping *mapping);

/* Lower-case hexadecimal SHA-256 (FIPS 180-4) of the bytes, NUL-terminated. */
void file_sha256(struct text content, char hex[65]);

#endif

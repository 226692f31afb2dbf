/* fuzz_file.h: bytes as a file in memory, for readers that want a path. */
#ifndef BORDERMAP_FUZZ_FILE_H
#define BORDERMAP_FUZZ_FILE_H

#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

struct fuzz_file {
    int descriptor;
    char path[64];
};

static inline struct fuzz_file fuzz_file_open(struct text content) {
    struct fuzz_file file = {.descriptor = memfd_create("fuzz", MFD_CLOEXEC)};
    FUZZ_HOLDS(file.descriptor >= 0);
    FUZZ_HOLDS(write(file.descriptor, content.data, content.size) == (ssize_t)content.size);
    snprintf(file.path, sizeof file.path, "/proc/self/fd/%d", file.descriptor);
    return file;
}

static inline void fuzz_file_close(const struct fuzz_file *file) {
    close(file->descriptor);
}

#endif

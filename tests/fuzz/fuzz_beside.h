/* fuzz_beside.h: what harnesses need beside the bytes: a small gazetteer, and files with names of their own. */
#ifndef BORDERMAP_FUZZ_BESIDE_H
#define BORDERMAP_FUZZ_BESIDE_H

#include "compile.h"
#include "fuzz.h"
#include "gazetteer.h"
#include "small_source.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* Compiled once, open until the program ends. */
static inline struct gazetteer *small_gazetteer_open(void) {
    static struct gazetteer *gazetteer;
    if (!gazetteer) {
        struct arena *arena = arena_open();
        struct error error = {0};
        const char *folder = write_small_source(arena);
        const char *path = file_join(arena, folder, "gazetteer.bin");
        FUZZ_HOLDS(compile_gazetteer(folder, path, NULL, &error) && gazetteer_open(path, &gazetteer, &error));
        remove_small_source(folder);
        arena_close(arena);
    }
    return gazetteer;
}

/* A folder in memory of this process's own. */
static inline const char *own_folder(void) {
    static char folder[64];
    if (!folder[0]) {
        snprintf(folder, sizeof folder, "/dev/shm/bordermap-fuzz-%ld", (long)getpid());
        FUZZ_HOLDS(mkdir(folder, 0700) == 0 || errno == EEXIST);
    }
    return folder;
}

/* Writes the bytes as a file of that name in the folder, without asking the disk to hold it. */
static inline void put_file(const char *path, struct text content) {
    FILE *file = fopen(path, "wb");
    FUZZ_HOLDS(file && fwrite(content.data, 1, content.size, file) == content.size);
    FUZZ_HOLDS(fclose(file) == 0);
}

#endif

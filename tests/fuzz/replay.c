/* Runs the harness over the files of the folders that are named: what the fuzzers once found stays mended. */
#include "file.h"
#include "fuzz.h"

enum { LARGEST_SEED = 1 << 20 };

static size_t replay_folder(const char *folder, struct arena *arena) {
    struct text *names;
    size_t count = 0;
    struct error error = {0};
    if (!file_list(folder, arena, &names, &count, &error)) {
        fprintf(stderr, "%s\n", error.message);
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        struct text content;
        const char *path = file_join(arena, folder, text_c(arena, names[i]));
        if (!file_read(path, LARGEST_SEED, arena, &content, &error)) {
            fprintf(stderr, "%s\n", error.message);
            return 0;
        }
        /* A copy of the exact size, so that a read behind its end is seen. */
        uint8_t *exact = malloc(content.size ? content.size : 1);
        FUZZ_HOLDS(exact);
        for (size_t at = 0; at < content.size; at++)
            exact[at] = (uint8_t)content.data[at];
        LLVMFuzzerTestOneInput(exact, content.size);
        free(exact);
    }
    return count;
}

int main(int count, char **folders) {
    struct arena *arena = arena_open();
    size_t replayed = 0;
    bool all = count > 1;
    for (int i = 1; i < count; i++) {
        size_t here = replay_folder(folders[i], arena);
        all = all && here > 0;
        replayed += here;
    }
    arena_close(arena);
    printf("%zu inputs\n", replayed);
    return all ? 0 : 1;
}

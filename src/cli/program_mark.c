#include "program_mark.h"

#include "file.h"
#include "settings.h"
#include "version.h"

/* Where parts lie, from the folder of the program. */
static const char *const folders[] = {"lib/bordermap", "../lib/bordermap", "../lib64/bordermap",
                                      "../lib/x86_64-linux-gnu/bordermap", "../lib/aarch64-linux-gnu/bordermap"};

static void add_digest(const char *path, struct arena *arena, struct text *mark) {
    struct file_mapping file;
    char sha256[65];
    if (!file_map(path, &file, NULL))
        return;
    file_sha256((struct text){file.data, file.size}, sha256);
    file_unmap(&file);
    *mark = text_format(arena, "%.*s %s", TEXT_ARGS(*mark), sha256);
}

const char *program_mark(struct arena *arena) {
    struct text mark = TEXT(BORDERMAP_VERSION), *names;
    const char *home = settings_program_folder(arena);
    size_t count;
    add_digest("/proc/self/exe", arena, &mark);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        const char *folder = file_join(arena, home, folders[i]);
        if (!file_is_directory(folder) || !file_list(folder, arena, &names, &count, NULL))
            continue;
        for (size_t k = 0; k < count; k++)
            add_digest(file_join(arena, folder, text_c(arena, names[k])), arena, &mark);
    }
    return text_c(arena, mark);
}

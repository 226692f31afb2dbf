#include "settings.h"

#include "file.h"
#include "output.h"
#include "user_folder.h"

#include <stdlib.h>
#include <unistd.h>

enum { PATH_ROOM = 4096 };

/* The folder of the running program. */
char *settings_program_folder(struct arena *arena) {
    char *path = arena_alloc(arena, PATH_ROOM, 1);
    ssize_t size = readlink("/proc/self/exe", path, PATH_ROOM - 1);
    while (size > 1 && path[size - 1] != '/')
        size--;
    path[size > 1 ? size - 1 : 0] = '\0';
    return size > 1 ? path : text_c(arena, TEXT("."));
}

struct engine_options settings_engine(const struct arguments *arguments, struct arena *arena) {
    const char *user_data = user_folder_find(command_option(arguments, "--user-data"), getenv("BORDERMAP_USER_DATA"),
                                             getenv("XDG_DATA_HOME"), getenv("HOME"), arena);
    return (struct engine_options){command_option(arguments, "--data"), getenv("BORDERMAP_DATA"),
                                   settings_program_folder(arena), user_data, output_outlet()};
}

struct engine_reading settings_reading(const struct arguments *arguments) {
    return (struct engine_reading){command_option(arguments, "--article-language"),
                                   command_option(arguments, "--published"), command_option(arguments, "--source"),
                                   command_option(arguments, "--corrections")};
}

const char *settings_styles(const struct arguments *arguments, struct arena *arena) {
    const char *said = command_option(arguments, "--styles");
    said = said ? said : getenv("BORDERMAP_STYLES");
    if (said)
        return said;
    char *program = settings_program_folder(arena);
    char *beside = file_join(arena, program, "styles");
    return file_is_directory(beside) ? beside : file_join(arena, program, "../share/bordermap/styles");
}

const char *settings_names(const struct arguments *arguments) {
    const char *said = command_option(arguments, "--names"), *environment = getenv("BORDERMAP_NAMES");
    return said ? said : environment && environment[0] ? environment : NULL;
}

const char *settings_store(const struct arguments *arguments) {
    const char *said = command_option(arguments, "--store"), *environment = getenv("BORDERMAP_STORE");
    return said ? said : environment && environment[0] ? environment : NULL;
}

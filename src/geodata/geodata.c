#include "geodata.h"

#include "catalogue.h"
#include "file.h"

#include <string.h>

static bool is_data_folder(struct arena *arena, const char *directory) {
    return file_exists(file_join(arena, directory, "catalog.json"));
}

static bool not_found(const char *directory, const char *said_by, struct error *error) {
    return error_set(
        error, ERROR_ENVIRONMENT,
        "%s: there is no data folder here (no catalog.json); %s names it. Build one with 'bordermap geodata "
        "build --from SOURCE/geodata --into %s'",
        directory, said_by, directory);
}

/* The first of the folders that the user or the place of the binary names. */
static bool find_folder(const char *directory, const char *environment, const char *binary_directory,
                        struct arena *arena, const char **found, struct error *error) {
    bool from_environment = environment && *environment;
    if (directory || from_environment) {
        *found = directory ? directory : environment;
        return is_data_folder(arena, *found) || not_found(*found, directory ? "--data" : "BORDERMAP_DATA", error);
    }
    static const char *const beside[] = {"geodata", "../share/bordermap/geodata"};
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        *found = file_join(arena, binary_directory, beside[i]);
        if (is_data_folder(arena, *found))
            return true;
    }
    return not_found(file_join(arena, binary_directory, "geodata"), "the place of the program", error);
}

bool geodata_open(const char *directory, const char *environment, const char *binary_directory, struct arena *arena,
                  struct geodata *geodata, struct error *error) {
    const char *found;
    struct geodata opened = {0};
    if (!find_folder(directory, environment, binary_directory, arena, &found, error))
        return false;
    opened.directory = text_c(arena, text_of(found));
    if (!catalogue_read(file_join(arena, found, "catalog.json"), arena, &opened, error))
        return false;
    *geodata = opened;
    return true;
}

char *geodata_path(const struct geodata *geodata, struct arena *arena, const char *name) {
    return file_join(arena, geodata->directory, name);
}

/* geodata.h: the compiled data folder: finding it, what is in it, checking it. */
#ifndef BORDERMAP_GEODATA_H
#define BORDERMAP_GEODATA_H

#include "arena.h"
#include "error.h"
#include "text.h"

/* One source of data, for credits and `geodata info`. */
struct geodata_source {
    struct text path, title, source, version, date, licence, credit;
    long long rows;
};

struct geodata {
    const char *directory;
    struct geodata_source *sources;
    size_t count;
    const char *user_directory; /* of what a user imported (user_folder.h); NULL = none */
    const char **imports;       /* the folder of each import, by name */
    size_t import_count;
};

/*
 * Opens the compiled data folder: `directory` if not NULL, else $BORDERMAP_DATA (as `environment`), else beside the
 * binary
 * (`binary_directory`/geodata, ../share/bordermap/geodata). Reads its catalogue. ERROR_ENVIRONMENT says what was looked
 * for and what to do.
 */
bool geodata_open(const char *directory, const char *environment, const char *binary_directory, struct arena *arena,
                  struct geodata *geodata, struct error *error) NODISCARD;

/* "directory/name", NUL-terminated, in the arena. */
char *geodata_path(const struct geodata *geodata, struct arena *arena, const char *name);

/* Checks a compiled folder: every file there and whole, references known, geometry sound; problems as lines in *report
 * (empty: sound). */
bool geodata_check(const struct geodata *geodata, struct arena *arena, struct text *report,
                   struct error *error) NODISCARD;

#endif

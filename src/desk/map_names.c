#include "map_names.h"

#include "file.h"

/* NULL if there are none. */
static const char *names_path(const struct map_run *run) {
    if (run->request.names)
        return run->request.names;
    const char *beside = file_join(run->engine.arena, run->request.directory, "names.json");
    return file_exists(beside) ? beside : NULL;
}

bool map_names_read(struct map_run *run, struct error *error) {
    const char *path = names_path(run);
    struct arena *arena = run->engine.arena;
    struct house_names *names;
    struct text json, unknown, line;
    if (!path)
        return true;
    bool read = file_read(path, HOUSE_NAMES_BYTES, arena, &json, error);
    if (!read || !(house_names_read(json, run->engine.gazetteer, arena, &names, &unknown, error) ||
                   error_context(error, "%s", path))) {
        error->kind = error->kind == ERROR_INPUT ? ERROR_USAGE : error->kind;
        return error_context(error, "--names");
    }
    while (unknown.size > 0 && text_split(&unknown, '\n', &line))
        if (line.size > 0)
            outlet_remark(&run->engine.outlet, "%s: %.*s", path, TEXT_ARGS(line));
    run->request.map.house = names;
    return true;
}

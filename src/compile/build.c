#include "build.h"

#include "catalogue.h"
#include "compile.h"
#include "file.h"
#include "folder.h"

#include <string.h>

/* An already compiled data folder has an index in it; only what looks like one is ever replaced. */
static bool may_replace(struct arena *arena, const char *directory, struct error *error) {
    bool ours = !file_exists(directory) || file_exists(file_join(arena, directory, "catalog.json"));
    struct text *names;
    size_t count = 0;
    if (!ours && file_list(directory, arena, &names, &count, NULL) && count == 0)
        return true;
    return ours || error_set(error, ERROR_ENVIRONMENT,
                             "%s: is there and is no data folder; nothing was changed. Name another folder", directory);
}

static bool copy_part(struct arena *arena, const char *source, const char *fresh, const char *name,
                      struct error *error) {
    const char *from = file_join(arena, source, name);
    return !file_exists(from) || folder_copy(from, file_join(arena, fresh, name), error);
}

static bool build_into(const char *source, const char *fresh, const struct progress *progress, struct arena *arena,
                       struct error *error) {
    progress_report(progress, "shapes", 0, 4);
    bool built = folder_remove(fresh, error) && file_make_directory(fresh, error) &&
                 geodata_build_shapes(source, fresh, progress, error);
    progress_report(progress, "names", 2, 4);
    built = built && compile_gazetteer(source, file_join(arena, fresh, "gazetteer.bin"), progress, error) &&
            copy_part(arena, source, fresh, "curated", error) && copy_part(arena, source, fresh, "lexicon", error);
    progress_report(progress, "catalogue", 3, 4);
    return built && catalogue_write(file_join(arena, source, "catalog.json"), fresh, arena, error);
}

bool geodata_build(const char *source, const char *directory, const struct progress *progress, struct error *error) {
    struct arena *arena = arena_open();
    char *fresh = text_c(arena, text_format(arena, "%s.new", directory));
    bool built = may_replace(arena, directory, error);
    if (built && !file_exists(file_join(arena, source, "catalog.json"))) {
        built = error_set(error, ERROR_ENVIRONMENT,
                          "%s: is no folder of shipped data (no catalog.json); name the geodata folder of the source",
                          source);
    }
    built = built && build_into(source, fresh, progress, arena, error) && folder_replace(fresh, directory, error);
    if (!built && file_exists(fresh))
        (void)!folder_remove(fresh, NULL);
    progress_report(progress, "", 4, 4);
    arena_close(arena);
    return built;
}

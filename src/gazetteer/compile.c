#include "compile.h"

#include "compile_curated.h"
#include "compile_tables.h"
#include "file.h"

static bool compile_model(struct model *model, const char *source, const struct progress *progress, struct arena *arena,
                          struct error *error) {
    const char *tables = file_join(arena, source, "tables");
    const char *curated = file_join(arena, source, "curated");
    progress_report(progress, "gazetteer: places", 0, 4);
    if (!compile_regions(model, tables, arena, error) || !compile_towns(model, tables, arena, error) ||
        !compile_borders(model, tables, arena, error)) {
        return error_context(error, "%s", tables);
    }
    progress_report(progress, "gazetteer: what we state ourselves", 1, 4);
    if (!compile_curated(model, curated, arena, error)) {
        return error_context(error, "%s", curated);
    }
    progress_report(progress, "gazetteer: names", 2, 4);
    if (!compile_names(model, tables, arena, error)) {
        return error_context(error, "%s", tables);
    }
    return compile_finish(model, tables, arena, error);
}

bool compile_gazetteer(const char *source, const char *path, const struct progress *progress, struct error *error) {
    struct arena *arena = arena_open();
    struct arena *scratch = arena_open();
    struct model *model = model_new(arena, scratch);
    bool done = compile_model(model, source, progress, arena, error);
    if (done) {
        progress_report(progress, "gazetteer: index", 3, 4);
        done = file_write(path, model_write(model), error);
        progress_report(progress, "gazetteer", 4, 4);
    }
    arena_close(scratch);
    arena_close(arena);
    return done;
}

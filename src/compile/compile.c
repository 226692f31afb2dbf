#include "compile.h"

#include "compile_curated.h"
#include "compile_tables.h"
#include "file.h"

/* The tables are read into an arena of their own, which is cleared after each step: the model keeps what it needs. */
struct compilation {
    struct model *model;
    const char *tables, *curated;
    struct arena *arena;
    struct error *error;
};

static bool compile_places(const struct compilation *c) {
    bool done = compile_regions(c->model, c->tables, c->arena, c->error);
    arena_clear(c->arena);
    done = done && compile_towns(c->model, c->tables, c->arena, c->error);
    arena_clear(c->arena);
    done = done && compile_borders(c->model, c->tables, c->arena, c->error);
    arena_clear(c->arena);
    return done || error_context(c->error, "%s", c->tables);
}

static bool compile_statements(const struct compilation *c) {
    bool done = compile_curated(c->model, c->curated, c->arena, c->error);
    arena_clear(c->arena);
    return done || error_context(c->error, "%s", c->curated);
}

static bool compile_all_names(const struct compilation *c) {
    bool done = compile_names(c->model, c->tables, c->arena, c->error);
    arena_clear(c->arena);
    done = done && compile_finish(c->model, c->tables, c->arena, c->error);
    arena_clear(c->arena);
    return done || error_context(c->error, "%s", c->tables);
}

static bool compile_model(const struct compilation *c, const struct progress *progress) {
    progress_report(progress, "gazetteer: places", 0, 4);
    if (!compile_places(c))
        return false;
    progress_report(progress, "gazetteer: what we state ourselves", 1, 4);
    if (!compile_statements(c))
        return false;
    progress_report(progress, "gazetteer: names", 2, 4);
    return compile_all_names(c);
}

bool compile_gazetteer(const char *source, const char *path, const struct progress *progress, struct error *error) {
    struct arena *kept = arena_open();
    struct arena *scratch = arena_open();
    struct arena *tables = arena_open();
    struct compilation compilation = {model_new(kept, scratch), file_join(kept, source, "tables"),
                                      file_join(kept, source, "curated"), tables, error};
    bool done = compile_model(&compilation, progress);
    if (done) {
        progress_report(progress, "gazetteer: index", 3, 4);
        done = file_write(path, model_write(compilation.model), error);
        progress_report(progress, "gazetteer", 4, 4);
    }
    arena_close(tables);
    arena_close(scratch);
    arena_close(kept);
    return done;
}

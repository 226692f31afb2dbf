#include "map_edit.h"

#include "edit_plan.h"
#include "edit_starter.h"
#include "file.h"

static char *edit_path(const struct map_run *run, struct text id, struct arena *arena) {
    struct text name = text_format(arena, "%.*s.edit.json", TEXT_ARGS(id));
    return file_join(arena, run->request.directory, text_c(arena, name));
}

static bool read_edit(const char *path, struct arena *arena, struct edit *edit, struct error *error) {
    struct text json;
    return file_read(path, EDIT_BYTES, arena, &json, error) &&
           (edit_read(json, arena, edit, error) || error_context(error, "%s", path));
}

/* That of --edit, read at the first map. */
static bool read_given(struct map_run *run, struct error *error) {
    struct arena *arena = run->engine.arena;
    if (run->edit || !run->request.edit) {
        return true;
    }
    struct edit *edit = ARENA_NEW(arena, struct edit);
    if (!read_edit(run->request.edit, arena, edit, error)) {
        error->kind = error->kind == ERROR_INPUT ? ERROR_USAGE : error->kind;
        return error_context(error, "--edit");
    }
    run->edit = edit;
    return true;
}

bool map_edit_plan(struct map_run *run, struct map_plan *plan, struct arena *arena, struct error *error) {
    if (!read_given(run, error)) {
        return false;
    }
    if (run->edit && (run->edit->map.size == 0 || text_equal(run->edit->map, plan->id))) {
        run->edit_used = true;
        edit_plan(run->edit, plan);
        return true;
    }
    const char *path = edit_path(run, plan->id, arena);
    if (!file_exists(path)) {
        return true;
    }
    struct edit *edit = ARENA_NEW(arena, struct edit);
    if (!read_edit(path, arena, edit, error)) {
        return false;
    }
    if (edit->map.size > 0 && !text_equal(edit->map, plan->id)) {
        outlet_remark(&run->engine.outlet,
                      "%s: is for the map %.*s by what it says; used for %.*s, beside which it lies", path,
                      TEXT_ARGS(edit->map), TEXT_ARGS(plan->id));
    }
    edit_plan(edit, plan);
    return true;
}

bool map_edit_write(struct map_run *run, const struct map *map, struct arena *arena, struct error *error) {
    const char *path = edit_path(run, map->plan.id, arena);
    if (file_exists(path)) {
        outlet_remark(&run->engine.outlet, "%s is there already, and stays as it is", path);
        return true;
    }
    if (!file_write(path, edit_starter(map, arena), error)) {
        return false;
    }
    builder_format(&run->told, "%s\n", path);
    return true;
}

void map_edit_finish(const struct map_run *run) {
    if (run->edit && !run->edit_used && run->maps_drawn > 0) {
        outlet_remark(&run->engine.outlet, "--edit: %s is for the map %.*s, which this run did not draw",
                      run->request.edit, TEXT_ARGS(run->edit->map));
    }
}

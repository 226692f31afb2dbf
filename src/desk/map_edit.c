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
    if (run->edit || !run->request.edit)
        return true;
    struct edit *edit = ARENA_NEW(arena, struct edit);
    if (!read_edit(run->request.edit, arena, edit, error)) {
        error->kind = error->kind == ERROR_INPUT ? ERROR_USAGE : error->kind;
        return error_context(error, "--edit");
    }
    run->edit = edit;
    return true;
}

/* Where "a-kg-tj" had a number of its rank, "a-2-kg-tj": whether the name without it is the id. */
static bool is_former_name(struct text name, struct text id, struct arena *arena) {
    for (size_t i = 0; i + 2 < name.size; i++) {
        size_t end = i + 1;
        while (end < name.size && name.data[end] >= '0' && name.data[end] <= '9')
            end++;
        bool number = name.data[i] == '-' && end > i + 1 && end < name.size && name.data[end] == '-';
        if (number && text_equal(text_format(arena, "%.*s%.*s", TEXT_ARGS(text_slice(name, 0, i)),
                                             TEXT_ARGS(text_slice(name, end, name.size))),
                                 id))
            return true;
    }
    return false;
}

/* The edit of a map, where it lies under the name that the map had before; said so. */
static const char *former_path(const struct map_run *run, struct text id, struct arena *arena) {
    struct text *names, ending = TEXT(".edit.json");
    size_t count = 0;
    struct error error = {0};
    if (!file_is_directory(run->request.directory) || !file_list(run->request.directory, arena, &names, &count, &error))
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (!text_ends(names[i], ending) || names[i].size <= ending.size ||
            !is_former_name(text_slice(names[i], 0, names[i].size - ending.size), id, arena))
            continue;
        const char *path = file_join(arena, run->request.directory, text_c(arena, names[i]));
        outlet_remark(&run->engine.outlet, "%s: used for %.*s, as the map is called now; call it %.*s.edit.json", path,
                      TEXT_ARGS(id), TEXT_ARGS(id));
        return path;
    }
    return NULL;
}

bool map_edit_plan(struct map_run *run, struct map_plan *plan, struct arena *arena, struct error *error) {
    if (!read_given(run, error))
        return false;
    if (run->edit && (run->edit->map.size == 0 || text_equal(run->edit->map, plan->id) ||
                      is_former_name(run->edit->map, plan->id, arena))) {
        run->edit_used = true;
        edit_plan(run->edit, plan);
        return true;
    }
    const char *path = edit_path(run, plan->id, arena);
    bool named = file_exists(path);
    path = named ? path : former_path(run, plan->id, arena);
    if (!path)
        return true;
    struct edit *edit = ARENA_NEW(arena, struct edit);
    if (!read_edit(path, arena, edit, error))
        return false;
    if (named && edit->map.size > 0 && !text_equal(edit->map, plan->id)) {
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
    if (!file_write(path, edit_starter(map, arena), error))
        return false;
    builder_format(&run->told, "%s\n", path);
    return true;
}

void map_edit_finish(const struct map_run *run) {
    if (run->edit && !run->edit_used && run->maps_drawn > 0) {
        outlet_remark(&run->engine.outlet, "--edit: %s is for the map %.*s, which this run did not draw",
                      run->request.edit, TEXT_ARGS(run->edit->map));
    }
}

#include "map_run.h"

#include "column_map.h"
#include "elevation.h"
#include "file.h"
#include "interrupt.h"
#include "label_report.h"
#include "list.h"
#include "map_edit.h"
#include "map_names.h"
#include "map_stale.h"
#include "style_open.h"
#include "worldview.h"

enum { COLUMNS_LIMIT = 1 << 20 };

static const char *const MANIFEST = "manifest.json";

/* Second names need no words of their language: a code is enough. */
static bool is_code(struct text lang) {
    bool letters = lang.size == 0 || (lang.size >= 2 && lang.size <= 3);
    for (size_t i = 0; i < lang.size; i++)
        letters = letters && lang.data[i] >= 'a' && lang.data[i] <= 'z';
    return letters || text_is(lang, "local");
}

static bool check_languages(struct engine *engine, const struct map_options *map, struct error *error) {
    if (map->lang.size > 0 && !engine_check_language(engine, "--lang", text_c(engine->arena, map->lang), error))
        return false;
    return is_code(map->second) ||
           error_set(error, ERROR_USAGE, "--lang: '%.*s' is no second language; it takes a code or \"local\": it,local",
                     TEXT_ARGS(map->second));
}

/* The set of files that the run writes; what it reads is not among them. */
static struct file_set *open_files(const struct map_request *request, struct arena *arena) {
    struct file_set *files = file_set_new(request->directory, arena);
    file_set_protect(files, request->edit);
    file_set_protect(files, request->names);
    file_set_protect(files, request->map.relief);
    file_set_protect(files, request->style);
    for (size_t i = 0; i < request->map.overlay_count; i++)
        file_set_protect(files, request->map.overlays[i].path);
    return files;
}

/* The column map, which must be one. */
static bool read_columns(struct map_run *run, struct error *error) {
    const char *path = run->request.columns;
    struct column_map map;
    if (!path || (file_read(path, COLUMNS_LIMIT, run->engine.arena, &run->columns, error) &&
                  column_map_read(run->columns, run->engine.arena, &map, error)))
        return true;
    if (error && error->kind == ERROR_INPUT)
        error->kind = ERROR_USAGE;
    return error_context(error, "--columns: %s", path);
}

bool map_run_open(const struct engine_options *options, const struct map_request *request, struct map_run *run,
                  struct error *error) {
    struct map_run opened = {.request = *request};
    if (!engine_open(options, &opened.engine, error))
        return false;
    bool known = check_languages(&opened.engine, &request->map, error);
    struct worldview view;
    known = known && (!request->map.relief || elevation_check(request->map.relief, error)) &&
            worldview_read(&opened.engine.geodata, request->map.worldview, opened.engine.arena, &view, error);
    if (!known ||
        !style_open(request->styles, request->style, &opened.engine.outlet, opened.engine.arena, &opened.style,
                    error) ||
        !map_names_read(&opened, error) || !read_columns(&opened, error) || !lettering_open(&opened.lettering, error)) {
        engine_close(&opened.engine);
        return false;
    }
    opened.manifest = manifest_new(opened.engine.arena);
    opened.told = builder_new(opened.engine.arena);
    opened.files = open_files(request, opened.engine.arena);
    *run = opened;
    run->sources = (struct map_sources){&run->engine.geodata, run->engine.gazetteer, run->engine.lexicon, run->style,
                                        lettering_measure(run->lettering)};
    if (!run->request.show_scene)
        map_stale_read(run);
    return true;
}

void map_run_close(struct map_run *run) {
    file_set_close(run->files);
    lettering_close(run->lettering);
    engine_close(&run->engine);
}

void map_run_share_id(struct map_run *run, struct text id) {
    if (!text_list_has(&run->shared, id))
        text_list_add(&run->shared, text_copy(run->engine.arena, id), run->engine.arena);
}

struct text map_run_unused_id(struct map_run *run, struct text wanted, struct text origin) {
    struct arena *arena = run->engine.arena;
    struct text id = text_copy(arena, wanted);
    if (text_list_has(&run->shared, id) || text_list_has(&run->ids, id))
        wanted = id = text_format(arena, "%.*s-%08x", TEXT_ARGS(wanted), (unsigned)text_hash(origin));
    for (int number = 2; text_list_has(&run->ids, id); number++)
        id = text_format(arena, "%.*s-%d", TEXT_ARGS(wanted), number);
    *LIST_PUSH(arena, &run->ids) = id;
    return id;
}

static bool write_picture(struct map_run *run, const struct map *map, const struct picture_format *format,
                          struct arena *arena, struct manifest_file *file, struct error *error) {
    struct text bytes;
    struct text name = text_format(arena, "%.*s.%s", TEXT_ARGS(map->plan.id), format->ending);
    if (!format->write(&map->scene, run->lettering, &run->request.picture, arena, &bytes, error) ||
        !file_set_add(run->files, text_c(arena, name), bytes, error))
        return false;
    file->path = name;
    file->format = text_of(format->name);
    file_sha256(bytes, file->sha256);
    builder_format(&run->told, "%s\n", file_join(arena, run->request.directory, text_c(arena, name)));
    return true;
}

/* Where the pixels lie on the Earth, for who does not find it in them. */
static bool write_world(const struct map_run *run, const struct map *map, const struct picture_format *format,
                        struct arena *arena, struct error *error) {
    struct text world, aux;
    const char *stem = text_c(arena, map->plan.id);
    bool placed = run->request.world_file && format->world;
    bool keyless = format->no_crs && text_find(map->crs, text_of(format->no_crs), 0) < map->crs.size;
    if (!placed && !keyless)
        return true;
    const char *beside = placed ? text_c(arena, text_format(arena, "%s.%s", stem, format->world)) : NULL;
    return picture_world(&map->scene, &run->request.picture, arena, &world, &aux, error) &&
           (!placed || file_set_add(run->files, beside, world, error)) &&
           file_set_add(run->files, text_c(arena, text_format(arena, "%s.%s.aux.xml", stem, format->ending)), aux,
                        error);
}

static bool write_pictures(struct map_run *run, const struct map *map, struct text article, struct arena *arena,
                           struct error *error) {
    struct manifest_file files[PICTURE_FORMATS_MOST];
    const struct picture_format *format;
    size_t count = 0;
    for (size_t i = 0; (format = picture_format_at(i)) != NULL; i++) {
        bool wanted = run->request.formats & 1U << i;
        if (wanted && (!write_picture(run, map, format, arena, &files[count++], error) ||
                       !write_world(run, map, format, arena, error)))
            return false;
    }
    if (run->request.write_edit && !map_edit_write(run, map, arena, error))
        return false;
    for (size_t i = 0; i < map->remark_count; i++)
        outlet_remark(&run->engine.outlet, "%.*s: %.*s", TEXT_ARGS(map->plan.id), TEXT_ARGS(map->remarks[i]));
    manifest_add_map(&run->manifest, article, run->engine.gazetteer, map, files, count, arena);
    run->maps_drawn++;
    return true;
}

/* Says what is wrong with the labels, and that nothing is on the map. */
static void check_map(struct map_run *run, const struct map *map, struct arena *arena) {
    struct text faults[LABEL_FAULTS];
    size_t count = run->request.check ? label_report_faults(&map->labels, arena, faults) : 0;
    for (size_t i = 0; i < count; i++)
        outlet_remark(&run->engine.outlet, "%.*s: %.*s", TEXT_ARGS(map->plan.id), TEXT_ARGS(faults[i]));
    run->faulty = run->faulty || count > 0;
    if (map->shown_count == 0)
        outlet_remark(&run->engine.outlet, "%.*s: nothing in this frame has a name", TEXT_ARGS(map->plan.id));
}

/* Between two maps, a run that is asked to stop does so. */
static bool go_on(const struct map_run *run, struct error *error) {
    return !interrupt_pending() ||
           error_set(error, ERROR_ENVIRONMENT, "stopped by a signal; what is in %s is as it was before",
                     run->request.directory);
}

bool map_run_draw(struct map_run *run, const struct map_plan *plan, struct text article, struct error *error) {
    struct arena *arena = arena_open();
    struct map map;
    struct map_plan edited = *plan;
    bool done = go_on(run, error) && map_edit_plan(run, &edited, arena, error) &&
                map_compose(&run->sources, &edited, &run->request.map, arena, &map, error);
    if (done && run->request.show_scene)
        outlet_result(&run->engine.outlet, scene_write(arena, &map.scene));
    else if (done)
        done = write_pictures(run, &map, article, arena, error);
    if (done)
        check_map(run, &map, arena);
    arena_close(arena);
    return done;
}

static void tell_warnings(const struct map_run *run) {
    struct text warnings = lettering_warnings(run->lettering, run->engine.arena), line;
    while (warnings.size > 0 && text_split(&warnings, '\n', &line))
        if (line.size > 0)
            outlet_remark(&run->engine.outlet, "%.*s", TEXT_ARGS(line));
}

static bool write_manifest(struct map_run *run, struct error *error) {
    if (run->request.show_scene || run->maps_drawn + run->manifest.stories.count == 0)
        return true;
    struct arena *arena = run->engine.arena;
    struct text manifest = manifest_write(&run->manifest, run->request.version, &run->engine.geodata, arena);
    struct text features = manifest_write_geojson(&run->manifest, arena);
    struct manifest none = manifest_new(arena);
    struct text interim = manifest_write(&none, run->request.version, &run->engine.geodata, arena);
    bool done = go_on(run, error) && file_set_add(run->files, "incidents.geojson", features, error) &&
                file_set_add(run->files, MANIFEST, manifest, error) &&
                file_set_publish(run->files, MANIFEST, interim, error);
    if (done)
        outlet_result(&run->engine.outlet, run->request.print_manifest ? manifest : builder_text(&run->told));
    return done;
}

bool map_run_finish(struct map_run *run, struct error *error) {
    if (run->request.map.incidents_only && run->undrawn > 0)
        outlet_remark(&run->engine.outlet, "%zu of %zu articles tell of no incident that can be drawn", run->undrawn,
                      run->manifest.stories.count);
    map_edit_finish(run);
    map_stale_finish(run);
    if (!write_manifest(run, error))
        return false;
    tell_warnings(run);
    return true;
}

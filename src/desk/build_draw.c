#include "build_parts.h"
#include "build_series.h"
#include "file.h"
#include "list.h"
#include "page_size.h"
#include "style_open.h"

#include <string.h>

/* What the page says over what holds for all. */
static bool read_request(const struct build *build, const struct atlas_page *page, struct map_request *request,
                         struct error *error) {
    static const struct {
        const char *name;
        enum map_disputed disputed;
    } disputed[] = {{"hatch", DISPUTED_HATCH}, {"dash", DISPUTED_DASH}, {"hide", DISPUTED_HIDE}};
    const struct atlas_map *map = page->map;
    struct page_size size;
    if (!page_size_read(page->size.size > 0 ? page->size : TEXT("web"), &size, error))
        return false;
    request->map.width = size.width;
    request->map.height = size.height;
    request->picture.scale = size.scale;
    request->map.second = page->language;
    request->map.lang = TEXT_NONE;
    text_split(&request->map.second, ',', &request->map.lang);
    request->map.title = map->title;
    request->map.bounds = map->bbox;
    request->map.worldview = map->worldview;
    request->map.excerpt = map->excerpt;
    for (size_t i = 0; i < sizeof disputed / sizeof *disputed; i++)
        if (text_is(map->disputed, disputed[i].name))
            request->map.disputed = disputed[i].disputed;
    if (map->formats.count > 0)
        request->formats = 0;
    for (size_t i = 0; i < map->formats.count; i++) {
        size_t format;
        if (picture_format_find(map->formats.items[i], &format))
            request->formats |= 1U << format;
    }
    request->directory = build->out;
    return true;
}

static bool set_style(struct build *build, struct text name, struct error *error) {
    struct map_run *run = &build->run;
    const char *wanted = name.size > 0 ? text_c(build->arena, name) : build->request->map.style;
    if (strcmp(wanted, run->request.style) != 0 &&
        !style_open(run->request.styles, wanted, &run->engine.outlet, run->engine.arena, &run->style, error))
        return false;
    run->sources.style = run->style;
    run->request.style = wanted;
    return true;
}

static bool set_page(struct build *build, const struct build_page *page, struct error *error) {
    struct map_run *run = &build->run;
    struct map_request request = build->request->map;
    struct text lang;
    request.map.house = run->request.map.house;
    if (!set_style(build, page->page->style, error) || !read_request(build, page->page, &request, error))
        return false;
    request.style = run->request.style;
    request.edit = page->edit;
    lang = request.map.lang;
    run->request = request;
    run->edit = NULL;
    run->edit_used = false;
    return lang.size == 0 || engine_check_language(&run->engine, "languages", text_c(build->arena, lang), error);
}

/* What may be told of each incident beside the picture: not what may leave but as a part of a whole. */
static struct incident_list told_incidents(const struct build_page *page, struct arena *arena) {
    struct incident_list told = {0};
    for (size_t i = 0; i < page->incidents.count; i++)
        if (!text_list_has(&page->aggregated, page->incidents.items[i].id))
            *LIST_PUSH(arena, &told) = page->incidents.items[i];
    return told;
}

/* <id>.manifest.json and <id>.geojson. */
static bool write_documents(struct build *build, const struct build_page *page, struct arena *arena,
                            struct error *error) {
    struct map_run *run = &build->run;
    struct incident_list told = told_incidents(page, arena);
    struct json_writer incidents = json_at_depth(&run->manifest.incidents, true, 2, false);
    struct json_writer features = json_at_depth(&run->manifest.features, true, 2, false);
    document_add_incidents(&incidents, TEXT_NONE, &told, arena);
    document_add_features(&features, TEXT_NONE, &told, arena);
    const char *stem = text_c(arena, page->page->id);
    return file_set_add(run->files, text_c(arena, text_format(arena, "%s.manifest.json", stem)),
                        manifest_write(&run->manifest, run->request.version, &run->engine.geodata, arena), error) &&
           file_set_add(run->files, text_c(arena, text_format(arena, "%s.geojson", stem)),
                        manifest_write_geojson(&run->manifest, arena), error);
}

/* What is new since the build before. */
static void mark_fresh(const struct build_page *page, struct arena *arena, struct map_plan *plan) {
    struct map_change *fresh = ARENA_ARRAY(arena, struct map_change, page->now.incidents.count + 1);
    for (size_t i = 0; i < page->now.incidents.count; i++)
        if (page->now.incidents.items[i].fresh)
            fresh[plan->change_count++] = (struct map_change){page->now.incidents.items[i].id, CHANGE_NEW};
    plan->changes = fresh;
}

static bool draw_in(struct build *build, struct build_page *page, struct arena *arena, struct error *error) {
    struct map_run *run = &build->run;
    struct map_region region;
    struct map_plan plan;
    run->manifest = manifest_new(arena);
    if (!set_page(build, page, error) || !build_list(build, page, arena, &region, error) ||
        !map_plan_region(&run->sources, &region, &page->incidents, &run->request.map, arena, &plan, error))
        return false;
    plan.id = page->page->id;
    plan.safe = page->page->map->safe;
    plan.safe_until = build->anchor;
    mark_fresh(page, arena, &plan);
    const struct atlas_map *map = page->page->map;
    struct series series = {map->series, atlas_day_from(map->since, build->anchor),
                            atlas_day_end(map->until, build->anchor), map->timeline};
    return map_run_draw(run, &plan, TEXT_NONE, error) &&
           series_draw(run, &plan, &region, &page->incidents, &series, error) &&
           write_documents(build, page, arena, error);
}

/* Notes the files that the set got since it had `from`. */
static bool note_files(struct build *build, struct build_page *page, size_t from, struct error *error) {
    size_t count;
    const struct text *names = file_set_names(build->run.files, &count);
    for (size_t i = from; i < count; i++) {
        struct arena *scratch = arena_open();
        struct text content;
        const char *path = file_set_staged(build->run.files, text_c(scratch, names[i]));
        struct ledger_file *file = LIST_PUSH(build->arena, &page->now.files);
        bool noted = file_read(path, LEDGER_BYTES, scratch, &content, error) &&
                     ledger_look(path, text_copy(build->arena, names[i]), file);
        if (noted)
            file_sha256(content, file->sha256);
        arena_close(scratch);
        if (!noted)
            return false;
    }
    return true;
}

static bool draw_page(struct build *build, struct build_page *page, struct error *error) {
    struct arena *arena = arena_open();
    size_t before;
    if (!build_open_run(build, error)) {
        arena_close(arena);
        return false;
    }
    (void)file_set_names(build->run.files, &before);
    bool done = draw_in(build, page, arena, error) && note_files(build, page, before, error);
    page->incidents = (struct incident_list){0};
    page->aggregated = (struct text_list){0};
    build->run.manifest = manifest_new(build->run.engine.arena);
    arena_close(arena);
    if (!done)
        file_set_drop(build->run.files, before);
    return done;
}

bool build_draw(struct build *build, struct error *error) {
    for (size_t i = 0; i < build->count; i++) {
        struct build_page *page = &build->pages[i];
        if (page->drawn && !page->failed && !draw_page(build, page, error) && !build_fail(build, page, error))
            return false;
    }
    return true;
}

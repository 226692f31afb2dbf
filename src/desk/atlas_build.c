#include "atlas_build.h"

#include "build_parts.h"
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static const char *const LOCK = ".build.lock";

const char *build_path(const struct build *build, struct text path) {
    const char *told = text_c(build->arena, path);
    return told[0] == '/' || strcmp(build->folder, ".") == 0 ? told : file_join(build->arena, build->folder, told);
}

static bool read_atlas(struct build *build, struct error *error) {
    const char *path = build->request->atlas, *slash = strrchr(path, '/');
    struct text json, folder = text_of(path);
    struct atlas_page *pages;
    if (!file_read(path, ATLAS_BYTES, build->arena, &json, error))
        return false;
    if (!atlas_read(json, build->arena, &build->atlas, error) ||
        !atlas_pages(&build->atlas, build->arena, &pages, &build->count, error))
        return error_context(error, "%s", path);
    folder.size = slash ? (size_t)(slash - path) + (slash == path) : 0;
    build->folder = folder.size > 0 ? text_c(build->arena, folder) : ".";
    build->out = build_path(build, build->atlas.out);
    build->pages = ARENA_ARRAY(build->arena, struct build_page, build->count);
    for (size_t i = 0; i < build->count; i++) {
        build->pages[i].page = &pages[i];
        build->pages[i].now = (struct ledger_page){.id = pages[i].id, .bounds = bounds_empty()};
        if (pages[i].map->edit.size > 0)
            build->pages[i].edit = build_path(build, pages[i].map->edit);
    }
    return true;
}

/* Builds of one folder follow each other. */
static bool take_lock(struct build *build, int *lock, struct error *error) {
    const char *path = file_join(build->arena, build->out, LOCK);
    if (!file_make_directory(build->out, error))
        return false;
    *lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (*lock < 0)
        return error_set(error, ERROR_ENVIRONMENT, "%s: cannot be written: %s", path, strerror(errno));
    if (flock(*lock, LOCK_EX | LOCK_NB) == 0)
        return true;
    outlet_remark(&build->outlet, "%s: another build is at work in it; this one waits", build->out);
    while (flock(*lock, LOCK_EX) != 0)
        if (errno != EINTR)
            return true; /* a file system without locks */
    return true;
}

/* The path of the atlas from the folder of its maps, both being there. */
static struct text atlas_from_out(struct build *build) {
    char *atlas = realpath(build->request->atlas, NULL), *out = realpath(build->out, NULL);
    struct builder path = builder_new(build->arena);
    size_t same = 0;
    for (size_t i = 0; atlas && out && atlas[i] != '\0' && (atlas[i] == out[i] || (out[i] == '\0' && atlas[i] == '/'));
         i++)
        if (atlas[i] == '/')
            same = i;
    for (const char *c = out ? out + same : ""; *c; c++)
        if (*c == '/' && c[1] != '\0')
            builder_add_c(&path, "../");
    builder_add_c(&path, atlas ? atlas + same + 1 : build->request->atlas);
    free(atlas);
    free(out);
    return builder_text(&path);
}

/* A ledger that is missing or damaged says nothing: everything is built. */
static bool read_ledger(struct build *build, struct error *error) {
    struct text text, atlas = atlas_from_out(build);
    file_set_mend(build->out);
    if (file_read(file_join(build->arena, build->out, LEDGER_NAME), LEDGER_BYTES, build->arena, &text, NULL) &&
        !ledger_read(text, build->arena, &build->before))
        outlet_remark(&build->outlet, "%s/%s is damaged: everything is built anew", build->out, LEDGER_NAME);
    if (build->before.atlas.size > 0 && !text_equal(build->before.atlas, atlas))
        return error_set(error, ERROR_USAGE,
                         "%s: has the maps of another atlas, %.*s; choose another \"out\", or remove %s there",
                         build->out, TEXT_ARGS(build->before.atlas), LEDGER_NAME);
    build->before.atlas = atlas;
    for (size_t i = 0; i < build->count; i++)
        build->pages[i].before = ledger_find(&build->before, build->pages[i].page->id);
    return true;
}

static bool open_store(struct build *build, struct error *error) {
    const char *told = build->request->store, *from_atlas = text_c(build->arena, build->atlas.store);
    bool server = strncmp(from_atlas, "PG:", 3) == 0;
    const char *connection = told ? told : server ? from_atlas : build_path(build, build->atlas.store);
    struct store_options options = {0};
    if (!store_open(connection, STORE_READ, &options, &build->store, error) ||
        !store_change(build->store, &build->change, error))
        return false;
    build->anchor = build->request->now;
    return date_known(build->anchor) || store_newest(build->store, &build->anchor, error);
}

bool build_open_run(struct build *build, struct error *error) {
    struct map_request request = build->request->map;
    request.directory = build->out;
    if (build->running)
        return true;
    build->running = map_run_open(build->engine, &request, &build->run, error);
    if (build->running)
        file_set_protect(build->run.files, build->request->atlas);
    return build->running;
}

bool build_fail(const struct build *build, struct build_page *page, struct error *error) {
    page->failed = true;
    error->kind = error->kind == ERROR_USAGE ? ERROR_INPUT : error->kind;
    error_context(error, "%.*s", TEXT_ARGS(page->page->id));
    return outlet_failure(&build->outlet, error);
}

static bool run_build(struct build *build, struct error *error) {
    return read_ledger(build, error) && open_store(build, error) && build_judge(build, error) &&
           build_compare(build, error) && build_draw(build, error) && build_finish(build, error);
}

bool build_atlas(const struct engine_options *engine, const struct build_request *request, struct build_result *result,
                 struct error *error) {
    struct build build = {.engine = engine, .request = request, .arena = arena_open(), .outlet = engine->outlet};
    int lock = -1;
    bool done = read_atlas(&build, error) && take_lock(&build, &lock, error) && run_build(&build, error);
    *result = (struct build_result){.pages = build.count};
    for (size_t i = 0; i < build.count; i++) {
        result->drawn += build.pages[i].drawn && !build.pages[i].failed;
        result->failed += build.pages[i].failed;
    }
    if (build.running)
        map_run_close(&build.run);
    store_close(build.store);
    if (lock >= 0)
        close(lock);
    arena_close(build.arena);
    return done;
}

#include "build_parts.h"
#include "file.h"
#include "list.h"
#include "manifest_parts.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const MANIFEST = "manifest.json", *const FEATURES = "incidents.geojson", *const DEPFILE = "build.d";
enum { DOCUMENT_BYTES = 1 << 30 };

/* A page that failed stays as it was, and is tried again by the next build. */
static void keep_failed(struct build_page *page) {
    page->now = *page->before;
    page->now.change = -1;
    memset(page->now.parts[LEDGER_OPTIONS], 0, LEDGER_MARK);
}

static bool has_files(const struct build_page *page) {
    return !page->failed || page->before;
}

/* The pages as the next build will find them. */
static struct ledger next_ledger(struct build *build) {
    struct ledger next = {.atlas = build->before.atlas,
                          .anchor = date_known(build->anchor) ? date_days(build->anchor) : INT64_MIN};
    for (size_t i = 0; i < build->count; i++) {
        struct build_page *page = &build->pages[i];
        if (page->failed && page->before)
            keep_failed(page);
        else if (!page->drawn && page->before) {
            page->now.files.items = page->before->files.items;
            page->now.files.count = page->now.files.capacity = page->before->files.count;
        }
        if (has_files(page))
            *LIST_PUSH(build->arena, &next.pages) = page->now;
    }
    for (size_t i = 0; i < build->before.pages.count && !build->request->prune; i++) {
        struct ledger_page stale = build->before.pages.items[i];
        stale.stale = true;
        if (!ledger_find(&next, stale.id))
            *LIST_PUSH(build->arena, &next.pages) = stale;
    }
    return next;
}

static bool is_known(const struct ledger *ledger, struct text path) {
    for (size_t i = 0; i < ledger->pages.count; i++)
        for (size_t k = 0; k < ledger->pages.items[i].files.count; k++)
            if (text_equal(ledger->pages.items[i].files.items[k].path, path))
                return true;
    return false;
}

/* What pages had that they have no longer: in another format, of another page. */
static void remove_files(struct build *build, const struct ledger *next) {
    for (size_t i = 0; i < build->before.pages.count; i++) {
        const struct ledger_page *page = &build->before.pages.items[i];
        for (size_t k = 0; k < page->files.count; k++)
            if (!is_known(next, page->files.items[k].path))
                (void)unlink(file_join(build->arena, build->out, text_c(build->arena, page->files.items[k].path)));
    }
}

static bool read_document(const struct build *build, const struct build_page *page, const char *ending,
                          struct arena *arena, struct text *text, struct error *error) {
    const char *name = text_c(arena, text_format(arena, "%.*s%s", TEXT_ARGS(page->page->id), ending));
    const char *path =
        page->drawn && !page->failed ? file_set_staged(build->run.files, name) : file_join(arena, build->out, name);
    return file_read(path, DOCUMENT_BYTES, arena, text, error);
}

static bool add_page(const struct build *build, const struct build_page *page, struct manifest_known *known,
                     struct manifest *manifest, struct error *error) {
    struct arena *arena = arena_open();
    struct text written, features;
    bool read = read_document(build, page, ".manifest.json", arena, &written, error) &&
                read_document(build, page, ".geojson", arena, &features, error);
    if (read && !manifest_add_parts(manifest, written, features, known))
        read = error_set(error, ERROR_INPUT, "%.*s.manifest.json is not as it was written; --verify draws it anew",
                         TEXT_ARGS(page->page->id));
    arena_close(arena);
    return read;
}

static void add_stale(const struct build *build, const struct ledger *next, struct manifest *manifest) {
    for (size_t i = 0; i < next->pages.count; i++) {
        const struct ledger_page *page = &next->pages.items[i];
        if (!page->stale)
            continue;
        struct manifest_stale *stale = LIST_PUSH(manifest->arena, &manifest->stale);
        stale->id = page->id;
        for (size_t k = 0; k < page->files.count && stale->file_count < MANIFEST_FILES; k++)
            stale->files[stale->file_count++] = page->files.items[k].path;
        outlet_remark(&build->outlet, "%.*s: the atlas has no such map any more; --prune removes its files",
                      TEXT_ARGS(page->id));
    }
}

static void add_name(struct builder *out, const char *path) {
    for (; *path; path++) {
        if (*path == ' ' || *path == '#' || *path == '\\')
            builder_add_char(out, '\\');
        if (*path == '$')
            builder_add_char(out, '$');
        builder_add_char(out, *path);
    }
}

/* What the folder is made of, as make reads it: each also as a target, so that one may vanish. */
static struct text depfile(const struct build *build) {
    struct text_list paths = {0};
    struct builder out = builder_new(build->arena);
    text_list_add(&paths, text_of(build->request->atlas), build->arena);
    const char *store = build->request->store ? build->request->store : text_c(build->arena, build->atlas.store);
    if (strncmp(store, "PG:", 3) != 0)
        text_list_add(&paths, text_of(build->request->store ? store : build_path(build, build->atlas.store)),
                      build->arena);
    for (size_t i = 0; i < build->count; i++)
        text_list_add(&paths, text_of(build->pages[i].edit), build->arena);
    add_name(&out, file_join(build->arena, build->out, MANIFEST));
    builder_add_char(&out, ':');
    for (size_t i = 0; i < paths.count; i++) {
        builder_add_char(&out, ' ');
        add_name(&out, text_c(build->arena, paths.items[i]));
    }
    builder_add_char(&out, '\n');
    for (size_t i = 0; i < paths.count; i++) {
        add_name(&out, text_c(build->arena, paths.items[i]));
        builder_add_c(&out, ":\n");
    }
    return builder_text(&out);
}

static bool add_file(struct build *build, struct file_set *files, const char *name, struct text content,
                     struct ledger *next, struct error *error) {
    struct ledger_file *file = LIST_PUSH(build->arena, &next->files);
    if (!file_set_add(files, name, content, error) || !ledger_look(file_set_staged(files, name), text_of(name), file))
        return false;
    file_sha256(content, file->sha256);
    return true;
}

static bool publish(struct build *build, struct ledger *next, struct error *error) {
    struct arena *arena = build->arena;
    struct geodata geodata = {0};
    struct manifest manifest = manifest_new(arena), none = manifest_new(arena);
    struct manifest_known *known = manifest_known_new(arena);
    struct file_set *files = build->running ? build->run.files : file_set_new(build->out, arena);
    if (!engine_open_geodata(build->engine, arena, &geodata, error))
        return false;
    for (size_t i = 0; i < build->count; i++)
        if (has_files(&build->pages[i]) && !add_page(build, &build->pages[i], known, &manifest, error))
            return false;
    add_stale(build, next, &manifest);
    const char *version = build->request->map.version;
    struct text written = manifest_write(&manifest, version, &geodata, arena);
    bool done = add_file(build, files, FEATURES, manifest_write_geojson(&manifest, arena), next, error) &&
                (!build->request->depfile || add_file(build, files, DEPFILE, depfile(build), next, error)) &&
                add_file(build, files, MANIFEST, written, next, error) &&
                file_set_add(files, LEDGER_NAME, ledger_write(next, arena), error) &&
                file_set_publish(files, MANIFEST, manifest_write(&none, version, &geodata, arena), error);
    if (done)
        remove_files(build, next);
    if (!build->running)
        file_set_close(files);
    return done;
}

/* Whether the folder's own files are as the build before left them, and are of the same pages. */
static bool is_settled(struct build *build, const struct ledger *next) {
    const char *how;
    bool depfile = false;
    for (size_t i = 0; i < build->before.files.count; i++) {
        const struct ledger_file *file = &build->before.files.items[i];
        depfile = depfile || text_is(file->path, DEPFILE);
        if (!ledger_check(file, build->out, build->request->verify, build->arena, &how))
            return false;
    }
    bool same = build->before.files.count > 0 && next->pages.count == build->before.pages.count &&
                (depfile || !build->request->depfile);
    for (size_t i = 0; i < next->pages.count && same; i++)
        same = text_equal(next->pages.items[i].id, build->before.pages.items[i].id) &&
               next->pages.items[i].stale == build->before.pages.items[i].stale;
    for (size_t i = 0; i < build->count && same; i++)
        same = !build->pages[i].drawn || build->pages[i].failed;
    return same;
}

static void tell_json(const struct build *build, const struct build_page *page, bool drawn, struct text reason) {
    struct builder out = builder_new(build->arena);
    struct json_writer json = {.out = &out};
    json_open_object(&json, NULL);
    json_add_text(&json, "id", page->page->id);
    json_add_bool(&json, "drawn", drawn);
    json_add_text(&json, "reason", reason);
    json_open_array(&json, "files");
    for (size_t i = 0; i < page->now.files.count; i++) {
        const char *path = text_c(build->arena, page->now.files.items[i].path);
        json_open_object(&json, NULL);
        json_add_text(&json, "path", text_of(file_join(build->arena, build->out, path)));
        json_add_text(&json, "sha256", text_of(page->now.files.items[i].sha256));
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
    builder_add_char(&out, '\n');
    outlet_result(&build->outlet, builder_text(&out));
}

static void tell(const struct build *build, const struct build_page *page) {
    bool drawn = page->drawn && !page->failed;
    struct text reason = page->failed            ? TEXT("it cannot be drawn")
                         : page->reason.size > 0 ? page->reason
                                                 : TEXT("nothing that it shows changed");
    if (build->request->json) {
        tell_json(build, page, drawn, reason);
    } else if (build->request->explain) {
        outlet_result(&build->outlet, text_format(build->arena, "%.*s: %s: %.*s\n", TEXT_ARGS(page->page->id),
                                                  drawn ? "drawn" : "kept", TEXT_ARGS(reason)));
    } else if (drawn) {
        for (size_t i = 0; i < page->now.files.count; i++) {
            const char *path = text_c(build->arena, page->now.files.items[i].path);
            outlet_result(&build->outlet, text_format(build->arena, "%s\n", file_join(build->arena, build->out, path)));
        }
    }
}

static bool same_ledger(struct build *build, struct text written) {
    struct text before;
    return file_read(file_join(build->arena, build->out, LEDGER_NAME), LEDGER_BYTES, build->arena, &before, NULL) &&
           text_equal(before, written);
}

bool build_finish(struct build *build, struct error *error) {
    struct ledger next = next_ledger(build);
    if (!is_settled(build, &next)) {
        if (!publish(build, &next, error))
            return false;
    } else {
        next.files.items = build->before.files.items;
        next.files.count = next.files.capacity = build->before.files.count;
        struct text written = ledger_write(&next, build->arena);
        if (!same_ledger(build, written) &&
            !file_write(file_join(build->arena, build->out, LEDGER_NAME), written, error))
            return false;
    }
    for (size_t i = 0; i < build->count; i++)
        tell(build, &build->pages[i]);
    return true;
}

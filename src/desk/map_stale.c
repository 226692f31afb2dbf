#include "map_stale.h"

#include "file.h"
#include "json.h"
#include "list.h"

#include <stdio.h>

enum { MANIFEST_BYTES = 256 * 1024 * 1024 };

static struct text member(const cJSON *object, const char *key, struct arena *arena) {
    struct text value;
    return json_find_text(object, key, &value) ? text_copy(arena, value) : TEXT_NONE;
}

/* A name of the folder itself, no way out of it. */
static bool is_plain_name(struct text name) {
    return name.size > 0 && text_find(name, TEXT("/"), 0) > name.size && !text_starts(name, TEXT("."));
}

static void read_maps(struct map_run *run, const cJSON *list) {
    struct arena *arena = run->engine.arena;
    const cJSON *map, *file;
    cJSON_ArrayForEach(map, list) {
        struct manifest_stale stale = {.id = member(map, "id", arena), .article = member(map, "article", arena)};
        cJSON_ArrayForEach(file, cJSON_GetObjectItemCaseSensitive(map, "files")) {
            struct text path =
                cJSON_IsString(file) ? text_copy(arena, text_of(file->valuestring)) : member(file, "path", arena);
            if (stale.file_count < MANIFEST_FILES && is_plain_name(path))
                stale.files[stale.file_count++] = path;
        }
        if (stale.id.size > 0 && stale.article.size > 0)
            *LIST_PUSH(arena, &run->before) = stale;
    }
}

void map_stale_read(struct map_run *run) {
    struct arena *arena = run->engine.arena;
    const char *path = file_join(arena, run->request.directory, "manifest.json");
    struct text json;
    struct error error = {0};
    cJSON *root;
    if (!file_exists(path) || !file_read(path, MANIFEST_BYTES, arena, &json, &error) || !json_read(json, &root, &error))
        return;
    read_maps(run, cJSON_GetObjectItemCaseSensitive(root, "maps"));
    read_maps(run, cJSON_GetObjectItemCaseSensitive(root, "stale"));
    cJSON_Delete(root);
}

static bool is_of_this_run(const struct map_run *run, struct text article) {
    for (size_t i = 0; i < run->manifest.stories.count; i++)
        if (text_equal(run->manifest.stories.items[i].article, article))
            return true;
    return false;
}

static bool is_drawn(const struct map_run *run, struct text id) {
    for (size_t i = 0; i < run->ids.count; i++)
        if (text_equal(run->ids.items[i], id))
            return true;
    return false;
}

/* Leaves only the files that are still there. */
static bool has_files(const struct map_run *run, struct manifest_stale *map) {
    size_t kept = 0;
    for (size_t i = 0; i < map->file_count; i++) {
        const char *path =
            file_join(run->engine.arena, run->request.directory, text_c(run->engine.arena, map->files[i]));
        if (file_exists(path))
            map->files[kept++] = map->files[i];
    }
    map->file_count = kept;
    return kept > 0;
}

static void prune(const struct map_run *run, const struct manifest_stale *map) {
    for (size_t i = 0; i < map->file_count; i++) {
        const char *path =
            file_join(run->engine.arena, run->request.directory, text_c(run->engine.arena, map->files[i]));
        bool gone = remove(path) == 0;
        outlet_remark(&run->engine.outlet, "%s: %s; its article has no such map any more", path,
                      gone ? "removed" : "cannot be removed");
    }
}

void map_stale_finish(struct map_run *run) {
    for (size_t i = 0; i < run->before.count; i++) {
        struct manifest_stale *map = &run->before.items[i];
        if (!is_of_this_run(run, map->article) || is_drawn(run, map->id) || !has_files(run, map))
            continue;
        if (run->request.prune) {
            prune(run, map);
            continue;
        }
        *LIST_PUSH(run->engine.arena, &run->manifest.stale) = *map;
        outlet_remark(&run->engine.outlet, "%.*s: its article has no such map any more; it stays (--prune removes it)",
                      TEXT_ARGS(map->id));
    }
}

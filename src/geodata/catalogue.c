#include "catalogue.h"

#include "file.h"
#include "folder.h"
#include "json.h"
#include "list.h"

enum { CATALOGUE_LIMIT = 4 * 1024 * 1024, DATA_FILE_LIMIT = 1024 * 1024 * 1024 };

static bool read_json(const char *path, struct arena *arena, cJSON **root, struct error *error) {
    struct text content;
    if (!file_read(path, CATALOGUE_LIMIT, arena, &content, error) || !json_read(content, root, error)) {
        error_context(error, "%s: the catalogue of the data folder cannot be read", path);
        error->kind = ERROR_ENVIRONMENT;
        return false;
    }
    return true;
}

static struct text member(const cJSON *object, const char *key, struct arena *arena) {
    struct text value;
    return json_find_text(object, key, &value) ? text_copy(arena, value) : TEXT("");
}

static struct geodata_source read_source(const cJSON *item, struct arena *arena) {
    double rows = 0;
    (void)(json_find_number(item, "rows", &rows) || json_find_number(item, "features", &rows));
    return (struct geodata_source){.path = member(item, "path", arena),
                                   .title = member(item, "title", arena),
                                   .source = member(item, "source", arena),
                                   .version = member(item, "version", arena),
                                   .date = member(item, "date", arena),
                                   .licence = member(item, "licence", arena),
                                   .credit = member(item, "credit", arena),
                                   .rows = rows >= 0 && rows < 1e15 ? (long long)rows : 0};
}

bool catalogue_read(const char *path, struct arena *arena, struct geodata *geodata, struct error *error) {
    cJSON *root = NULL;
    if (!read_json(path, arena, &root, error))
        return false;
    const cJSON *files = cJSON_GetObjectItemCaseSensitive(root, "files");
    int count = cJSON_IsArray(files) ? cJSON_GetArraySize(files) : 0;
    geodata->sources = ARENA_ARRAY(arena, struct geodata_source, (size_t)count);
    const cJSON *item;
    cJSON_ArrayForEach(item, files) {
        geodata->sources[geodata->count++] = read_source(item, arena);
    }
    cJSON_Delete(root);
    return count > 0 ||
           error_set(error, ERROR_ENVIRONMENT,
                     "%s: names no files; build the data folder anew with 'bordermap geodata build'", path);
}

bool catalogue_read_files(const char *path, struct arena *arena, struct catalogue_files *files, struct error *error) {
    cJSON *root = NULL;
    if (!read_json(path, arena, &root, error))
        return false;
    const cJSON *item;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(root, "compiled")) {
        *LIST_PUSH(arena, files) = (struct catalogue_file){member(item, "path", arena), member(item, "sha256", arena)};
    }
    cJSON_Delete(root);
    return true;
}

void catalogue_add_source(struct json_writer *json, const struct geodata_source *source) {
    json_open_object(json, NULL);
    json_add_text(json, "path", source->path);
    json_add_text(json, "title", source->title);
    json_add_text(json, "source", source->source);
    json_add_text(json, "version", source->version);
    json_add_text(json, "date", source->date);
    json_add_text(json, "licence", source->licence);
    json_add_text(json, "credit", source->credit);
    json_add_whole(json, "rows", source->rows);
    json_close(json);
}

static void add_sources(struct json_writer *json, const struct geodata *shipped) {
    json_open_array(json, "files");
    for (size_t i = 0; i < shipped->count; i++)
        catalogue_add_source(json, &shipped->sources[i]);
    json_close(json);
}

/* Every file of the folder, with its digest. */
static bool add_files(struct json_writer *json, const char *directory, struct arena *arena, struct error *error) {
    struct folder_files files = {0};
    if (!folder_files(directory, arena, &files, error))
        return false;
    json_open_array(json, "compiled");
    for (size_t i = 0; i < files.count; i++) {
        struct arena *scratch = arena_open();
        struct text content;
        char hex[65];
        bool read = file_read(file_join(scratch, directory, text_c(scratch, files.items[i])), DATA_FILE_LIMIT, scratch,
                              &content, error);
        if (read) {
            file_sha256(content, hex);
            json_open_object(json, NULL);
            json_add_text(json, "path", files.items[i]);
            json_add_text(json, "sha256", text_of(hex));
            json_close(json);
        }
        arena_close(scratch);
        if (!read)
            return false;
    }
    json_close(json);
    return true;
}

bool catalogue_write(const char *shipped, const char *directory, struct arena *arena, struct error *error) {
    struct geodata sources = {0};
    struct builder builder = builder_new(arena);
    struct json_writer json = {.out = &builder, .indented = true};
    if (!catalogue_read(shipped, arena, &sources, error))
        return false;
    json_open_object(&json, NULL);
    add_sources(&json, &sources);
    if (!add_files(&json, directory, arena, error))
        return false;
    json_close(&json);
    return file_write(file_join(arena, directory, "catalog.json"), builder_text(&builder), error);
}

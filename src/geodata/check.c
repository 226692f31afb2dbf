#include "builder.h"
#include "catalogue.h"
#include "file.h"
#include "gazetteer.h"
#include "layer.h"

#include <string.h>

enum { CHECK_LIMIT = 1024 * 1024 * 1024 };

static void check_digest(const struct geodata *geodata, const struct catalogue_file *file, struct builder *report) {
    struct arena *arena = arena_open();
    struct error error = {0};
    struct text content;
    char hex[65];
    if (!file_read(geodata_path(geodata, arena, text_c(arena, file->path)), CHECK_LIMIT, arena, &content, &error)) {
        builder_format(report, "%s\n", error.message);
    } else {
        file_sha256(content, hex);
        if (!text_is(file->sha256, hex)) {
            builder_format(report, "%.*s: differs from what was built; build the data folder anew\n",
                           TEXT_ARGS(file->path));
        }
    }
    arena_close(arena);
}

/* Every line must have a length and every ring an area; references must be known. */
static void check_layer(const struct geodata *geodata, const struct gazetteer *gazetteer, const char *name,
                        const char *field, enum ref_kind kind, struct builder *report) {
    struct arena *arena = arena_open();
    struct error error = {0};
    struct feature_list features = {0};
    struct layer_query query = {.fields = {field, NULL}, .bounds = {-180, -90, 180, 90}};
    if (!layer_read(geodata_path(geodata, arena, name), &query, arena, &features, &error))
        builder_format(report, "%s\n", error.message);
    else if (features.count == 0)
        builder_format(report, "%s: has nothing in it\n", name);
    for (size_t i = 0; i < features.count; i++) {
        struct text id = features.items[i].fields[0], ref = kind == REF_OTHER ? id : ref_new(arena, kind, id);
        if (id.size > 0 && gazetteer_place_of(gazetteer, ref) == PLACE_NONE)
            builder_format(report, "%s: '%.*s' is in no table\n", name, TEXT_ARGS(ref));
        if (features.items[i].shape.count == 0)
            builder_format(report, "%s: a feature of '%.*s' has no geometry\n", name, TEXT_ARGS(ref));
    }
    arena_close(arena);
}

static void check_layers(const struct geodata *geodata, struct arena *arena, struct builder *report) {
    struct error error = {0};
    struct gazetteer *gazetteer;
    if (!gazetteer_open(geodata_path(geodata, arena, "gazetteer.bin"), &gazetteer, &error)) {
        builder_format(report, "%s\n", error.message);
        return;
    }
    static const struct {
        const char *name, *field;
        enum ref_kind kind; /* of what the field has the id of; REF_OTHER: it has the reference */
    } layers[] = {{"countries-5km.fgb", "code", REF_COUNTRY},
                  {"regions-5km.fgb", "ref", REF_OTHER},
                  {"areas.fgb", "ref", REF_OTHER},
                  {"lines.fgb", "ref", REF_OTHER},
                  {"rivers-5km.fgb", "ref", REF_OTHER},
                  {"borders-5km.fgb", "a", REF_COUNTRY}};
    for (size_t i = 0; i < sizeof layers / sizeof *layers; i++)
        check_layer(geodata, gazetteer, layers[i].name, layers[i].field, layers[i].kind, report);
    gazetteer_close(gazetteer);
}

bool geodata_check(const struct geodata *geodata, struct arena *arena, struct text *report, struct error *error) {
    struct builder builder = builder_new(arena);
    struct catalogue_files files = {0};
    if (!catalogue_read_files(geodata_path(geodata, arena, "catalog.json"), arena, &files, error))
        return false;
    if (files.count == 0)
        builder_add_c(&builder, "catalog.json: names no compiled files; build the data folder anew\n");
    for (size_t i = 0; i < files.count; i++)
        check_digest(geodata, &files.items[i], &builder);
    check_layers(geodata, arena, &builder);
    *report = builder_text(&builder);
    return true;
}

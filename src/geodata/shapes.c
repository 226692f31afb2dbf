/* The compiled shapes: shipped arcs, lines and areas at three levels of detail that agree with each other. */
#include "arcs.h"
#include "copies.h"
#include "file.h"
#include "geodata.h"
#include "levels.h"
#include "shape_writer.h"

const struct level levels[LEVELS] = {{"", 0, 0, 0, 9}, {"-1km", 0.003, 2, 4, 6}, {"-5km", 0.016, 30, 80, 3}};

struct shape_build {
    const char *source, *directory;
    struct arena *arena; /* of the level being built */
    const struct level *level;
    struct error *error;
};

static char *compiled(const struct shape_build *build, const char *name) {
    return text_c(build->arena, text_format(build->arena, "%s/%s%s.fgb", build->directory, name, build->level->suffix));
}

static struct text real(struct arena *arena, double value) {
    return text_format(arena, "%.1f", value);
}

static bool write_borders(const struct shape_build *build, const struct arcs *borders) {
    static const struct shape_field fields[] = {
        {"a", FIELD_TEXT}, {"b", FIELD_TEXT}, {"km", FIELD_REAL}, {"id", FIELD_WHOLE}, {NULL, FIELD_TEXT}};
    struct shape_writer *writer;
    bool written = shape_writer_open(compiled(build, "borders"), SHAPE_LINES, fields, &writer, build->error);
    if (!written) {
        return false;
    }
    for (size_t i = 0; written && i < borders->count; i++) {
        struct page_path path = borders->items[i].path;
        struct text values[] = {borders->items[i].a, borders->items[i].b, real(build->arena, arcs_length_km(path)),
                                text_format(build->arena, "%zu", i + 1)};
        path = levels_open_path(path, build->arena);
        written = shape_writer_add(writer, &path, 1, values, build->error);
    }
    return shape_writer_close(writer, build->error) && written;
}

static bool write_coast(const struct shape_build *build, const struct arcs *coast) {
    static const struct shape_field fields[] = {{"country", FIELD_TEXT}, {NULL, FIELD_TEXT}};
    struct shape_writer *writer;
    bool written = shape_writer_open(compiled(build, "coast"), SHAPE_LINES, fields, &writer, build->error);
    if (!written) {
        return false;
    }
    for (size_t i = 0; written && i < coast->count; i++) {
        struct page_path path = coast->items[i].path;
        bool small = path.closed && arcs_ring_km2(path) < build->level->island_km2;
        path = levels_open_path(path, build->arena);
        written = small || shape_writer_add(writer, &path, 1, &coast->items[i].a, build->error);
    }
    return shape_writer_close(writer, build->error) && written;
}

static bool write_countries(const struct shape_build *build, const struct country_polygons *polygons) {
    static const struct shape_field fields[] = {{"code", FIELD_TEXT}, {"area_km2", FIELD_REAL}, {NULL, FIELD_TEXT}};
    struct shape_writer *writer;
    bool written = shape_writer_open(compiled(build, "countries"), SHAPE_AREA, fields, &writer, build->error);
    if (!written) {
        return false;
    }
    for (size_t i = 0; written && i < polygons->count; i++) {
        const struct country_polygon *polygon = &polygons->items[i];
        bool largest = i == 0 || !text_equal(polygons->items[i - 1].code, polygon->code);
        struct text values[] = {polygon->code, real(build->arena, polygon->km2)};
        written = (polygon->km2 < build->level->island_km2 && !largest) ||
                  shape_writer_add(writer, polygon->rings, polygon->count, values, build->error);
    }
    return shape_writer_close(writer, build->error) && written;
}

/* Borders, coast and countries of one level: simplified arcs, stitched. */
static bool build_level(struct shape_build *build, const struct arcs *borders, const struct arcs *coast) {
    struct arcs simple_borders = arcs_simplify(borders, build->level->tolerance, build->arena);
    struct arcs simple_coast = arcs_simplify(coast, build->level->tolerance, build->arena);
    struct arcs all = {ARENA_ARRAY(build->arena, struct arc, simple_borders.count + simple_coast.count), 0, 0};
    for (size_t i = 0; i < simple_borders.count; i++) {
        all.items[all.count++] = simple_borders.items[i];
    }
    for (size_t i = 0; i < simple_coast.count; i++) {
        all.items[all.count++] = simple_coast.items[i];
    }
    struct country_polygons polygons;
    return arcs_stitch(&all, build->arena, &polygons, build->error) && write_borders(build, &simple_borders) &&
           write_coast(build, &simple_coast) && write_countries(build, &polygons);
}

static char *shipped(const char *source, const char *name, struct arena *arena) {
    return text_c(arena, text_format(arena, "/vsigzip/%s/shapes/%s.fgb.gz", source, name));
}

static bool build_countries(const char *source, const char *directory, struct error *error) {
    struct arena *arena = arena_open();
    struct arcs borders = {0}, coast = {0};
    bool built = arcs_read(shipped(source, "borders", arena), "a", "b", arena, &borders, error) &&
                 arcs_read(shipped(source, "coast", arena), "country", NULL, arena, &coast, error);
    for (size_t i = 0; built && i < LEVELS; i++) {
        struct shape_build build = {source, directory, arena_open(), &levels[i], error};
        built = build_level(&build, &borders, &coast);
        arena_close(build.arena);
    }
    arena_close(arena);
    return built;
}

bool geodata_build_shapes(const char *source, const char *directory, const struct progress *progress,
                          struct error *error) {
    progress_report(progress, "countries", 0, 4);
    bool built = build_countries(source, directory, error);
    progress_report(progress, "waters, regions, areas", 1, 4);
    return built && copies_build(source, directory, error);
}

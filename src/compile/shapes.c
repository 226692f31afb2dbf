/* The compiled shapes: shipped arcs, lines and areas at four levels of detail that agree with each other. */
#include "arcs.h"
#include "build.h"
#include "copies.h"
#include "file.h"
#include "levels.h"
#include "shape_writer.h"

#include <math.h>

static const double cut_at_longitude = 179.9999, cut_at_latitude = 89.9999;

const struct level levels[LEVELS] = {
    {"", 0, 0, 0, 9}, {"-1km", 0.003, 2, 4, 6}, {"-5km", 0.016, 30, 80, 3}, {"-20km", 0.05, 120, 600, 2}};

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
    if (!written)
        return false;
    for (size_t i = 0; written && i < borders->count; i++) {
        struct page_path path = borders->items[i].path;
        struct text values[] = {borders->items[i].a, borders->items[i].b, real(build->arena, arcs_length_km(path)),
                                text_format(build->arena, "%zu", i + 1)};
        path = levels_open_path(path, build->arena);
        written = shape_writer_add(writer, &path, 1, values, build->error);
    }
    return shape_writer_close(writer, build->error) && written;
}

/* Where the data cuts the land along the antimeridian or a pole there is no coast. */
static bool is_cut(struct page_point a, struct page_point b) {
    bool antimeridian = fabs(a.x) > cut_at_longitude && fabs(b.x) > cut_at_longitude;
    return antimeridian || (fabs(a.y) > cut_at_latitude && fabs(b.y) > cut_at_latitude);
}

/* Writes the pieces of an open path that lie between its cuts. */
static bool write_pieces(const struct shape_build *build, struct shape_writer *writer, struct page_path path,
                         const struct text *country) {
    size_t first = 0;
    for (size_t k = 1; k <= path.count; k++) {
        bool ends = k == path.count || is_cut(path.points[k - 1], path.points[k]);
        struct page_path piece = {path.points + first, k - first, false};
        if (ends && piece.count > 1 && !shape_writer_add(writer, &piece, 1, country, build->error))
            return false;
        first = ends ? k : first;
    }
    return true;
}

static bool write_coast(const struct shape_build *build, const struct arcs *coast) {
    static const struct shape_field fields[] = {{"country", FIELD_TEXT}, {NULL, FIELD_TEXT}};
    struct shape_writer *writer;
    bool written = shape_writer_open(compiled(build, "coast"), SHAPE_LINES, fields, &writer, build->error);
    if (!written)
        return false;
    for (size_t i = 0; written && i < coast->count; i++) {
        struct page_path path = coast->items[i].path;
        bool small = path.closed && arcs_ring_km2(path) < build->level->island_km2;
        path = levels_open_path(path, build->arena);
        written = small || write_pieces(build, writer, path, &coast->items[i].a);
    }
    return shape_writer_close(writer, build->error) && written;
}

static bool write_countries(const struct shape_build *build, const struct country_polygons *polygons) {
    static const struct shape_field fields[] = {{"code", FIELD_TEXT}, {"area_km2", FIELD_REAL}, {NULL, FIELD_TEXT}};
    struct shape_writer *writer;
    bool written = shape_writer_open(compiled(build, "countries"), SHAPE_AREA, fields, &writer, build->error);
    if (!written)
        return false;
    for (size_t i = 0; written && i < polygons->count; i++) {
        const struct country_polygon *polygon = &polygons->items[i];
        bool largest = i == 0 || !text_equal(polygons->items[i - 1].code, polygon->code);
        struct text values[] = {polygon->code, real(build->arena, polygon->km2)};
        written = (polygon->km2 < build->level->island_km2 && !largest) ||
                  shape_writer_add(writer, polygon->rings, polygon->count, values, build->error);
    }
    return shape_writer_close(writer, build->error) && written;
}

static bool write_regions(const struct shape_build *build, const struct country_polygons *polygons) {
    static const struct shape_field fields[] = {{"ref", FIELD_TEXT}, {"country", FIELD_TEXT}, {NULL, FIELD_TEXT}};
    struct shape_writer *writer;
    bool written = shape_writer_open(compiled(build, "regions"), SHAPE_AREA, fields, &writer, build->error);
    if (!written)
        return false;
    for (size_t i = 0; written && i < polygons->count; i++) {
        const struct country_polygon *polygon = &polygons->items[i];
        bool largest = i == 0 || !text_equal(polygons->items[i - 1].code, polygon->code);
        size_t colon = text_find(polygon->code, TEXT(":"), 0);
        struct text values[] = {polygon->code, text_slice(polygon->code, colon + 1, colon + 3)};
        written = (polygon->km2 < build->level->island_km2 && !largest) ||
                  shape_writer_add(writer, polygon->rings, polygon->count, values, build->error);
    }
    return shape_writer_close(writer, build->error) && written;
}

static bool write_region_lines(const struct shape_build *build, const struct arcs *lines) {
    static const struct shape_field fields[] = {
        {"country", FIELD_TEXT}, {"a", FIELD_TEXT}, {"b", FIELD_TEXT}, {NULL, FIELD_TEXT}};
    struct shape_writer *writer;
    bool written = shape_writer_open(compiled(build, "region_lines"), SHAPE_LINES, fields, &writer, build->error);
    if (!written)
        return false;
    for (size_t i = 0; written && i < lines->count; i++) {
        const struct arc *line = &lines->items[i];
        struct text known = line->a.size > 0 ? line->a : line->b;
        size_t colon = text_find(known, TEXT(":"), 0);
        struct text values[] = {text_slice(known, colon + 1, colon + 3), line->a, line->b};
        struct page_path path = levels_open_path(line->path, build->arena);
        written = shape_writer_add(writer, &path, 1, values, build->error);
    }
    return shape_writer_close(writer, build->error) && written;
}

static char *shipped(const char *source, const char *name, struct arena *arena) {
    return text_c(arena, text_format(arena, "/vsigzip/%s/shapes/%s.fgb.gz", source, name));
}

/* What the shipped arcs are: each once, whatever stands on its sides. */
struct shipped_arcs {
    struct arcs borders, coast, regions;
};

static bool read_shipped(const char *source, struct arena *arena, struct shipped_arcs *arcs, struct error *error) {
    static const struct arc_fields border_fields = {"a", "b", "region_a", "region_b"};
    static const struct arc_fields coast_fields = {"country", NULL, "region", NULL};
    static const struct arc_fields region_fields = {"a", "b", "a", "b"};
    return arcs_read(shipped(source, "borders", arena), &border_fields, arena, &arcs->borders, error) &&
           arcs_read(shipped(source, "coast", arena), &coast_fields, arena, &arcs->coast, error) &&
           arcs_read(shipped(source, "regions", arena), &region_fields, arena, &arcs->regions, error);
}

/* Countries and regions of one level: the same simplified arcs, stitched twice. */
static bool build_level(struct shape_build *build, const struct shipped_arcs *shipped_arcs) {
    double tolerance = build->level->tolerance;
    struct arena *arena = build->arena;
    struct arcs borders = arcs_simplify(&shipped_arcs->borders, tolerance, arena);
    struct arcs coast = arcs_simplify(&shipped_arcs->coast, tolerance, arena);
    struct arcs lines = arcs_simplify(&shipped_arcs->regions, tolerance, arena);
    struct arcs outlines = arcs_join(&borders, &coast, arena);
    struct arcs every = arcs_join(&outlines, &lines, arena);
    struct arcs of_regions = arcs_of_regions(&every, arena);
    struct arcs whole_borders = arcs_chain(&borders, arena), whole_coast = arcs_chain(&coast, arena);
    struct country_polygons countries, regions;
    return arcs_stitch(&outlines, arena, &countries, build->error) &&
           arcs_stitch(&of_regions, arena, &regions, build->error) && write_borders(build, &whole_borders) &&
           write_coast(build, &whole_coast) && write_countries(build, &countries) &&
           write_region_lines(build, &lines) && write_regions(build, &regions);
}

static bool build_countries(const char *source, const char *directory, struct error *error) {
    struct arena *arena = arena_open();
    struct shipped_arcs arcs = {0};
    bool built = read_shipped(source, arena, &arcs, error);
    for (size_t i = 0; built && i < LEVELS; i++) {
        struct shape_build build = {source, directory, arena_open(), &levels[i], error};
        built = build_level(&build, &arcs);
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

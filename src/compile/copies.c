#include "copies.h"

#include "arcs.h"
#include "file.h"
#include "layer.h"
#include "levels.h"
#include "list.h"
#include "near_grid.h"
#include "number.h"
#include "shape_writer.h"
#include "simplify.h"
#include "smooth.h"
#include "table.h"

#include <string.h>

enum { SMOOTHING_ROUNDS = 2 };

static const double COARSE_EDGE_DEGREES =
    0.006; /* longer edges of waters are the source's coarseness, not their form */
static const double COARSE_RIVER_DEGREES = 0.06; /* how far a coarsely digitised course may lie from the river */
static const double WIDEST_RIVER_GAP_KM =
    25; /* a longer straight piece of a joined course bridges a gap of its source */
static const double SAME_RIVER_DEGREES =
    0.012; /* a named course and the unnamed one of the other source lie this close */

/* One layer on its way from a shipped file into the compiled one. */
struct copy {
    struct arena *arena;
    struct shape_writer *writer;
    const struct level *level;
    double coarse; /* degrees: corners between edges longer than this are rounded; 0 = none */
};

static struct page_path plane_path(const struct path *path, bool closed, struct arena *arena) {
    struct page_path plane = {ARENA_ARRAY(arena, struct page_point, path->count), path->count, closed};
    for (size_t i = 0; i < path->count; i++)
        plane.points[i] = (struct page_point){path->points[i].lon, path->points[i].lat};
    return plane;
}

/* Writes one line or polygon of the feature, simplified for the level. Polygons under `least` square km are left out.
 */
static bool write_shape(const struct copy *copy, const struct shape *shape, const struct text *values, double least,
                        struct error *error) {
    struct page_path *paths = ARENA_ARRAY(copy->arena, struct page_path, shape->count + 1);
    size_t count = 0;
    bool area = shape->kind == SHAPE_AREA;
    for (size_t i = 0; i < shape->count; i++) {
        struct page_path path = plane_path(&shape->paths[i], area, copy->arena);
        path = copy->coarse > 0 ? smooth_path(path, copy->coarse, SMOOTHING_ROUNDS, copy->arena) : path;
        path = copy->level->tolerance > 0 ? simplify_path(path, copy->level->tolerance, copy->arena) : path;
        bool kept = path.count >= (area ? 3 : 2) && (!area || arcs_ring_km2(path) >= (i == 0 ? least : least / 4));
        if (kept)
            paths[count++] = path;
        else if (i == 0 && area)
            return true;
    }
    bool written = true;
    for (size_t i = 0; written && !area && i < count; i++)
        written = shape_writer_add(copy->writer, &paths[i], 1, values, error);
    return written && (!area || count == 0 || shape_writer_add(copy->writer, paths, count, values, error));
}

static char *target(const char *directory, const char *name, const struct level *level, struct arena *arena) {
    return text_c(arena, text_format(arena, "%s/%s%s.fgb", directory, name, level->suffix));
}

static char *shipped(const char *source, const char *name, struct arena *arena) {
    return text_c(arena, text_format(arena, "/vsigzip/%s/shapes/%s.fgb.gz", source, name));
}

static bool read_layer(const char *path, const char *const *fields, struct arena *arena, struct feature_list *features,
                       struct error *error) {
    struct layer_query query = {.bounds = {-180, -90, 180, 90}};
    for (size_t i = 0; fields[i]; i++)
        query.fields[i] = fields[i];
    return layer_read(path, &query, arena, features, error);
}

/* What is written of a feature at a level: values, and whether at all. */
typedef bool copy_rule(const struct copy *copy, const struct feature *feature, struct text *values, double *least);

static bool copy_features(const struct copy *copy, const struct feature_list *features, copy_rule *rule,
                          struct error *error) {
    for (size_t i = 0; i < features->count; i++) {
        struct text values[LAYER_FIELDS] = {{0}};
        double least = 0;
        if (rule(copy, &features->items[i], values, &least) &&
            !write_shape(copy, &features->items[i].shape, values, least, error))
            return false;
    }
    return true;
}

static bool lake_rule(const struct copy *copy, const struct feature *feature, struct text *values, double *least) {
    double km2 = 0;
    values[0] = feature->fields[0];
    *least = copy->level->lake_km2;
    return !number_read(feature->fields[0], &km2) || km2 >= copy->level->lake_km2;
}

static bool river_rule(const struct copy *copy, const struct feature *feature, struct text *values, double *least) {
    double rank = 0;
    *least = 0;
    memcpy(values, feature->fields, 3 * sizeof *values);
    bool for_its_own_map = text_is(feature->fields[0], "9");
    return !number_read(feature->fields[0], &rank) || for_its_own_map || rank <= copy->level->river_rank;
}

static bool plain_rule(const struct copy *copy, const struct feature *feature, struct text *values, double *least) {
    (void)copy;
    *least = 0;
    memcpy(values, feature->fields, LAYER_FIELDS * sizeof *values);
    return true;
}

/* Writes the features at one level. */
static bool copy_level(const char *directory, const char *name, const struct level *level, enum shape_kind kind,
                       const struct shape_field *fields, const struct feature_list *features, copy_rule *rule,
                       struct error *error) {
    bool water = rule == lake_rule || rule == river_rule;
    struct copy copy = {.arena = arena_open(), .level = level, .coarse = water ? COARSE_EDGE_DEGREES : 0};
    bool written = shape_writer_open(target(directory, name, level, copy.arena), kind, fields, &copy.writer, error);
    if (written) {
        written = copy_features(&copy, features, rule, error);
        written = shape_writer_close(copy.writer, error) && written;
    }
    arena_close(copy.arena);
    return written;
}

static bool copy_levels(const char *directory, const char *name, size_t level_count, enum shape_kind kind,
                        const struct shape_field *fields, const struct feature_list *features, copy_rule *rule,
                        struct error *error) {
    bool written = true;
    for (size_t i = 0; written && i < level_count; i++)
        written = copy_level(directory, name, &levels[i], kind, fields, features, rule, error);
    return written;
}

static bool build_lakes(const char *source, const char *directory, struct arena *arena, struct error *error) {
    static const struct shape_field fields[] = {
        {"km2", FIELD_REAL}, {"name", FIELD_TEXT}, {"ref", FIELD_TEXT}, {NULL, FIELD_TEXT}};
    struct feature_list lakes = {0};
    return read_layer(shipped(source, "lakes", arena), (const char *const[]){"km2", NULL}, arena, &lakes, error) &&
           copy_levels(directory, "lakes", LEVELS, SHAPE_AREA, fields, &lakes, lake_rule, error);
}

/* What read_named_rivers() asks for of a named river, by index. */
enum { RIVER_RANK, RIVER_REF, RIVER_NAME, RIVER_SOURCE };

static bool is_digitised(const struct feature *river) {
    return text_starts(river->fields[RIVER_SOURCE], TEXT("digitised"));
}

/*
 * Takes out of the unnamed rivers what lies along a named one: nothing is drawn twice. A course that was digitised
 * coarsely gives way to the unnamed one where there is one: it is kept, but ranked out of sight, for maps that are
 * about it.
 */
static void part_courses(struct feature_list *unnamed, struct feature_list *named, struct arena *arena) {
    struct near_grid *exact = near_grid_new(SAME_RIVER_DEGREES, arena);
    struct near_grid *wide = near_grid_new(COARSE_RIVER_DEGREES, arena);
    for (size_t i = 0; i < unnamed->count; i++)
        near_grid_add(wide, &unnamed->items[i].shape);
    for (size_t i = 0; i < named->count; i++) {
        struct feature *river = &named->items[i];
        if (is_digitised(river) && near_grid_share(wide, &river->shape) > 0.5)
            river->fields[RIVER_RANK] = TEXT("9");
        else
            near_grid_add(exact, &river->shape);
    }
    for (size_t i = 0; i < unnamed->count; i++)
        near_grid_drop(exact, &unnamed->items[i].shape, arena);
}

/* Cuts a course where it runs straight across a gap of its source: a reservoir, mostly. */
static void cut_gaps(struct feature *river, struct arena *arena) {
    struct shape cut = {.kind = river->shape.kind};
    for (size_t i = 0; i < river->shape.count; i++) {
        const struct path *path = &river->shape.paths[i];
        size_t start = 0;
        for (size_t k = 1; k <= path->count; k++) {
            bool gap =
                k < path->count && lonlat_distance_km(path->points[k - 1], path->points[k]) > WIDEST_RIVER_GAP_KM;
            if ((gap || k == path->count) && k - start >= 2) {
                cut.paths = list_grow(arena, cut.paths, cut.count, &cut.capacity, sizeof *cut.paths);
                cut.paths[cut.count++] = (struct path){path->points + start, k - start};
            }
            start = gap ? k : start;
        }
    }
    river->shape = cut;
}

/* Named rivers as great ones: rank 1 where long, 2 or 4 else, so that they are seen at every level. */
static void rank_named(struct feature_list *named, struct arena *arena) {
    for (size_t i = 0; i < named->count; i++) {
        struct feature *river = &named->items[i];
        double km = 0;
        for (size_t k = 0; k < river->shape.count; k++)
            km += arcs_length_km(plane_path(&river->shape.paths[k], false, arena));
        river->fields[RIVER_RANK] = km > 600 ? TEXT("1") : km > 150 ? TEXT("2") : TEXT("4");
        if (!is_digitised(river))
            cut_gaps(river, arena);
    }
}

static struct text name_of(const struct table *table, size_t ref_column, size_t name_column, struct text ref) {
    for (size_t row = 0; row < table->row_count; row++)
        if (text_equal(table_cell(table, row, ref_column), ref))
            return table_cell(table, row, name_column);
    return TEXT("");
}

static bool read_named_rivers(const char *source, struct arena *arena, struct feature_list *named,
                              struct error *error) {
    struct table table;
    size_t ref, name;
    if (!read_layer(file_join(arena, source, "curated/rivers.geojson"),
                    (const char *const[]){"rank", "ref", "name", "source", NULL}, arena, named, error) ||
        !table_read_file(file_join(arena, source, "curated/rivers.tsv"), arena, &table, error) ||
        !table_column(&table, "ref", &ref, error) || !table_column(&table, "name", &name, error))
        return false;
    for (size_t i = 0; i < named->count; i++)
        named->items[i].fields[RIVER_NAME] = name_of(&table, ref, name, named->items[i].fields[RIVER_REF]);
    rank_named(named, arena);
    return true;
}

static bool build_rivers(const char *source, const char *directory, struct arena *arena, struct error *error) {
    static const struct shape_field fields[] = {
        {"rank", FIELD_WHOLE}, {"ref", FIELD_TEXT}, {"name", FIELD_TEXT}, {NULL, FIELD_TEXT}};
    struct feature_list unnamed = {0}, named = {0};
    if (!read_layer(shipped(source, "rivers", arena), (const char *const[]){"rank", NULL}, arena, &unnamed, error) ||
        !read_named_rivers(source, arena, &named, error))
        return false;
    part_courses(&unnamed, &named, arena);
    struct feature_list all = {ARENA_ARRAY(arena, struct feature, unnamed.count + named.count), 0, 0};
    memcpy(all.items, unnamed.items, unnamed.count * sizeof *all.items);
    memcpy(all.items + unnamed.count, named.items, named.count * sizeof *all.items);
    all.count = unnamed.count + named.count;
    return copy_levels(directory, "rivers", LEVELS, SHAPE_LINES, fields, &all, river_rule, error);
}

static bool build_areas(const char *source, const char *directory, struct arena *arena, struct error *error) {
    static const struct shape_field fields[] = {{"ref", FIELD_TEXT},
                                                {"from", FIELD_TEXT},
                                                {"to", FIELD_TEXT},
                                                {"approximate_km", FIELD_REAL},
                                                {NULL, FIELD_TEXT}};
    static const char *const names[] = {"ref", "from", "to", "approximate_km", NULL};
    struct feature_list areas = {0};
    return read_layer(file_join(arena, source, "curated/areas.geojson"), names, arena, &areas, error) &&
           copy_levels(directory, "areas", 1, SHAPE_AREA, fields, &areas, plain_rule, error);
}

/* Class and sides of a special line, from its table. */
static bool join_lines(const char *source, struct arena *arena, struct feature_list *lines, struct error *error) {
    static const char *const names[] = {"class", "a", "b"};
    struct table table;
    size_t ref, columns[3];
    if (!table_read_file(file_join(arena, source, "curated/lines.tsv"), arena, &table, error) ||
        !table_column(&table, "ref", &ref, error))
        return false;
    for (size_t k = 0; k < 3; k++) {
        if (!table_column(&table, names[k], &columns[k], error))
            return false;
        for (size_t i = 0; i < lines->count; i++)
            lines->items[i].fields[1 + k] = name_of(&table, ref, columns[k], lines->items[i].fields[0]);
    }
    return true;
}

static bool build_lines(const char *source, const char *directory, struct arena *arena, struct error *error) {
    static const struct shape_field fields[] = {{"ref", FIELD_TEXT}, {"class", FIELD_TEXT}, {"a", FIELD_TEXT},
                                                {"b", FIELD_TEXT},   {"from", FIELD_TEXT},  {"to", FIELD_TEXT},
                                                {NULL, FIELD_TEXT}};
    static const char *const names[] = {"ref", "class", "a", "b", "from", "to", NULL};
    struct feature_list lines = {0};
    return read_layer(file_join(arena, source, "curated/lines.geojson"), names, arena, &lines, error) &&
           join_lines(source, arena, &lines, error) &&
           copy_levels(directory, "lines", 1, SHAPE_LINES, fields, &lines, plain_rule, error);
}

bool copies_build(const char *source, const char *directory, struct error *error) {
    typedef bool part(const char *source, const char *directory, struct arena *arena, struct error *error);
    static part *const parts[] = {build_lakes, build_rivers, build_areas, build_lines};
    bool built = true;
    for (size_t i = 0; built && i < sizeof parts / sizeof *parts; i++) {
        struct arena *arena = arena_open();
        built = parts[i](source, directory, arena, error);
        arena_close(arena);
    }
    return built && copies_build_relief(source, directory, error);
}

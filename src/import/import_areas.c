#include "import_areas.h"

#include "file.h"
#include "shape_writer.h"
#include "simplify.h"

static const double TOLERANCE_DEGREES = 0.001;

static bool open_file(struct import_areas *areas, const char *folder, struct arena *arena, struct error *error) {
    static const struct shape_field fields[] = {{"ref", FIELD_TEXT}, {NULL, FIELD_TEXT}};
    return areas->writer ||
           shape_writer_open(file_join(arena, folder, "areas.fgb"), SHAPE_AREA, fields, &areas->writer, error);
}

static bool write_polygon(struct import_areas *areas, struct text ref, const struct shape *polygon, struct arena *arena,
                          struct error *error) {
    struct page_path *paths = ARENA_ARRAY(arena, struct page_path, polygon->count);
    size_t count = 0;
    for (size_t i = 0; i < polygon->count; i++) {
        const struct path *ring = &polygon->paths[i];
        struct page_path path = {ARENA_ARRAY(arena, struct page_point, ring->count + 1), ring->count, true};
        for (size_t k = 0; k < ring->count; k++)
            path.points[k] = (struct page_point){ring->points[k].lon, ring->points[k].lat};
        path = simplify_path(path, TOLERANCE_DEGREES, arena);
        if (path.count >= 3)
            paths[count++] = path;
        else if (i == 0)
            return true; /* too small to be seen */
    }
    areas->count++;
    return shape_writer_add(areas->writer, paths, count, &ref, error);
}

bool import_areas_add(struct import_areas *areas, const char *folder, struct text ref, const struct shape *polygon,
                      struct error *error) {
    struct arena *arena = arena_open();
    bool added = polygon->count == 0 ||
                 (open_file(areas, folder, arena, error) && write_polygon(areas, ref, polygon, arena, error));
    arena_close(arena);
    return added;
}

bool import_areas_close(struct import_areas *areas, struct error *error) {
    struct shape_writer *writer = areas->writer;
    areas->writer = NULL;
    return shape_writer_close(writer, error);
}

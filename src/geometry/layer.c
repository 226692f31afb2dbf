#include "layer.h"

#include "file.h"
#include "flatgeobuf.h"
#include "ogr_layer.h"
#include "tiff.h"

#include <string.h>

static bool damaged(const char *path, struct error *error) {
    return error_context(error,
                         "%s: cannot be read; if it belongs to the data folder, make that anew with 'bordermap geodata "
                         "build'",
                         path);
}

/* Maps a file that has this ending and is there. */
static bool map_file(const char *path, const char *ending, struct file_mapping *mapping) {
    struct error error;
    const char *own = strrchr(path, '.');
    return own && strcmp(own, ending) == 0 && file_exists(path) && file_map(path, mapping, &error);
}

bool layer_read(const char *path, const struct layer_query *query, struct arena *arena, struct feature_list *features,
                struct error *error) {
    struct file_mapping mapping = {0};
    struct layer_filter filter;
    if (bounds_is_empty(query->bounds)) {
        *features = (struct feature_list){0};
        return true;
    }
    bool mapped = layer_filter_read(query->where, &filter) && map_file(path, ".fgb", &mapping);
    struct text bytes = {mapping.data, mapping.size};
    bool known = mapped && flatgeobuf_knows(bytes);
    bool done = known ? flatgeobuf_read(bytes, query, &filter, arena, features, error)
                      : ogr_layer_read(path, query, arena, features, error);
    file_unmap(&mapping);
    return done || (known ? damaged(path, error) : false);
}

bool layer_read_raster(const char *path, struct bounds bounds, int pixels_wide, struct arena *arena,
                       struct raster *raster, struct error *error) {
    struct file_mapping mapping = {0};
    bool mapped = map_file(path, ".tif", &mapping);
    struct text bytes = {mapping.data, mapping.size};
    bool known = mapped && tiff_knows(bytes);
    bool done = known ? tiff_read(bytes, bounds, pixels_wide, arena, raster, error)
                      : ogr_raster_read(path, bounds, pixels_wide, arena, raster, error);
    file_unmap(&mapping);
    return done || (known ? damaged(path, error) : false);
}

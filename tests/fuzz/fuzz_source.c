/* A user's map data: GeoJSON, KML, GPX, GML, CSV, MapInfo, FlatGeobuf … by the first byte. What comes of it lies on the
 * Earth. */
#include "fuzz_beside.h"
#include "source_layer.h"

#include <math.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const names[] = {"a.geojson", "a.kml",  "a.gpx", "a.gml", "a.csv", "a.mif",
                                        "a.fgb",     "a.gpkg", "a.zip", "a.dxf", "a.osm", "a.topojson"};
    struct arena *arena = arena_open();
    const char *path = file_join(arena, own_folder(), names[size > 0 ? data[0] % (sizeof names / sizeof *names) : 0]);
    struct source_query query = {.bounds = {68, 38, 75, 42}, .step = 0.001};
    struct feature_list features = {0};
    struct text remark;
    struct error error = {0};
    put_file(path, size > 0 ? fuzz_text(data + 1, size - 1) : TEXT(""));
    if (source_layer_read(path, &query, arena, &features, &remark, &error)) {
        for (size_t i = 0; i < features.count; i++)
            for (size_t j = 0; j < features.items[i].shape.count; j++) {
                struct path line = features.items[i].shape.paths[j];
                for (size_t k = 0; k < line.count; k++)
                    FUZZ_HOLDS(isfinite(line.points[k].lon) && fabs(line.points[k].lat) <= 90);
            }
    } else {
        FUZZ_HOLDS(error.kind != ERROR_NONE && error.message[0] != '\0');
    }
    unlink(path);
    arena_close(arena);
    return 0;
}

/* The layers and rasters that are read without GDAL, as bytes: whatever they are, all is read or there is an error. */
#include "flatgeobuf.h"
#include "fuzz.h"
#include "tiff.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    struct text bytes = {(const char *)data, size};
    struct layer_query query = {.fields = {"ref", "km2", NULL}, .bounds = {-170, -80, 185, 80}};
    struct layer_filter filter;
    struct feature_list features = {0};
    struct raster raster = {0};
    struct error error = {0};
    FUZZ_HOLDS(layer_filter_read("km2 >= 2 OR ref LIKE 'area:%'", &filter));
    if (flatgeobuf_knows(bytes))
        FUZZ_HOLDS(flatgeobuf_read(bytes, &query, &filter, arena, &features, &error) || error.message[0]);
    if (tiff_knows(bytes))
        FUZZ_HOLDS(tiff_read(bytes, (struct bounds){10, 10, 40, 30}, 40, arena, &raster, &error) || error.message[0]);
    arena_close(arena);
    return 0;
}

/* A user's elevation: a GeoTIFF or a grid, by the first byte. Heights are such as the Earth has, or holes. */
#include "elevation.h"
#include "fuzz_beside.h"

#include <math.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const names[] = {"a.tif", "a.asc", "a.hgt", "a.grd", "a.xyz", "a.dt1", "a.dem", "a.zip"};
    struct arena *arena = arena_open();
    const char *path = file_join(arena, own_folder(), names[size > 0 ? data[0] % (sizeof names / sizeof *names) : 0]);
    struct bounds bounds = {68, 38, 75, 42};
    struct elevation elevation = {.cell_metres = 0};
    struct error error = {0};
    put_file(path, size > 0 ? fuzz_text(data + 1, size - 1) : TEXT(""));
    if (elevation_read(path, bounds, 16, arena, &elevation, &error)) {
        size_t count = (size_t)elevation.raster.width * (size_t)elevation.raster.height;
        for (size_t i = 0; i < count; i++)
            FUZZ_HOLDS(isnan(elevation.raster.values[i]) || fabsf(elevation.raster.values[i]) < 12001);
    } else {
        FUZZ_HOLDS(error.kind != ERROR_NONE && error.message[0] != '\0');
    }
    unlink(path);
    arena_close(arena);
    return 0;
}

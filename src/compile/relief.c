#include "copies.h"

#include "dataset.h"
#include "file.h"

#include <cpl_error.h>
#include <gdal.h>
#include <stdint.h>
#include <stdio.h>

static bool add_overviews(const char *path, struct error *error) {
    int factors[] = {2, 4, 8, 16};
    GDALDatasetH dataset;
    if (!dataset_open(path, DATASET_REWRITE, &dataset, error))
        return false;
    bool built = GDALBuildOverviews(dataset, "AVERAGE", 4, factors, 0, NULL, NULL, NULL) == CE_None;
    GDALClose(dataset);
    return built ||
           error_set(error, ERROR_ENVIRONMENT, "%s: its overviews cannot be built: %s", path, CPLGetLastErrorMsg());
}

/* The same pixels, deflated: the program reads them itself. The shipped file is a quarter of the size. */
static bool deflate(const char *path, const char *target, struct error *error) {
    char *options[] = {(char *)(uintptr_t) "TILED=YES",
                       (char *)(uintptr_t) "COMPRESS=DEFLATE",
                       (char *)(uintptr_t) "PREDICTOR=2",
                       (char *)(uintptr_t) "ZLEVEL=9",
                       (char *)(uintptr_t) "COPY_SRC_OVERVIEWS=YES",
                       NULL};
    GDALDatasetH packed;
    if (!dataset_open(path, DATASET_RASTER, &packed, error))
        return false;
    GDALDatasetH written = GDALCreateCopy(GDALGetDriverByName("GTiff"), target, packed, FALSE, options, NULL, NULL);
    CPLErrorReset();
    GDALClose(written);
    GDALClose(packed);
    return (written && CPLGetLastErrorType() < CE_Failure) ||
           error_set(error, ERROR_ENVIRONMENT, "%s: cannot be written: %s", target, CPLGetLastErrorMsg());
}

bool copies_build_relief(const char *source, const char *directory, struct error *error) {
    struct arena *arena = arena_open();
    struct text content;
    char *packed = file_join(arena, directory, "relief.packed.tif");
    bool built = file_read(file_join(arena, source, "relief.tif"), 64 * 1024 * 1024, arena, &content, error) &&
                 file_write(packed, content, error);
    CPLPushErrorHandler(CPLQuietErrorHandler);
    built = built && add_overviews(packed, error) && deflate(packed, file_join(arena, directory, "relief.tif"), error);
    CPLPopErrorHandler();
    (void)remove(packed);
    arena_close(arena);
    return built;
}

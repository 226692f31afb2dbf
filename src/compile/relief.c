#include "copies.h"

#include "dataset.h"
#include "file.h"

#include <cpl_error.h>
#include <gdal.h>

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

bool copies_build_relief(const char *source, const char *directory, struct error *error) {
    struct arena *arena = arena_open();
    struct text content;
    char *path = file_join(arena, directory, "relief.tif");
    bool built = file_read(file_join(arena, source, "relief.tif"), 64 * 1024 * 1024, arena, &content, error) &&
                 file_write(path, content, error);
    CPLPushErrorHandler(CPLQuietErrorHandler);
    built = built && add_overviews(path, error);
    CPLPopErrorHandler();
    arena_close(arena);
    return built;
}

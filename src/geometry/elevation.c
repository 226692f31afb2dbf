#include "elevation.h"

#include "dataset.h"

#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal.h>
#include <gdal_frmts.h>
#include <gdal_utils.h>
#include <gdalwarper.h>
#include <math.h>
#include <ogr_srs_api.h>
#include <stdio.h>
#include <string.h>

static const double metres_a_degree = 111195;
enum { COLUMNS_MOST = 4096 };

static bool wrong(const char *path, const char *what, struct error *error) {
    return error_set(error, ERROR_INPUT, "--relief: %s: %s", path, what);
}

static bool check_dataset(GDALDatasetH dataset, const char *path, struct error *error) {
    double transform[6];
    const char *system = GDALGetProjectionRef(dataset);
    OGRSpatialReferenceH reference = GDALGetSpatialRef(dataset);
    if (GDALGetRasterCount(dataset) != 1)
        return wrong(path, "elevation is one band, this has more or none", error);
    if (GDALGetGeoTransform(dataset, transform) != CE_None)
        return wrong(path, "has no place on the Earth (no geotransform)", error);
    if (!system || system[0] == '\0')
        return wrong(path, "has no coordinate reference system; give it one with gdal_edit or gdal_translate -a_srs",
                     error);
    if (reference && !dataset_reference_stands_alone(reference))
        return wrong(path, "its coordinate reference system names another file; give it a plain one with gdal_edit",
                     error);
    if (GDALGetMetadataItem(dataset, "OVERVIEW_FILE", "OVERVIEWS"))
        return wrong(path, "names another file for its overviews; make it anew with gdal_translate", error);
    if (GDALGetRasterColorInterpretation(GDALGetRasterBand(dataset, 1)) == GCI_PaletteIndex)
        return wrong(path, "is a picture with a palette; elevation is in metres", error);
    return true;
}

/* Opens it quietly; the caller closes it and pops the handler of errors. */
static bool open_dataset(const char *path, GDALDatasetH *dataset, struct error *error) {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    GDALRegister_MEM(); /* what it is warped into */
    bool opened = dataset_open(path, DATASET_RELIEF, dataset, error) || error_context(error, "--relief");
    if (opened && check_dataset(*dataset, path, error))
        return true;
    if (opened)
        GDALClose(*dataset);
    CPLPopErrorHandler();
    return false;
}

static void close_dataset(GDALDatasetH dataset) {
    GDALClose(dataset);
    CPLPopErrorHandler();
}

bool elevation_check(const char *path, struct error *error) {
    GDALDatasetH dataset;
    if (!open_dataset(path, &dataset, error))
        return false;
    close_dataset(dataset);
    return true;
}

static void add_number(char ***arguments, double value) {
    char written[64];
    snprintf(written, sizeof written, "%.9f", value);
    *arguments = CSLAddString(*arguments, written);
}

/* -te west south east north, -ts columns rows, into memory. */
static char **warp_arguments(struct bounds bounds, int columns, int rows) {
    static const char *const fixed[] = {"-of",        "MEM",      "-t_srs", "+proj=longlat +datum=WGS84 +no_defs",
                                        "-r",         "bilinear", "-ot",    "Float32",
                                        "-dstnodata", "nan",      "-te"};
    char **arguments = NULL;
    for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++)
        arguments = CSLAddString(arguments, fixed[i]);
    double sides[] = {bounds.west, bounds.south, bounds.east, bounds.north};
    for (int i = 0; i < 4; i++)
        add_number(&arguments, sides[i]);
    arguments = CSLAddString(arguments, "-ts");
    add_number(&arguments, columns);
    add_number(&arguments, rows);
    return arguments;
}

static GDALDatasetH warp(GDALDatasetH dataset, struct bounds bounds, int columns, int rows) {
    char **arguments = warp_arguments(bounds, columns, rows);
    GDALWarpAppOptions *options = GDALWarpAppOptionsNew(arguments, NULL);
    int misused = 0;
    GDALDatasetH warped = options ? GDALWarp("", NULL, 1, &dataset, options, &misused) : NULL;
    GDALWarpAppOptionsFree(options);
    CSLDestroy(arguments);
    return warped;
}

/* Height of a cell of the file on the ground, as it comes out in degrees. */
static double cell_metres(GDALDatasetH dataset) {
    double transform[6], size = INFINITY;
    GDALDatasetH unwarped =
        GDALAutoCreateWarpedVRT(dataset, NULL, SRS_WKT_WGS84_LAT_LONG, GRA_NearestNeighbour, 0, NULL);
    if (unwarped && GDALGetGeoTransform(unwarped, transform) == CE_None)
        size = fabs(transform[5]) * metres_a_degree;
    if (unwarped)
        GDALClose(unwarped);
    return size;
}

static struct text credit_of(GDALDatasetH dataset, const char *path, struct arena *arena) {
    static const char *const keys[] = {"credit", "CREDIT", "TIFFTAG_COPYRIGHT", "attribution", "TIFFTAG_ARTIST"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const char *said = GDALGetMetadataItem(dataset, keys[i], NULL);
        if (said && said[0] != '\0')
            return text_copy(arena, text_of(said));
    }
    const char *slash = strrchr(path, '/');
    return text_copy(arena, text_of(slash ? slash + 1 : path));
}

/* Heights no mountain or sea floor has are holes that the file does not declare. */
static void count_values(struct elevation *elevation) {
    size_t count = (size_t)elevation->raster.width * (size_t)elevation->raster.height, known = 0;
    for (size_t i = 0; i < count; i++) {
        float *value = &elevation->raster.values[i];
        if (!(*value > -12000 && *value < 9500))
            *value = NAN;
        known += isnan(*value) ? 0 : 1;
    }
    elevation->covered = (double)known / (double)count;
}

static bool read_warped(GDALDatasetH warped, struct bounds bounds, struct arena *arena, struct elevation *elevation) {
    int width = GDALGetRasterXSize(warped), height = GDALGetRasterYSize(warped);
    float *values = ARENA_ARRAY(arena, float, (size_t)width *(size_t)height);
    if (GDALRasterIO(GDALGetRasterBand(warped, 1), GF_Read, 0, 0, width, height, values, width, height, GDT_Float32, 0,
                     0) != CE_None)
        return false;
    elevation->raster = (struct raster){width, height, values, bounds};
    count_values(elevation);
    return true;
}

bool elevation_read(const char *path, struct bounds bounds, int pixels_wide, struct arena *arena,
                    struct elevation *elevation, struct error *error) {
    struct elevation result = {.cell_metres = INFINITY};
    GDALDatasetH dataset;
    double high = bounds.north - bounds.south, wide = bounds.east - bounds.west;
    double cosine = fmax(cos((bounds.north + bounds.south) / 2 * acos(-1.0) / 180), 0.05);
    if (!open_dataset(path, &dataset, error))
        return false;
    int columns = (int)fmin(fmax(pixels_wide, 16), COLUMNS_MOST);
    int rows = (int)fmin(fmax(columns * high / (wide * cosine), 16), COLUMNS_MOST);
    GDALDatasetH warped = warp(dataset, bounds, columns, rows);
    bool done = warped && read_warped(warped, bounds, arena, &result);
    result.cell_metres = cell_metres(dataset);
    result.credit = credit_of(dataset, path, arena);
    if (warped)
        GDALClose(warped);
    close_dataset(dataset);
    if (!done)
        return wrong(path, "cannot be brought to the frame of the map", error);
    *elevation = result;
    return true;
}

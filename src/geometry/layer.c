#include "layer.h"

#include "dataset.h"
#include "list.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

/* A dataset, and what GDAL said against it. */
struct source {
    GDALDatasetH dataset;
    const char *path;
    char complaint[512]; /* the first failure; empty = none */
};

static void CPL_STDCALL note_complaint(CPLErr class, CPLErrorNum number, const char *message) {
    (void)number;
    struct source *source = CPLGetErrorHandlerUserData();
    if (class < CE_Failure || source->complaint[0] != '\0')
        return;
    strncpy(source->complaint, message, sizeof source->complaint - 1);
}

static bool source_fail(struct source *source, struct error *error) {
    const char *said = source->complaint[0] != '\0' ? source->complaint : "no reason given";
    return error_set(
        error, ERROR_ENVIRONMENT,
        "%s: cannot be read (%s); if it belongs to the data folder, make that anew with 'bordermap geodata build'",
        source->path, said);
}

/* Opens the dataset quietly; what GDAL has to say goes to source->complaint until source_close(). */
static bool source_open(struct source *source, const char *path, enum dataset_use use, struct error *error) {
    *source = (struct source){.path = path};
    CPLPushErrorHandlerEx(note_complaint, source);
    if (dataset_open(path, use, &source->dataset, error))
        return true;
    CPLPopErrorHandler();
    return false;
}

static void source_close(struct source *source) {
    GDALClose(source->dataset);
    CPLPopErrorHandler();
}

/* What one reading of a layer carries along. */
struct reading {
    OGRLayerH layer;
    int fields[LAYER_FIELDS]; /* field index in the layer, -1 = not there */
    size_t field_count;
    struct arena *arena;
    struct feature_list features;
    struct {
        GIntBig *items;
        size_t count, capacity;
    } seen; /* feature numbers */
};

static void add_path(OGRGeometryH geometry, double shift, bool ring, struct arena *arena, struct shape *shape) {
    int count = OGR_G_GetPointCount(geometry);
    if (count <= 0)
        return;
    struct path path = {ARENA_ARRAY(arena, struct lonlat, (size_t)count), (size_t)count};
    OGR_G_GetPoints(geometry, &path.points[0].lon, sizeof(struct lonlat), &path.points[0].lat, sizeof(struct lonlat),
                    NULL, 0);
    struct lonlat first = path.points[0], last = path.points[count - 1];
    if (ring && count > 1 && first.lon == last.lon && first.lat == last.lat)
        path.count--;
    for (size_t i = 0; shift != 0 && i < path.count; i++)
        path.points[i].lon += shift;
    shape->paths = list_grow(arena, shape->paths, shape->count, &shape->capacity, sizeof *shape->paths);
    shape->paths[shape->count++] = path;
}

static bool kind_of(OGRwkbGeometryType type, enum shape_kind *kind) {
    switch (wkbFlatten(type)) {
    case wkbPoint: *kind = SHAPE_POINTS; return true;
    case wkbLineString: *kind = SHAPE_LINES; return true;
    case wkbPolygon: *kind = SHAPE_AREA; return true;
    default: return false;
    }
}

/* Adds the paths of a geometry and its parts; parts of another kind than the first are left out. */
static void add_geometry(OGRGeometryH geometry, double shift, int depth, struct arena *arena, struct shape *shape) {
    enum shape_kind kind = SHAPE_POINTS;
    bool simple = kind_of(OGR_G_GetGeometryType(geometry), &kind);
    if (simple && shape->count > 0 && kind != shape->kind)
        return;
    if (simple)
        shape->kind = kind;
    if (simple && kind != SHAPE_AREA) {
        add_path(geometry, shift, false, arena, shape);
        return;
    }
    for (int i = 0; depth > 0 && i < OGR_G_GetGeometryCount(geometry); i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
        if (simple)
            add_path(part, shift, true, arena, shape);
        else
            add_geometry(part, shift, depth - 1, arena, shape);
    }
}

static void add_feature(struct reading *reading, OGRFeatureH found, double shift) {
    OGRGeometryH geometry = OGR_F_GetGeometryRef(found);
    if (!geometry)
        return;
    OGRGeometryH straight = OGR_G_HasCurveGeometry(geometry, TRUE) ? OGR_G_GetLinearGeometry(geometry, 0, NULL) : NULL;
    struct feature *feature = LIST_PUSH(reading->arena, &reading->features);
    add_geometry(straight ? straight : geometry, shift, 4, reading->arena, &feature->shape);
    OGR_G_DestroyGeometry(straight);
    for (size_t i = 0; i < reading->field_count; i++)
        if (reading->fields[i] >= 0)
            feature->fields[i] = text_copy(reading->arena, text_of(OGR_F_GetFieldAsString(found, reading->fields[i])));
}

static int compare_numbers(const void *a, const void *b) {
    GIntBig x = *(const GIntBig *)a, y = *(const GIntBig *)b;
    return x < y ? -1 : x > y;
}

/* Reads what meets the box, moved by `shift` degrees; `first` reading of all notes what it saw, a later one skips that.
 */
static void read_part(struct reading *reading, struct bounds box, double shift, bool first, bool more) {
    OGR_L_SetSpatialFilterRect(reading->layer, box.west, box.south, box.east, box.north);
    OGR_L_ResetReading(reading->layer);
    OGRFeatureH found;
    while ((found = OGR_L_GetNextFeature(reading->layer)) != NULL) {
        GIntBig number = OGR_F_GetFID(found);
        bool again = !first && reading->seen.count > 0 &&
                     bsearch(&number, reading->seen.items, reading->seen.count, sizeof number, compare_numbers);
        if (!again)
            add_feature(reading, found, shift);
        if (first && more)
            *LIST_PUSH(reading->arena, &reading->seen) = number;
        OGR_F_Destroy(found);
    }
    if (first && reading->seen.count > 0)
        qsort(reading->seen.items, reading->seen.count, sizeof *reading->seen.items, compare_numbers);
}

static void find_fields(struct reading *reading, const struct layer_query *query) {
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(reading->layer);
    while (reading->field_count < LAYER_FIELDS && query->fields[reading->field_count]) {
        reading->fields[reading->field_count] = OGR_FD_GetFieldIndex(definition, query->fields[reading->field_count]);
        reading->field_count++;
    }
}

static bool read_layer(struct source *source, const struct layer_query *query, struct reading *reading,
                       struct error *error) {
    reading->layer = GDALDatasetGetLayer(source->dataset, 0);
    if (!reading->layer)
        return error_set(error, ERROR_ENVIRONMENT, "%s: holds no layer of features", source->path);
    find_fields(reading, query);
    if (query->where && OGR_L_SetAttributeFilter(reading->layer, query->where) != OGRERR_NONE)
        return source_fail(source, error);
    struct bounds box = query->bounds;
    bool across = box.east > 180;
    struct bounds west_part = {box.west, box.south, fmin(box.east, 180), box.north};
    struct bounds east_part = {-180, box.south, box.east - 360, box.north};
    read_part(reading, west_part, 0, true, across);
    if (across)
        read_part(reading, east_part, 360, false, false);
    return source->complaint[0] == '\0' || source_fail(source, error);
}

bool layer_read(const char *path, const struct layer_query *query, struct arena *arena, struct feature_list *features,
                struct error *error) {
    struct source source;
    if (bounds_is_empty(query->bounds)) {
        *features = (struct feature_list){0};
        return true;
    }
    if (!source_open(&source, path, DATASET_SHAPES, error))
        return false;
    struct reading reading = {.arena = arena};
    bool done = read_layer(&source, query, &reading, error);
    source_close(&source);
    if (done)
        *features = reading.features;
    return done;
}

/* The grid of a band: a file's own, or that of an overview. */
struct grid {
    GDALRasterBandH band;
    int width, height;
    double west, north, step_x, step_y; /* degrees; steps positive */
};

/* Columns and rows asked for; columns may go beyond the width of a raster around the Earth. */
struct cells {
    int left, top, width, height;
};

static bool grid_open(struct source *source, struct grid *grid, struct error *error) {
    double transform[6];
    if (GDALGetRasterCount(source->dataset) < 1 || GDALGetGeoTransform(source->dataset, transform) != CE_None ||
        transform[2] != 0 || transform[4] != 0 || transform[1] <= 0 || transform[5] >= 0)
        return error_set(error, ERROR_ENVIRONMENT, "%s: is no raster in degrees with north up", source->path);
    *grid = (struct grid){GDALGetRasterBand(source->dataset, 1),
                          GDALGetRasterXSize(source->dataset),
                          GDALGetRasterYSize(source->dataset),
                          transform[0],
                          transform[3],
                          transform[1],
                          -transform[5]};
    return true;
}

/* The coarsest overview that still has at least `pixels_wide` pixels across the bounds. */
static struct grid grid_overview(struct grid grid, struct bounds bounds, int pixels_wide) {
    struct grid best = grid;
    for (int i = 0; i < GDALGetOverviewCount(grid.band); i++) {
        GDALRasterBandH band = GDALGetOverview(grid.band, i);
        int width = GDALGetRasterBandXSize(band), height = GDALGetRasterBandYSize(band);
        double step_x = grid.step_x * grid.width / width, step_y = grid.step_y * grid.height / height;
        if ((bounds.east - bounds.west) / step_x >= pixels_wide && width < best.width)
            best = (struct grid){band, width, height, grid.west, grid.north, step_x, step_y};
    }
    return best;
}

static bool grid_is_round(const struct grid *grid) {
    return fabs(grid->width * grid->step_x - 360) < grid->step_x / 2;
}

/* Cells that cover the bounds, as far as the raster goes. */
static struct cells grid_cells(const struct grid *grid, struct bounds bounds) {
    double left = floor((bounds.west - grid->west) / grid->step_x),
           right = ceil((bounds.east - grid->west) / grid->step_x);
    double top = floor((grid->north - bounds.north) / grid->step_y);
    double bottom = ceil((grid->north - bounds.south) / grid->step_y);
    double shift = 0;
    if (grid_is_round(grid)) {
        shift = left < 0 ? grid->width : 0;
        right = fmin(right, left + grid->width);
    } else {
        left = fmax(left, 0);
        right = fmin(right, grid->width);
    }
    top = fmax(top, 0);
    bottom = fmin(bottom, grid->height);
    if (!(left < right && top < bottom))
        return (struct cells){0};
    return (struct cells){(int)(left + shift), (int)top, (int)(right - left), (int)(bottom - top)};
}

/* Reads columns from..from+count of the raster into columns of `values`, whose rows are `row` wide. */
static bool read_columns(const struct grid *grid, struct cells cells, int from, int count, int to, int shrink,
                         struct raster *raster) {
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.eResampleAlg = shrink > 1 ? GRIORA_Average : GRIORA_NearestNeighbour;
    return GDALRasterIOEx(grid->band, GF_Read, from, cells.top, count, cells.height, raster->values + to,
                          count / shrink, raster->height, GDT_Float32, sizeof(float),
                          (GSpacing)sizeof(float) * raster->width, &extra) == CE_None;
}

static void mark_missing(const struct grid *grid, struct raster *raster) {
    int has_missing = 0;
    float missing = (float)GDALGetRasterNoDataValue(grid->band, &has_missing);
    size_t count = (size_t)raster->width * (size_t)raster->height;
    for (size_t i = 0; has_missing && i < count; i++)
        if (raster->values[i] == missing)
            raster->values[i] = NAN;
}

/* Reads the cells, a `shrink`-th of them in each direction; a raster around the Earth goes on at its other edge. */
static bool read_cells(const struct grid *grid, struct cells cells, int shrink, struct arena *arena,
                       struct raster *raster) {
    cells.width -= cells.width % shrink;
    cells.height -= cells.height % shrink;
    if (cells.width == 0 || cells.height == 0)
        return true;
    raster->width = cells.width / shrink;
    raster->height = cells.height / shrink;
    raster->values = ARENA_ARRAY(arena, float, (size_t)raster->width *(size_t)raster->height);
    double west = grid->west + cells.left * grid->step_x, north = grid->north - cells.top * grid->step_y;
    raster->bounds =
        (struct bounds){west, north - cells.height * grid->step_y, west + cells.width * grid->step_x, north};
    int left = cells.left % grid->width, first = cells.width < grid->width - left ? cells.width : grid->width - left;
    first -= first % shrink;
    bool done = read_columns(grid, cells, left, first, 0, shrink, raster);
    if (done && first < cells.width)
        done = read_columns(grid, cells, 0, cells.width - first, first / shrink, shrink, raster);
    mark_missing(grid, raster);
    return done;
}

static bool read_raster(struct source *source, struct bounds bounds, int pixels_wide, struct arena *arena,
                        struct raster *raster, struct error *error) {
    struct grid grid;
    if (!grid_open(source, &grid, error))
        return false;
    grid = grid_overview(grid, bounds, pixels_wide);
    struct cells cells = grid_cells(&grid, bounds);
    struct raster part = {0};
    int shrink = cells.width / (pixels_wide > 0 ? pixels_wide : 1);
    if (cells.width > 0 && !read_cells(&grid, cells, shrink < 1 ? 1 : shrink, arena, &part))
        return source_fail(source, error);
    if (part.bounds.west > 180) {
        part.bounds.west -= 360;
        part.bounds.east -= 360;
    }
    *raster = part;
    return true;
}

bool layer_read_raster(const char *path, struct bounds bounds, int pixels_wide, struct arena *arena,
                       struct raster *raster, struct error *error) {
    struct source source;
    if (!source_open(&source, path, DATASET_RASTER, error))
        return false;
    bool done = read_raster(&source, bounds, pixels_wide, arena, raster, error);
    source_close(&source);
    return done;
}

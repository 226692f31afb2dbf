#include "ogr_layer.h"

#include "dataset.h"
#include "list.h"
#include "raster_source.h"

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

bool ogr_layer_read(const char *path, const struct layer_query *query, struct arena *arena,
                    struct feature_list *features, struct error *error) {
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

/* Levels of a band: itself, and its overviews. */
static bool open_levels(struct source *source, struct raster_source *raster, struct error *error) {
    double transform[6];
    if (GDALGetRasterCount(source->dataset) < 1 || GDALGetGeoTransform(source->dataset, transform) != CE_None ||
        transform[2] != 0 || transform[4] != 0 || transform[1] <= 0 || transform[5] >= 0)
        return error_set(error, ERROR_ENVIRONMENT, "%s: is no raster in degrees with north up", source->path);
    GDALRasterBandH band = GDALGetRasterBand(source->dataset, 1);
    int has_missing = 0;
    float missing = (float)GDALGetRasterNoDataValue(band, &has_missing);
    *raster = (struct raster_source){.west = transform[0],
                                     .north = transform[3],
                                     .step_x = transform[1],
                                     .step_y = -transform[5],
                                     .missing = has_missing ? missing : NAN,
                                     .context = band};
    raster->levels[raster->level_count++] =
        (struct raster_level){GDALGetRasterXSize(source->dataset), GDALGetRasterYSize(source->dataset)};
    for (int i = 0; i < GDALGetOverviewCount(band) && raster->level_count < RASTER_LEVELS; i++) {
        GDALRasterBandH overview = GDALGetOverview(band, i);
        raster->levels[raster->level_count++] =
            (struct raster_level){GDALGetRasterBandXSize(overview), GDALGetRasterBandYSize(overview)};
    }
    return true;
}

static bool read_cells(void *context, size_t level, struct raster_cells cells, int shrink, float *values, int row) {
    GDALRasterBandH band = level == 0 ? context : GDALGetOverview(context, (int)level - 1);
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.eResampleAlg = shrink > 1 ? GRIORA_Average : GRIORA_NearestNeighbour;
    return GDALRasterIOEx(band, GF_Read, cells.left, cells.top, cells.width, cells.height, values, cells.width / shrink,
                          cells.height / shrink, GDT_Float32, sizeof(float), (GSpacing)sizeof(float) * row,
                          &extra) == CE_None;
}

bool ogr_raster_read(const char *path, struct bounds bounds, int pixels_wide, struct arena *arena,
                     struct raster *raster, struct error *error) {
    struct source source;
    struct raster_source levels;
    if (!source_open(&source, path, DATASET_RASTER, error))
        return false;
    bool done = open_levels(&source, &levels, error);
    levels.read = read_cells;
    if (done && !raster_source_read(&levels, bounds, pixels_wide, arena, raster))
        done = source_fail(&source, error);
    source_close(&source);
    return done;
}

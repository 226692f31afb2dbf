#include "source_layer.h"

#include "builder.h"
#include "dataset.h"
#include "list.h"

#include <cpl_error.h>
#include <gdal.h>
#include <math.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <string.h>

enum { LABEL_MOST = 120, LABEL_BYTES = 400 }; /* code points and bytes of a label */
enum { FEATURES_MOST = 300000, VERTICES_MOST = 4000000, EDGE_POINTS = 21, DEEPEST = 6, KINDS = 3 };

/* A source while it is read. */
struct own_source {
    const char *path;
    const struct source_query *query;
    struct arena *arena;
    struct error *error;
    GDALDatasetH dataset;
    OGRLayerH layer;
    OGRCoordinateTransformationH to_degrees; /* NULL = it has degrees */
    double step;                             /* in units of the source */
    size_t vertices;
    struct feature_list features;
    size_t long_labels; /* which were cut */
    char complaint[512];
};

static void CPL_STDCALL note_complaint(CPLErr class, CPLErrorNum number, const char *message) {
    (void)number;
    struct own_source *source = CPLGetErrorHandlerUserData();
    if (class >= CE_Failure && source->complaint[0] == '\0')
        strncpy(source->complaint, message, sizeof source->complaint - 1);
}

static bool fail(struct own_source *source, const char *what) {
    const char *said = source->complaint[0] ? source->complaint : "GDAL gives no reason";
    return error_set(source->error, ERROR_USAGE, "%s: %s (%s)", source->path, what, said);
}

/* Of all layers, or of those that hold features and are not the one that is read. */
static struct text layer_names(const struct own_source *source, bool others) {
    struct builder names = builder_new(source->arena);
    for (int i = 0; i < GDALDatasetGetLayerCount(source->dataset); i++) {
        OGRLayerH layer = GDALDatasetGetLayer(source->dataset, i);
        if (!others || (layer != source->layer && OGR_L_GetFeatureCount(layer, TRUE) > 0))
            builder_format(&names, "%s%s", names.count ? ", " : "", OGR_L_GetName(layer));
    }
    return builder_text(&names);
}

static struct text field_names(const struct own_source *source) {
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(source->layer);
    struct builder names = builder_new(source->arena);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); i++)
        builder_format(&names, "%s%s", i ? ", " : "", OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    return builder_text(&names);
}

/* What of the source is not on the map although nobody chose so. */
static struct text remark_of(const struct own_source *source) {
    if (OGR_L_GetGeomType(source->layer) == wkbNone)
        return text_format(
            source->arena,
            "%s has no geometry, and no columns of longitude and latitude by their usual names (lon, lat); "
            "its columns are: %.*s",
            source->path, TEXT_ARGS(field_names(source)));
    if (source->long_labels > 0)
        return text_format(source->arena, "%zu labels of %s are longer than %d characters, and are cut",
                           source->long_labels, source->path, LABEL_MOST);
    struct text others = source->query->layer ? TEXT_NONE : layer_names(source, true);
    return others.size == 0
               ? TEXT_NONE
               : text_format(source->arena, "of %s only the layer %s is drawn; layer=… takes another, one each: %.*s",
                             source->path, OGR_L_GetName(source->layer), TEXT_ARGS(others));
}

static bool find_layer(struct own_source *source) {
    const char *wanted = source->query->layer;
    for (int i = 0; i < GDALDatasetGetLayerCount(source->dataset) && !source->layer; i++) {
        OGRLayerH layer = GDALDatasetGetLayer(source->dataset, i);
        bool found = wanted ? strcmp(OGR_L_GetName(layer), wanted) == 0 : OGR_L_GetFeatureCount(layer, TRUE) > 0;
        source->layer = found ? layer : NULL;
    }
    if (!source->layer && wanted)
        return error_set(source->error, ERROR_USAGE, "%s: there is no layer '%s'; there are: %.*s", source->path,
                         wanted, TEXT_ARGS(layer_names(source, false)));
    return source->layer || error_set(source->error, ERROR_USAGE, "%s: holds no features", source->path);
}

static bool check_field(struct own_source *source) {
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(source->layer);
    const char *field = source->query->field;
    if (!field || OGR_FD_GetFieldIndex(definition, field) >= 0)
        return true;
    return error_set(source->error, ERROR_USAGE, "%s: there is no field '%s'; there are: %.*s", source->path, field,
                     TEXT_ARGS(field_names(source)));
}

/* Without a CRS its numbers must be such as degrees can be. */
static bool check_degrees(struct own_source *source) {
    OGREnvelope extent;
    bool known = OGR_L_GetExtent(source->layer, &extent, TRUE) == OGRERR_NONE;
    bool degrees = !known || (extent.MinX >= -180 && extent.MaxX <= 360 && extent.MinY >= -90 && extent.MaxY <= 90);
    return degrees || error_set(source->error, ERROR_USAGE,
                                "%s: does not say its CRS, and its numbers are no degrees; ogr2ogr -a_srs gives it one",
                                source->path);
}

/* The filter in the source's own units, and how long a step is there. */
static void filter(struct own_source *source, OGRCoordinateTransformationH from_degrees) {
    struct bounds box = source->query->bounds;
    double west = box.west, south = box.south, east = box.east, north = box.north;
    if (box.east > 180 || bounds_is_empty(box)) /* across the antimeridian everything is read */
        return;
    if (from_degrees && !OCTTransformBounds(from_degrees, box.west, box.south, box.east, box.north, &west, &south,
                                            &east, &north, EDGE_POINTS))
        return;
    if (!isfinite(west + south + east + north) || west >= east || south >= north)
        return;
    source->step =
        source->query->step * fmin((east - west) / (box.east - box.west), (north - south) / (box.north - box.south));
    OGR_L_SetSpatialFilterRect(source->layer, west, south, east, north);
}

static bool set_reference(struct own_source *source) {
    OGRSpatialReferenceH own = OGR_L_GetSpatialRef(source->layer), degrees = OSRNewSpatialReference(NULL);
    OGRCoordinateTransformationH back = NULL;
    bool good = own || check_degrees(source);
    source->step = source->query->step;
    if (own && !dataset_reference_stands_alone(own))
        good = error_set(source->error, ERROR_USAGE,
                         "%s: its CRS names another file; ogr2ogr -a_srs gives it a plain one", source->path);
    if (good && own) {
        own = OSRClone(own);
        OSRImportFromEPSG(degrees, 4326);
        OSRSetAxisMappingStrategy(own, OAMS_TRADITIONAL_GIS_ORDER);
        OSRSetAxisMappingStrategy(degrees, OAMS_TRADITIONAL_GIS_ORDER);
        if (!OSRIsSame(own, degrees)) {
            source->to_degrees = OCTNewCoordinateTransformation(own, degrees);
            back = OCTNewCoordinateTransformation(degrees, own);
            good = (source->to_degrees && back) || fail(source, "its CRS cannot be turned into degrees");
        }
        OSRDestroySpatialReference(own);
    }
    if (good)
        filter(source, back);
    OSRDestroySpatialReference(degrees);
    if (back)
        OCTDestroyCoordinateTransformation(back);
    return good;
}

/* Leaves out vertices that are no step away from the last one kept; the last of a line stays. */
static size_t thin(struct lonlat *points, size_t count, double step, bool line) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool end = i == 0 || (line && i + 1 == count);
        bool away = kept == 0 || fabs(points[i].lon - points[kept - 1].lon) >= step ||
                    fabs(points[i].lat - points[kept - 1].lat) >= step;
        if (isfinite(points[i].lon + points[i].lat) && (end || away))
            points[kept++] = points[i];
    }
    return kept;
}

/* To degrees; points that have none are left out. */
static size_t convert(const struct own_source *source, struct lonlat *points, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        double x = points[i].lon, y = points[i].lat;
        bool good = !source->to_degrees || OCTTransform(source->to_degrees, 1, &x, &y, NULL);
        if (good && fabs(x) <= 720 && fabs(y) <= 90.000001)
            points[kept++] = (struct lonlat){x, fmax(-90, fmin(90, y))};
    }
    return kept;
}

/* A frame across the antimeridian counts on beyond 180. */
static void unwrap(const struct own_source *source, struct lonlat *points, size_t count) {
    struct bounds box = source->query->bounds;
    double middle = 0;
    for (size_t i = 0; i < count; i++)
        middle += points[i].lon / (double)count;
    double turns =
        box.east > 180 && fabs(middle + 360 - (box.west + box.east) / 2) < fabs(middle - (box.west + box.east) / 2)
            ? 360
            : 0;
    for (size_t i = 0; i < count; i++)
        points[i].lon += turns;
}

static bool add_path(struct own_source *source, OGRGeometryH geometry, enum shape_kind kind, struct shape *shapes) {
    int count = OGR_G_GetPointCount(geometry);
    struct shape *shape = &shapes[kind];
    if (count <= 0)
        return true;
    struct path path = {ARENA_ARRAY(source->arena, struct lonlat, (size_t)count), (size_t)count};
    OGR_G_GetPoints(geometry, &path.points[0].lon, sizeof(struct lonlat), &path.points[0].lat, sizeof(struct lonlat),
                    NULL, 0);
    path.count = thin(path.points, path.count, source->step, kind == SHAPE_LINES);
    path.count = convert(source, path.points, path.count);
    unwrap(source, path.points, path.count);
    const struct lonlat *last = path.points + (path.count ? path.count - 1 : 0);
    if (kind == SHAPE_AREA && path.count > 1 && last->lon == path.points[0].lon && last->lat == path.points[0].lat)
        path.count--;
    if (path.count == 0 || (kind == SHAPE_LINES && path.count < 2) || (kind == SHAPE_AREA && path.count < 3))
        return true;
    shape->kind = kind;
    shape->paths = list_grow(source->arena, shape->paths, shape->count, &shape->capacity, sizeof *shape->paths);
    shape->paths[shape->count++] = path;
    source->vertices += path.count;
    return source->vertices <= VERTICES_MOST ||
           error_set(source->error, ERROR_USAGE,
                     "%s: holds more than %d vertices in the frame; simplify it, or choose of it by where=…",
                     source->path, VERTICES_MOST);
}

static bool add_geometry(struct own_source *source, OGRGeometryH geometry, int depth, struct shape *shapes) {
    OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbPoint || type == wkbLineString)
        return add_path(source, geometry, type == wkbPoint ? SHAPE_POINTS : SHAPE_LINES, shapes);
    for (int i = 0; depth > 0 && i < OGR_G_GetGeometryCount(geometry); i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
        bool ring = type == wkbPolygon || type == wkbTriangle;
        if (ring ? !add_path(source, part, SHAPE_AREA, shapes) : !add_geometry(source, part, depth - 1, shapes))
            return false;
    }
    return true;
}

/* Words that fit on a map, cut at a code point. */
static struct text label_of(struct own_source *source, struct text said) {
    size_t at = 0, count = 0, cut = 0;
    while (at < said.size && at < LABEL_BYTES && count++ < LABEL_MOST && text_next(said, &at) != 0)
        cut = at;
    if (cut >= said.size)
        return text_copy(source->arena, said);
    source->long_labels++;
    return text_format(source->arena, "%.*s…", TEXT_ARGS(text_slice(said, 0, cut)));
}

static bool add_feature(struct own_source *source, OGRFeatureH found) {
    OGRGeometryH geometry = OGR_F_GetGeometryRef(found);
    struct shape shapes[KINDS] = {0};
    if (!geometry)
        return true;
    OGRGeometryH straight = OGR_G_HasCurveGeometry(geometry, TRUE) ? OGR_G_GetLinearGeometry(geometry, 0, NULL) : NULL;
    bool good = add_geometry(source, straight ? straight : geometry, DEEPEST, shapes);
    OGR_G_DestroyGeometry(straight);
    int field = source->query->field ? OGR_F_GetFieldIndex(found, source->query->field) : -1;
    for (int kind = 0; good && kind < KINDS; kind++) {
        if (shapes[kind].count == 0)
            continue;
        struct feature *feature = LIST_PUSH(source->arena, &source->features);
        feature->shape = shapes[kind];
        if (field >= 0)
            feature->fields[0] = label_of(source, text_of(OGR_F_GetFieldAsString(found, field)));
    }
    return good && (source->features.count <= FEATURES_MOST ||
                    error_set(source->error, ERROR_USAGE,
                              "%s: holds more than %d features in the frame; choose of them by where=…", source->path,
                              FEATURES_MOST));
}

static bool read_features(struct own_source *source) {
    const char *where = source->query->where;
    if (where && OGR_L_SetAttributeFilter(source->layer, where) != OGRERR_NONE)
        return fail(source, "its features cannot be chosen so");
    OGR_L_ResetReading(source->layer);
    OGRFeatureH found;
    bool good = true;
    while (good && (found = OGR_L_GetNextFeature(source->layer)) != NULL) {
        good = add_feature(source, found);
        OGR_F_Destroy(found);
    }
    return good && (source->complaint[0] == '\0' || fail(source, "cannot be read to its end"));
}

bool source_layer_read(const char *path, const struct source_query *query, struct arena *arena,
                       struct feature_list *features, struct text *remark, struct error *error) {
    struct own_source source = {.path = path, .query = query, .arena = arena, .error = error};
    CPLPushErrorHandlerEx(note_complaint, &source);
    bool good = dataset_open(path, DATASET_OVERLAY, &source.dataset, error) && find_layer(&source) &&
                check_field(&source) && set_reference(&source) && read_features(&source);
    struct text said = good ? remark_of(&source) : TEXT_NONE;
    if (source.to_degrees)
        OCTDestroyCoordinateTransformation(source.to_degrees);
    if (source.dataset)
        GDALClose(source.dataset);
    CPLPopErrorHandler();
    if (good) {
        *features = source.features;
        *remark = said;
    }
    return good;
}

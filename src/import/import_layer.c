#include "import_layer.h"

#include "dataset.h"
#include "import_areas.h"
#include "import_feature.h"
#include "import_shape.h"
#include "list.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <ogr_srs_api.h>
#include <string.h>

enum { COLUMNS_MOST = 1024, PROGRESS_STEP = 1 << 12 };

struct import_layers {
    struct import_columns columns; /* of --map; count 0: none was given */
    struct import_locate locate;
    bool located; /* locate has been read */
    struct import_areas areas;
};

/* One layer of a source. */
struct layer {
    OGRLayerH layer;
    const char *shown; /* "file/layer", or the file if it has only one */
    struct import_columns columns;
    struct text *names; /* of the columns */
    size_t count;
    OGRCoordinateTransformationH to_degrees; /* NULL: it is in degrees */
    bool wanted;
};

struct layer_list {
    struct layer *items;
    size_t count, capacity;
};

/* A source, and what GDAL said against it first. */
struct source {
    struct import_run *run;
    GDALDatasetH dataset;
    const char *shown;
    struct layer_list layers;
    char complaint[300];
};

static void CPL_STDCALL note_complaint(CPLErr class, CPLErrorNum number, const char *message) {
    struct source *source = CPLGetErrorHandlerUserData();
    (void)number;
    if (class >= CE_Failure && source->complaint[0] == '\0')
        strncpy(source->complaint, message, sizeof source->complaint - 1);
}

static bool cannot_read(const struct source *source, struct error *error) {
    return error_set(error, ERROR_INPUT, "%s: cannot be read: %s", source->shown,
                     source->complaint[0] ? source->complaint : "GDAL has no driver for it, or it is damaged");
}

bool import_layer_open(struct import_run *run, struct error *error) {
    run->layers = ARENA_NEW(run->arena, struct import_layers);
    if (run->options->map && !run->options->features)
        run->filter.features = TEXT(""); /* who says what the columns are wants the rows */
    return !run->options->map || import_columns_read(run->options->map, run->arena, &run->layers->columns, error);
}

bool import_layer_close(struct import_run *run, struct error *error) {
    run->report->areas = run->layers->areas.count;
    return import_areas_close(&run->layers->areas, error);
}

/* Layers. */

static bool has_column(void *context, const char *column) {
    const struct layer *layer = context;
    return OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer->layer), column) >= 0;
}

/* Every column of the map must be there, except those that a known source may lack. */
static bool check_columns(const struct layer *layer, bool given, struct error *error) {
    for (size_t i = 0; given && i < layer->columns.count; i++) {
        const struct import_column *column = &layer->columns.items[i];
        struct arena *arena = arena_open();
        bool pattern = column->constant || text_ends(column->column, TEXT("*"));
        bool there = pattern || has_column((void *)(uintptr_t)layer, text_c(arena, column->column));
        arena_close(arena);
        if (!there) {
            return error_set(error, ERROR_INPUT, "%s: has no column '%.*s'; --map names those of the layer",
                             layer->shown, TEXT_ARGS(column->column));
        }
    }
    return true;
}

static bool find_columns(struct source *source, struct layer *layer, struct error *error) {
    struct arena *arena = source->run->arena;
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer->layer);
    int count = OGR_FD_GetFieldCount(definition);
    layer->count = count < COLUMNS_MOST ? (size_t)count : COLUMNS_MOST;
    layer->names = ARENA_ARRAY(arena, struct text, layer->count + 1);
    for (size_t i = 0; i < layer->count; i++) {
        const char *name = OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, (int)i));
        layer->names[i] = text_copy(arena, text_of(name));
    }
    layer->columns = source->run->layers->columns;
    bool given = layer->columns.count > 0;
    const char *known = given ? NULL : import_columns_known(has_column, layer);
    if (!given && !known) {
        return error_set(error, ERROR_INPUT,
                         "%s: its columns are not those of a source that is known; say with --map what they are: "
                         "name=COLUMN,country=COLUMN …",
                         layer->shown);
    }
    return given ? check_columns(layer, given, error) : import_columns_read(known, arena, &layer->columns, error);
}

/* Coordinates go from the layer's system to degrees, longitude first. */
static bool find_transformation(struct layer *layer, struct error *error) {
    OGRSpatialReferenceH own = OGR_L_GetSpatialRef(layer->layer);
    if (!own || OSRIsGeographic(own))
        return true;
    if (!dataset_reference_stands_alone(own)) {
        return error_set(error, ERROR_INPUT,
                         "%s: its coordinate reference system names another file; ogr2ogr -a_srs gives it a plain one",
                         layer->shown);
    }
    OGRSpatialReferenceH degrees = OSRNewSpatialReference(NULL);
    OSRImportFromEPSG(degrees, 4326);
    OSRSetAxisMappingStrategy(degrees, OAMS_TRADITIONAL_GIS_ORDER);
    layer->to_degrees = OCTNewCoordinateTransformation(own, degrees);
    OSRDestroySpatialReference(degrees);
    return true;
}

static bool is_listed(const char *list, const char *name) {
    struct text rest = text_of(list);
    struct text item;
    bool listed = list == NULL;
    while (rest.size > 0 && text_split(&rest, ',', &item))
        listed = listed || text_is(text_trim(item), name);
    return listed;
}

static bool find_layers(struct source *source, struct error *error) {
    struct arena *arena = source->run->arena;
    int count = GDALDatasetGetLayerCount(source->dataset);
    size_t wanted = 0;
    for (int i = 0; i < count; i++) {
        struct layer *layer = LIST_PUSH(arena, &source->layers);
        layer->layer = GDALDatasetGetLayer(source->dataset, i);
        const char *name = OGR_L_GetName(layer->layer);
        struct text shown = text_format(arena, count > 1 ? "%s/%s" : "%s", source->shown, name);
        layer->shown = text_c(arena, shown);
        layer->wanted = is_listed(source->run->options->layers, name);
        wanted += layer->wanted;
        if (layer->wanted && !find_columns(source, layer, error))
            return false;
        if (!find_transformation(layer, error))
            return false;
    }
    return wanted > 0 || error_set(error, ERROR_INPUT, "%s: has none of the layers that --layers names", source->shown);
}

static void close_layers(struct source *source) {
    for (size_t i = 0; i < source->layers.count; i++)
        OCTDestroyCoordinateTransformation(source->layers.items[i].to_degrees);
}

/* Features. */

static void read_cells(const struct layer *layer, OGRFeatureH feature, struct arena *arena, struct text *values) {
    for (size_t i = 0; i < layer->count; i++) {
        bool set = OGR_F_IsFieldSetAndNotNull(feature, (int)i) != 0;
        struct text value = set ? text_of(OGR_F_GetFieldAsString(feature, (int)i)) : TEXT("");
        values[i] = text_copy(arena, text_slice(value, 0, 48 << 10));
    }
}

static bool add_areas(struct import_run *run, OGRGeometryH geometry, struct text ref, struct error *error) {
    size_t count;
    enum ref_kind kind = ref_kind(ref);
    bool shipped = kind == REF_REGION || kind == REF_COUNTRY || kind == REF_AREA;
    struct shape *polygons = shipped ? NULL : import_shape_polygons(geometry, run->scratch, &count);
    for (size_t i = 0; polygons && i < count; i++)
        if (!import_areas_add(&run->layers->areas, run->fresh, ref, &polygons[i], error))
            return false;
    return true;
}

/* The names by language of a place, and its outline if it is a region. */
static bool add_rest(struct import_run *run, const struct import_place *place, struct import_feature_names *names,
                     struct text ref, OGRGeometryH area, struct error *error) {
    for (size_t i = 0; i < names->count; i++) {
        names->items[i].ref = ref;
        if (!import_run_name(run, &names->items[i], error))
            return false;
    }
    bool region = place->class == 'A' || text_starts(place->code, TEXT("RGN"));
    return !area || !region || add_areas(run, area, ref, error);
}

static bool take_feature(struct import_run *run, const struct layer *layer, OGRFeatureH feature, struct error *error) {
    struct text *values = ARENA_ARRAY(run->scratch, struct text, layer->count + 1);
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    struct import_place place = {.origin = {layer->shown, "feature ", (size_t)OGR_F_GetFID(feature)}};
    struct import_feature_names names = {0};
    struct text ref;
    run->report->rows++;
    if (geometry && layer->to_degrees && OGR_G_Transform(geometry, layer->to_degrees) != OGRERR_NONE) {
        import_run_fault(run, &place.origin, "its coordinates cannot be turned into degrees", TEXT_NONE);
        return true;
    }
    read_cells(layer, feature, run->scratch, values);
    enum import_shape_kind kind = import_shape_kind_of(geometry);
    bool has_point = import_shape_point(geometry, &place.point);
    place.precision_km = kind >= IMPORT_SHAPE_LINE ? import_shape_reach_km(geometry) : 0;
    struct import_cells cells = {layer->names, values, layer->count};
    enum import_geometry form = kind == IMPORT_SHAPE_AREA   ? IMPORT_AREA
                                : kind == IMPORT_SHAPE_LINE ? IMPORT_LINE
                                                            : IMPORT_POINT;
    if (!import_feature_read(run, &layer->columns, &run->layers->locate, &cells, form, has_point, &place, &names))
        return true;
    if (place.class == 'P')
        place.precision_km = 0;
    if (!import_run_place(run, &place, &ref, error))
        return false;
    return ref.size == 0 || add_rest(run, &place, &names, ref, form == IMPORT_AREA ? geometry : NULL, error);
}

static const struct layer *layer_of(const struct source *source, OGRLayerH handle) {
    for (size_t i = 0; i < source->layers.count; i++)
        if (source->layers.items[i].layer == handle)
            return source->layers.items[i].wanted ? &source->layers.items[i] : NULL;
    return NULL;
}

static bool read_features(struct source *source, struct error *error) {
    struct import_run *run = source->run;
    OGRLayerH handle = NULL;
    OGRFeatureH feature;
    double share = 0;
    bool done = true;
    GDALDatasetResetReading(source->dataset);
    while (done && (feature = GDALDatasetGetNextFeature(source->dataset, &handle, &share, NULL, NULL)) != NULL) {
        const struct layer *layer = layer_of(source, handle);
        done = !layer || take_feature(run, layer, feature, error);
        OGR_F_Destroy(feature);
        arena_clear(run->scratch);
        if (run->report->rows % PROGRESS_STEP == 0)
            progress_report(run->progress, source->shown, (size_t)(share * 500), 1000);
    }
    return done && (source->complaint[0] == '\0' || cannot_read(source, error));
}

static bool note_source(struct source *source) {
    struct import_run *run = source->run;
    const char *driver = GDALGetDriverShortName(GDALGetDatasetDriver(source->dataset));
    bool tagged = strcmp(driver, "OSM") == 0;
    bool boundaries = source->layers.count > 0 && has_column(&source->layers.items[0], "shapeGroup");
    bool natural = source->layers.count > 0 && has_column(&source->layers.items[0], "featurecla");
    run->default_source = tagged ? "OpenStreetMap" : boundaries ? "geoBoundaries" : natural ? "Natural Earth" : NULL;
    run->default_licence = tagged ? "ODbL 1.0" : boundaries ? "CC BY 4.0" : natural ? "public domain" : NULL;
    run->default_credit = tagged       ? "© OpenStreetMap contributors"
                          : boundaries ? "geoBoundaries (CC BY 4.0)"
                          : natural    ? "Natural Earth"
                                       : NULL;
    return true;
}

static bool read_source(struct source *source, const char *path, struct error *error) {
    if (!dataset_open(path, DATASET_IMPORT, &source->dataset, error))
        return false;
    source->complaint[0] = '\0'; /* drivers that did not know it may have said something */
    bool done = find_layers(source, error) && note_source(source) && read_features(source, error);
    close_layers(source);
    GDALClose(source->dataset);
    return done;
}

bool import_layer_read(struct import_run *run, const char *path, const char *shown, struct error *error) {
    struct source source = {.run = run, .shown = shown};
    if (!run->layers->located && !import_locate_open(run->geodata, run->arena, &run->layers->locate, error))
        return false;
    run->layers->located = true;
    CPLPushErrorHandlerEx(note_complaint, &source);
    bool done = read_source(&source, path, error);
    CPLPopErrorHandler();
    return done;
}

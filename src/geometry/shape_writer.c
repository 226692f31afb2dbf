#include "shape_writer.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

/* Exported by libgdal with C linkage, but declared in its C++ headers only. */
void RegisterOGRFlatGeobuf(void);

struct shape_writer {
    OGRDataSourceH source;
    OGRLayerH layer;
    enum shape_kind kind;
    int field_count;
    char path[4096];
};

static bool fail(const char *path, struct error *error) {
    const char *said = CPLGetLastErrorMsg();
    return error_set(error, ERROR_ENVIRONMENT, "%s: cannot be written: %s", path,
                     said && *said ? said : "no reason given");
}

static bool create_fields(struct shape_writer *writer, const struct shape_field *fields) {
    static const OGRFieldType types[] = {[FIELD_TEXT] = OFTString, [FIELD_WHOLE] = OFTInteger, [FIELD_REAL] = OFTReal};
    for (; fields->name; fields++) {
        OGRFieldDefnH definition = OGR_Fld_Create(fields->name, types[fields->type]);
        OGRErr made = OGR_L_CreateField(writer->layer, definition, TRUE);
        OGR_Fld_Destroy(definition);
        if (made != OGRERR_NONE)
            return false;
        writer->field_count++;
    }
    return true;
}

bool shape_writer_open(const char *path, enum shape_kind kind, const struct shape_field *fields,
                       struct shape_writer **writer, struct error *error) {
    RegisterOGRFlatGeobuf();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
    struct shape_writer *opened = calloc(1, sizeof *opened);
    OGRSFDriverH driver = OGRGetDriverByName("FlatGeobuf");
    char *options[] = {(char *)(uintptr_t) "SPATIAL_INDEX=YES", NULL};
    if (!opened || !driver || strlen(path) >= sizeof opened->path) {
        free(opened);
        CPLPopErrorHandler();
        return error_set(error, ERROR_ENVIRONMENT, "%s: cannot be written: GDAL has no FlatGeobuf driver", path);
    }
    strcpy(opened->path, path);
    opened->kind = kind;
    opened->source = OGR_Dr_CreateDataSource(driver, path, NULL);
    OGRwkbGeometryType type = kind == SHAPE_AREA ? wkbPolygon : wkbLineString;
    opened->layer = opened->source ? OGR_DS_CreateLayer(opened->source, "shapes", NULL, type, options) : NULL;
    if (!opened->layer || !create_fields(opened, fields)) {
        fail(path, error);
        OGR_DS_Destroy(opened->source);
        free(opened);
        CPLPopErrorHandler();
        return false;
    }
    *writer = opened;
    return true;
}

static OGRGeometryH make_path(const struct page_path *path, OGRwkbGeometryType type) {
    OGRGeometryH geometry = OGR_G_CreateGeometry(type);
    bool ring = type == wkbLinearRing;
    OGR_G_SetPointCount(geometry, (int)path->count + ring);
    for (size_t i = 0; i < path->count; i++)
        OGR_G_SetPoint_2D(geometry, (int)i, path->points[i].x, path->points[i].y);
    if (ring && path->count > 0)
        OGR_G_SetPoint_2D(geometry, (int)path->count, path->points[0].x, path->points[0].y);
    return geometry;
}

static OGRGeometryH make_geometry(enum shape_kind kind, const struct page_path *paths, size_t count) {
    if (kind != SHAPE_AREA)
        return make_path(&paths[0], wkbLineString);
    OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
    for (size_t i = 0; i < count; i++)
        OGR_G_AddGeometryDirectly(polygon, make_path(&paths[i], wkbLinearRing));
    return polygon;
}

bool shape_writer_add(struct shape_writer *writer, const struct page_path *paths, size_t count,
                      const struct text *values, struct error *error) {
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(writer->layer));
    struct arena *arena = arena_open();
    for (int i = 0; i < writer->field_count; i++)
        OGR_F_SetFieldString(feature, i, text_c(arena, values[i]));
    OGR_F_SetGeometryDirectly(feature, make_geometry(writer->kind, paths, count));
    OGRErr added = OGR_L_CreateFeature(writer->layer, feature);
    OGR_F_Destroy(feature);
    arena_close(arena);
    return added == OGRERR_NONE || fail(writer->path, error);
}

bool shape_writer_close(struct shape_writer *writer, struct error *error) {
    if (!writer)
        return true;
    CPLErrorReset();
    OGR_DS_Destroy(writer->source);
    bool failed = CPLGetLastErrorType() >= CE_Failure;
    if (failed)
        fail(writer->path, error);
    CPLPopErrorHandler();
    free(writer);
    return !failed;
}

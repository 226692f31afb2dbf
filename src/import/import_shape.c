#include "import_shape.h"

#include "list.h"

#include <math.h>

enum { PARTS_DEEP = 4 };

enum import_shape_kind import_shape_kind_of(OGRGeometryH geometry) {
    switch (geometry && !OGR_G_IsEmpty(geometry) ? OGR_G_GetDimension(geometry) : -1) {
    case 0: return IMPORT_SHAPE_POINT;
    case 1: return IMPORT_SHAPE_LINE;
    case 2: return IMPORT_SHAPE_AREA;
    default: return IMPORT_SHAPE_NONE;
    }
}

/* The point in the middle of the longest part of a line. */
static OGRGeometryH middle_of_line(OGRGeometryH geometry) {
    OGRGeometryH longest = geometry;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
        bool longer = longest == geometry || OGR_G_Length(part) > OGR_G_Length(longest);
        longest = longer ? part : longest;
    }
    return OGR_G_Value(longest, OGR_G_Length(longest) / 2);
}

bool import_shape_point(OGRGeometryH geometry, struct lonlat *point) {
    OGRGeometryH made = NULL;
    switch (import_shape_kind_of(geometry)) {
    case IMPORT_SHAPE_NONE: return false;
    case IMPORT_SHAPE_POINT: break;
    case IMPORT_SHAPE_LINE: made = middle_of_line(geometry); break;
    case IMPORT_SHAPE_AREA: made = OGR_G_PointOnSurface(geometry); break;
    }
    OGREnvelope box;
    OGR_G_GetEnvelope(made && !OGR_G_IsEmpty(made) ? made : geometry, &box);
    *point = (struct lonlat){(box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2};
    OGR_G_DestroyGeometry(made);
    return isfinite(point->lon) && isfinite(point->lat);
}

double import_shape_reach_km(OGRGeometryH geometry) {
    OGREnvelope box;
    OGR_G_GetEnvelope(geometry, &box);
    double km = lonlat_distance_km((struct lonlat){box.MinX, box.MinY}, (struct lonlat){box.MaxX, box.MaxY}) / 2;
    return isfinite(km) && km < 3000 ? km : 0;
}

struct polygons {
    struct shape *items;
    size_t count, capacity;
};

static void add_ring(OGRGeometryH ring, struct arena *arena, struct shape *shape) {
    int count = OGR_G_GetPointCount(ring);
    if (count < 4)
        return;
    struct path path = {ARENA_ARRAY(arena, struct lonlat, (size_t)count),
                        (size_t)count - 1}; /* the last is the first */
    OGR_G_GetPoints(ring, &path.points[0].lon, sizeof(struct lonlat), &path.points[0].lat, sizeof(struct lonlat), NULL,
                    0);
    shape->paths = list_grow(arena, shape->paths, shape->count, &shape->capacity, sizeof *shape->paths);
    shape->paths[shape->count++] = path;
}

static void add_polygons(OGRGeometryH geometry, int deep, struct arena *arena, struct polygons *polygons) {
    bool polygon = wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbPolygon;
    struct shape *shape = polygon ? LIST_PUSH(arena, polygons) : NULL;
    if (shape)
        shape->kind = SHAPE_AREA;
    for (int i = 0; deep > 0 && i < OGR_G_GetGeometryCount(geometry); i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
        if (shape)
            add_ring(part, arena, shape);
        else
            add_polygons(part, deep - 1, arena, polygons);
    }
}

struct shape *import_shape_polygons(OGRGeometryH geometry, struct arena *arena, size_t *count) {
    struct polygons polygons = {0};
    add_polygons(geometry, PARTS_DEEP, arena, &polygons);
    *count = polygons.count;
    return polygons.items;
}

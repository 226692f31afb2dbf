/* import_shape.h: geometries of GDAL in degrees as points and areas. Shows GDAL: for import_layer.c alone. */
#ifndef BORDERMAP_IMPORT_SHAPE_H
#define BORDERMAP_IMPORT_SHAPE_H

#include "shape.h"

#include <ogr_api.h>

enum import_shape_kind { IMPORT_SHAPE_NONE, IMPORT_SHAPE_POINT, IMPORT_SHAPE_LINE, IMPORT_SHAPE_AREA };

enum import_shape_kind import_shape_kind_of(OGRGeometryH geometry);

/* A point that stands for it: on the surface of an area, in the middle of a line; false if it has none. */
bool import_shape_point(OGRGeometryH geometry, struct lonlat *point);

/* Half the diagonal of its bounds, in km. */
double import_shape_reach_km(OGRGeometryH geometry);

/* Its polygons, one after the other, each with its holes, in the arena. */
struct shape *import_shape_polygons(OGRGeometryH geometry, struct arena *arena, size_t *count);

#endif

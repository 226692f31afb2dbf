#include "database_parts.h"

#include <math.h>
#include <ogr_api.h>
#include <string.h>

static void set_text(OGRFeatureH feature, int field, struct text text, struct arena *arena) {
    if (text.size > 0)
        OGR_F_SetFieldString(feature, field, text_c(arena, text));
}

static void set_cell(OGRFeatureH feature, int field, enum column_type type, const struct cell *cell,
                     struct arena *arena) {
    switch (type) {
    case COLUMN_TEXT: set_text(feature, field, cell->text, arena); break;
    case COLUMN_BYTES:
        if (cell->text.size > 0)
            OGR_F_SetFieldBinary(feature, field, (int)cell->text.size, cell->text.data);
        break;
    case COLUMN_WHOLE:
        if (cell->given)
            OGR_F_SetFieldInteger64(feature, field, cell->whole);
        break;
    case COLUMN_FLAG:
        if (cell->given)
            OGR_F_SetFieldInteger(feature, field, cell->whole != 0);
        break;
    case COLUMN_NUMBER:
        if (cell->given && isfinite(cell->number))
            OGR_F_SetFieldDouble(feature, field, cell->number);
        break;
    case COLUMN_DAY:
        if (date_known(cell->day))
            OGR_F_SetFieldDateTime(feature, field, cell->day.year, cell->day.month, cell->day.day, 0, 0, 0, 0);
        break;
    }
}

static OGRGeometryH line_of(OGRwkbGeometryType type, const struct row *row) {
    OGRGeometryH line = OGR_G_CreateGeometry(type);
    for (size_t i = 0; i < row->point_count; i++)
        OGR_G_AddPoint_2D(line, row->points[i].lon, row->points[i].lat);
    return line;
}

static void set_shape(OGRFeatureH feature, enum table_shape shape, const struct row *row) {
    if (shape == TABLE_PLAIN || row->point_count == 0)
        return;
    OGRGeometryH geometry;
    if (shape == TABLE_AREAS) {
        geometry = OGR_G_CreateGeometry(wkbPolygon);
        OGR_G_AddGeometryDirectly(geometry, line_of(wkbLinearRing, row));
    } else
        geometry = line_of(shape == TABLE_POINTS ? wkbPoint : wkbLineString, row);
    OGR_F_SetGeometryDirectly(feature, geometry);
}

/* A feature with the row's fields; to be destroyed. */
static OGRFeatureH feature_of(struct gdal_database *database, size_t table, const struct row *row) {
    const struct table_plan *plan = &database->plan->tables[table];
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(database->tables[table]));
    for (size_t i = 0; i < plan->count; i++)
        set_cell(feature, (int)i, plan->columns[i].type, &row->cells[i], database->scratch);
    set_shape(feature, plan->shape, row);
    arena_clear(database->scratch);
    return feature;
}

bool database_add(struct database *base, size_t table, struct row *row, struct error *error) {
    struct gdal_database *database = (struct gdal_database *)base;
    OGRFeatureH feature = feature_of(database, table, row);
    database_hush(database);
    bool done = OGR_L_CreateFeature(database->tables[table], feature) == OGRERR_NONE;
    database_hush_end();
    row->number = OGR_F_GetFID(feature);
    OGR_F_Destroy(feature);
    return done || database_fails(database, "written", error);
}

bool database_replace(struct database *base, size_t table, const struct row *row, struct error *error) {
    struct gdal_database *database = (struct gdal_database *)base;
    OGRFeatureH feature = feature_of(database, table, row);
    OGR_F_SetFID(feature, row->number);
    for (size_t i = 0; i < database->plan->tables[table].count; i++)
        if (!OGR_F_IsFieldSet(feature, (int)i))
            OGR_F_SetFieldNull(feature, (int)i);
    database_hush(database);
    bool done = OGR_L_SetFeature(database->tables[table], feature) == OGRERR_NONE;
    database_hush_end();
    OGR_F_Destroy(feature);
    return done || database_fails(database, "written", error);
}

bool database_set(struct database *base, size_t table, int64_t number, size_t column, int64_t value,
                  struct error *error) {
    struct gdal_database *database = (struct gdal_database *)base;
    const struct table_plan *plan = &database->plan->tables[table];
    struct text statement = text_format(database->scratch, "UPDATE \"%s\" SET \"%s\" = %lld WHERE fid = %lld",
                                        plan->name, plan->columns[column].name, (long long)value, (long long)number);
    bool done = database_run(database, text_c(database->scratch, statement));
    arena_clear(database->scratch);
    return done || database_fails(database, "written", error);
}

bool database_remove(struct database *base, size_t table, int64_t number, struct error *error) {
    struct gdal_database *database = (struct gdal_database *)base;
    database_hush(database);
    bool done = OGR_L_DeleteFeature(database->tables[table], number) == OGRERR_NONE;
    database_hush_end();
    return done || database_fails(database, "written", error);
}

static void add_condition(struct builder *filter, const struct table_plan *plan,
                          const struct row_condition *condition) {
    const char *name = plan->columns[condition->column].name;
    if (!condition->values) {
        builder_format(filter, "\"%s\" BETWEEN %lld AND %lld", name, (long long)condition->low,
                       (long long)condition->high);
        return;
    }
    builder_format(filter, "\"%s\" IN (", name);
    for (size_t i = 0; i < condition->count; i++)
        builder_format(filter, "%s%lld", i ? "," : "", (long long)condition->values[i]);
    builder_add_char(filter, ')');
}

/* Texts that nobody asked for are not read. */
static void leave_out(struct gdal_database *database, size_t table, uint64_t without) {
    const struct table_plan *plan = &database->plan->tables[table];
    const char *names[TABLE_COLUMNS_MOST + 1];
    size_t count = 0;
    for (size_t i = 0; i < plan->count; i++)
        if (without >> i & 1)
            names[count++] = plan->columns[i].name;
    names[count] = NULL;
    OGR_L_SetIgnoredFields(database->tables[table], names);
}

static bool set_filters(struct gdal_database *database, size_t table, const struct row_query *query) {
    struct builder filter = builder_new(database->scratch);
    OGRLayerH layer = database->tables[table];
    for (size_t i = 0; i < query->condition_count; i++) {
        builder_add_c(&filter, i ? " AND " : "");
        add_condition(&filter, &database->plan->tables[table], &query->conditions[i]);
    }
    const struct bounds *bounds = &query->bounds;
    if (bounds_is_empty(*bounds))
        OGR_L_SetSpatialFilter(layer, NULL);
    else
        OGR_L_SetSpatialFilterRect(layer, bounds->west, bounds->south, bounds->east, bounds->north);
    bool set = OGR_L_SetAttributeFilter(layer, filter.count > 0 ? text_c(database->scratch, builder_text(&filter))
                                                                : NULL) == OGRERR_NONE;
    arena_clear(database->scratch);
    return set;
}

static struct cell cell_of(OGRFeatureH feature, int field, enum column_type type) {
    struct cell cell = {.given = OGR_F_IsFieldSetAndNotNull(feature, field)};
    int size = 0, rest;
    if (!cell.given)
        return cell;
    switch (type) {
    case COLUMN_TEXT: cell.text = text_of(OGR_F_GetFieldAsString(feature, field)); break;
    case COLUMN_BYTES:
        cell.text.data = (const char *)OGR_F_GetFieldAsBinary(feature, field, &size);
        cell.text.size = (size_t)size;
        break;
    case COLUMN_WHOLE:
    case COLUMN_FLAG: cell.whole = OGR_F_GetFieldAsInteger64(feature, field); break;
    case COLUMN_NUMBER: cell.number = OGR_F_GetFieldAsDouble(feature, field); break;
    case COLUMN_DAY:
        OGR_F_GetFieldAsDateTime(feature, field, &cell.day.year, &cell.day.month, &cell.day.day, &rest, &rest, &rest,
                                 &rest);
        break;
    }
    return cell;
}

static bool show_row(const struct table_plan *plan, OGRFeatureH feature, row_visit *visit, void *context,
                     struct error *error) {
    struct cell cells[TABLE_COLUMNS_MOST];
    struct lonlat point;
    struct row row = {.number = OGR_F_GetFID(feature), .cells = cells};
    for (size_t i = 0; i < plan->count; i++)
        cells[i] = cell_of(feature, (int)i, plan->columns[i].type);
    OGRGeometryH geometry = plan->shape == TABLE_POINTS ? OGR_F_GetGeometryRef(feature) : NULL;
    if (geometry) {
        point = (struct lonlat){OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)};
        row.points = &point;
        row.point_count = 1;
    }
    return visit(context, &row, error);
}

bool database_select(struct database *base, size_t table, const struct row_query *query, row_visit *visit,
                     void *context, struct error *error) {
    struct gdal_database *database = (struct gdal_database *)base;
    OGRLayerH layer = database->tables[table];
    OGRFeatureH feature;
    bool going = true;
    database_hush(database);
    bool set = set_filters(database, table, query);
    leave_out(database, table, query->without);
    OGR_L_ResetReading(layer);
    while (set && going && (feature = OGR_L_GetNextFeature(layer)) != NULL) {
        going = show_row(&database->plan->tables[table], feature, visit, context, error);
        OGR_F_Destroy(feature);
    }
    leave_out(database, table, 0);
    OGR_L_ResetReading(layer);
    database_hush_end();
    if (!set || (going && database->said[0] != '\0'))
        return database_fails(database, "read", error);
    return going;
}

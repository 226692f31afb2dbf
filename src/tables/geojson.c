/* GeoJSON (RFC 7946): features with a point; their properties are the columns of any table. Features with lines and
 * areas tell of no incident. */
#include "columns.h"
#include "dialect.h"
#include "json_pieces.h"
#include "json_rows.h"

enum { WINDOW = 1 << 16 };

static bool is_geojson(const struct table_sight *sight) {
    struct text start = text_trim(text_slice(sight->content, 0, WINDOW));
    if (!text_starts(start, TEXT("{")))
        return false;
    bool collection = text_find(start, TEXT("\"FeatureCollection\""), 0) < start.size;
    bool feature =
        text_find(start, TEXT("\"Feature\""), 0) < start.size && text_find(start, TEXT("\"geometry\""), 0) < start.size;
    return collection || feature;
}

static void read_properties(const struct table_reading *reading, const cJSON *properties, struct table_row *row) {
    struct arena *arena = reading->sink->rows;
    const cJSON *member;
    cJSON_ArrayForEach(member, properties) {
        if (!member->string)
            continue;
        struct text name = column_name(text_of(member->string), arena);
        for (int field = 0; reading->map && field < ROW_FIELDS; field++)
            if (reading->map->columns[field].size > 0 &&
                text_equal(column_name(reading->map->columns[field], arena), name))
                row->values[field] = json_value_text(member, arena);
        for (const struct dialect_column *known = dialect_csv.columns; !reading->map && known->name; known++)
            if (text_is(name, known->name) && row->values[known->field].size == 0)
                row->values[known->field] = json_value_text(member, arena);
        if (text_is(name, "name") && row->values[ROW_PLACE].size == 0)
            row->values[ROW_PLACE] = json_value_text(member, arena);
    }
}

/* The position of a point, the first of several points. */
static bool read_point(const cJSON *geometry, struct table_row *row, struct arena *arena) {
    struct text type = json_member_text(geometry, "type", arena);
    const cJSON *position = cJSON_GetObjectItemCaseSensitive(geometry, "coordinates");
    if (text_is(type, "MultiPoint"))
        position = cJSON_GetArrayItem(position, 0);
    else if (!text_is(type, "Point"))
        return false;
    row->values[ROW_LON] = json_value_text(cJSON_GetArrayItem(position, 0), arena);
    row->values[ROW_LAT] = json_value_text(cJSON_GetArrayItem(position, 1), arena);
    return true;
}

static bool take(struct table_reading *reading, const cJSON *object, uint64_t line, struct error *error) {
    struct arena *arena = reading->sink->rows;
    struct table_row row = {.line = line};
    if (!read_point(cJSON_GetObjectItemCaseSensitive(object, "geometry"), &row, arena)) {
        reading->counts->passed++;
        return true;
    }
    struct text lon = row.values[ROW_LON], lat = row.values[ROW_LAT];
    read_properties(reading, cJSON_GetObjectItemCaseSensitive(object, "properties"), &row);
    row.values[ROW_LON] = lon;
    row.values[ROW_LAT] = lat;
    if (row.values[ROW_ID].size == 0)
        row.values[ROW_ID] = json_member_text(object, "id", arena);
    return row_take(reading, &row, error);
}

static bool read(struct table_reading *reading, struct text content, struct error *error) {
    for (const struct dialect_column *known = dialect_csv.columns; known->name; known++)
        if (reading->columns[known->field].size == 0)
            reading->columns[known->field] = text_of(known->name);
    reading->columns[ROW_LON] = reading->columns[ROW_LAT] = TEXT("coordinates");
    return json_rows_each(reading, content, take, error);
}

const struct table_dialect dialect_geojson = {
    .name = "geojson", .title = "GeoJSON", .form = FORM_JSON, .tells = is_geojson, .read = read};

/* KML: placemarks with a point; what <ExtendedData> holds are the columns of any table. Those with lines and areas tell
 * of no incident. */
#include "columns.h"
#include "markup_rows.h"

static bool is_kml(const struct table_sight *sight) {
    return text_is(sight->root, "kml");
}

static void take_value(const struct table_reading *reading, struct text name, struct text value,
                       struct table_row *row) {
    struct text column = column_name(name, reading->sink->rows);
    for (int field = 0; reading->map && field < ROW_FIELDS; field++)
        if (reading->map->columns[field].size > 0 &&
            text_equal(column_name(reading->map->columns[field], reading->sink->rows), column))
            row->values[field] = value;
    for (const struct dialect_column *known = dialect_csv.columns; !reading->map && known->name; known++)
        if (text_is(column, known->name) && row->values[known->field].size == 0)
            row->values[known->field] = value;
}

/* <Data name="…"><value>…, <SimpleData name="…">… */
static void read_extended(const struct markup_rows *rows, uint32_t placemark, struct table_row *row) {
    uint32_t extended = markup_child(rows, placemark, "ExtendedData", 0);
    for (uint32_t i = extended + 1; extended && i < rows->markup.nodes[extended].end; i++) {
        struct text name = rows->markup.nodes[i].tag == TAG_TEXT ? TEXT("") : markup_name(&rows->markup, i);
        if (text_is(name, "Data"))
            take_value(rows->reading, markup_value(&rows->markup, i, "name"), markup_child_text(rows, i, "value"), row);
        else if (text_is(name, "SimpleData"))
            take_value(rows->reading, markup_value(&rows->markup, i, "name"), markup_text(&rows->markup, i), row);
    }
}

static void read_time(const struct markup_rows *rows, uint32_t placemark, struct table_row *row) {
    struct text when = markup_grandchild_text(rows, placemark, "TimeStamp", "when");
    struct text begin = markup_grandchild_text(rows, placemark, "TimeSpan", "begin");
    when = when.size > 0 ? when : begin;
    if (when.size == 0)
        return;
    row->values[ROW_DATE] = when;
    row->values[ROW_DATE_END] = markup_grandchild_text(rows, placemark, "TimeSpan", "end");
}

static bool take(struct markup_rows *rows, uint32_t placemark, struct error *error) {
    struct arena *arena = rows->reading->sink->rows;
    struct table_row row = {.line = markup_line(rows, placemark)};
    uint32_t point = markup_below(rows, placemark, "Point");
    if (!point) {
        rows->reading->counts->passed++;
        return true;
    }
    read_extended(rows, placemark, &row);
    read_time(rows, placemark, &row);
    if (!markup_pair(markup_child_text(rows, point, "coordinates"), &row.values[ROW_LON], &row.values[ROW_LAT]))
        row.values[ROW_LON] = row.values[ROW_LAT] = TEXT("?");
    if (row.values[ROW_TITLE].size == 0)
        row.values[ROW_TITLE] = markup_child_text(rows, placemark, "name");
    if (row.values[ROW_PLACE].size == 0)
        row.values[ROW_PLACE] = markup_child_text(rows, placemark, "name");
    if (row.values[ROW_TEXT].size == 0)
        row.values[ROW_TEXT] = markup_words(markup_child_text(rows, placemark, "description"), arena);
    if (row.values[ROW_ID].size == 0)
        row.values[ROW_ID] = markup_value(&rows->markup, placemark, "id");
    return row_take(rows->reading, &row, error);
}

static bool read(struct table_reading *reading, struct text content, struct error *error) {
    struct markup_rows rows = markup_rows_open(reading, content);
    reading->columns[ROW_LON] = reading->columns[ROW_LAT] = TEXT("coordinates");
    reading->columns[ROW_DATE] = TEXT("when");
    reading->columns[ROW_DATE_END] = TEXT("end");
    for (uint32_t i = 1; i < rows.markup.count; i++)
        if (rows.markup.nodes[i].tag != TAG_TEXT && text_is(markup_name(&rows.markup, i), "Placemark") &&
            !take(&rows, i, error))
            return false;
    return true;
}

const struct table_dialect dialect_kml = {
    .name = "kml", .title = "KML", .form = FORM_MARKUP, .tells = is_kml, .read = read};

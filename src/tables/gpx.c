/* GPX: waypoints; tracks and routes tell of no incident. */
#include "markup_rows.h"

static bool is_gpx(const struct table_sight *sight) {
    return text_is(sight->root, "gpx");
}

static bool take(struct markup_rows *rows, uint32_t point, struct error *error) {
    struct table_row row = {.line = markup_line(rows, point)};
    uint32_t link = markup_child(rows, point, "link", 0);
    row.values[ROW_LAT] = markup_value(&rows->markup, point, "lat");
    row.values[ROW_LON] = markup_value(&rows->markup, point, "lon");
    row.values[ROW_DATE] = markup_child_text(rows, point, "time");
    row.values[ROW_PLACE] = row.values[ROW_TITLE] = markup_child_text(rows, point, "name");
    row.values[ROW_KIND] = markup_child_text(rows, point, "type");
    row.values[ROW_TEXT] = markup_child_text(rows, point, "desc");
    if (row.values[ROW_TEXT].size == 0)
        row.values[ROW_TEXT] = markup_child_text(rows, point, "cmt");
    row.values[ROW_SOURCE] = markup_child_text(rows, point, "src");
    row.values[ROW_URL] = link ? markup_value(&rows->markup, link, "href") : TEXT_NONE;
    return row_take(rows->reading, &row, error);
}

static bool read(struct table_reading *reading, struct text content, struct error *error) {
    struct markup_rows rows = markup_rows_open(reading, content);
    uint32_t root = markup_root(&rows.markup);
    reading->columns[ROW_LAT] = TEXT("lat");
    reading->columns[ROW_LON] = TEXT("lon");
    reading->columns[ROW_DATE] = TEXT("time");
    for (uint32_t point = 0; root && (point = markup_child(&rows, root, "wpt", point));)
        if (!take(&rows, point, error))
            return false;
    return true;
}

const struct table_dialect dialect_gpx = {
    .name = "gpx", .title = "GPX", .form = FORM_MARKUP, .tells = is_gpx, .read = read};

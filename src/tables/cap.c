/* CAP 1.1 and 1.2 (Common Alerting Protocol): one alert, placed by the middle of its area. A cancellation takes back
 * the alerts that it refers to, an update puts itself in their place; tests and exercises tell of no incident. */
#include "builder.h"
#include "markup_rows.h"
#include "number.h"
#include "row_values.h"

#include <math.h>

static bool is_cap(const struct table_sight *sight) {
    return text_is(sight->root, "alert");
}

/* "sender,identifier": what other alerts call this one. */
static struct text id_of(const struct markup_rows *rows, uint32_t alert, struct arena *arena) {
    struct text sender = markup_child_text(rows, alert, "sender"), id = markup_child_text(rows, alert, "identifier");
    return id.size ? text_format(arena, "%.*s,%.*s", TEXT_ARGS(sender), TEXT_ARGS(id)) : TEXT_NONE;
}

/* <references> lists "sender,identifier,sent", parted by blanks. */
static bool withdraw(struct markup_rows *rows, uint32_t alert, struct error *error) {
    struct table_reading *reading = rows->reading;
    struct text rest = markup_child_text(rows, alert, "references"), part;
    while (text_split(&rest, ' ', &part)) {
        size_t comma = text_find(part, TEXT(","), 0), last = text_find(part, TEXT(","), comma + 1);
        if (comma >= part.size)
            continue;
        struct text id = text_slice(part, 0, last < part.size ? last : part.size);
        struct account account = {.key = text_format(reading->sink->rows, "cap:%.*s", TEXT_ARGS(id)),
                                  .provider = TEXT("cap"),
                                  .edited = markup_child_text(rows, alert, "sent"),
                                  .withdrawn = true,
                                  .file = reading->file,
                                  .line = markup_line(rows, alert),
                                  .incident = incident_unknown()};
        reading->counts->accounts++;
        if (!reading->sink->account(reading->sink->context, &account, error))
            return false;
    }
    return true;
}

struct reach {
    struct bounds bounds;
    double km;
    bool known;
};

static void add_polygon(struct text polygon, struct reach *reach) {
    struct text rest = polygon, lat, lon;
    double y, x;
    while (markup_pair(rest, &lat, &lon) && number_read(lat, &y) && number_read(lon, &x)) {
        bounds_add(&reach->bounds, (struct lonlat){x, y});
        reach->known = true;
        rest = text_slice(rest, (size_t)(lon.data + lon.size - rest.data), rest.size);
    }
}

/* "lat,lon km". */
static void add_circle(struct text circle, struct reach *reach) {
    struct text lat, lon, rest;
    double y, x, km;
    if (!markup_pair(circle, &lat, &lon) || !number_read(lat, &y) || !number_read(lon, &x))
        return;
    rest = text_trim(text_slice(circle, (size_t)(lon.data + lon.size - circle.data), circle.size));
    bounds_add(&reach->bounds, (struct lonlat){x, y});
    reach->known = true;
    if (number_read(rest, &km) && km > reach->km)
        reach->km = km;
}

static struct reach reach_of(const struct markup_rows *rows, uint32_t info) {
    struct reach reach = {.bounds = bounds_empty()};
    for (uint32_t area = 0; (area = markup_child(rows, info, "area", area));) {
        for (uint32_t shape = 0; (shape = markup_child(rows, area, "polygon", shape));)
            add_polygon(markup_text(&rows->markup, shape), &reach);
        for (uint32_t shape = 0; (shape = markup_child(rows, area, "circle", shape));)
            add_circle(markup_text(&rows->markup, shape), &reach);
    }
    return reach;
}

static void set_place(const struct markup_rows *rows, uint32_t info, struct table_row *row) {
    struct arena *arena = rows->reading->sink->rows;
    struct reach reach = reach_of(rows, info);
    row->values[ROW_PLACE] = markup_grandchild_text(rows, info, "area", "areaDesc");
    if (!reach.known)
        return;
    struct lonlat middle = {(reach.bounds.west + reach.bounds.east) / 2, (reach.bounds.south + reach.bounds.north) / 2};
    double km = fmax(reach.km, lonlat_distance_km(middle, (struct lonlat){reach.bounds.west, reach.bounds.south}));
    struct builder lat = builder_new(arena), lon = builder_new(arena);
    builder_add_number(&lat, middle.lat, 6);
    builder_add_number(&lon, middle.lon, 6);
    row->values[ROW_LAT] = builder_text(&lat);
    row->values[ROW_LON] = builder_text(&lon);
    row->values[ROW_PRECISION] = text_of(place_precision_name(km < 2    ? PRECISION_EXACT
                                                              : km < 60 ? PRECISION_NEAR
                                                                        : PRECISION_REGION));
}

static bool take(struct markup_rows *rows, uint32_t alert, struct error *error) {
    struct table_row row = {.line = markup_line(rows, alert)};
    uint32_t info = markup_child(rows, alert, "info", 0);
    static const char *const onsets[] = {"onset", "effective"};
    row.values[ROW_ID] = id_of(rows, alert, rows->reading->sink->rows);
    row.values[ROW_EDITED] = row.values[ROW_PUBLISHED] = row.values[ROW_DATE] = markup_child_text(rows, alert, "sent");
    for (int i = 1; info && i >= 0; i--)
        if (markup_child_text(rows, info, onsets[i]).size > 0)
            row.values[ROW_DATE] = markup_child_text(rows, info, onsets[i]);
    if (info) {
        row.values[ROW_KIND] = markup_child_text(rows, info, "event");
        row.values[ROW_TITLE] = markup_child_text(rows, info, "headline");
        row.values[ROW_TEXT] = markup_child_text(rows, info, "description");
        row.values[ROW_SOURCE] = markup_child_text(rows, info, "senderName");
        row.values[ROW_URL] = markup_child_text(rows, info, "web");
        set_place(rows, info, &row);
    }
    return row_take(rows->reading, &row, error);
}

static bool read_alert(struct markup_rows *rows, uint32_t alert, struct error *error) {
    struct text status = markup_child_text(rows, alert, "status"), type = markup_child_text(rows, alert, "msgType");
    if (status.size > 0 && !text_is(status, "Actual")) {
        rows->reading->counts->passed++;
        return true;
    }
    bool cancel = text_is(type, "Cancel"), update = text_is(type, "Update");
    if ((cancel || update) && !withdraw(rows, alert, error))
        return false;
    return cancel || take(rows, alert, error);
}

static bool read(struct table_reading *reading, struct text content, struct error *error) {
    struct markup_rows rows = markup_rows_open(reading, content);
    uint32_t root = markup_root(&rows.markup);
    reading->columns[ROW_DATE] = TEXT("sent");
    reading->columns[ROW_LAT] = reading->columns[ROW_LON] = TEXT("area");
    return !root || read_alert(&rows, root, error);
}

const struct table_dialect dialect_cap = {
    .name = "cap", .title = "CAP", .form = FORM_MARKUP, .tells = is_cap, .read = read};

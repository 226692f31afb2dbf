/* GeoRSS: a feed (RSS, RDF, Atom) whose items have positions: georss:point and the W3C's geo:lat and geo:long, a GML
 * point, or the middle of a line, an area or a box. Latitude comes first. */
#include "builder.h"
#include "markup_rows.h"
#include "number.h"

#include <math.h>

enum { WINDOW = 1 << 18 };

static bool is_georss(const struct table_sight *sight) {
    struct text start = text_slice(sight->content, 0, WINDOW), root = sight->root;
    static const char *const positions[] = {"georss:point>", "georss:polygon>", "georss:box>", "georss:line>",
                                            "georss:where>", "geo:lat>",        "geo:Point>"};
    bool feed = text_is(root, "rss") || text_is(root, "feed") || text_is(root, "rdf");
    for (size_t i = 0; feed && i < sizeof positions / sizeof *positions; i++)
        if (text_find(start, text_of(positions[i]), 0) < start.size)
            return true;
    return false;
}

/* The middle of a list of positions, and how far it reaches, km. */
static bool middle_of(struct text list, struct lonlat *middle, double *reach) {
    struct bounds bounds = bounds_empty();
    struct text rest = list, lat, lon;
    double y, x;
    size_t count = 0;
    while (markup_pair(rest, &lat, &lon) && number_read(lat, &y) && number_read(lon, &x)) {
        bounds_add(&bounds, (struct lonlat){x, y});
        count++;
        rest = text_slice(rest, (size_t)(lon.data + lon.size - rest.data), rest.size);
    }
    if (count == 0 || text_trim(rest).size > 0)
        return false;
    *middle = (struct lonlat){(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2};
    *reach = lonlat_distance_km(*middle, (struct lonlat){bounds.west, bounds.south});
    return true;
}

static void set_point(struct table_row *row, struct lonlat point, enum place_precision precision, struct arena *arena) {
    struct builder lat = builder_new(arena), lon = builder_new(arena);
    builder_add_number(&lat, point.lat, 6);
    builder_add_number(&lon, point.lon, 6);
    row->values[ROW_LAT] = builder_text(&lat);
    row->values[ROW_LON] = builder_text(&lon);
    row->values[ROW_PRECISION] = text_of(place_precision_name(precision));
}

/* The position of an item; what cannot be read stands as it is; false if it has none. */
static bool read_position(const struct markup_rows *rows, uint32_t item, struct table_row *row) {
    static const char *const lists[] = {"point", "pos", "polygon", "box", "line", "posList"};
    struct arena *arena = rows->reading->sink->rows;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        uint32_t node = markup_below(rows, item, lists[i]);
        struct lonlat middle;
        double reach;
        if (!node)
            continue;
        if (!middle_of(markup_text(&rows->markup, node), &middle, &reach)) {
            row->values[ROW_LAT] = row->values[ROW_LON] = markup_text(&rows->markup, node);
            return true;
        }
        set_point(row, middle, reach < 2 ? PRECISION_EXACT : reach < 60 ? PRECISION_NEAR : PRECISION_REGION, arena);
        return true;
    }
    uint32_t lat = markup_below(rows, item, "lat"), lon = markup_below(rows, item, "long");
    if (!lat || !lon)
        return false;
    row->values[ROW_LAT] = markup_text(&rows->markup, lat);
    row->values[ROW_LON] = markup_text(&rows->markup, lon);
    return true;
}

static struct text first_text(const struct markup_rows *rows, uint32_t item, const char *const *names) {
    struct text found = TEXT_NONE;
    for (size_t i = 0; names[i] && found.size == 0; i++)
        found = markup_child_text(rows, item, names[i]);
    return found;
}

static struct text link_of(const struct markup_rows *rows, uint32_t item) {
    uint32_t link = markup_child(rows, item, "link", 0);
    struct text address = link ? markup_value(&rows->markup, link, "href") : TEXT_NONE;
    return address.size > 0 || !link ? address : markup_text(&rows->markup, link);
}

static bool take(struct markup_rows *rows, uint32_t item, struct error *error) {
    static const char *const dates[] = {"pubDate", "published", "date", "updated", "issued", NULL};
    static const char *const texts[] = {"description", "summary", "content", "encoded", NULL};
    static const char *const ids[] = {"guid", "id", "identifier", NULL};
    struct arena *arena = rows->reading->sink->rows;
    struct table_row row = {.line = markup_line(rows, item)};
    uint32_t category = markup_child(rows, item, "category", 0);
    if (!read_position(rows, item, &row)) {
        rows->reading->counts->passed++;
        return true;
    }
    row.values[ROW_DATE] = first_text(rows, item, dates);
    row.values[ROW_PUBLISHED] = row.values[ROW_DATE];
    row.values[ROW_EDITED] = markup_child_text(rows, item, "updated");
    row.values[ROW_TITLE] = markup_words(markup_child_text(rows, item, "title"), arena);
    row.values[ROW_TEXT] = markup_words(first_text(rows, item, texts), arena);
    row.values[ROW_ID] = first_text(rows, item, ids);
    row.values[ROW_URL] = link_of(rows, item);
    row.values[ROW_KIND] = category ? markup_value(&rows->markup, category, "term") : TEXT_NONE;
    if (category && row.values[ROW_KIND].size == 0)
        row.values[ROW_KIND] = markup_text(&rows->markup, category);
    return row_take(rows->reading, &row, error);
}

static bool read(struct table_reading *reading, struct text content, struct error *error) {
    struct markup_rows rows = markup_rows_open(reading, content);
    reading->columns[ROW_DATE] = TEXT("pubDate");
    reading->columns[ROW_LAT] = reading->columns[ROW_LON] = TEXT("point");
    for (uint32_t i = 1; i < rows.markup.count; i++) {
        struct text name = rows.markup.nodes[i].tag == TAG_TEXT ? TEXT("") : markup_name(&rows.markup, i);
        if ((text_is(name, "item") || text_is(name, "entry")) && !take(&rows, i, error))
            return false;
    }
    return true;
}

const struct table_dialect dialect_georss = {
    .name = "georss", .title = "GeoRSS", .form = FORM_MARKUP, .tells = is_georss, .read = read};

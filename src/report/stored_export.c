/* Incidents of the store in the forms of other programs: one table of columns for all of them. */
#include "json_writer.h"
#include "list.h"
#include "stored_write.h"

#include <stdlib.h>
#include <string.h>

enum { COORDINATE_PLACES = 5 };

const char *export_form_name(enum export_form form) {
    static const char *const names[EXPORT_FORMS] = {"geojson", "csv", "kml", "gpx", "plover", "hxl"};
    return names[form];
}

bool export_form_find(struct text name, enum export_form *form) {
    for (int i = 0; i < EXPORT_FORMS; i++)
        if (text_is(name, export_form_name((enum export_form)i))) {
            *form = (enum export_form)i;
            return true;
        }
    return false;
}

struct stored_list export_allowed(const struct stored_list *list, struct arena *arena, size_t *kept_back) {
    struct stored_list allowed = {0};
    for (size_t i = 0; i < list->count; i++)
        if (!list->items[i].aggregated_only)
            *LIST_PUSH(arena, &allowed) = list->items[i];
    *kept_back = list->count - allowed.count;
    return allowed;
}

/* What an incident has in each column, as text; empty where it is not known. */
typedef struct text column_value(const struct stored_incident *stored, struct arena *arena);

static struct text whole(int64_t value, struct arena *arena) {
    return value < 0 ? TEXT_NONE : text_format(arena, "%lld", (long long)value);
}

static struct text number(double value, struct arena *arena) {
    struct builder out = builder_new(arena);
    builder_add_number(&out, value, COORDINATE_PLACES);
    return builder_text(&out);
}

static bool placed(const struct stored_incident *stored) {
    return stored->incident.precision != PRECISION_UNKNOWN;
}

static struct text value_id(const struct stored_incident *stored, struct arena *arena) {
    (void)arena;
    return stored->id;
}

static struct text value_kind(const struct stored_incident *stored, struct arena *arena) {
    (void)arena;
    return text_of(incident_kind_name(stored->incident.kind));
}

static struct text value_status(const struct stored_incident *stored, struct arena *arena) {
    (void)arena;
    return text_of(incident_status_name(stored->incident.status));
}

static struct text value_start(const struct stored_incident *stored, struct arena *arena) {
    return date_write(arena, stored->incident.date.start);
}

static struct text value_end(const struct stored_incident *stored, struct arena *arena) {
    return date_write(arena, stored->incident.date.end);
}

static struct text value_place(const struct stored_incident *stored, struct arena *arena) {
    (void)arena;
    return stored->incident.place.name;
}

static struct text value_ref(const struct stored_incident *stored, struct arena *arena) {
    (void)arena;
    return stored->incident.place.ref;
}

static struct text value_countries(const struct stored_incident *stored, struct arena *arena) {
    (void)arena;
    return stored->incident.place.countries;
}

static struct text value_lat(const struct stored_incident *stored, struct arena *arena) {
    return placed(stored) ? number(stored->incident.point.lat, arena) : TEXT_NONE;
}

static struct text value_lon(const struct stored_incident *stored, struct arena *arena) {
    return placed(stored) ? number(stored->incident.point.lon, arena) : TEXT_NONE;
}

static struct text value_precision(const struct stored_incident *stored, struct arena *arena) {
    (void)arena;
    return text_of(place_precision_name(stored->incident.precision));
}

static struct text value_parties(const struct stored_incident *stored, struct arena *arena) {
    struct builder out = builder_new(arena);
    for (size_t i = 0; i < stored->incident.party_count; i++) {
        const struct incident_party *party = &stored->incident.parties[i];
        builder_format(&out, "%s%.*s", i ? "; " : "", TEXT_ARGS(party->ref.size > 0 ? party->ref : party->name));
    }
    return builder_text(&out);
}

static struct text value_killed_low(const struct stored_incident *stored, struct arena *arena) {
    return whole(stored->incident.killed.low, arena);
}

static struct text value_killed_high(const struct stored_incident *stored, struct arena *arena) {
    return whole(stored->incident.killed.high, arena);
}

static struct text value_wounded_low(const struct stored_incident *stored, struct arena *arena) {
    return whole(stored->incident.wounded.low, arena);
}

static struct text value_wounded_high(const struct stored_incident *stored, struct arena *arena) {
    return whole(stored->incident.wounded.high, arena);
}

static struct text value_accounts(const struct stored_incident *stored, struct arena *arena) {
    return whole((int64_t)stored->account_count, arena);
}

static struct text value_sources(const struct stored_incident *stored, struct arena *arena) {
    struct builder out = builder_new(arena);
    for (size_t i = 0; i < stored->account_count; i++) {
        const struct account *account = &stored->accounts[i].account;
        struct text url = account->incident.source.url;
        builder_format(&out, "%s%.*s", i ? "; " : "", TEXT_ARGS(url.size > 0 ? url : account->key));
    }
    return builder_text(&out);
}

static struct text value_words(const struct stored_incident *stored, struct arena *arena) {
    (void)arena;
    return stored->incident.sentence.text;
}

enum column_form { COLUMN_WORDS, COLUMN_FIGURE };

static const struct {
    const char *name;
    enum column_form form;
    const char *tag; /* of HXL 1.1 */
    column_value *value;
} columns[] = {{"id", COLUMN_WORDS, "#event+id", value_id},
               {"kind", COLUMN_WORDS, "#event+type", value_kind},
               {"status", COLUMN_WORDS, "#status", value_status},
               {"date_start", COLUMN_WORDS, "#date+start", value_start},
               {"date_end", COLUMN_WORDS, "#date+end", value_end},
               {"place", COLUMN_WORDS, "#loc+name", value_place},
               {"place_ref", COLUMN_WORDS, "#loc+code", value_ref},
               {"countries", COLUMN_WORDS, "#country+code", value_countries},
               {"lat", COLUMN_FIGURE, "#geo+lat", value_lat},
               {"lon", COLUMN_FIGURE, "#geo+lon", value_lon},
               {"precision", COLUMN_WORDS, "#geo+precision", value_precision},
               {"parties", COLUMN_WORDS, "#org+list", value_parties},
               {"killed_low", COLUMN_FIGURE, "#affected+killed+min", value_killed_low},
               {"killed_high", COLUMN_FIGURE, "#affected+killed+max", value_killed_high},
               {"wounded_low", COLUMN_FIGURE, "#affected+injured+min", value_wounded_low},
               {"wounded_high", COLUMN_FIGURE, "#affected+injured+max", value_wounded_high},
               {"accounts", COLUMN_FIGURE, "#meta+accounts", value_accounts},
               {"sources", COLUMN_WORDS, "#meta+source", value_sources},
               {"words", COLUMN_WORDS, "#description", value_words}};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe. */
static void add_cell(struct builder *out, struct text value, enum column_form form) {
    static const char formulas[] = "=+-@\t\r";
    bool formula = form == COLUMN_WORDS && value.size > 0 && memchr(formulas, value.data[0], sizeof formulas - 1);
    builder_add_char(out, '"');
    builder_add_c(out, formula ? "'" : "");
    for (size_t i = 0; i < value.size; i++) {
        builder_add_c(out, value.data[i] == '"' ? "\"" : "");
        builder_add_char(out, value.data[i]);
    }
    builder_add_char(out, '"');
}

static void add_csv_rows(struct builder *out, const struct stored_list *list, struct arena *arena) {
    for (size_t i = 0; i < list->count; i++)
        for (size_t c = 0; c < COLUMNS; c++) {
            struct text value = columns[c].value(&list->items[i], arena);
            if (columns[c].form == COLUMN_FIGURE)
                builder_add(out, value);
            else
                add_cell(out, value, COLUMN_WORDS);
            builder_add_c(out, c + 1 < COLUMNS ? "," : "\r\n");
        }
}

static void write_csv(struct builder *out, const struct stored_list *list, struct arena *arena, bool tags) {
    for (size_t c = 0; c < COLUMNS; c++)
        builder_format(out, "%s%s", columns[c].name, c + 1 < COLUMNS ? "," : "\r\n");
    for (size_t c = 0; tags && c < COLUMNS; c++)
        builder_format(out, "%s%s", columns[c].tag, c + 1 < COLUMNS ? "," : "\r\n");
    add_csv_rows(out, list, arena);
}

static void add_properties(struct json_writer *json, const struct stored_incident *stored, struct arena *arena) {
    json_open_object(json, "properties");
    for (size_t c = 0; c < COLUMNS; c++) {
        struct text value = columns[c].value(stored, arena);
        if (value.size == 0)
            json_add_null(json, columns[c].name);
        else if (columns[c].form == COLUMN_FIGURE)
            json_add_exact(json, columns[c].name, strtod(text_c(arena, value), NULL));
        else
            json_add_text(json, columns[c].name, value);
    }
    json_close(json);
}

static void write_geojson(struct builder *out, const struct stored_list *list, struct arena *arena) {
    struct json_writer json = {.out = out, .indented = true};
    json_open_object(&json, NULL);
    json_add_text(&json, "type", TEXT("FeatureCollection"));
    json_open_array(&json, "features");
    for (size_t i = 0; i < list->count; i++) {
        const struct stored_incident *stored = &list->items[i];
        json_open_object(&json, NULL);
        json_add_text(&json, "type", TEXT("Feature"));
        json_add_text(&json, "id", stored->id);
        if (placed(stored)) {
            json_open_object(&json, "geometry");
            json_add_text(&json, "type", TEXT("Point"));
            json_open_array(&json, "coordinates");
            json_add_number(&json, NULL, stored->incident.point.lon, COORDINATE_PLACES);
            json_add_number(&json, NULL, stored->incident.point.lat, COORDINATE_PLACES);
            json_close(&json);
            json_close(&json);
        } else
            json_add_null(&json, "geometry");
        add_properties(&json, stored, arena);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

/* "clash, Isfara, 2022-09-14" */
static struct text short_name(const struct stored_incident *stored, struct arena *arena) {
    const struct incident *incident = &stored->incident;
    return text_format(arena, "%s, %.*s, %.*s", incident_kind_name(incident->kind), TEXT_ARGS(incident->place.name),
                       TEXT_ARGS(date_write(arena, incident->date.start)));
}

static void write_kml(struct builder *out, const struct stored_list *list, struct arena *arena) {
    builder_add_c(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n<name>Incidents</name>\n");
    for (size_t i = 0; i < list->count; i++) {
        const struct stored_incident *stored = &list->items[i];
        builder_format(out, "<Placemark id=\"i%.*s\">\n<name>", TEXT_ARGS(stored->id));
        builder_add_xml(out, short_name(stored, arena));
        builder_add_c(out, "</name>\n<ExtendedData>\n");
        for (size_t c = 0; c < COLUMNS; c++) {
            builder_format(out, "<Data name=\"%s\"><value>", columns[c].name);
            builder_add_xml(out, columns[c].value(stored, arena));
            builder_add_c(out, "</value></Data>\n");
        }
        builder_add_c(out, "</ExtendedData>\n");
        if (placed(stored))
            builder_format(out, "<Point><coordinates>%.*s,%.*s</coordinates></Point>\n",
                           TEXT_ARGS(value_lon(stored, arena)), TEXT_ARGS(value_lat(stored, arena)));
        builder_add_c(out, "</Placemark>\n");
    }
    builder_add_c(out, "</Document>\n</kml>\n");
}

static void write_gpx(struct builder *out, const struct stored_list *list, struct arena *arena) {
    builder_add_c(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"bordermap\" "
                       "xmlns=\"http://www.topografix.com/GPX/1/1\">\n");
    for (size_t i = 0; i < list->count; i++) {
        const struct stored_incident *stored = &list->items[i];
        if (!placed(stored))
            continue;
        builder_format(out, "<wpt lat=\"%.*s\" lon=\"%.*s\"><name>", TEXT_ARGS(value_lat(stored, arena)),
                       TEXT_ARGS(value_lon(stored, arena)));
        builder_add_xml(out, short_name(stored, arena));
        builder_add_c(out, "</name><desc>");
        builder_add_xml(out, stored->incident.sentence.text);
        builder_add_c(out, "</desc><type>");
        builder_add_xml(out, value_kind(stored, arena));
        builder_add_c(out, "</type></wpt>\n");
    }
    builder_add_c(out, "</gpx>\n");
}

static void add_plover(struct json_writer *json, const struct stored_incident *stored, struct arena *arena) {
    const struct incident *incident = &stored->incident;
    json_open_object(json, NULL);
    json_add_text(json, "id", stored->id);
    json_add_given_text(json, "date", date_write(arena, incident->date.start));
    json_add_text(json, "event_type", text_of(kind_facts(incident->kind)->plover));
    json_add_text(json, "mode", value_kind(stored, arena));
    json_add_text(json, "parties", value_parties(stored, arena));
    json_add_given_text(json, "country", snapshot_country(&incident->place));
    json_add_given_text(json, "location", incident->place.name);
    if (placed(stored)) {
        json_add_number(json, "latitude", incident->point.lat, COORDINATE_PLACES);
        json_add_number(json, "longitude", incident->point.lon, COORDINATE_PLACES);
    }
    json_add_given_text(json, "text", incident->sentence.text);
    json_add_given_text(json, "url", incident->source.url);
    json_close(json);
    builder_add_char(json->out, '\n');
}

struct text export_write(const struct stored_list *list, enum export_form form, struct arena *arena) {
    struct builder out = builder_new(arena);
    switch (form) {
    case EXPORT_GEOJSON: write_geojson(&out, list, arena); break;
    case EXPORT_CSV: write_csv(&out, list, arena, false); break;
    case EXPORT_HXL: write_csv(&out, list, arena, true); break;
    case EXPORT_KML: write_kml(&out, list, arena); break;
    case EXPORT_GPX: write_gpx(&out, list, arena); break;
    case EXPORT_PLOVER:
        for (size_t i = 0; i < list->count; i++) {
            struct json_writer json = {.out = &out};
            add_plover(&json, &list->items[i], arena);
        }
        break;
    case EXPORT_FORMS: break;
    }
    return builder_text(&out);
}

/* A line of the aggregate. */
struct cell {
    struct text country, month, kind;
    size_t incidents;
    int64_t killed_low, killed_high;
};

static int by_cell(const void *a, const void *b) {
    const struct cell *one = a, *other = b;
    int order = text_compare(one->country, other->country);
    order = order != 0 ? order : text_compare(one->month, other->month);
    return order != 0 ? order : text_compare(one->kind, other->kind);
}

static struct cell cell_of(const struct stored_incident *stored, struct arena *arena) {
    struct count_range killed = stored->incident.killed;
    return (struct cell){.country = stored->incident.place.countries,
                         .month = text_slice(date_write(arena, stored->incident.date.start), 0, 7),
                         .kind = value_kind(stored, arena),
                         .incidents = 1,
                         .killed_low = killed.low > 0 ? killed.low : 0,
                         .killed_high = killed.high > 0  ? killed.high
                                        : killed.low > 0 ? killed.low
                                                         : 0};
}

struct text export_write_aggregated(const struct stored_list *list, struct arena *arena) {
    struct cell *cells = ARENA_ARRAY(arena, struct cell, list->count + 1);
    struct builder out = builder_new(arena);
    for (size_t i = 0; i < list->count; i++)
        cells[i] = cell_of(&list->items[i], arena);
    if (list->count > 1)
        qsort(cells, list->count, sizeof *cells, by_cell);
    builder_add_c(&out, "countries,month,kind,incidents,killed_low,killed_high\r\n");
    for (size_t i = 0, next; i < list->count; i = next) {
        struct cell sum = cells[i];
        for (next = i + 1; next < list->count && by_cell(&cells[i], &cells[next]) == 0; next++) {
            sum.incidents++;
            sum.killed_low += cells[next].killed_low;
            sum.killed_high += cells[next].killed_high;
        }
        builder_format(&out, "\"%.*s\",%.*s,%.*s,%zu,%lld,%lld\r\n", TEXT_ARGS(sum.country), TEXT_ARGS(sum.month),
                       TEXT_ARGS(sum.kind), sum.incidents, (long long)sum.killed_low, (long long)sum.killed_high);
    }
    return builder_text(&out);
}

/* PLOVER: events as JSON, one a line, with places and figures as objects of their own. A resolution of 5 and 4 is a
 * town, 3 a district, 2 a province, 1 a country. */
#include "dialect.h"
#include "json_pieces.h"
#include "json_rows.h"
#include "row_place_levels.h"

static const char *const signature[] = {"event", "event_loc", "actor", "date", NULL};

static const cJSON *member_of(const cJSON *object, const char *name) {
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

/* The name of the first actor: a code, or an object with one. */
static struct text actor_name(const cJSON *object, const char *name, struct arena *arena) {
    const cJSON *actor = member_of(object, name);
    actor = cJSON_IsArray(actor) ? cJSON_GetArrayItem(actor, 0) : actor;
    if (!cJSON_IsObject(actor))
        return json_value_text(actor, arena);
    struct text text = json_member_text(actor, "actor_text", arena);
    return text.size > 0 ? text : json_member_text(actor, "name", arena);
}

static void read_place(const cJSON *place, struct table_row *row, struct arena *arena) {
    static const struct {
        const char *name;
        enum row_field field;
    } members[] = {
        {"lat", ROW_LAT},         {"lon", ROW_LON},         {"city", ROW_PLACE},          {"district", ROW_DISTRICT},
        {"province", ROW_REGION}, {"country", ROW_COUNTRY}, {"resolution", ROW_PRECISION}};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        row->values[members[i].field] = json_member_text(place, members[i].name, arena);
    if (row->values[ROW_PLACE].size == 0 && row->values[ROW_DISTRICT].size == 0)
        row->values[ROW_PLACE] = json_member_text(place, "resolved_place", arena);
}

static void read_size(const cJSON *size, struct table_row *row, struct arena *arena) {
    row->values[ROW_KILLED] = json_member_text(size, "dead", arena);
    row->values[ROW_WOUNDED] = json_member_text(size, "injured", arena);
    row->values[ROW_CAPTURED] = json_member_text(size, "arrested", arena);
}

static bool take(struct table_reading *reading, const cJSON *object, uint64_t line, struct error *error) {
    struct arena *arena = reading->sink->rows;
    struct table_row row = {.line = line};
    const cJSON *place = member_of(object, "event_loc"), *cited = member_of(object, "cite_info");
    row.values[ROW_ID] = json_member_text(object, "id", arena);
    row.values[ROW_DATE] = json_member_text(object, "date", arena);
    row.values[ROW_DATE_END] = json_member_text(object, "enddate", arena);
    row.values[ROW_KIND_CLASS] = json_member_text(object, "event", arena);
    row.values[ROW_KIND] = json_member_text(object, "mode", arena);
    row.values[ROW_PARTY_1] = actor_name(object, "actor", arena);
    row.values[ROW_PARTY_2] = actor_name(object, "recipient", arena);
    row.values[ROW_TEXT] = json_member_text(object, "event_text", arena);
    if (row.values[ROW_TEXT].size == 0)
        row.values[ROW_TEXT] = json_member_text(object, "text", arena);
    row.values[ROW_EDITED] = json_member_text(object, "coded_date", arena);
    row.values[ROW_SOURCE] = json_member_text(cited, "publication", arena);
    row.values[ROW_URL] = json_member_text(cited, "url", arena);
    row.values[ROW_TITLE] = json_member_text(cited, "title", arena);
    read_place(cJSON_IsArray(place) ? cJSON_GetArrayItem(place, 0) : place, &row, arena);
    read_size(member_of(object, "size"), &row, arena);
    return row_take(reading, &row, error);
}

static void name_fields(struct table_reading *reading) {
    static const struct dialect_column names[] = {{"date", ROW_DATE},
                                                  {"enddate", ROW_DATE_END},
                                                  {"event_loc.lat", ROW_LAT},
                                                  {"event_loc.lon", ROW_LON},
                                                  {"event_loc.resolution", ROW_PRECISION},
                                                  {"size.dead", ROW_KILLED},
                                                  {"size.injured", ROW_WOUNDED}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        reading->columns[names[i].field] = text_of(names[i].name);
}

static bool read(struct table_reading *reading, struct text content, struct error *error) {
    name_fields(reading);
    return json_rows_each(reading, content, take, error);
}

static bool complete(struct row_work *work) {
    static const enum place_precision precisions[] = {PRECISION_COUNTRY, PRECISION_REGION, PRECISION_DISTRICT,
                                                      PRECISION_EXACT, PRECISION_EXACT};
    struct incident *incident = &work->account->incident;
    struct text resolution = row_value(work, ROW_PRECISION);
    if (!kind_of_plover(row_value(work, ROW_KIND_CLASS), row_value(work, ROW_KIND), &incident->kind) ||
        kind_has(incident->kind, KIND_IS_VENUE))
        return row_pass(work);
    bool said = resolution.size == 1 && resolution.data[0] >= '1' && resolution.data[0] <= '5';
    incident->precision = said ? precisions[resolution.data[0] - '1'] : row_named_precision(work);
    if (resolution.size == 0 && incident->precision == PRECISION_UNKNOWN)
        incident->precision = PRECISION_EXACT;
    return said || resolution.size == 0 ||
           row_refuse(work, ROW_PRECISION, "'%.*s' is no resolution of 1 to 5",
                      (int)(resolution.size < 40 ? resolution.size : 40), resolution.data);
}

const struct table_dialect dialect_plover = {
    .name = "plover", .title = "PLOVER", .form = FORM_JSON, .signature = signature, .complete = complete, .read = read};

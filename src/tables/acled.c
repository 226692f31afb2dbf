/* ACLED (Armed Conflict Location & Event Data): CSV exports and API answers, the columns of today and those before
 * 2023 (in capitals, with data_id and iso3). Its precision is 1 to 3: a day, a week, a month; a place, near it or a
 * small region, a large region. */
#include "dialect.h"
#include "row_values.h"

static const char *const signature[] = {"event_id_cnty",  "event_date", "event_type",
                                        "sub_event_type", "fatalities", NULL};

static const struct dialect_column columns[] = {{"event_id_cnty", ROW_ID},
                                                {"event_date", ROW_DATE},
                                                {"time_precision", ROW_DATE_PRECISION},
                                                {"event_type", ROW_KIND_CLASS},
                                                {"sub_event_type", ROW_KIND},
                                                {"actor1", ROW_PARTY_1},
                                                {"actor2", ROW_PARTY_2},
                                                {"country", ROW_COUNTRY},
                                                {"admin1", ROW_REGION},
                                                {"admin2", ROW_DISTRICT},
                                                {"location", ROW_PLACE},
                                                {"latitude", ROW_LAT},
                                                {"longitude", ROW_LON},
                                                {"geo_precision", ROW_PRECISION},
                                                {"source", ROW_SOURCE},
                                                {"notes", ROW_TEXT},
                                                {"fatalities", ROW_KILLED},
                                                {"timestamp", ROW_EDITED},
                                                {NULL, ROW_FIELDS}};

/* Event types, for a sub-event that is not known. */
static const struct {
    const char *type;
    enum incident_kind kind;
} types[] = {{"Battles", INCIDENT_CLASH},
             {"Explosions/Remote violence", INCIDENT_EXPLOSION},
             {"Protests", INCIDENT_PROTEST},
             {"Riots", INCIDENT_RIOT},
             {"Violence against civilians", INCIDENT_ATTACK}};

/* A precision of 1 to 3; 1 where the cell is empty. */
static bool read_code(struct row_work *work, enum row_field field, int *code) {
    struct text value = row_value(work, field);
    *code = value.size == 1 ? value.data[0] - '0' : value.size == 0 ? 1 : 0;
    bool known = *code >= 1 && *code <= 3;
    if (!known)
        (void)row_refuse(work, field, "'%.*s' is no precision of 1 to 3", (int)(value.size < 40 ? value.size : 40),
                         value.data);
    return known;
}

/* The week of the day, or its month. */
static void widen(struct incident_date *date, int precision) {
    if (precision == 2) {
        int64_t monday = date_days(date->start) - date_weekday(date->start);
        date->start = date_from_days(monday);
        date->end = date_from_days(monday + 6);
    } else if (precision == 3)
        date->start.day = date->end.day = 0;
}

static bool complete(struct row_work *work) {
    static const enum place_precision precisions[] = {PRECISION_EXACT, PRECISION_NEAR, PRECISION_REGION};
    struct incident *incident = &work->account->incident;
    int of_time = 1, of_place = 1;
    if (!read_code(work, ROW_DATE_PRECISION, &of_time) || !read_code(work, ROW_PRECISION, &of_place))
        return false;
    widen(&incident->date, of_time);
    incident->precision = precisions[of_place - 1];
    if (kind_of_acled(row_value(work, ROW_KIND), &incident->kind))
        return true;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (text_is(row_value(work, ROW_KIND_CLASS), types[i].type))
            incident->kind = types[i].kind;
    return true;
}

const struct table_dialect dialect_acled = {.name = "acled",
                                            .title = "ACLED",
                                            .credit = "Armed Conflict Location & Event Data (ACLED), acleddata.com",
                                            .traits = TABLE_AGGREGATED_ONLY,
                                            .signature = signature,
                                            .columns = columns,
                                            .complete = complete};

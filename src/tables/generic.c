/* Any table with a header: by the column map, or by names that such columns usually have. */
#include "dialect.h"

#include <stddef.h>

/* The first of a field that the header has; names in small letters. */
static const struct dialect_column columns[] = {{"id", ROW_ID},
                                                {"event_id", ROW_ID},
                                                {"incident_id", ROW_ID},
                                                {"date", ROW_DATE},
                                                {"event_date", ROW_DATE},
                                                {"incident_date", ROW_DATE},
                                                {"date_start", ROW_DATE},
                                                {"start_date", ROW_DATE},
                                                {"date_end", ROW_DATE_END},
                                                {"end_date", ROW_DATE_END},
                                                {"lat", ROW_LAT},
                                                {"latitude", ROW_LAT},
                                                {"y", ROW_LAT},
                                                {"lon", ROW_LON},
                                                {"lng", ROW_LON},
                                                {"long", ROW_LON},
                                                {"longitude", ROW_LON},
                                                {"x", ROW_LON},
                                                {"place", ROW_PLACE},
                                                {"location", ROW_PLACE},
                                                {"town", ROW_PLACE},
                                                {"village", ROW_PLACE},
                                                {"city", ROW_PLACE},
                                                {"district", ROW_DISTRICT},
                                                {"admin2", ROW_DISTRICT},
                                                {"region", ROW_REGION},
                                                {"province", ROW_REGION},
                                                {"admin1", ROW_REGION},
                                                {"country", ROW_COUNTRY},
                                                {"kind", ROW_KIND},
                                                {"type", ROW_KIND},
                                                {"event_type", ROW_KIND},
                                                {"incident_type", ROW_KIND},
                                                {"party_1", ROW_PARTY_1},
                                                {"actor1", ROW_PARTY_1},
                                                {"party_2", ROW_PARTY_2},
                                                {"actor2", ROW_PARTY_2},
                                                {"killed", ROW_KILLED},
                                                {"deaths", ROW_KILLED},
                                                {"fatalities", ROW_KILLED},
                                                {"killed_low", ROW_KILLED_LOW},
                                                {"killed_high", ROW_KILLED_HIGH},
                                                {"wounded", ROW_WOUNDED},
                                                {"injured", ROW_WOUNDED},
                                                {"missing", ROW_MISSING},
                                                {"captured", ROW_CAPTURED},
                                                {"displaced", ROW_DISPLACED},
                                                {"text", ROW_TEXT},
                                                {"notes", ROW_TEXT},
                                                {"note", ROW_TEXT},
                                                {"description", ROW_TEXT},
                                                {"title", ROW_TITLE},
                                                {"source", ROW_SOURCE},
                                                {"url", ROW_URL},
                                                {"link", ROW_URL},
                                                {"edited", ROW_EDITED},
                                                {"updated", ROW_EDITED},
                                                {"precision", ROW_PRECISION},
                                                {"status", ROW_STATUS},
                                                {NULL, ROW_FIELDS}};

static bool has_field(const struct table_sight *sight, enum row_field field) {
    for (size_t i = 0; columns[i].name; i++)
        for (size_t k = 0; columns[i].field == field && k < sight->header_count; k++)
            if (text_is(sight->header[k], columns[i].name))
                return true;
    return false;
}

/* A day and a position: less may be any table. */
static bool is_table(const struct table_sight *sight) {
    return sight->header_count > 2 && has_field(sight, ROW_DATE) && has_field(sight, ROW_LAT) &&
           has_field(sight, ROW_LON);
}

const struct table_dialect dialect_csv = {.name = "csv", .title = "CSV", .tells = is_table, .columns = columns};

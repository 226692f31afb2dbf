/* ICEWS (Integrated Crisis Early Warning System): tab-separated, with CAMEO codes. An Event ID recurs; with the Event
 * Date it does not. Talks and statements are passed over. */
#include "dialect.h"
#include "row_place_levels.h"

static const char *const signature[] = {"event_id", "event_date", "cameo_code", "intensity", "story_id", NULL};

static const struct dialect_column columns[] = {
    {"event_id", ROW_ID},         {"event_date", ROW_DATE},  {"cameo_code", ROW_KIND},  {"source_name", ROW_PARTY_1},
    {"target_name", ROW_PARTY_2}, {"event_text", ROW_TITLE}, {"publisher", ROW_SOURCE}, {"city", ROW_PLACE},
    {"district", ROW_DISTRICT},   {"province", ROW_REGION},  {"country", ROW_COUNTRY},  {"latitude", ROW_LAT},
    {"longitude", ROW_LON},       {NULL, ROW_FIELDS}};

static bool complete(struct row_work *work) {
    struct incident *incident = &work->account->incident;
    if (!kind_of_cameo(row_value(work, ROW_KIND), &incident->kind) || kind_has(incident->kind, KIND_IS_VENUE))
        return row_pass(work);
    incident->precision = row_named_precision(work);
    return true;
}

const struct table_dialect dialect_icews = {.name = "icews",
                                            .title = "ICEWS",
                                            .credit = "ICEWS Coded Event Data",
                                            .traits = TABLE_ID_WITH_DATE,
                                            .signature = signature,
                                            .columns = columns,
                                            .complete = complete};

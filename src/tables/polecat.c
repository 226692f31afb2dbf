/* POLECAT: tab-separated events in the ontology of PLOVER, with types and modes. What is no incident (consultations,
 * support, demands) is passed over. */
#include "dialect.h"
#include "row_place_levels.h"

static const char *const signature[] = {"event_id", "event_date", "event_type", "event_mode", "quad_code", NULL};

static const struct dialect_column columns[] = {{"event_id", ROW_ID},
                                                {"event_date", ROW_DATE},
                                                {"event_type", ROW_KIND_CLASS},
                                                {"event_mode", ROW_KIND},
                                                {"actor_name", ROW_PARTY_1},
                                                {"recipient_name", ROW_PARTY_2},
                                                {"city", ROW_PLACE},
                                                {"district", ROW_DISTRICT},
                                                {"province", ROW_REGION},
                                                {"country", ROW_COUNTRY},
                                                {"latitude", ROW_LAT},
                                                {"longitude", ROW_LON},
                                                {"source", ROW_SOURCE},
                                                {"publication_date", ROW_PUBLISHED},
                                                {NULL, ROW_FIELDS}};

static bool complete(struct row_work *work) {
    struct incident *incident = &work->account->incident;
    if (!kind_of_plover(row_value(work, ROW_KIND_CLASS), row_value(work, ROW_KIND), &incident->kind) ||
        kind_has(incident->kind, KIND_IS_VENUE))
        return row_pass(work);
    incident->precision = row_named_precision(work);
    return true;
}

const struct table_dialect dialect_polecat = {.name = "polecat",
                                              .title = "POLECAT",
                                              .credit =
                                                  "POLECAT (POLitical Event Classification, Attributes, and Types)",
                                              .signature = signature,
                                              .columns = columns,
                                              .complete = complete};

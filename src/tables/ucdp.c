/* UCDP GED (Uppsala Conflict Data Program, Georeferenced Event Dataset), versions 19 to 25 and the monthly candidates.
 * where_prec: 1 the place, 2 near it, 3 its district, 4 its region, 5 a part of the country (of a
 * region where it names one), 6 the country, 7 sea or air. Its dates are ranges already, its deaths low, best and high.
 */
#include "dialect.h"
#include "row_values.h"

static const char *const signature[] = {"type_of_violence", "where_prec", "date_start", "best", "low", "high", NULL};

static const struct dialect_column columns[] = {{"id", ROW_ID},
                                                {"date_start", ROW_DATE},
                                                {"date_end", ROW_DATE_END},
                                                {"date_prec", ROW_DATE_PRECISION},
                                                {"type_of_violence", ROW_KIND},
                                                {"side_a", ROW_PARTY_1},
                                                {"side_b", ROW_PARTY_2},
                                                {"country", ROW_COUNTRY},
                                                {"adm_1", ROW_REGION},
                                                {"adm_2", ROW_DISTRICT},
                                                {"where_coordinates", ROW_PLACE},
                                                {"latitude", ROW_LAT},
                                                {"longitude", ROW_LON},
                                                {"where_prec", ROW_PRECISION},
                                                {"source_office", ROW_SOURCE},
                                                {"source_headline", ROW_TEXT},
                                                {"best", ROW_KILLED},
                                                {"low", ROW_KILLED_LOW},
                                                {"high", ROW_KILLED_HIGH},
                                                {"deaths_a", ROW_KILLED_1},
                                                {"deaths_b", ROW_KILLED_2},
                                                {"deaths_civilians", ROW_KILLED_CIVILIANS},
                                                {NULL, ROW_FIELDS}};

static const double sea_km = 100;

static bool read_code(struct row_work *work, enum row_field field, int most, int *code) {
    struct text value = row_value(work, field);
    *code = value.size == 1 ? value.data[0] - '0' : 0;
    bool known = *code >= 1 && *code <= most;
    if (!known)
        (void)row_refuse(work, field, "'%.*s' is no code of 1 to %d", (int)(value.size < 40 ? value.size : 40),
                         value.data, most);
    return known;
}

static bool complete(struct row_work *work) {
    static const enum place_precision precisions[] = {PRECISION_EXACT,  PRECISION_NEAR,    PRECISION_DISTRICT,
                                                      PRECISION_REGION, PRECISION_COUNTRY, PRECISION_COUNTRY,
                                                      PRECISION_NEAR};
    static const enum incident_kind kinds[] = {INCIDENT_CLASH, INCIDENT_CLASH, INCIDENT_ATTACK};
    struct incident *incident = &work->account->incident;
    int where = 1, type = 1;
    if (!read_code(work, ROW_PRECISION, 7, &where) || !read_code(work, ROW_KIND, 3, &type))
        return false;
    incident->precision = precisions[where - 1];
    if (where == 5 && row_value(work, ROW_REGION).size > 0)
        incident->precision = PRECISION_REGION;
    incident->precision_km = where == 7 ? sea_km : 0;
    incident->kind = kinds[type - 1];
    return true;
}

const struct table_dialect dialect_ucdp = {.name = "ucdp",
                                           .title = "UCDP GED",
                                           .credit = "Uppsala Conflict Data Program, Georeferenced Event Dataset",
                                           .signature = signature,
                                           .columns = columns,
                                           .complete = complete};

/* GDELT's event files: cells by their order, no header, version 2 with 61 and version 1 with 58 or 57. Machine-coded
 * from the news, most of its rows no event of that kind at that place: unconfirmed. What is no incident (talks, visits,
 * statements) is passed over. ActionGeo_Type: 1 a country, 2 and 5 a region, 3 and 4 a town. */
#include "dialect.h"
#include "row_values.h"

enum { CELLS_2 = 61, CELLS_1 = 58, CELLS_OLD = 57 };

static const struct dialect_column columns_2[] = {{"0", ROW_ID},         {"1", ROW_DATE},  {"6", ROW_PARTY_1},
                                                  {"16", ROW_PARTY_2},   {"26", ROW_KIND}, {"51", ROW_PRECISION},
                                                  {"52", ROW_PLACE},     {"56", ROW_LAT},  {"57", ROW_LON},
                                                  {"59", ROW_PUBLISHED}, {"60", ROW_URL},  {NULL, ROW_FIELDS}};

static const struct dialect_column columns_1[] = {{"0", ROW_ID},         {"1", ROW_DATE},  {"6", ROW_PARTY_1},
                                                  {"16", ROW_PARTY_2},   {"26", ROW_KIND}, {"49", ROW_PRECISION},
                                                  {"50", ROW_PLACE},     {"53", ROW_LAT},  {"54", ROW_LON},
                                                  {"56", ROW_PUBLISHED}, {"57", ROW_URL},  {NULL, ROW_FIELDS}};

static bool is_number(struct text cell, size_t least, size_t most) {
    bool number = cell.size >= least && cell.size <= most;
    for (size_t i = 0; number && i < cell.size; i++)
        number = cell.data[i] >= '0' && cell.data[i] <= '9';
    return number;
}

static bool is_gdelt(const struct table_sight *sight, size_t cells, size_t fewer) {
    return (sight->header_count == cells || sight->header_count == fewer) && is_number(sight->header[0], 6, 12) &&
           is_number(sight->header[1], 8, 8) && is_number(sight->header[2], 6, 6) && is_number(sight->header[3], 4, 4);
}

static bool is_2(const struct table_sight *sight) {
    return is_gdelt(sight, CELLS_2, CELLS_2);
}

static bool is_1(const struct table_sight *sight) {
    return is_gdelt(sight, CELLS_1, CELLS_OLD);
}

/* "Batken, Batken, Kyrgyzstan": town, region and country, or the last two, or the last. */
static void part_place(struct table_row *row) {
    struct text rest = row->values[ROW_PLACE], parts[3] = {{NULL, 0}};
    static const enum row_field fields[] = {ROW_PLACE, ROW_REGION, ROW_COUNTRY};
    size_t count = 0;
    while (count < 3 && text_split(&rest, ',', &parts[count]))
        count++;
    for (size_t i = 0; i < count; i++)
        row->values[fields[3 - count + i]] = text_trim(parts[i]);
    if (count < 3)
        row->values[ROW_PLACE] = TEXT_NONE;
}

static bool complete(struct row_work *work) {
    struct incident *incident = &work->account->incident;
    struct text type = row_value(work, ROW_PRECISION);
    if (!kind_of_cameo(row_value(work, ROW_KIND), &incident->kind) || kind_has(incident->kind, KIND_IS_VENUE) ||
        text_is(type, "0") || type.size == 0)
        return row_pass(work);
    part_place(work->row);
    if (type.size != 1 || type.data[0] < '1' || type.data[0] > '5')
        return row_refuse(work, ROW_PRECISION, "'%.*s' is no code of 0 to 5", (int)(type.size < 40 ? type.size : 40),
                          type.data);
    bool country = type.data[0] == '1', region = type.data[0] == '2' || type.data[0] == '5';
    incident->precision = country ? PRECISION_COUNTRY : region ? PRECISION_REGION : PRECISION_EXACT;
    return true;
}

const struct table_dialect dialect_gdelt_2 = {.name = "gdelt",
                                              .title = "GDELT 2",
                                              .credit = "The GDELT Project, gdeltproject.org",
                                              .traits = TABLE_UNCONFIRMED | TABLE_HEADERLESS,
                                              .tells = is_2,
                                              .columns = columns_2,
                                              .complete = complete};

const struct table_dialect dialect_gdelt_1 = {.name = "gdelt",
                                              .title = "GDELT 1",
                                              .credit = "The GDELT Project, gdeltproject.org",
                                              .traits = TABLE_UNCONFIRMED | TABLE_HEADERLESS,
                                              .tells = is_1,
                                              .columns = columns_1,
                                              .complete = complete};

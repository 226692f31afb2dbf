#include "row.h"

static const char *const names[ROW_FIELDS] = {[ROW_ID] = "id",
                                              [ROW_DATE] = "date",
                                              [ROW_DATE_END] = "date_end",
                                              [ROW_LAT] = "lat",
                                              [ROW_LON] = "lon",
                                              [ROW_PLACE] = "place",
                                              [ROW_DISTRICT] = "district",
                                              [ROW_REGION] = "region",
                                              [ROW_COUNTRY] = "country",
                                              [ROW_KIND] = "kind",
                                              [ROW_PARTY_1] = "party_1",
                                              [ROW_PARTY_2] = "party_2",
                                              [ROW_KILLED] = "killed",
                                              [ROW_KILLED_LOW] = "killed_low",
                                              [ROW_KILLED_HIGH] = "killed_high",
                                              [ROW_KILLED_CIVILIANS] = "killed_civilians",
                                              [ROW_WOUNDED] = "wounded",
                                              [ROW_MISSING] = "missing",
                                              [ROW_CAPTURED] = "captured",
                                              [ROW_DISPLACED] = "displaced",
                                              [ROW_TEXT] = "text",
                                              [ROW_TITLE] = "title",
                                              [ROW_SOURCE] = "source",
                                              [ROW_URL] = "url",
                                              [ROW_PUBLISHED] = "published",
                                              [ROW_EDITED] = "edited",
                                              [ROW_PRECISION] = "precision",
                                              [ROW_STATUS] = "status"};

const char *row_field_name(enum row_field field) {
    return names[field];
}

bool row_field_find(struct text name, enum row_field *field) {
    for (int i = 0; i < ROW_FIELDS; i++)
        if (names[i] && text_is(name, names[i])) {
            *field = (enum row_field)i;
            return true;
        }
    return false;
}

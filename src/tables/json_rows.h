/* json_rows.h: tables as JSON objects whose members have the names of columns: answers of programming interfaces.
 * Private to tables/. */
#ifndef BORDERMAP_JSON_ROWS_H
#define BORDERMAP_JSON_ROWS_H

#include "dialect.h"
#include "json.h"

/* The names of the first object as a header; false if the text is no JSON with objects. */
bool json_rows_sight(struct text content, struct arena *arena, struct table_sight *sight);

/* Reads the objects by the columns of the dialect or of the column map. */
bool json_rows_read(struct table_reading *reading, struct text content, struct error *error) NODISCARD;

/* Calls `take` for each object of the text; one that is no JSON is rejected with its line. False where `take` ends it.
 */
bool json_rows_each(struct table_reading *reading, struct text content,
                    bool (*take)(struct table_reading *reading, const cJSON *object, uint64_t line,
                                 struct error *error),
                    struct error *error) NODISCARD;

#endif

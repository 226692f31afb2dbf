#include "json_rows.h"

#include "columns.h"

#include "json_pieces.h"

enum { FIRST_OBJECT = 1 << 20 };

bool json_rows_sight(struct text content, struct arena *arena, struct table_sight *sight) {
    struct json_pieces pieces;
    struct text first;
    uint64_t line;
    cJSON *object = NULL;
    struct error unread = {0};
    if (!json_pieces_open(content, &pieces) || !json_pieces_next(&pieces, &first, &line) || first.size > FIRST_OBJECT ||
        !json_read(first, &object, &unread))
        return false;
    struct text *header = ARENA_ARRAY(arena, struct text, (size_t)cJSON_GetArraySize(object) + 1);
    const cJSON *member;
    cJSON_ArrayForEach(member, object) {
        if (member->string)
            header[sight->header_count++] = column_name(text_of(member->string), arena);
    }
    sight->header = header;
    cJSON_Delete(object);
    return true;
}

bool json_rows_each(struct table_reading *reading, struct text content,
                    bool (*take)(struct table_reading *reading, const cJSON *object, uint64_t line,
                                 struct error *error),
                    struct error *error) {
    struct json_pieces pieces;
    struct text piece;
    uint64_t line;
    if (!json_pieces_open(content, &pieces))
        return true;
    while (json_pieces_next(&pieces, &piece, &line)) {
        cJSON *object = NULL;
        struct error unread = {0};
        if (!json_read(piece, &object, &unread)) {
            reading_reject(reading, line, TEXT_NONE, "it is no valid JSON, or cut short");
            continue;
        }
        bool go_on = take(reading, object, line, error);
        cJSON_Delete(object);
        if (!go_on)
            return false;
    }
    return true;
}

static void fill_field(const struct table_reading *reading, const cJSON *member, struct table_row *row) {
    struct arena *arena = reading->sink->rows;
    struct text name = column_name(text_of(member->string), arena);
    for (int field = 0; reading->map && field < ROW_FIELDS; field++) {
        struct text wanted = reading->map->columns[field];
        if (wanted.size > 0 && text_equal(column_name(wanted, arena), name))
            row->values[field] = json_value_text(member, arena);
    }
    const struct dialect_column *known = reading->map ? NULL : reading->dialect->columns;
    for (; known && known->name; known++)
        if (text_is(name, known->name) && row->values[known->field].size == 0)
            row->values[known->field] = json_value_text(member, arena);
}

static bool take_object(struct table_reading *reading, const cJSON *object, uint64_t line, struct error *error) {
    struct table_row row = {.line = line};
    const cJSON *member;
    cJSON_ArrayForEach(member, object) {
        if (member->string)
            fill_field(reading, member, &row);
    }
    return row_take(reading, &row, error);
}

bool json_rows_read(struct table_reading *reading, struct text content, struct error *error) {
    for (const struct dialect_column *known = reading->dialect->columns; known && known->name; known++)
        if (reading->columns[known->field].size == 0)
            reading->columns[known->field] = text_of(known->name);
    for (int field = 0; reading->map && field < ROW_FIELDS; field++)
        reading->columns[field] = reading->map->columns[field];
    return json_rows_each(reading, content, take_object, error);
}

/* json_pieces.h: the objects of a long JSON text, one after the other, without reading it whole: those of its list, of
 * the first list that a member of it has, or one a line. Private to tables/. */
#ifndef BORDERMAP_JSON_PIECES_H
#define BORDERMAP_JSON_PIECES_H

#include "json.h"

struct json_pieces {
    struct text text;
    size_t at;
    uint64_t line; /* at `at`, from 1 */
    bool lines;    /* one a line */
};

/* False if there is no object in it that could be a row. */
bool json_pieces_open(struct text text, struct json_pieces *pieces);

/* The next object, perhaps cut short, and its line; false at the end. */
bool json_pieces_next(struct json_pieces *pieces, struct text *object, uint64_t *line);

/* A member as text: strings, numbers, true and false; of a list what its first item is; empty for what is none. */
struct text json_member_text(const cJSON *object, const char *name, struct arena *arena);
struct text json_value_text(const cJSON *value, struct arena *arena);

#endif

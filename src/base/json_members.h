/* json_members.h: JSON read into structs by tables of members; errors say where: "incidents[2].place.lat: wants …". */
#ifndef BORDERMAP_JSON_MEMBERS_H
#define BORDERMAP_JSON_MEMBERS_H

#include "date.h"
#include "json.h"

/* Where in the JSON one is. */
struct json_spot {
    const struct json_spot *parent; /* NULL for the root, which has no name */
    const char *name;               /* of a member; NULL = an item of a list */
    size_t index;                   /* of an item */
    struct arena *arena;
    struct error *error;
    const void *context; /* of who reads */
};

/* Reads a value into *into; ERROR_INPUT in spot->error. */
typedef bool json_reader(const cJSON *value, const struct json_spot *spot, void *into);

struct json_member {
    const char *name; /* NULL ends the table */
    json_reader *read;
    size_t offset; /* in the struct */
};

struct json_spot json_spot_member(const struct json_spot *spot, const char *name);

/* "PLACE: wants WHAT"; always false. */
bool json_wants(const struct json_spot *spot, const char *what);

/* "PLACE: FORMAT"; always false. */
bool json_says(const struct json_spot *spot, const char *format, ...) PRINTF_LIKE(2, 3);

/* Every member of the object by its reader; a member that the table has not is an error, one that is null counts as
 * left out. */
bool json_read_members(const cJSON *object, const struct json_spot *spot, const struct json_member *members,
                       void *into) NODISCARD;

/* An array of things of `size` bytes, in the arena, zeroed before they are read. */
bool json_read_items(const cJSON *array, const struct json_spot *spot, json_reader *read, size_t size, void **items,
                     size_t *count) NODISCARD;

/* Readers of texts, numbers and the like: into a struct text, date, double or bool. */
json_reader json_read_words, json_read_day, json_read_share, json_read_kilometres, json_read_latitude,
    json_read_longitude, json_read_flag, json_read_whole, json_read_nothing;

/* Which of `count` names a text is. */
bool json_read_choice(const cJSON *value, const struct json_spot *spot, const char *(*name_of)(size_t), size_t count,
                      size_t *choice) NODISCARD;

#endif

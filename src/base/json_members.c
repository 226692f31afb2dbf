#include "json_members.h"

#include "likeness.h"
#include "list.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MESSAGE = 600, MOST_ITEMS = 100000 };

static const double longest_km = 20038; /* half way round the Earth */
static const double most_whole = 1e12;

static struct text path_of(const struct json_spot *spot) {
    if (spot->parent == NULL)
        return TEXT_NONE;
    struct text path = path_of(spot->parent);
    if (spot->name == NULL)
        return text_format(spot->arena, "%.*s[%zu]", TEXT_ARGS(path), spot->index);
    return text_format(spot->arena, "%.*s%s%s", TEXT_ARGS(path), path.size > 0 ? "." : "", spot->name);
}

struct json_spot json_spot_member(const struct json_spot *spot, const char *name) {
    return (struct json_spot){spot, name, 0, spot->arena, spot->error, spot->context};
}

bool json_says(const struct json_spot *spot, const char *format, ...) {
    char message[MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_set(spot->error, ERROR_INPUT, "%s", message);
    struct text path = path_of(spot);
    return path.size > 0 ? error_context(spot->error, "%.*s", TEXT_ARGS(path)) : false;
}

bool json_wants(const struct json_spot *spot, const char *what) {
    return json_says(spot, "wants %s", what);
}

static bool unknown_member(const struct json_spot *spot, const struct json_member *members) {
    struct likeness likeness = likeness_of(text_of(spot->name));
    for (; members->name; members++)
        likeness_try(&likeness, text_of(members->name));
    return json_says(spot, "there is no such member%s", likeness_question(&likeness, spot->arena));
}

bool json_read_members(const cJSON *object, const struct json_spot *spot, const struct json_member *members,
                       void *into) {
    const cJSON *value;
    if (!cJSON_IsObject(object))
        return json_wants(spot, "an object");
    cJSON_ArrayForEach(value, object) {
        const struct json_member *member = members;
        struct json_spot at = json_spot_member(spot, value->string ? value->string : "");
        while (member->name && strcmp(member->name, at.name) != 0)
            member++;
        if (!member->name)
            return unknown_member(&at, members);
        if (!cJSON_IsNull(value) && !member->read(value, &at, (char *)into + member->offset))
            return false;
    }
    return true;
}

bool json_read_items(const cJSON *array, const struct json_spot *spot, json_reader *read, size_t size, void **items,
                     size_t *count) {
    const cJSON *value;
    if (!cJSON_IsArray(array))
        return json_wants(spot, "a list");
    size_t length = 0, capacity = 0;
    char *room = NULL; /* grows as it is read: what is wrong early costs nothing */
    cJSON_ArrayForEach(value, array) {
        struct json_spot at = {spot, NULL, length, spot->arena, spot->error, spot->context};
        if (length == MOST_ITEMS)
            return json_wants(spot, "at most 100,000 items");
        room = list_grow(spot->arena, room, length, &capacity, size);
        if (!read(value, &at, room + length++ * size))
            return false;
    }
    *items = room;
    *count = length;
    return true;
}

bool json_read_words(const cJSON *value, const struct json_spot *spot, void *into) {
    if (!cJSON_IsString(value))
        return json_wants(spot, "a text");
    *(struct text *)into = text_copy(spot->arena, text_of(value->valuestring));
    return true;
}

bool json_read_day(const cJSON *value, const struct json_spot *spot, void *into) {
    if (!cJSON_IsString(value) || !date_read(text_of(value->valuestring), into))
        return json_wants(spot, "a date: \"2022-09-14\", \"2022-09\" or \"2022\"");
    return true;
}

static bool read_number(const cJSON *value, const struct json_spot *spot, double least, double most, const char *what,
                        double *number) {
    if (!cJSON_IsNumber(value) || !(value->valuedouble >= least && value->valuedouble <= most))
        return json_wants(spot, what);
    *number = value->valuedouble;
    return true;
}

bool json_read_share(const cJSON *value, const struct json_spot *spot, void *into) {
    return read_number(value, spot, 0, 1, "a number from 0 to 1", into);
}

bool json_read_kilometres(const cJSON *value, const struct json_spot *spot, void *into) {
    return read_number(value, spot, 0, longest_km, "kilometres, 0 or more", into);
}

bool json_read_latitude(const cJSON *value, const struct json_spot *spot, void *into) {
    return read_number(value, spot, -90, 90, "degrees from -90 to 90", into);
}

bool json_read_longitude(const cJSON *value, const struct json_spot *spot, void *into) {
    return read_number(value, spot, -180, 180, "degrees from -180 to 180", into);
}

bool json_read_flag(const cJSON *value, const struct json_spot *spot, void *into) {
    if (!cJSON_IsBool(value))
        return json_wants(spot, "true or false");
    *(bool *)into = cJSON_IsTrue(value);
    return true;
}

bool json_read_whole(const cJSON *value, const struct json_spot *spot, void *into) {
    double number = 0;
    if (!read_number(value, spot, 0, most_whole, "a whole number, 0 or more", &number))
        return false;
    if (floor(number) != number)
        return json_wants(spot, "a whole number, 0 or more");
    *(int64_t *)into = (int64_t)number;
    return true;
}

bool json_read_nothing(const cJSON *value, const struct json_spot *spot, void *into) {
    (void)value;
    (void)spot;
    (void)into;
    return true;
}

bool json_read_choice(const cJSON *value, const struct json_spot *spot, const char *(*name_of)(size_t), size_t count,
                      size_t *choice) {
    if (!cJSON_IsString(value))
        return json_wants(spot, "a text");
    struct likeness likeness = likeness_of(text_of(value->valuestring));
    for (size_t i = 0; i < count; i++) {
        if (strcmp(name_of(i), value->valuestring) == 0) {
            *choice = i;
            return true;
        }
        likeness_try(&likeness, text_of(name_of(i)));
    }
    return json_says(spot, "'%.60s' is not known%s", value->valuestring, likeness_question(&likeness, spot->arena));
}

#include "column_map.h"

#include "json.h"

static bool read_columns(const cJSON *object, struct arena *arena, struct column_map *map, struct error *error) {
    const cJSON *member;
    if (!cJSON_IsObject(object))
        return error_set(error, ERROR_INPUT, "\"columns\" is missing: {\"date\": \"name in the header\", …}");
    cJSON_ArrayForEach(member, object) {
        enum row_field field;
        if (!row_field_find(text_of(member->string), &field))
            return error_set(error, ERROR_INPUT, "columns.%.40s: there is no such field; docs/tables.md lists them",
                             member->string);
        if (!cJSON_IsString(member) || member->valuestring[0] == '\0')
            return error_set(error, ERROR_INPUT, "columns.%.40s: wants the name of a column", member->string);
        map->columns[field] = text_copy(arena, text_of(member->valuestring));
    }
    bool placed =
        (map->columns[ROW_LAT].size > 0 && map->columns[ROW_LON].size > 0) || map->columns[ROW_PLACE].size > 0;
    if (map->columns[ROW_DATE].size == 0 || !placed)
        return error_set(error, ERROR_INPUT, "columns: wants at least \"date\", and \"lat\" and \"lon\" or \"place\"");
    return true;
}

static bool read_kind(const cJSON *value, const char *where, enum incident_kind *kind, struct error *error) {
    if (cJSON_IsString(value) && kind_find(text_of(value->valuestring), kind))
        return true;
    return error_set(error, ERROR_INPUT, "%.60s: '%.40s' is no kind of incident; docs/story.md lists them", where,
                     cJSON_IsString(value) ? value->valuestring : "…");
}

static bool read_kinds(const cJSON *object, struct arena *arena, struct column_map *map, struct error *error) {
    const cJSON *member;
    size_t count = object ? (size_t)cJSON_GetArraySize(object) : 0;
    map->kinds = ARENA_ARRAY(arena, struct kind_word, count + 1);
    cJSON_ArrayForEach(member, object) {
        enum incident_kind kind;
        if (!read_kind(member, member->string ? member->string : "kinds", &kind, error))
            return error_context(error, "kinds");
        map->kinds[map->kind_count++] = (struct kind_word){text_copy(arena, text_of(member->string)), kind};
    }
    return true;
}

static bool read_dates(const cJSON *value, struct column_map *map, struct error *error) {
    struct text word = value && cJSON_IsString(value) ? text_of(value->valuestring) : TEXT_NONE;
    map->dates = text_is(word, "dmy") ? DATES_DMY : text_is(word, "mdy") ? DATES_MDY : DATES_UNSAID;
    return !value || map->dates != DATES_UNSAID || error_set(error, ERROR_INPUT, "dates: wants \"dmy\" or \"mdy\"");
}

static bool read_separator(const cJSON *value, struct column_map *map, struct error *error) {
    struct text word = value && cJSON_IsString(value) ? text_of(value->valuestring) : TEXT_NONE;
    if (value && word.size != 1)
        return error_set(error, ERROR_INPUT, "separator: wants one character");
    map->separator = word.size == 1 ? word.data[0] : 0;
    return true;
}

static bool check_members(const cJSON *root, struct error *error) {
    static const char *const known[] = {"columns", "kinds", "kind", "dates", "separator", "provider"};
    const cJSON *member;
    cJSON_ArrayForEach(member, root) {
        bool found = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            found = found || text_is(text_of(member->string), known[i]);
        if (!found)
            return error_set(error, ERROR_INPUT,
                             "there is no member \"%.40s\"; there are columns, kinds, kind, dates, separator, provider",
                             member->string ? member->string : "");
    }
    return true;
}

static bool read_members(const cJSON *root, struct arena *arena, struct column_map *map, struct error *error) {
#define MEMBER(name) cJSON_GetObjectItemCaseSensitive(root, name)
    struct text provider = TEXT_NONE;
    if (!cJSON_IsObject(root))
        return error_set(error, ERROR_INPUT, "wants an object");
    if (!check_members(root, error) || !read_columns(MEMBER("columns"), arena, map, error) ||
        !read_kinds(MEMBER("kinds"), arena, map, error) || !read_dates(MEMBER("dates"), map, error) ||
        !read_separator(MEMBER("separator"), map, error))
        return false;
    map->other = INCIDENT_OTHER;
    if (MEMBER("kind") && !read_kind(MEMBER("kind"), "kind", &map->other, error))
        return false;
    if (json_find_text(root, "provider", &provider))
        map->provider = text_copy(arena, provider);
#undef MEMBER
    return true;
}

bool column_map_read(struct text json, struct arena *arena, struct column_map *map, struct error *error) {
    cJSON *root = NULL;
    struct column_map read = {0};
    if (!json_read(json, &root, error))
        return false;
    bool done = read_members(root, arena, &read, error);
    cJSON_Delete(root);
    if (done)
        *map = read;
    return done;
}

#include "incident_text.h"

#include "incident_names.h"
#include "incident_read.h"
#include "json_writer.h"
#include "number.h"
#include "story_write.h"

struct text incident_text_write(const struct incident *incident, struct arena *arena) {
    struct builder builder = builder_new(arena);
    struct json_writer json = {.out = &builder};
    story_add_incident(&json, incident, arena);
    return builder_text(&builder);
}

static bool read_tree(const cJSON *tree, const struct gazetteer *gazetteer, struct arena *arena,
                      struct incident *incident, struct error *error) {
    struct json_spot spot = {.arena = arena, .error = error, .context = gazetteer};
    struct incident read;
    if (!incident_read(tree, &spot, &read))
        return false;
    *incident = read;
    return true;
}

bool incident_text_read(struct text json, struct arena *arena, struct incident *incident, struct error *error) {
    cJSON *tree = NULL;
    bool done = json_read(json, &tree, error) && read_tree(tree, NULL, arena, incident, error);
    cJSON_Delete(tree);
    return done;
}

/* JSON where it is some, else a text: "5" is a number, "clash" a word. */
static cJSON *value_of(struct text value, struct arena *arena) {
    cJSON *parsed = cJSON_Parse(text_c(arena, value));
    bool bare = cJSON_IsNumber(parsed) && text_find(value, TEXT("-"), 0) < value.size;
    if (parsed && !bare)
        return parsed;
    cJSON_Delete(parsed);
    return cJSON_CreateString(text_c(arena, value));
}

/* "5", "3-5" or "5+"; NULL for anything else. */
static cJSON *count_of(struct text value) {
    int64_t low, high;
    bool least = text_ends(value, TEXT("+"));
    struct text rest = least ? text_slice(value, 0, value.size - 1) : value, first = rest, second = TEXT_NONE;
    if (text_find(rest, TEXT("-"), 0) < rest.size) {
        text_split(&rest, '-', &first);
        second = rest;
    }
    bool range = second.size > 0 && number_read_whole(text_trim(second), &high) && !least;
    if (!number_read_whole(text_trim(first), &low) || (second.size > 0 && !range))
        return NULL;
    cJSON *count = cJSON_CreateObject();
    cJSON_AddNumberToObject(count, "low", (double)low);
    if (!least)
        cJSON_AddNumberToObject(count, "high", (double)(range ? high : low));
    return count;
}

static bool is_toll(struct text member) {
    for (size_t kind = 0; kind < TOLL_KINDS; kind++)
        if (text_is(member, toll_kind_name(kind)))
            return true;
    return false;
}

/* A date of an incident has words like "2022" that are no numbers. */
static cJSON *value_for(struct text member, struct text value, struct arena *arena) {
    if (is_toll(member) && value.size > 0 && value.data[0] != '{')
        return count_of(value);
    return text_is(member, "date") && value.size > 0 && value.data[0] != '{' ? cJSON_CreateString(text_c(arena, value))
                                                                             : value_of(value, arena);
}

bool incident_text_correct(const struct incident *incident, struct text member, struct text value,
                           const struct gazetteer *gazetteer, struct arena *arena, struct incident *corrected,
                           struct error *error) {
    cJSON *tree = NULL;
    const char *name = text_c(arena, member);
    cJSON *told = value_for(member, value, arena);
    if (!told)
        return error_set(error, ERROR_USAGE, "%s: '%.*s' is no number; write 5, 3-5, or 5+ for 5 or more", name,
                         TEXT_ARGS(value));
    if (!json_read(incident_text_write(incident, arena), &tree, error)) {
        cJSON_Delete(told);
        return false;
    }
    cJSON_DeleteItemFromObjectCaseSensitive(tree, name);
    cJSON_AddItemToObject(tree, name, told);
    bool done = read_tree(tree, gazetteer, arena, corrected, error);
    cJSON_Delete(tree);
    return done;
}

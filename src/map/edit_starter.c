#include "edit_starter.h"

#include "json_writer.h"

enum { DEGREE_PLACES = 4 };

static void add_empty(struct json_writer *json, const char *key, bool object) {
    if (object)
        json_open_object(json, key);
    else
        json_open_array(json, key);
    json_close(json);
}

static void add_frame(struct json_writer *json, struct bounds bounds) {
    json_open_array(json, "frame");
    json_add_number(json, NULL, bounds.west, DEGREE_PLACES);
    json_add_number(json, NULL, bounds.south, DEGREE_PLACES);
    json_add_number(json, NULL, bounds.east > 180 ? bounds.east - 360 : bounds.east, DEGREE_PLACES);
    json_add_number(json, NULL, bounds.north, DEGREE_PLACES);
    json_close(json);
}

static bool is_named_before(const struct map *map, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (text_equal(map->names[i].ref, map->names[index].ref))
            return true;
    return false;
}

static void add_about(struct json_writer *json, const struct map *map, struct arena *arena) {
    json_open_object(json, "about");
    json_add_text(json, "title", map->plan.title);
    json_add_text(json, "subtitle", map->plan.subtitle);
    add_frame(json, map->bounds);
    json_open_object(json, "labels");
    for (size_t i = 0; i < map->name_count; i++)
        if (map->names[i].ref.size > 0 && !is_named_before(map, i))
            json_add_text(json, text_c(arena, map->names[i].ref), map->names[i].text);
    json_close(json);
    json_close(json);
}

struct text edit_starter(const struct map *map, struct arena *arena) {
    struct builder builder = builder_new(arena);
    struct json_writer json = {.out = &builder, .indented = true};
    json_open_object(&json, NULL);
    json_add_whole(&json, "edit", EDIT_VERSION);
    json_add_text(&json, "map", map->plan.id);
    json_add_null(&json, "title");
    json_add_null(&json, "subtitle");
    json_add_null(&json, "frame");
    add_empty(&json, "hide", false);
    add_empty(&json, "rename", true);
    add_empty(&json, "move", true);
    add_empty(&json, "add", false);
    add_empty(&json, "callouts", false);
    add_empty(&json, "highlights", false);
    add_about(&json, map, arena);
    json_close(&json);
    return builder_text(&builder);
}

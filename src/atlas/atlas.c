#include "atlas.h"

#include "atlas_words.h"
#include "json_members.h"
#include "list.h"
#include "safe_id.h"

#include <stddef.h>

static const double about_line_km = 50;
static const double most_within_km = 2000;

/* What the maps are read over: the atlas's defaults. */
struct reading {
    struct atlas_map defaults;
};

static bool read_id(const cJSON *value, const struct json_spot *spot, void *into) {
    struct text id;
    if (!json_read_words(value, spot, &id))
        return false;
    if (id.size == 0 || id.size > ATLAS_ID || !safe_id_is(id))
        return json_says(spot, "'%.120s' cannot be the name of files: wants letters, digits, '-' and '_', at most %d",
                         value->valuestring, ATLAS_ID);
    *(struct text *)into = id;
    return true;
}

static bool read_bbox(const cJSON *value, const struct json_spot *spot, void *into) {
    static const char *const wanted = "[west, south, east, north] in degrees";
    double sides[4] = {0};
    if (!cJSON_IsArray(value) || cJSON_GetArraySize(value) != 4)
        return json_wants(spot, wanted);
    for (int i = 0; i < 4; i++) {
        const cJSON *side = cJSON_GetArrayItem(value, i);
        if (!cJSON_IsNumber(side))
            return json_wants(spot, wanted);
        sides[i] = side->valuedouble;
    }
    return bounds_of(sides[0], sides[1], sides[2], sides[3], into) || json_wants(spot, wanted);
}

static bool read_within(const cJSON *value, const struct json_spot *spot, void *into) {
    double km = 0;
    if (!json_read_kilometres(value, spot, &km))
        return false;
    if (km > most_within_km)
        return json_wants(spot, "kilometres, 0 to 2000");
    *(double *)into = km;
    return true;
}

static bool read_path(const cJSON *value, const struct json_spot *spot, void *into) {
    struct text path;
    if (!json_read_words(value, spot, &path))
        return false;
    if (path.size == 0)
        return json_wants(spot, "a path");
    *(struct text *)into = path;
    return true;
}

static bool read_map_members(const cJSON *value, const struct json_spot *spot, struct atlas_map *map) {
#define OF(member) offsetof(struct atlas_map, member)
    static const struct json_member members[] = {{"id", read_id, OF(id)},
                                                 {"title", json_read_words, OF(title)},
                                                 {"area", atlas_words_areas, OF(areas)},
                                                 {"bbox", read_bbox, OF(bbox)},
                                                 {"within_km", read_within, OF(within_km)},
                                                 {"since", atlas_words_day, OF(since)},
                                                 {"until", atlas_words_day, OF(until)},
                                                 {"kinds", atlas_words_kinds, OF(kinds)},
                                                 {"status", atlas_words_statuses, OF(statuses)},
                                                 {"party", atlas_words_list, OF(parties)},
                                                 {"source", atlas_words_list, OF(sources)},
                                                 {"unsure", json_read_flag, OF(unsure)},
                                                 {"languages", atlas_words_languages, OF(languages)},
                                                 {"sizes", atlas_words_sizes, OF(sizes)},
                                                 {"styles", atlas_words_list, OF(styles)},
                                                 {"formats", atlas_words_formats, OF(formats)},
                                                 {"edit", read_path, OF(edit)},
                                                 {"worldview", json_read_words, OF(worldview)},
                                                 {"disputed", atlas_words_disputed, OF(disputed)},
                                                 {"safe", atlas_words_safe, OF(safe)},
                                                 {"series", atlas_words_series, OF(series)},
                                                 {"timeline", json_read_flag, OF(timeline)},
                                                 {"mark_new", json_read_flag, OF(mark_new)},
                                                 {"excerpt", json_read_flag, OF(excerpt)},
                                                 {NULL, NULL, 0}};
#undef OF
    return json_read_members(value, spot, members, map);
}

/* What holds for every map: not what tells one from another. */
static bool read_defaults(const cJSON *value, const struct json_spot *spot, struct atlas_map *map) {
    static const char *const own[] = {"id", "title", "edit", NULL};
    if (value && !cJSON_IsNull(value) && !read_map_members(value, spot, map))
        return false;
    for (size_t i = 0; own[i]; i++) {
        struct json_spot at = json_spot_member(spot, own[i]);
        if (cJSON_GetObjectItemCaseSensitive(value, own[i]))
            return json_says(&at, "is of one map: it cannot stand for all of them");
    }
    return true;
}

static bool read_map(const cJSON *value, const struct json_spot *spot, void *into) {
    const struct reading *reading = spot->context;
    struct atlas_map map = reading->defaults;
    struct json_spot id = json_spot_member(spot, "id"), until = json_spot_member(spot, "until");
    if (!read_map_members(value, spot, &map))
        return false;
    if (map.id.size == 0)
        return json_says(&id, "is missing: what the map's files are called");
    bool both = date_known(map.since.date) && date_known(map.until.date);
    if (both && date_compare(atlas_day_end(map.until, map.until.date), map.since.date) < 0)
        return json_says(&until, "is before \"since\"");
    *(struct atlas_map *)into = map;
    return true;
}

static bool read_maps(const cJSON *value, const struct json_spot *spot, void *into) {
    struct atlas *atlas = into;
    void *items;
    if (!json_read_items(value, spot, read_map, sizeof(struct atlas_map), &items, &atlas->count))
        return false;
    if (atlas->count == 0)
        return json_wants(spot, "at least one map");
    atlas->maps = items;
    return true;
}

static bool read_version(const cJSON *value, const struct json_spot *spot, void *into) {
    (void)into;
    if (!cJSON_IsNumber(value) || value->valuedouble != ATLAS_VERSION)
        return json_wants(spot, "1, the version of the format that this program reads");
    return true;
}

static bool read_root(const cJSON *root, const struct json_spot *spot, struct atlas *atlas) {
#define OF(member) offsetof(struct atlas, member)
    static const struct json_member members[] = {{"$schema", json_read_nothing, 0},
                                                 {"atlas", read_version, 0},
                                                 {"store", read_path, OF(store)},
                                                 {"out", read_path, OF(out)},
                                                 {"defaults", json_read_nothing, 0},
                                                 {"maps", read_maps, 0},
                                                 {NULL, NULL, 0}};
#undef OF
    return json_read_members(root, spot, members, atlas);
}

static bool read_atlas(const cJSON *root, struct arena *arena, struct atlas *atlas, struct error *error) {
    struct reading reading = {
        .defaults = {.bbox = bounds_empty(), .within_km = about_line_km, .safe = safe_none(), .mark_new = true}};
    struct json_spot spot = {NULL, NULL, 0, arena, error, &reading};
    struct json_spot defaults = json_spot_member(&spot, "defaults"), maps = json_spot_member(&spot, "maps");
    struct atlas read = {.store = TEXT("incidents.gpkg"), .out = TEXT("out")};
    if (!cJSON_IsObject(root))
        return json_wants(&spot, "an object with \"store\", \"out\" and \"maps\"");
    if (!read_defaults(cJSON_GetObjectItemCaseSensitive(root, "defaults"), &defaults, &reading.defaults) ||
        !read_root(root, &spot, &read))
        return false;
    if (read.count == 0)
        return json_says(&maps, "is missing: the list of the maps");
    *atlas = read;
    return true;
}

bool atlas_read(struct text json, struct arena *arena, struct atlas *atlas, struct error *error) {
    cJSON *root = NULL;
    if (!json_read(json, &root, error))
        return false;
    bool done = read_atlas(root, arena, atlas, error);
    cJSON_Delete(root);
    return done;
}

#include "story_read.h"

#include "incident_read.h"
#include "safe_id.h"
#include "story_write.h"

#include <stddef.h>

static bool read_version(const cJSON *value, const struct json_spot *spot, void *into) {
    (void)into;
    if (!cJSON_IsNumber(value) || value->valuedouble != STORY_VERSION)
        return json_wants(spot, "1, the version of the format that this program reads");
    return true;
}

static bool read_incidents(const cJSON *value, const struct json_spot *spot, void *into) {
    struct incident_list *list = into;
    void *items;
    if (!json_read_items(value, spot, incident_read, sizeof(struct incident), &items, &list->count))
        return false;
    list->items = items;
    list->capacity = list->count;
    return true;
}

static bool read_size(const cJSON *value, const struct json_spot *spot, void *into) {
    int64_t number;
    if (!json_read_whole(value, spot, &number))
        return false;
    *(size_t *)into = (size_t)number;
    return true;
}

static bool read_position(const cJSON *value, const struct json_spot *spot, void *into) {
    static const struct json_member members[] = {{"lat", json_read_latitude, offsetof(struct lonlat, lat)},
                                                 {"lon", json_read_longitude, offsetof(struct lonlat, lon)},
                                                 {NULL, NULL, 0}};
    return json_read_members(value, spot, members, into);
}

static bool read_along(const cJSON *value, const struct json_spot *spot, void *into) {
    struct told_place *told = into;
    void *items;
    if (!json_read_items(value, spot, read_position, sizeof(struct lonlat), &items, &told->along_count))
        return false;
    told->along = items;
    return true;
}

struct told_object {
    struct snapshot_object place;
    struct told_place told;
};

static bool read_told(const cJSON *value, const struct json_spot *spot, void *into) {
#define OF(member) offsetof(struct told_object, told.member)
    static const struct json_member members[] = {
        {"ref", json_read_words, offsetof(struct told_object, place.place.ref)},
        {"name", json_read_words, offsetof(struct told_object, place.place.name)},
        {"kind", snapshot_read_kind, offsetof(struct told_object, place)},
        {"countries", json_read_words, offsetof(struct told_object, place.place.countries)},
        {"lat", json_read_latitude, offsetof(struct told_object, place.place.point.lat)},
        {"lon", json_read_longitude, offsetof(struct told_object, place.place.point.lon)},
        {"spelling", json_read_words, OF(spelling)},
        {"named", json_read_flag, OF(named)},
        {"organisation", json_read_flag, OF(organisation)},
        {"told", read_size, OF(told)},
        {"in_title", read_size, OF(in_title)},
        {"confidence", json_read_share, OF(confidence)},
        {"along", read_along, offsetof(struct told_object, told)},
        {NULL, NULL, 0}};
#undef OF
    struct told_object object = {.place = snapshot_unread(), .told = {.named = true, .told = 1, .confidence = 1}};
    if (cJSON_IsString(value)) {
        if (!json_read_words(value, spot, &object.place.place.ref))
            return false;
    } else if (!json_read_members(value, spot, members, &object))
        return false;
    if (cJSON_IsObject(value) && cJSON_GetObjectItemCaseSensitive(value, "told") != NULL)
        object.told.named = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(value, "named"));
    if (!snapshot_complete(&object.place, spot))
        return false;
    object.told.place = object.place.place;
    *(struct told_place *)into = object.told;
    return true;
}

static bool read_places(const cJSON *value, const struct json_spot *spot, void *into) {
    struct told_places *places = into;
    void *items;
    if (!json_read_items(value, spot, read_told, sizeof(struct told_place), &items, &places->count))
        return false;
    places->items = items;
    places->capacity = places->count;
    return true;
}

/* What an incident does not say is what the story says. */
static void finish_incidents(struct story *story, struct arena *arena) {
    for (size_t i = 0; i < story->incidents.count; i++) {
        struct incident *incident = &story->incidents.items[i];
        if (incident->source.article.size == 0)
            incident->source = story->source;
        struct text made_up = text_format(arena, "%s-%zu", incident_kind_name(incident->kind), i + 1);
        struct text wanted = incident->id.size > 0 ? incident->id : made_up;
        incident->id = safe_id_is(wanted) ? wanted : safe_id_of(wanted, arena);
    }
}

bool story_read_object(const cJSON *object, const struct gazetteer *gazetteer, struct arena *arena, struct story *story,
                       struct error *error) {
#define OF(member) offsetof(struct story, member)
    static const struct json_member members[] = {{"story", read_version, 0},
                                                 {"id", json_read_words, OF(source.article)},
                                                 {"language", json_read_words, OF(source.language)},
                                                 {"title", json_read_words, OF(source.title)},
                                                 {"published", json_read_day, OF(source.published)},
                                                 {"source", json_read_words, OF(source.publisher)},
                                                 {"url", json_read_words, OF(source.url)},
                                                 {"path", json_read_words, OF(path)},
                                                 {"incidents", read_incidents, OF(incidents)},
                                                 {"places", read_places, OF(places)},
                                                 {"text", json_read_words, OF(text)},
                                                 {NULL, NULL, 0}};
#undef OF
    struct story read = {0};
    struct json_spot spot = {NULL, NULL, 0, arena, error, gazetteer};
    if (!json_read_members(object, &spot, members, &read))
        return false;
    if (cJSON_GetObjectItemCaseSensitive(object, "story") == NULL)
        return error_set(error, ERROR_INPUT, "\"story\": 1 is missing: the version of the format");
    read.source.article = read.source.article.size > 0 ? safe_id_of(read.source.article, arena) : TEXT_NONE;
    finish_incidents(&read, arena);
    *story = read;
    return true;
}

bool story_read(struct text json, const struct gazetteer *gazetteer, struct arena *arena, struct story *story,
                struct error *error) {
    cJSON *root = NULL;
    if (!json_read(json, &root, error))
        return false;
    bool done = story_read_object(root, gazetteer, arena, story, error);
    cJSON_Delete(root);
    return done;
}

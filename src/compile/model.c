#include "model.h"

#include "fold.h"
#include "index_format.h"
#include "key_words.h"
#include "list.h"
#include "model_parts.h"

/* Strings. */

static void place_slot(struct model_slots *slots, uint64_t hash, uint32_t value) {
    size_t at = index_reduce((uint32_t)index_mix(hash), slots->size);
    while (slots->values[at] != 0)
        at = at + 1 < slots->size ? at + 1 : 0;
    slots->values[at] = value;
}

typedef struct text (*slot_text)(const struct model *model, uint32_t value);

static void grow_slots(struct model *model, struct model_slots *slots, slot_text text) {
    if (slots->used * 3 < slots->size * 2)
        return;
    struct model_slots grown = {NULL, slots->used, slots->size ? slots->size * 2 : 1024};
    grown.values = ARENA_ARRAY(model->arena, uint32_t, grown.size);
    for (size_t i = 0; i < slots->size; i++)
        if (slots->values[i] != 0)
            place_slot(&grown, text_hash(text(model, slots->values[i])), slots->values[i]);
    *slots = grown;
}

/* The value whose text that is, or 0. */
static uint32_t find_slot(const struct model *model, const struct model_slots *slots, slot_text text,
                          struct text wanted) {
    if (slots->size == 0)
        return 0;
    size_t at = index_reduce((uint32_t)index_mix(text_hash(wanted)), slots->size);
    while (slots->values[at] != 0 && !text_equal(text(model, slots->values[at]), wanted))
        at = at + 1 < slots->size ? at + 1 : 0;
    return slots->values[at];
}

struct text model_text(const struct model *model, string_id string) {
    const unsigned char *at = (const unsigned char *)model->strings.items + string;
    return string ? (struct text){(const char *)at + 2, (size_t)(at[0] | at[1] << 8)} : TEXT_NONE;
}

string_id model_string(struct model *model, struct text text) {
    struct text kept = text_slice(text, 0, INDEX_STRING_LIMIT);
    if (kept.size == 0)
        return 0;
    grow_slots(model, &model->string_slots, model_text);
    string_id found = find_slot(model, &model->string_slots, model_text, kept);
    if (found)
        return found;
    found = (string_id)model->strings.count;
    builder_add_char(&model->strings, (char)(kept.size & 0xff));
    builder_add_char(&model->strings, (char)(kept.size >> 8));
    builder_add(&model->strings, kept);
    model->string_slots.used++;
    place_slot(&model->string_slots, text_hash(kept), found);
    return found;
}

struct model *model_new(struct arena *arena, struct arena *scratch) {
    struct model *model = ARENA_NEW(arena, struct model);
    model->arena = arena;
    model->scratch = scratch;
    model->strings = builder_new(arena);
    builder_add(&model->strings, (struct text){"\0\0", 2});
    *LIST_PUSH(arena, &model->languages) = 0;
    return model;
}

/* Places. */

static struct text alias_text(const struct model *model, uint32_t value) {
    return model_text(model, model->aliases.items[value - 1].key);
}

place_id model_find(const struct model *model, struct text ref) {
    uint32_t found = find_slot(model, &model->alias_slots, alias_text, ref);
    return found ? model->aliases.items[found - 1].place : PLACE_NONE;
}

void model_alias(struct model *model, struct text key, place_id id) {
    if (model_find(model, key) != PLACE_NONE)
        return;
    struct model_alias_entry entry = {model_string(model, key), id};
    grow_slots(model, &model->alias_slots, alias_text);
    *LIST_PUSH(model->arena, &model->aliases) = entry;
    model->alias_slots.used++;
    place_slot(&model->alias_slots, text_hash(key), (uint32_t)model->aliases.count);
}

bool model_add_place(struct model *model, struct text ref, struct text name, struct model_place **place,
                     struct error *error) {
    if (ref.size == 0 || model_find(model, ref) != PLACE_NONE)
        return error_set(error, ERROR_ENVIRONMENT, "the reference '%.*s' is empty or given twice", TEXT_ARGS(ref));
    struct model_place *added = LIST_PUSH(model->arena, &model->places);
    added->ref = model_string(model, ref);
    added->name = model_string(model, name);
    model_alias(model, ref, (place_id)(model->places.count - 1));
    *place = added;
    return true;
}

struct model_place *model_place_at(struct model *model, place_id id) {
    return &model->places.items[id];
}

place_id model_id(const struct model *model, const struct model_place *place) {
    return (place_id)(place - model->places.items);
}

void model_spread(struct model *model, place_id id, struct lonlat town, int64_t population) {
    struct model_place *place = model_place_at(model, id);
    place->population += population;
    if (!place->placed)
        return;
    double east = town.lon - place->point.lon;
    east += east > 180 ? -360 : east < -180 ? 360 : 0;
    double north = town.lat - place->point.lat;
    struct bounds *spread = &place->spread;
    if (!place->has_spread) {
        *spread = (struct bounds){east, north, east, north};
        place->has_spread = true;
    }
    spread->west = east < spread->west ? east : spread->west;
    spread->east = east > spread->east ? east : spread->east;
    spread->south = north < spread->south ? north : spread->south;
    spread->north = north > spread->north ? north : spread->north;
}

/* Names. */

static uint16_t language_index(struct model *model, struct text language) {
    string_id wanted = model_string(model, language);
    for (size_t i = model->languages.count; i-- > 0;)
        if (model->languages.items[i] == wanted)
            return (uint16_t)i;
    *LIST_PUSH(model->arena, &model->languages) = wanted;
    return (uint16_t)(model->languages.count - 1);
}

void model_add_flagged(struct model *model, place_id place, struct text name, enum name_use use, uint8_t flags,
                       struct text language) {
    struct text key = fold_key(model->scratch, name);
    if (key_is_name(key)) {
        struct model_reading reading = {model_string(model, key), place, (uint8_t)use, flags,
                                        language_index(model, language)};
        *LIST_PUSH(model->arena, &model->readings) = reading;
    }
    arena_clear(model->scratch);
}

void model_add_name(struct model *model, place_id place, struct text name, enum name_use use, struct text language) {
    model_add_flagged(model, place, name, use, 0, language);
}

void model_add_label(struct model *model, place_id place, struct text name, struct text language, uint8_t rank) {
    if (name.size > 0 && language.size > 0) {
        struct model_label label = {place, language_index(model, language), rank, (uint32_t)model->labels.count,
                                    model_string(model, name)};
        *LIST_PUSH(model->arena, &model->labels) = label;
    }
}

void model_add_member(struct model *model, place_id organisation, place_id country, int64_t from, int64_t to) {
    struct model_membership membership = {organisation, country, from, to};
    *LIST_PUSH(model->arena, &model->memberships) = membership;
}

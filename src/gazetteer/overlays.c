#include "overlays.h"

#include "fold.h"
#include "index_format.h"
#include "overlay.h"

#include <stdlib.h>
#include <string.h>

enum { READINGS_MOST = 256 }; /* of one key, from one overlay */

struct layer {
    struct overlay *overlay;
    place_id first;          /* id of its first place */
    uint16_t *languages;     /* its numbers → numbers for all */
    uint16_t first_language; /* for those that nothing below has */
};

struct overlays {
    const struct place_index *ground;
    struct layer layers[OVERLAYS_MOST];
    size_t count;
    size_t places, languages; /* the gazetteer's own and all overlays' */
};

struct overlays *overlays_new(const struct place_index *ground) {
    struct overlays *overlays = calloc(1, sizeof *overlays);
    if (overlays) {
        overlays->ground = ground;
        overlays->places = place_index_place_count(ground);
        overlays->languages = place_index_language_count(ground);
    }
    return overlays;
}

void overlays_close(struct overlays *overlays) {
    for (size_t i = 0; overlays && i < overlays->count; i++) {
        overlay_close(overlays->layers[i].overlay);
        free(overlays->layers[i].languages);
    }
    free(overlays);
}

/* The number of a language for all, among those below `layer`; 0 if there is none. */
static uint16_t known_language(const struct overlays *overlays, size_t layer, struct text language) {
    uint16_t found = place_index_language_of(overlays->ground, language);
    for (size_t i = 0; found == 0 && i < layer; i++) {
        const struct layer *below = &overlays->layers[i];
        for (size_t k = 1; found == 0 && k < overlay_language_count(below->overlay); k++)
            found = text_equal(overlay_language(below->overlay, k), language) ? below->languages[k] : 0;
    }
    return found;
}

bool overlays_add(struct overlays *overlays, const char *path, struct error *error) {
    struct layer *layer = &overlays->layers[overlays->count];
    if (overlays->count == OVERLAYS_MOST) {
        return error_set(error, ERROR_ENVIRONMENT,
                         "%s: is one import too many: at most %d are used; import several files under one name", path,
                         OVERLAYS_MOST);
    }
    if (!overlay_open(path, &layer->overlay, error))
        return false;
    size_t languages = overlay_language_count(layer->overlay);
    size_t places = overlay_place_count(layer->overlay);
    layer->languages = calloc(languages + 1, sizeof *layer->languages);
    if (!layer->languages || overlays->places + places >= PLACE_NONE || overlays->languages + languages > UINT16_MAX) {
        overlay_close(layer->overlay);
        free(layer->languages);
        *layer = (struct layer){0};
        return error_set(error, ERROR_ENVIRONMENT, "%s: does not fit beside the other data", path);
    }
    layer->first = (place_id)overlays->places;
    layer->first_language = (uint16_t)overlays->languages;
    for (size_t i = 1; i < languages; i++) {
        uint16_t known = known_language(overlays, overlays->count, overlay_language(layer->overlay, i));
        layer->languages[i] = known ? known : (uint16_t)(overlays->languages + i);
    }
    overlays->places += places;
    overlays->languages += languages;
    overlays->count++;
    return true;
}

size_t overlays_place_count(const struct overlays *overlays) {
    return overlays->places - place_index_place_count(overlays->ground);
}

/* Places. */

static const struct layer *layer_of(const struct overlays *overlays, place_id id) {
    for (size_t i = 0; i < overlays->count; i++) {
        const struct layer *layer = &overlays->layers[i];
        if (id >= layer->first && id - layer->first < overlay_place_count(layer->overlay))
            return layer;
    }
    return NULL;
}

struct place overlays_place(const struct overlays *overlays, place_id id) {
    const struct layer *layer = layer_of(overlays, id);
    if (!layer)
        return place_index_place(overlays->ground, id);
    struct place place = overlay_place(layer->overlay, id - layer->first);
    place.id = id;
    return place;
}

place_id overlays_place_of(const struct overlays *overlays, struct text ref) {
    place_id own = place_index_place_of(overlays->ground, ref);
    if (own != PLACE_NONE)
        return own;
    for (size_t i = 0; i < overlays->count; i++) {
        const struct layer *layer = &overlays->layers[i];
        place_id found = overlay_place_of(layer->overlay, ref);
        if (found != PLACE_NONE && !overlay_is_names_only(layer->overlay, found))
            return layer->first + found;
    }
    return PLACE_NONE;
}

struct text overlays_name(const struct overlays *overlays, struct text ref, struct text language) {
    uint16_t wanted = known_language(overlays, overlays->count, language);
    struct text name = TEXT_NONE;
    for (size_t i = 0; wanted != 0 && name.size == 0 && i < overlays->count; i++) {
        const struct layer *layer = &overlays->layers[i];
        place_id id = overlay_place_of(layer->overlay, ref);
        size_t count = overlay_language_count(layer->overlay);
        uint16_t own = 0;
        for (size_t k = 1; id != PLACE_NONE && own == 0 && k < count; k++)
            own = layer->languages[k] == wanted ? (uint16_t)k : 0;
        name = own ? overlay_name(layer->overlay, id, own) : TEXT_NONE;
    }
    return name;
}

struct text overlays_language(const struct overlays *overlays, uint16_t language) {
    for (size_t i = 0; i < overlays->count; i++) {
        const struct layer *layer = &overlays->layers[i];
        if (language >= layer->first_language &&
            language - layer->first_language < (int)overlay_language_count(layer->overlay))
            return overlay_language(layer->overlay, (size_t)(language - layer->first_language));
    }
    return TEXT_NONE;
}

/* Readings. */

/* The order of gazetteer_find(): countries, then areas and waters, then regions and points, then districts. */
static int rank_of(const struct place *place) {
    switch (place->kind) {
    case PLACE_COUNTRY: return 0;
    case PLACE_POINT: return 2;
    case PLACE_REGION: return text_is(place->feature, "ADM1") || place->feature.size == 0 ? 2 : 3;
    default: return 1;
    }
}

struct merge {
    const struct overlays *overlays;
    struct text key;
    struct arena *arena;
    struct reading *items;
    size_t count;
};

static bool goes_before(const struct place *a, const struct place *b) {
    int order = rank_of(a) - rank_of(b);
    return order != 0 ? order < 0 : a->population > b->population;
}

static bool is_known(const struct merge *merge, struct reading reading) {
    bool plain = reading.use <= NAME_SHORT;
    for (size_t i = 0; i < merge->count; i++) {
        const struct reading *item = &merge->items[i];
        bool same_use = item->use == reading.use || (plain && item->use <= NAME_SHORT);
        if (item->place == reading.place && same_use && (plain || item->language == reading.language))
            return true;
    }
    return false;
}

static void merge_reading(struct merge *merge, struct reading reading) {
    if (is_known(merge, reading))
        return;
    struct place place = overlays_place(merge->overlays, reading.place);
    reading.flags |= text_equal(fold_key(merge->arena, place.name), merge->key) ? READING_LISTED : 0;
    size_t at = merge->count;
    while (at > 0) {
        struct place before = overlays_place(merge->overlays, merge->items[at - 1].place);
        if (!goes_before(&place, &before))
            break;
        merge->items[at] = merge->items[at - 1];
        at--;
    }
    merge->items[at] = reading;
    merge->count++;
}

static void merge_layer(struct merge *merge, const struct layer *layer, size_t first, size_t count) {
    for (size_t i = first; i < first + count; i++) {
        struct reading reading = overlay_reading(layer->overlay, i);
        struct place place = overlay_place(layer->overlay, reading.place);
        bool sound = reading.language < overlay_language_count(layer->overlay) && reading.use < NAME_USES;
        reading.language = sound ? layer->languages[reading.language] : 0;
        reading.place = overlays_place_of(merge->overlays, place.ref);
        if (sound && reading.place != PLACE_NONE)
            merge_reading(merge, reading);
    }
}

struct readings overlays_find(const struct overlays *overlays, struct text key, struct readings own,
                              struct arena *arena) {
    uint64_t hash = index_mix(text_hash(key));
    size_t firsts[OVERLAYS_MOST] = {0};
    size_t counts[OVERLAYS_MOST] = {0};
    size_t total = 0;
    for (size_t i = 0; i < overlays->count; i++) {
        counts[i] = overlay_find(overlays->layers[i].overlay, hash, &firsts[i]);
        counts[i] = counts[i] < READINGS_MOST ? counts[i] : READINGS_MOST;
        total += counts[i];
    }
    if (total == 0)
        return own;
    struct merge merge = {overlays, key, arena, ARENA_ARRAY(arena, struct reading, own.count + total), own.count};
    if (own.count > 0)
        memcpy(merge.items, own.items, own.count * sizeof *own.items);
    for (size_t i = 0; i < overlays->count; i++)
        merge_layer(&merge, &overlays->layers[i], firsts[i], counts[i]);
    return (struct readings){merge.items, merge.count};
}

size_t overlays_longest(const struct overlays *overlays, struct text word) {
    uint64_t hash = index_mix(text_hash(word));
    size_t longest = 0;
    for (size_t i = 0; i < overlays->count; i++) {
        size_t here = overlay_longest(overlays->layers[i].overlay, hash);
        longest = here > longest ? here : longest;
    }
    return longest;
}

/* Where places lie. */

/* The order of gazetteer_within(): capitals, seats of regions, others; each by population. */
static bool is_greater(const struct place *a, const struct place *b) {
    int rank_a = a->capital ? 0 : text_is(a->feature, "PPLA") ? 1 : 2;
    int rank_b = b->capital ? 0 : text_is(b->feature, "PPLA") ? 1 : 2;
    return rank_a != rank_b ? rank_a < rank_b : a->population > b->population;
}

/* Puts a place where it belongs among ids[0..*count]; false if it is less than all of a full list. */
static bool insert_place(const struct overlays *overlays, const struct place *place, size_t limit, place_id *ids,
                         size_t *count) {
    size_t at = *count;
    while (at > 0) {
        struct place before = overlays_place(overlays, ids[at - 1]);
        if (!is_greater(place, &before))
            break;
        at--;
    }
    if (at == limit)
        return false;
    size_t moved = (*count < limit ? *count : limit - 1) - at;
    memmove(ids + at + 1, ids + at, moved * sizeof *ids);
    ids[at] = place->id;
    *count += *count < limit ? 1 : 0;
    return true;
}

size_t overlays_within(const struct overlays *overlays, struct bounds bounds, size_t limit, place_id *ids,
                       size_t count) {
    for (size_t i = 0; limit > 0 && i < overlays->count; i++) {
        const struct layer *layer = &overlays->layers[i];
        struct lonlat point;
        place_id id;
        bool more = true;
        for (size_t at = 0; more && overlay_point(layer->overlay, at, &point, &id); at++) {
            if (!bounds_contain(bounds, point))
                continue;
            struct place place = overlay_place(layer->overlay, id);
            place.id = layer->first + id;
            if (overlays_place_of(overlays, place.ref) == place.id)
                more = insert_place(overlays, &place, limit, ids, &count);
        }
    }
    return count;
}

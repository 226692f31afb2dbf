#include "place_cache.h"

#include "fold.h"

#include <math.h>

struct slot {
    uint64_t hash; /* 0: free */
    bool known;
    struct place_snapshot place;
};

struct place_cache {
    const struct gazetteer *gazetteer;
    struct arena *arena, *scratch;
    struct slot *slots;
    size_t used, capacity; /* a power of two */
};

enum { FIRST_SLOTS = 1024 };

struct place_cache *place_cache_new(const struct gazetteer *gazetteer, struct arena *arena) {
    struct place_cache *cache = ARENA_NEW(arena, struct place_cache);
    *cache = (struct place_cache){.gazetteer = gazetteer, .arena = arena, .capacity = FIRST_SLOTS};
    cache->slots = ARENA_ARRAY(arena, struct slot, FIRST_SLOTS);
    return cache;
}

static bool kind_fits(enum ref_kind wanted, const struct place *place) {
    if (wanted == REF_TOWN)
        return place->kind == PLACE_POINT;
    return ref_is(place->ref, wanted);
}

static bool lies_in(const struct place *place, struct text country) {
    struct text own = place->countries.size > 0 ? place->countries : place->country;
    return country.size == 0 || own.size == 0 || text_find(own, country, 0) < own.size;
}

/* Of the places with the key that fit, the nearest, or where nearness says nothing, the first. */
static place_id best_of(const struct place_cache *cache, const struct place_wish *wish, struct text key) {
    struct readings readings = gazetteer_find(cache->gazetteer, key, cache->scratch);
    place_id best = PLACE_NONE;
    double least = isnan(wish->near.lat) ? INFINITY : wish->within_km;
    for (size_t i = 0; i < readings.count; i++) {
        const struct reading *reading = &readings.items[i];
        if (reading->use == NAME_ADJECTIVE || reading->use == NAME_PEOPLE || reading->use == NAME_COMBINING ||
            reading->use == NAME_GOVERNMENT)
            continue;
        struct place place = gazetteer_place(cache->gazetteer, reading->place);
        if (!kind_fits(wish->kind, &place) || !lies_in(&place, wish->country))
            continue;
        if (isnan(wish->near.lat))
            return place.id;
        double km = lonlat_distance_km(place.point, wish->near);
        if (km <= least) {
            least = km;
            best = place.id;
        }
    }
    return best;
}

/* Without what stands in brackets behind it. */
static struct text without_brackets(struct text name) {
    size_t at = text_find(name, TEXT("("), 0);
    return at < name.size ? text_trim(text_slice(name, 0, at)) : name;
}

static struct text inside_brackets(struct text name) {
    size_t from = text_find(name, TEXT("("), 0), to = text_find(name, TEXT(")"), 0);
    return from < to && to < name.size ? text_trim(text_slice(name, from + 1, to)) : TEXT_NONE;
}

static struct text without_last_word(struct text name) {
    size_t end = name.size;
    while (end > 0 && name.data[end - 1] != ' ')
        end--;
    return text_trim(text_slice(name, 0, end));
}

static place_id look_up(const struct place_cache *cache, const struct place_wish *wish) {
    struct text bare = without_brackets(wish->name);
    struct text names[] = {wish->name, bare, inside_brackets(wish->name), without_last_word(bare)};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct text key = names[i].size > 0 ? fold_key(cache->scratch, names[i]) : TEXT_NONE;
        place_id found = key.size > 0 ? best_of(cache, wish, key) : PLACE_NONE;
        if (found != PLACE_NONE)
            return found;
    }
    return PLACE_NONE;
}

/* Names that recur within a tenth of a degree are one. */
static uint64_t hash_of(const struct place_wish *wish) {
    int where[3] = {(int)wish->kind, 0, 0};
    if (!isnan(wish->near.lat)) {
        where[1] = (int)floor(wish->near.lat * 10);
        where[2] = (int)floor(wish->near.lon * 10);
    }
    uint64_t hash = text_hash_on(text_hash(wish->name), (struct text){(const char *)where, sizeof where});
    hash = text_hash_on(hash, wish->country);
    return hash ? hash : 1;
}

static struct slot *slot_of(struct slot *slots, size_t capacity, uint64_t hash) {
    size_t at = hash & (capacity - 1);
    while (slots[at].hash != 0 && slots[at].hash != hash)
        at = (at + 1) & (capacity - 1);
    return &slots[at];
}

static void grow(struct place_cache *cache) {
    size_t capacity = cache->capacity * 2;
    struct slot *slots = ARENA_ARRAY(cache->arena, struct slot, capacity);
    for (size_t i = 0; i < cache->capacity; i++)
        if (cache->slots[i].hash)
            *slot_of(slots, capacity, cache->slots[i].hash) = cache->slots[i];
    cache->slots = slots;
    cache->capacity = capacity;
}

bool place_cache_find(struct place_cache *cache, const struct place_wish *wish, struct place_snapshot *found) {
    if (!cache->gazetteer || wish->name.size == 0)
        return false;
    uint64_t hash = hash_of(wish);
    struct slot *slot = slot_of(cache->slots, cache->capacity, hash);
    if (slot->hash == 0) {
        cache->scratch = arena_open();
        place_id id = look_up(cache, wish);
        arena_close(cache->scratch);
        *slot = (struct slot){.hash = hash, .known = id != PLACE_NONE};
        if (slot->known) {
            struct place place = gazetteer_place(cache->gazetteer, id);
            slot->place = snapshot_of(&place);
        }
        bool known = slot->known;
        *found = slot->place;
        if (++cache->used * 2 > cache->capacity)
            grow(cache);
        return known;
    }
    *found = slot->place;
    return slot->known;
}

#include "fold.h"
#include "key_words.h"
#include "model_parts.h"

#include <stdlib.h>

/* A reading with what it is sorted by. */
struct sorted {
    string_id key;
    uint8_t rank; /* 0 country, 1 special area, water, line, organisation, 2 region or point, 3 district */
    uint8_t use, flags;
    uint16_t language;
    int64_t population;
    place_id place;
};

/* The readings of one key, as sorted[first..first+count]. */
struct bundle {
    struct text key;
    uint32_t first, count;
    uint8_t tier;
};

static uint8_t rank_of(const struct model *model, const struct model_place *place) {
    switch (place->kind) {
    case PLACE_COUNTRY: return 0;
    case PLACE_POINT: return 2;
    case PLACE_REGION: return text_is(model_text(model, place->feature), "ADM2") ? 3 : 2;
    default: return 1;
    }
}

static int compare_numbers(int64_t a, int64_t b) {
    return a < b ? -1 : a > b;
}

/* Of one key: greatest place first; of one place: main names before others. */
static int compare_sorted(const void *a, const void *b) {
    const struct sorted *sa = a;
    const struct sorted *sb = b;
    int order = compare_numbers(sa->key, sb->key);
    order = order ? order : compare_numbers(sa->rank, sb->rank);
    order = order ? order : compare_numbers(sb->population, sa->population);
    order = order ? order : compare_numbers(sa->place, sb->place);
    order = order ? order : compare_numbers(sa->use, sb->use);
    order = order ? order : compare_numbers(sa->flags, sb->flags);
    return order ? order : compare_numbers(sa->language, sb->language);
}

/* The keys under which the gazetteer lists its places, by place. */
static string_id *listed_keys(struct model *model) {
    string_id *keys = ARENA_ARRAY(model->arena, string_id, model->places.count + 1);
    for (size_t i = 0; i < model->places.count; i++) {
        keys[i] = model_string(model, fold_key(model->scratch, model_text(model, model->places.items[i].name)));
        arena_clear(model->scratch);
    }
    return keys;
}

static struct sorted *sort_readings(struct model *model, const place_id *final, const uint16_t *language_of) {
    size_t count = model->readings.count;
    struct sorted *sorted = ARENA_ARRAY(model->arena, struct sorted, count + 1);
    const string_id *listed = listed_keys(model);
    for (size_t i = 0; i < count; i++) {
        const struct model_reading *reading = &model->readings.items[i];
        const struct model_place *place = &model->places.items[reading->place];
        uint8_t flags = (uint8_t)(reading->flags | (listed[reading->place] == reading->key ? READING_LISTED : 0));
        sorted[i] = (struct sorted){
            reading->key,      rank_of(model, place), reading->use, flags, language_of[reading->language],
            place->population, final[reading->place]};
    }
    qsort(sorted, count, sizeof *sorted, compare_sorted);
    return sorted;
}

/*
 * Keys lie in tiers, so that what most texts ask for fills few pages: of all that is no small place; names of small
 * places; other names of these, in other languages for the most part. Inside a tier by the alphabet, which keeps
 * scripts apart.
 */
enum { WELL_KNOWN = 100000 };

static uint8_t tier_of(const struct sorted *sorted, size_t count) {
    uint8_t tier = 2;
    for (size_t i = 0; i < count; i++) {
        bool known = sorted[i].rank < 2 || sorted[i].population >= WELL_KNOWN;
        uint8_t own = known ? 0 : sorted[i].flags & READING_LISTED ? 1 : 2;
        tier = own < tier ? own : tier;
    }
    return tier;
}

static int compare_bundles(const void *a, const void *b) {
    const struct bundle *ba = a;
    const struct bundle *bb = b;
    int order = compare_numbers(ba->tier, bb->tier);
    return order ? order : text_compare(ba->key, bb->key);
}

/* One bundle a key, in the order of the file. */
static struct bundle *bundle_keys(struct model *model, const struct sorted *sorted, size_t *bundles) {
    size_t count = model->readings.count;
    struct bundle *bundle = ARENA_ARRAY(model->arena, struct bundle, count + 1);
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || sorted[i - 1].key != sorted[i].key)
            bundle[used++] = (struct bundle){model_text(model, sorted[i].key), (uint32_t)i, 0, 0};
        bundle[used - 1].count++;
    }
    for (size_t i = 0; i < used; i++)
        bundle[i].tier = tier_of(&sorted[bundle[i].first], bundle[i].count);
    qsort(bundle, used, sizeof *bundle, compare_bundles);
    *bundles = used;
    return bundle;
}

/* Names of the same place that differ in their language only, or are an alternate beside a main name, are one reading.
 */
static bool is_plain(uint8_t use) {
    return use == NAME_MAIN || use == NAME_ALTERNATE || use == NAME_SHORT;
}

static void add_reading(struct model_keys *keys, const struct sorted *from, bool same_place) {
    struct reading *last = same_place ? &keys->readings[keys->reading_count - 1] : NULL;
    if (last && is_plain(last->use) && is_plain(from->use)) {
        if (last->use == from->use && last->language != from->language)
            last->language = 0;
        last->flags |= from->flags;
        return;
    }
    if (last && last->use == from->use && last->flags == from->flags && last->language == from->language)
        return;
    keys->readings[keys->reading_count++] = (struct reading){from->place, from->language, from->use, from->flags};
}

static void merge_readings(struct model *model, const struct sorted *sorted, struct model_keys *keys) {
    size_t bundles;
    const struct bundle *bundle = bundle_keys(model, sorted, &bundles);
    keys->readings = ARENA_ARRAY(model->arena, struct reading, model->readings.count + 1);
    keys->keys = ARENA_ARRAY(model->arena, struct index_key, bundles + 1);
    for (; keys->key_count < bundles; keys->key_count++, bundle++) {
        const struct sorted *from = &sorted[bundle->first];
        keys->keys[keys->key_count] = (struct index_key){from->key, (uint32_t)keys->reading_count};
        for (size_t i = 0; i < bundle->count; i++)
            add_reading(keys, &from[i], i > 0 && from[i - 1].place == from[i].place);
    }
    keys->keys[keys->key_count] = (struct index_key){0, (uint32_t)keys->reading_count};
}

/* Hash tables: one slot in three is empty. */

struct model_table model_table_new(struct arena *arena, size_t keys) {
    size_t size = keys * 3 / 2 + 1;
    return (struct model_table){ARENA_ARRAY(arena, uint16_t, size), ARENA_ARRAY(arena, uint32_t, size), size};
}

void model_table_add(struct model_table *table, uint64_t mixed, uint32_t value) {
    size_t at = index_reduce((uint32_t)mixed, table->size);
    while (table->tags[at] != 0)
        at = at + 1 < table->size ? at + 1 : 0;
    table->tags[at] = index_tag(mixed);
    table->slots[at] = value;
}

static void hash_keys(struct model *model, struct model_keys *keys) {
    keys->table = model_table_new(model->arena, keys->key_count);
    for (size_t i = 0; i < keys->key_count; i++) {
        uint64_t mixed = index_mix(text_hash(model_text(model, keys->keys[i].key)));
        model_table_add(&keys->table, mixed, (uint32_t)i);
    }
}

/* First words. */

static void hash_words(struct model *model, struct model_keys *keys) {
    size_t several = 0;
    size_t words;
    for (size_t i = 0; i < keys->key_count; i++) {
        (void)key_first_word(model_text(model, keys->keys[i].key), &words);
        several += words > 1;
    }
    keys->word_count = several * 3 / 2 + 1;
    keys->words = ARENA_ARRAY(model->arena, uint32_t, keys->word_count);
    for (size_t i = 0; i < keys->key_count; i++) {
        uint64_t mixed = index_mix(text_hash(key_first_word(model_text(model, keys->keys[i].key), &words)));
        size_t at = index_reduce((uint32_t)mixed, keys->word_count);
        if (words < 2)
            continue;
        while (keys->words[at] != 0 && (keys->words[at] & ~0xffU) != index_word(mixed))
            at = at + 1 < keys->word_count ? at + 1 : 0;
        uint32_t longest = keys->words[at] & 0xff;
        uint32_t most = words < 0xff ? (uint32_t)words : 0xff;
        keys->words[at] = index_word(mixed) | (most > longest ? most : longest);
    }
}

struct model_keys model_keys_write(struct model *model, const place_id *final, const uint16_t *language_of) {
    struct model_keys keys = {0};
    merge_readings(model, sort_readings(model, final, language_of), &keys);
    hash_keys(model, &keys);
    hash_words(model, &keys);
    return keys;
}

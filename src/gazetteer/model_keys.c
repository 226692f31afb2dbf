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

static struct sorted *sort_readings(struct model *model, const place_id *final, const uint16_t *language_of) {
    size_t count = model->readings.count;
    struct sorted *sorted = ARENA_ARRAY(model->arena, struct sorted, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct model_reading *reading = &model->readings.items[i];
        const struct model_place *place = &model->places.items[reading->place];
        sorted[i] = (struct sorted){reading->key,         rank_of(model, place),          reading->use,
                                    reading->flags,       language_of[reading->language], place->population,
                                    final[reading->place]};
    }
    qsort(sorted, count, sizeof *sorted, compare_sorted);
    return sorted;
}

/* Names of the same place that differ in their language only, or are an alternate beside a main name, are one reading.
 */
static bool is_plain(uint8_t use) {
    return use == NAME_MAIN || use == NAME_ALTERNATE || use == NAME_SHORT;
}

static void add_reading(struct model_keys *keys, const struct sorted *from, bool same_place) {
    struct reading *last = same_place ? &keys->readings[keys->reading_count - 1] : NULL;
    if (last && is_plain(last->use) && is_plain(from->use)) {
        if (last->use == from->use && last->language != from->language) {
            last->language = 0;
        }
        last->flags |= from->flags;
        return;
    }
    if (last && last->use == from->use && last->flags == from->flags && last->language == from->language) {
        return;
    }
    keys->readings[keys->reading_count++] = (struct reading){from->place, from->language, from->use, from->flags};
}

static void merge_readings(struct model *model, const struct sorted *sorted, struct model_keys *keys) {
    size_t count = model->readings.count;
    keys->readings = ARENA_ARRAY(model->arena, struct reading, count + 1);
    keys->keys = ARENA_ARRAY(model->arena, struct index_key, count + 1);
    for (size_t i = 0; i < count; i++) {
        bool same_key = i > 0 && sorted[i - 1].key == sorted[i].key;
        if (!same_key) {
            keys->keys[keys->key_count++] = (struct index_key){sorted[i].key, (uint32_t)keys->reading_count};
        }
        add_reading(keys, &sorted[i], same_key && sorted[i - 1].place == sorted[i].place);
    }
    keys->keys[keys->key_count] = (struct index_key){0, (uint32_t)keys->reading_count};
}

/* The hash table and its filter: one slot in five is empty, eight bits of filter a key. */
static void hash_keys(struct model *model, struct model_keys *keys) {
    keys->slot_count = keys->key_count * 3 / 2 + 1;
    keys->filter_count = keys->key_count / 8 + 1;
    keys->slots = ARENA_ARRAY(model->arena, struct index_slot, keys->slot_count);
    keys->filter = ARENA_ARRAY(model->arena, uint64_t, keys->filter_count);
    for (size_t i = 0; i < keys->key_count; i++) {
        uint64_t mixed = index_mix(text_hash(model_text(model, keys->keys[i].key)));
        size_t at = index_reduce((uint32_t)mixed, keys->slot_count);
        while (keys->slots[at].key != 0) {
            at = at + 1 < keys->slot_count ? at + 1 : 0;
        }
        keys->slots[at] = (struct index_slot){(uint32_t)(mixed >> 32), (uint32_t)i + 1};
        keys->filter[index_reduce((uint32_t)(mixed >> 32), keys->filter_count)] |= index_filter_bits(mixed);
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
    keys->words = ARENA_ARRAY(model->arena, uint64_t, keys->word_count);
    for (size_t i = 0; i < keys->key_count; i++) {
        uint64_t mixed = index_mix(text_hash(key_first_word(model_text(model, keys->keys[i].key), &words))) | 0xff;
        size_t at = index_reduce((uint32_t)(mixed >> 16), keys->word_count);
        if (words < 2) {
            continue;
        }
        while (keys->words[at] != 0 && (keys->words[at] | 0xff) != mixed) {
            at = at + 1 < keys->word_count ? at + 1 : 0;
        }
        uint64_t longest = keys->words[at] & 0xff;
        words = words < 0xff ? words : 0xff;
        keys->words[at] = (mixed & ~0xffULL) | (words > longest ? words : longest);
    }
}

struct model_keys model_keys_write(struct model *model, const place_id *final, const uint16_t *language_of) {
    struct model_keys keys = {0};
    merge_readings(model, sort_readings(model, final, language_of), &keys);
    hash_keys(model, &keys);
    hash_words(model, &keys);
    return keys;
}

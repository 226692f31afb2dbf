/* model_parts.h: what a model is made of, for the two files that build it up and lay it out. */
#ifndef BORDERMAP_MODEL_PARTS_H
#define BORDERMAP_MODEL_PARTS_H

#include "builder.h"
#include "index_format.h"
#include "model.h"

struct model_places {
    struct model_place *items;
    size_t count, capacity;
};

struct model_labels {
    struct model_label *items;
    size_t count, capacity;
};

struct model_readings {
    struct model_reading *items;
    size_t count, capacity;
};

struct model_memberships {
    struct model_membership *items;
    size_t count, capacity;
};

struct model_languages {
    string_id *items;
    size_t count, capacity;
};

/* A hash table of 32-bit values, grown at two thirds; the value 0 is an empty slot. */
struct model_slots {
    uint32_t *values;
    size_t used, size;
};

struct model_alias_entry {
    string_id key;
    place_id place;
};

struct model_aliases {
    struct model_alias_entry *items;
    size_t count, capacity;
};

struct model {
    struct arena *arena;
    struct arena *scratch; /* cleared after every name */
    struct builder strings;
    struct model_slots string_slots; /* offsets of strings */
    struct model_aliases aliases;
    struct model_slots alias_slots; /* index + 1 in aliases */
    struct model_places places;
    struct model_labels labels;
    struct model_readings readings;
    struct model_memberships memberships;
    struct model_languages languages; /* [0] is the empty one */
};

/* A hash table as it goes into the file: size slots, found by their tags. */
struct model_table {
    uint16_t *tags;
    uint32_t *slots;
    size_t size;
};

/* A table for so many keys, in the arena; model_table_add() puts a value where the hash leads. */
struct model_table model_table_new(struct arena *arena, size_t keys);
void model_table_add(struct model_table *table, uint64_t mixed, uint32_t value);

/* The index of keys as it goes into the file, but with strings of the model. */
struct model_keys {
    struct model_table table;
    struct index_key *keys; /* key_count + 1 */
    struct reading *readings;
    uint32_t *words;
    size_t key_count, reading_count, word_count;
};

/* Merges and sorts the readings; final and language_of give the ids in the file. */
struct model_keys model_keys_write(struct model *model, const place_id *final, const uint16_t *language_of);

#endif

#include "word_hashes.h"

static uint64_t hash_of(struct text word) {
    uint64_t hash = text_hash(word);
    return hash == 0 ? 1 : hash;
}

static size_t find_slot(const struct word_hashes *set, uint64_t hash) {
    size_t slot = (size_t)(hash ^ (hash >> 32)) & set->mask;
    while (set->slots[slot] != 0 && set->slots[slot] != hash)
        slot = (slot + 1) & set->mask;
    return slot;
}

static void grow(struct word_hashes *set, struct arena *arena) {
    struct word_hashes larger = {NULL, set->slots ? set->mask * 2 + 1 : 255, set->count};
    larger.slots = ARENA_ARRAY(arena, uint64_t, larger.mask + 1);
    for (size_t i = 0; set->slots && i <= set->mask; i++)
        if (set->slots[i] != 0)
            larger.slots[find_slot(&larger, set->slots[i])] = set->slots[i];
    *set = larger;
}

void word_hashes_add(struct word_hashes *set, struct text word, struct arena *arena) {
    if (!set->slots || set->count * 2 > set->mask)
        grow(set, arena);
    uint64_t hash = hash_of(word);
    size_t slot = find_slot(set, hash);
    set->count += set->slots[slot] == 0;
    set->slots[slot] = hash;
}

bool word_hashes_has(const struct word_hashes *set, struct text word) {
    if (!set->slots)
        return false;
    return set->slots[find_slot(set, hash_of(word))] != 0;
}

#include "shard.h"

#include "number.h"

enum { MOST_SHARDS = 1000000 };

bool shard_read(struct text text, struct shard *shard) {
    size_t slash = text_find(text, TEXT("/"), 0);
    int64_t number, count;
    if (!number_read_whole(text_slice(text, 0, slash), &number) ||
        !number_read_whole(text_slice(text, slash + 1, text.size), &count) || number < 1 || number > count ||
        count > MOST_SHARDS)
        return false;
    *shard = (struct shard){(uint64_t)number, (uint64_t)count};
    return true;
}

/* The finalizer of MurmurHash3 (Appleby, public domain): the hash of similar ids differs in its low bits, too. */
static uint64_t mix(uint64_t hash) {
    hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDULL;
    hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53ULL;
    return hash ^ (hash >> 33);
}

bool shard_has(struct shard shard, struct text id) {
    return shard.count == 0 || mix(text_hash(id)) % shard.count == shard.number - 1;
}

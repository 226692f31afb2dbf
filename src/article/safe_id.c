#include "safe_id.h"

#include <string.h>

enum { LONGEST_ID = 60 };

static bool is_kept(uint32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           (c > 0xBF && c != 0xFFFD && !text_is_invisible(c));
}

bool safe_id_is(struct text id) {
    size_t at = 0;
    while (at < id.size) {
        uint32_t c = text_next(id, &at);
        if (!is_kept(c) && c != '-')
            return false;
    }
    return id.size > 0;
}

struct text safe_id_of(struct text wanted, struct arena *arena) {
    char *id = arena_alloc(arena, LONGEST_ID + 8, 1);
    size_t size = 0, at = 0;
    while (at < wanted.size && size < LONGEST_ID) {
        char bytes[4] = {'-'};
        uint32_t c = text_next(wanted, &at);
        bool kept = is_kept(c);
        size_t encoded = kept ? text_encode(c, bytes) : 1;
        if (kept || (size > 0 && id[size - 1] != '-')) {
            memcpy(id + size, bytes, encoded);
            size += encoded;
        }
    }
    size -= size > 0 && id[size - 1] == '-';
    return size > 0 ? (struct text){id, size} : TEXT("article");
}

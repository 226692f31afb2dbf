#include "manifest_parts.h"

#include "list.h"

/* Ids by their hashes: a table of open addresses, a power of two. */
struct manifest_known {
    struct arena *arena;
    uint64_t *slots; /* 0 = free */
    size_t room, count;
};

enum { FIRST_ROOM = 1024 };

struct manifest_known *manifest_known_new(struct arena *arena) {
    struct manifest_known *known = ARENA_NEW(arena, struct manifest_known);
    known->arena = arena;
    known->room = FIRST_ROOM;
    known->slots = ARENA_ARRAY(arena, uint64_t, known->room);
    return known;
}

static bool put(uint64_t *slots, size_t room, uint64_t hash) {
    size_t at = hash & (room - 1);
    while (slots[at] != 0 && slots[at] != hash)
        at = (at + 1) & (room - 1);
    bool fresh = slots[at] == 0;
    slots[at] = hash;
    return fresh;
}

/* True the first time. */
static bool add_known(struct manifest_known *known, struct text id) {
    uint64_t hash = text_hash(id) | 1;
    if (known->count * 2 >= known->room) {
        uint64_t *more = ARENA_ARRAY(known->arena, uint64_t, known->room * 2);
        for (size_t i = 0; i < known->room; i++)
            if (known->slots[i] != 0)
                (void)put(more, known->room * 2, known->slots[i]);
        known->slots = more;
        known->room *= 2;
    }
    bool fresh = put(known->slots, known->room, hash);
    known->count += fresh;
    return fresh;
}

/* The items of the list that `opening` begins at the first level: "\n    {…}" each; false if there is no such list. */
static bool find_items(struct text written, const char *opening, struct text *items) {
    struct text begin = text_of(opening);
    size_t from = text_find(written, begin, 0);
    if (from > written.size)
        return false;
    from += begin.size;
    if (from < written.size && written.data[from] == ']') {
        *items = TEXT_NONE;
        return true;
    }
    size_t end = text_find(written, TEXT("\n  ]"), from);
    *items = text_slice(written, from, end);
    return end <= written.size;
}

/* The next item, without the comma behind it. */
static bool next_item(struct text *items, struct text *item) {
    static const struct text end_of_item = {"\n    }", 6};
    size_t end = items->size > 0 ? text_find(*items, end_of_item, 0) : 1;
    if (end > items->size)
        return false;
    end += end_of_item.size;
    *item = text_slice(*items, 0, end);
    *items = text_slice(*items, end + 1, items->size);
    return true;
}

static struct text id_of(struct text item, const char *member) {
    struct text begin = text_of(member);
    size_t from = text_find(item, begin, 0);
    size_t to = from <= item.size ? text_find(item, TEXT("\""), from + begin.size) : from;
    return from <= item.size && to <= item.size ? text_slice(item, from + begin.size, to) : item;
}

static void add_items(struct builder *out, struct text items, const char *member, struct manifest_known *known,
                      char space) {
    struct text item;
    while (next_item(&items, &item)) {
        struct text id = id_of(item, member);
        char first[2] = {space, '\0'};
        if (known && !add_known(known, text_format(known->arena, "%s%.*s", first, TEXT_ARGS(id))))
            continue;
        builder_add_c(out, out->count > 0 ? "," : "");
        builder_add(out, item);
    }
}

bool manifest_add_parts(struct manifest *manifest, struct text written, struct text features,
                        struct manifest_known *known) {
    struct text maps, incidents, features_items;
    if (!find_items(written, "\n  \"maps\": [", &maps) || !find_items(written, "\n  \"incidents\": [", &incidents) ||
        !find_items(features, "\n  \"features\": [", &features_items))
        return false;
    add_items(&manifest->maps, maps, "", NULL, 'm');
    add_items(&manifest->incidents, incidents, "\n      \"id\": \"", known, 'i');
    add_items(&manifest->features, features_items, "\n        \"id\": \"", known, 'f');
    return true;
}

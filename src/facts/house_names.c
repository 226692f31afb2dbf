#include "house_names.h"

#include "fold.h"
#include "json.h"
#include "likeness.h"
#include "list.h"
#include "plain_name.h"

#include <string.h>

enum { NAME_BYTES = 200 };

struct house_name {
    place_id place;   /* PLACE_NONE for one that is found by name */
    struct text key;  /* folded name */
    struct text lang; /* empty = any, in the script of the name */
    struct text name;
};

struct house_names {
    struct house_name *items;
    size_t count, capacity;
    struct arena *arena;
};

struct names_reading {
    const struct gazetteer *gazetteer;
    struct arena *arena;
    struct house_names *names;
    struct text unknown;
};

static bool add_name(struct names_reading *reading, const struct house_name *head, struct text lang, const cJSON *value,
                     struct error *error) {
    if (!cJSON_IsString(value) || value->valuestring[0] == '\0' || strlen(value->valuestring) > NAME_BYTES)
        return error_set(error, ERROR_INPUT, "wants a name of 1 to %d bytes", NAME_BYTES);
    struct house_name name = *head;
    name.lang = text_copy(reading->arena, lang);
    name.name = text_copy(reading->arena, text_of(value->valuestring));
    *LIST_PUSH(reading->arena, reading->names) = name;
    return true;
}

/* Whether a key is meant as a reference: "kind:rest", without a space. */
static bool is_reference(struct text key) {
    return text_find(key, TEXT(":"), 0) < key.size && text_find(key, TEXT(" "), 0) > key.size;
}

static struct house_name head_of(struct names_reading *reading, struct text key) {
    struct house_name head = {.place = PLACE_NONE};
    if (is_reference(key))
        head.place = gazetteer_place_of(reading->gazetteer, key);
    else
        head.key = fold_key(reading->arena, key);
    bool known = head.place != PLACE_NONE || gazetteer_find(reading->gazetteer, head.key, reading->arena).count > 0;
    if (!known)
        reading->unknown =
            text_format(reading->arena, "%.*s\"%.*s\" is no %s that is known\n", TEXT_ARGS(reading->unknown),
                        TEXT_ARGS(key), is_reference(key) ? "reference" : "name of a place");
    return head;
}

static bool read_entry(struct names_reading *reading, const cJSON *entry, struct error *error) {
    const cJSON *value;
    struct text key = text_of(entry->string);
    struct house_name head = head_of(reading, key);
    if (!cJSON_IsObject(entry))
        return add_name(reading, &head, TEXT_NONE, entry, error) || error_context(error, "names.%.*s", TEXT_ARGS(key));
    cJSON_ArrayForEach(value, entry) {
        if (!add_name(reading, &head, text_of(value->string), value, error))
            return error_context(error, "names.%.*s.%s", TEXT_ARGS(key), value->string);
    }
    return true;
}

static bool read_entries(struct names_reading *reading, const cJSON *root, struct error *error) {
    static const char *const keys[] = {"names", "$schema", "about", NULL};
    const cJSON *member, *entry;
    const cJSON *names = cJSON_GetObjectItemCaseSensitive(root, "names");
    if (!cJSON_IsObject(root) || (names && !cJSON_IsObject(names)))
        return error_set(error, ERROR_INPUT, "wants {\"names\": {…}}");
    cJSON_ArrayForEach(member, root) {
        size_t i = 0;
        while (keys[i] && strcmp(keys[i], member->string) != 0)
            i++;
        if (!keys[i])
            return error_set(error, ERROR_INPUT, "%s: there is no such key%s", member->string,
                             likeness_hint(text_of(member->string), keys, reading->arena));
    }
    cJSON_ArrayForEach(entry, names) {
        if (!read_entry(reading, entry, error))
            return false;
    }
    return true;
}

bool house_names_read(struct text json, const struct gazetteer *gazetteer, struct arena *arena,
                      struct house_names **names, struct text *unknown, struct error *error) {
    struct names_reading reading = {gazetteer, arena, ARENA_NEW(arena, struct house_names), TEXT_NONE};
    cJSON *root;
    if (!text_is_utf8(json, NULL))
        return error_set(error, ERROR_INPUT, "house names are written in UTF-8, and these are not");
    if (!json_read(json, &root, error))
        return false;
    reading.names->arena = arena;
    bool good = read_entries(&reading, root, error);
    cJSON_Delete(root);
    if (!good)
        return false;
    *names = reading.names;
    *unknown = reading.unknown;
    return true;
}

/* How well the entry fits: a reference before a name, its language before any; 0 = not at all. */
static int rank_of(const struct house_name *name, place_id place, struct text key, struct text usual,
                   struct text lang) {
    bool by_place = name->place != PLACE_NONE && name->place == place;
    bool by_name = name->place == PLACE_NONE && name->key.size > 0 && text_equal(name->key, key);
    bool own = name->lang.size > 0 && text_equal(name->lang, lang);
    bool any = name->lang.size == 0 && script_of(name->name) == script_of(usual);
    if ((!by_place && !by_name) || (!own && !any))
        return 0;
    return (by_place ? 2 : 0) + (own ? 2 : 1);
}

struct text house_names_of(const struct house_names *names, place_id place, struct text usual, struct text lang) {
    const struct house_name *best = NULL;
    int best_rank = 0;
    struct text key = names->count > 0 ? fold_key(names->arena, usual) : TEXT_NONE;
    for (size_t i = 0; i < names->count; i++) {
        int rank = rank_of(&names->items[i], place, key, usual, lang);
        if (rank > best_rank) {
            best = &names->items[i];
            best_rank = rank;
        }
    }
    return best ? best->name : usual;
}

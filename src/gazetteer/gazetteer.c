#include "gazetteer.h"

#include "overlays.h"

#include <stdlib.h>

struct gazetteer {
    struct place_index *index;
    struct overlays *overlays; /* what users imported; NULL = nothing */
};

bool gazetteer_open(const char *path, struct gazetteer **gazetteer, struct error *error) {
    struct place_index *index = NULL;
    if (!place_index_open(path, &index, error))
        return false;
    struct gazetteer *opened = calloc(1, sizeof *opened);
    if (!opened) {
        place_index_close(index);
        return error_set(error, ERROR_ENVIRONMENT, "%s: no memory to open it", path);
    }
    opened->index = index;
    *gazetteer = opened;
    return true;
}

void gazetteer_close(struct gazetteer *gazetteer) {
    if (!gazetteer)
        return;
    overlays_close(gazetteer->overlays);
    place_index_close(gazetteer->index);
    free(gazetteer);
}

bool gazetteer_lay_over(struct gazetteer *gazetteer, const char *path, struct error *error) {
    if (!gazetteer->overlays)
        gazetteer->overlays = overlays_new(gazetteer->index);
    if (!gazetteer->overlays)
        return error_set(error, ERROR_ENVIRONMENT, "%s: no memory to open it", path);
    return overlays_add(gazetteer->overlays, path, error);
}

size_t gazetteer_place_count(const struct gazetteer *gazetteer) {
    return place_index_place_count(gazetteer->index) +
           (gazetteer->overlays ? overlays_place_count(gazetteer->overlays) : 0);
}

struct place gazetteer_place(const struct gazetteer *gazetteer, place_id id) {
    return gazetteer->overlays ? overlays_place(gazetteer->overlays, id) : place_index_place(gazetteer->index, id);
}

place_id gazetteer_place_of(const struct gazetteer *gazetteer, struct text ref) {
    return gazetteer->overlays ? overlays_place_of(gazetteer->overlays, ref)
                               : place_index_place_of(gazetteer->index, ref);
}

struct text gazetteer_local_name(const struct gazetteer *gazetteer, place_id id) {
    return place_index_local_name(gazetteer->index, id);
}

struct text gazetteer_language(const struct gazetteer *gazetteer, uint16_t language) {
    struct text own = place_index_language(gazetteer->index, language);
    return own.size == 0 && gazetteer->overlays ? overlays_language(gazetteer->overlays, language) : own;
}

static struct text name_in(const struct gazetteer *gazetteer, place_id id, struct text language) {
    struct text name = place_index_name(gazetteer->index, id, language);
    if (name.size == 0 && gazetteer->overlays)
        name = overlays_name(gazetteer->overlays, gazetteer_place(gazetteer, id).ref, language);
    return name;
}

struct text gazetteer_name(const struct gazetteer *gazetteer, place_id id, struct text language) {
    struct text name = name_in(gazetteer, id, language);
    size_t dash = text_find(language, TEXT("-"), 0);
    return name.size == 0 && dash < language.size ? name_in(gazetteer, id, text_slice(language, 0, dash)) : name;
}

struct readings gazetteer_find(const struct gazetteer *gazetteer, struct text key, struct arena *arena) {
    struct readings own = place_index_find(gazetteer->index, key);
    return gazetteer->overlays ? overlays_find(gazetteer->overlays, key, own, arena) : own;
}

size_t gazetteer_longest(const struct gazetteer *gazetteer, struct text word) {
    size_t own = place_index_longest(gazetteer->index, word);
    size_t over = gazetteer->overlays ? overlays_longest(gazetteer->overlays, word) : 0;
    return own > over ? own : over;
}

size_t gazetteer_within(const struct gazetteer *gazetteer, struct bounds bounds, size_t limit, place_id *ids) {
    size_t found = place_index_within(gazetteer->index, bounds, limit, ids);
    return gazetteer->overlays ? overlays_within(gazetteer->overlays, bounds, limit, ids, found) : found;
}

size_t gazetteer_members(const struct gazetteer *gazetteer, place_id organisation, int64_t days, size_t limit,
                         place_id *ids) {
    return place_index_members(gazetteer->index, organisation, days, limit, ids);
}

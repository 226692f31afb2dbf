#include "atlas_query.h"

#include "area_filter.h"
#include "list.h"
#include "place_lookup.h"

#include <stdlib.h>

/* One question to the store, and what it gave so far. */
struct question {
    const struct atlas_query *query;
    struct arena *arena;
    struct store_filter filter;
    struct stored_list found;
};

static bool is_wanted(const struct atlas_map *map, const struct incident *incident) {
    struct text status = text_of(incident_status_name(incident->status));
    return map->statuses.count > 0 ? text_list_has(&map->statuses, status) : incident->status != STATUS_DENIED;
}

static bool ask_once(struct question *question, struct error *error) {
    const struct atlas_query *query = question->query;
    struct stored_list list = {0};
    bool asked = query->accounts ? store_list(query->store, &question->filter, question->arena, &list, error)
                                 : store_incidents(query->store, &question->filter, question->arena, &list, error);
    for (size_t i = 0; asked && i < list.count; i++)
        if (is_wanted(query->map, &list.items[i].incident))
            *LIST_PUSH(question->arena, &question->found) = list.items[i];
    return asked;
}

/* For each of the parties and sources that are asked for, any of them. */
static bool ask(struct question *question, struct error *error) {
    const struct atlas_map *map = question->query->map;
    size_t parties = map->parties.count > 0 ? map->parties.count : 1;
    size_t sources = map->sources.count > 0 ? map->sources.count : 1;
    for (size_t i = 0; i < parties; i++)
        for (size_t k = 0; k < sources; k++) {
            question->filter.party = map->parties.count > 0 ? map->parties.items[i] : TEXT_NONE;
            question->filter.source = map->sources.count > 0 ? map->sources.items[k] : TEXT_NONE;
            if (!ask_once(question, error))
                return false;
        }
    return true;
}

static bool region_of(const struct atlas_query *query, struct arena *arena, struct map_region *region,
                      struct error *error) {
    const struct atlas_map *map = query->map;
    place_id *places = ARENA_ARRAY(arena, place_id, map->areas.count + 1);
    *region = (struct map_region){places, map->areas.count, map->bbox};
    for (size_t i = 0; i < map->areas.count; i++)
        if (!place_lookup(query->sources->gazetteer, query->outlet, "area", text_c(arena, map->areas.items[i]), arena,
                          &places[i], error))
            return false;
    return true;
}

static bool ask_area(struct question *question, place_id place, struct error *error) {
    const struct atlas_query *query = question->query;
    return area_filter_set(query->sources, place, query->map->within_km, question->arena, &question->filter, error) &&
           ask(question, error);
}

static struct store_filter filter_of(const struct atlas_query *query) {
    const struct atlas_map *map = query->map;
    struct store_filter filter = store_filter_all();
    filter.since = atlas_day_from(map->since, query->anchor);
    filter.until = atlas_day_end(map->until, query->anchor);
    filter.bounds = map->bbox;
    filter.kinds = map->kinds.items;
    filter.kind_count = map->kinds.count;
    filter.unconfirmed = map->unsure;
    return filter;
}

static int by_id(const void *a, const void *b) {
    const struct stored_incident *x = a, *y = b;
    return text_compare(x->id, y->id);
}

static void keep_each_once(struct stored_list *list) {
    size_t kept = 0;
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, by_id);
    for (size_t i = 0; i < list->count; i++) {
        if (kept > 0 && text_equal(list->items[i].id, list->items[kept - 1].id))
            continue;
        list->items[kept] = list->items[i];
        list->items[kept].incident.id = list->items[kept].id;
        kept++;
    }
    list->count = kept;
}

bool atlas_query_list(const struct atlas_query *query, struct arena *arena, struct map_region *region,
                      struct stored_list *list, struct error *error) {
    struct question question = {query, arena, filter_of(query), {0}};
    if (!region_of(query, arena, region, error) || (region->count == 0 && !ask(&question, error)))
        return false;
    for (size_t i = 0; i < region->count; i++)
        if (!ask_area(&question, region->places[i], error))
            return false;
    keep_each_once(&question.found);
    *list = question.found;
    return true;
}

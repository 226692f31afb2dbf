#include "atlas_query.h"
#include "build_parts.h"
#include "list.h"
#include "map_key.h"
#include "plan_reach.h"
#include "plan_region.h"

#include <string.h>

static const double edge_km = 50; /* about areas: what is placed on them may lie a little outside */

bool build_list(struct build *build, struct build_page *page, struct arena *arena, struct map_region *region,
                struct error *error) {
    struct stored_list list = {0};
    if (!build_open_run(build, error))
        return false;
    struct atlas_query query = {.sources = &build->run.sources,
                                .outlet = &build->outlet,
                                .store = build->store,
                                .map = page->page->map,
                                .anchor = build->anchor};
    if (!atlas_query_list(&query, arena, region, &list, error))
        return false;
    page->incidents = (struct incident_list){0};
    for (size_t i = 0; i < list.count; i++) {
        *LIST_PUSH(arena, &page->incidents) = list.items[i].incident;
        if (list.items[i].aggregated_only)
            text_list_add(&page->aggregated, list.items[i].id, arena);
    }
    if (!safe_is_none(&page->page->map->safe))
        (void)safe_apply(&page->page->map->safe, build->anchor, arena, &page->incidents);
    return true;
}

/* Bounds within which a change of the store may concern the page; empty = anywhere. */
static bool find_bounds(struct build *build, struct build_page *page, const struct map_region *region,
                        struct arena *arena, struct error *error) {
    double km = page->page->map->within_km > edge_km ? page->page->map->within_km : edge_km;
    double around = bounds_is_empty(region->bounds) ? km : 0;
    return map_region_bounds(&build->run.sources, region, around, arena, &page->now.bounds, error);
}

static void note_incidents(struct build *build, struct build_page *page) {
    struct builder all = builder_new(build->arena);
    struct arena *scratch = arena_open();
    page->now.incidents.count = 0;
    page->now.first = INT64_MAX;
    for (size_t i = 0; i < page->incidents.count; i++) {
        const struct incident *incident = &page->incidents.items[i];
        struct ledger_incident *noted = LIST_PUSH(build->arena, &page->now.incidents);
        struct date last = date_known(incident->date.end) ? incident->date.end : incident->date.start;
        noted->id = text_copy(build->arena, incident->id);
        map_key_incident(incident, page->page->map->excerpt, scratch, noted->mark);
        builder_add_c(&all, noted->mark);
        if (date_known(last) && date_days(last) < page->now.first)
            page->now.first = date_days(last);
        arena_clear(scratch);
    }
    arena_close(scratch);
    ledger_mark(builder_text(&all), page->now.parts[LEDGER_DRAWN]);
}

/* Looks the page's incidents up, and notes what of them the picture shows. */
static bool look_up(struct build *build, struct build_page *page, struct error *error) {
    struct arena *arena = arena_open();
    struct map_region region;
    bool done = build_list(build, page, arena, &region, error) && find_bounds(build, page, &region, arena, error);
    if (done)
        note_incidents(build, page);
    page->incidents = (struct incident_list){0};
    page->aggregated = (struct text_list){0};
    page->listed = done;
    arena_close(arena);
    return done;
}

static const struct ledger_incident *find_noted(const struct ledger_page *page, struct text id) {
    size_t low = 0, high = page->incidents.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = text_compare(page->incidents.items[middle].id, id);
        if (order == 0)
            return &page->incidents.items[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Which of the incidents are new; those that were marked so stay it as long as the list is the same. */
static void compare_lists(struct build *build, struct build_page *page) {
    const struct ledger_page *before = page->before;
    size_t fresh = 0, changed = 0, kept = 0;
    bool same = strcmp(before->parts[LEDGER_DRAWN], page->now.parts[LEDGER_DRAWN]) == 0;
    for (size_t i = 0; i < page->now.incidents.count; i++) {
        struct ledger_incident *now = &page->now.incidents.items[i];
        const struct ledger_incident *then = find_noted(before, now->id);
        now->fresh = page->page->map->mark_new && (same ? then && then->fresh : !then);
        fresh += !then;
        kept += then != NULL;
        changed += then && strcmp(then->mark, now->mark) != 0;
    }
    if (same || page->reason.size > 0)
        return;
    struct text parts[3];
    size_t gone = before->incidents.count - kept, count = 0;
    if (fresh > 0)
        parts[count++] = text_format(build->arena, "%zu new", fresh);
    if (changed > 0)
        parts[count++] = text_format(build->arena, "%zu changed", changed);
    if (gone > 0)
        parts[count++] = text_format(build->arena, "%zu gone", gone);
    struct builder reason = builder_new(build->arena);
    for (size_t i = 0; i < count; i++)
        builder_format(&reason, "%s%.*s", i ? ", " : "", TEXT_ARGS(parts[i]));
    builder_add_c(&reason, " of its incidents");
    page->reason = builder_text(&reason);
    page->drawn = true;
}

static bool has_wide_area(const struct atlas_map *map) {
    for (size_t i = 0; i < map->areas.count; i++)
        if (!reach_is_needed(map->areas.items[i]))
            return true;
    return false;
}

/* Whether the incident, as it is now, lies where the page looks. */
static bool meets(const struct build_page *page, const struct stored_incident *stored) {
    const struct ledger_page *before = page->before;
    if (stored->changed <= before->change)
        return false;
    return bounds_is_empty(before->bounds) || has_wide_area(page->page->map) || stored->incident.also_count > 0 ||
           bounds_contain(before->bounds, stored->incident.point);
}

static bool left(const struct build_page *page, const struct store_left *left) {
    const struct ledger_page *before = page->before;
    return left->changed > before->change && (bounds_is_empty(before->bounds) || has_wide_area(page->page->map) ||
                                              bounds_contain(before->bounds, left->point));
}

static bool moved_in_time(const struct build *build, const struct build_page *page) {
    const struct atlas_map *map = page->page->map;
    int64_t then = build->before.anchor, now = date_known(build->anchor) ? date_days(build->anchor) : INT64_MIN;
    if (then == now)
        return false;
    if (map->until.unit != 0 || map->safe.delay_days > 0 || (now < then && map->since.unit != 0))
        return true;
    return map->since.unit != 0 && date_days(atlas_day_from(map->since, build->anchor)) > page->before->first;
}

static bool is_touched(const struct build *build, const struct build_page *page, const struct stored_list *changed,
                       const struct store_lefts *lefts) {
    const struct ledger_page *before = page->before;
    if (!before || before->change < 0 || before->change > build->change ||
        strcmp(before->parts[LEDGER_FILTER], page->now.parts[LEDGER_FILTER]) != 0 || moved_in_time(build, page))
        return true;
    for (size_t i = 0; i < changed->count; i++)
        if (meets(page, &changed->items[i]))
            return true;
    for (size_t i = 0; i < lefts->count; i++)
        if (left(page, &lefts->items[i]))
            return true;
    return false;
}

/* What the store changed since the oldest of the pages that may be kept. */
static bool find_changes(struct build *build, struct stored_list *changed, struct store_lefts *lefts,
                         struct error *error) {
    struct store_filter filter = store_filter_all();
    int64_t oldest = build->change;
    for (size_t i = 0; i < build->count; i++) {
        const struct build_page *page = &build->pages[i];
        if (page->before && !page->drawn && !page->failed && page->before->change >= 0 && page->before->change < oldest)
            oldest = page->before->change;
    }
    filter.changed_since = oldest;
    filter.unconfirmed = true;
    return oldest == build->change || (store_incidents(build->store, &filter, build->arena, changed, error) &&
                                       store_left_since(build->store, oldest, build->arena, lefts, error));
}

static void keep(struct build_page *page) {
    memcpy(page->now.parts[LEDGER_DRAWN], page->before->parts[LEDGER_DRAWN], LEDGER_MARK);
    page->now.bounds = page->before->bounds;
    page->now.first = page->before->first;
    page->now.incidents.items = page->before->incidents.items;
    page->now.incidents.count = page->now.incidents.capacity = page->before->incidents.count;
}

static bool compare(struct build *build, struct build_page *page, const struct stored_list *changed,
                    const struct store_lefts *lefts, struct error *error) {
    if (page->failed)
        return true;
    page->now.change = build->change;
    if (!page->drawn && !is_touched(build, page, changed, lefts)) {
        keep(page);
    } else if (look_up(build, page, error)) {
        if (page->before)
            compare_lists(build, page);
    } else {
        return build_fail(build, page, error);
    }
    return true;
}

bool build_compare(struct build *build, struct error *error) {
    struct stored_list changed = {0};
    struct store_lefts lefts = {0};
    if (!find_changes(build, &changed, &lefts, error))
        return false;
    for (size_t i = 0; i < build->count; i++)
        if (!compare(build, &build->pages[i], &changed, &lefts, error))
            return false;
    return true;
}

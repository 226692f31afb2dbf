#include "map_store.h"

#include "atlas_query.h"
#include "list.h"
#include "map_input.h"
#include "plan_id.h"

/* The incidents, and the region that was asked for. */
struct kept {
    struct incident_list incidents;
    struct map_region region;
    struct date anchor;
};

static bool read_kept(const struct map_run *run, const struct map_store_request *request, struct kept *kept,
                      struct error *error) {
    struct arena *arena = run->engine.arena;
    struct store_options options = {0};
    struct stored_list list = {0};
    struct store *store = NULL;
    if (!store_open(request->store, STORE_READ, &options, &store, error))
        return false;
    struct atlas_query query = {.sources = &run->sources,
                                .outlet = &run->engine.outlet,
                                .store = store,
                                .map = &request->what,
                                .anchor = request->now};
    bool listed = (date_known(request->now) || store_newest(store, &query.anchor, error)) &&
                  atlas_query_list(&query, arena, &kept->region, &list, error);
    kept->anchor = query.anchor;
    for (size_t i = 0; listed && i < list.count; i++) {
        struct incident *incident = LIST_PUSH(arena, &kept->incidents);
        *incident = list.items[i].incident;
        incident->source.aggregated_only |= list.items[i].aggregated_only;
    }
    store_close(store);
    return listed;
}

static bool draw_region(struct map_run *run, struct kept *kept, struct error *error) {
    const struct map_options *options = &run->request.map;
    struct arena *arena = run->engine.arena;
    struct map_plan plan;
    struct map_plans plans = {&plan, 1, 1, {0}};
    if (!safe_is_none(&options->safe))
        (void)safe_apply(&options->safe, kept->anchor, arena, &kept->incidents);
    if (!map_plan_region(&run->sources, &kept->region, &kept->incidents, options, arena, &plan, error))
        return false;
    plan_ids_give(&run->sources, &plans, arena);
    plan.id = map_run_unused_id(run, plan.id.size > 0 ? plan.id : TEXT("frame"), TEXT_NONE);
    plan.safe = options->safe;
    plan.safe_until = kept->anchor;
    struct story story = {.incidents = kept->incidents};
    manifest_add_story(&run->manifest, &story, arena);
    return map_run_draw(run, &plan, TEXT_NONE, error);
}

/* As those of an article that tells all of them. */
static bool draw_needed(struct map_run *run, const struct map_store_request *request, const struct kept *kept,
                        struct error *error) {
    struct story story = {.path = text_of(request->store), .incidents = kept->incidents};
    for (size_t i = 0; i < kept->incidents.count && story.source.language.size == 0; i++)
        story.source.language = kept->incidents.items[i].source.language;
    return map_input_story(run, &story, run->engine.arena, error);
}

bool map_store(struct map_run *run, const struct map_store_request *request, struct error *error) {
    struct kept kept = {.anchor = request->now};
    if (!read_kept(run, request, &kept, error))
        return false;
    bool given = kept.region.count > 0 || !bounds_is_empty(kept.region.bounds);
    if (kept.incidents.count == 0)
        outlet_remark(&run->engine.outlet, "%s: no incident is so%s", request->store,
                      given ? "; the map shows where none was" : "");
    return given ? draw_region(run, &kept, error) : draw_needed(run, request, &kept, error);
}

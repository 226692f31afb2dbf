#include "diff_run.h"

#include "atlas_query.h"
#include "diff.h"
#include "incident_join.h"
#include "json_writer.h"
#include "list.h"
#include "plan_words.h"

#include <stdlib.h>
#include <string.h>

/* What both sides share. */
struct comparing {
    const struct diff_request *request;
    struct map_run *run;
    struct arena *arena;
    struct map_region region;
    struct text_list aggregated; /* must not leave but on the map */
};

/* When a source said it: when it was published, else last edited, else when it happened. */
static struct date reported(const struct account *account) {
    struct date day = account->incident.source.published;
    if (!date_known(day) && !date_read(account->edited, &day))
        day = account->incident.date.end;
    return date_known(day) ? day : account->incident.date.start;
}

/* The incident as the accounts that were there by then make it; false if there was none. */
static bool as_of(const struct stored_incident *stored, struct date day, struct arena *arena,
                  struct incident *incident) {
    const struct account **accounts = ARENA_ARRAY(arena, const struct account *, stored->account_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < stored->account_count; i++)
        if (date_compare(reported(&stored->accounts[i].account), day) <= 0)
            accounts[count++] = &stored->accounts[i].account;
    if (count == stored->account_count)
        *incident = stored->incident;
    else if (count > 0)
        *incident = incident_join(accounts, count, stored->id, arena);
    incident->id = stored->id;
    return count > 0;
}

static bool list_state(struct comparing *comparing, const struct diff_state *state, struct incident_list *incidents,
                       struct error *error) {
    struct store_options options = {0};
    struct store *store = NULL;
    struct stored_list list = {0};
    bool dated = date_known(state->day);
    if (!store_open(state->store, STORE_READ, &options, &store, error))
        return false;
    struct atlas_query query = {.sources = &comparing->run->sources,
                                .outlet = &comparing->run->engine.outlet,
                                .store = store,
                                .map = &comparing->request->what,
                                .anchor = state->day,
                                .accounts = dated};
    bool listed = (dated || store_newest(store, &query.anchor, error)) &&
                  atlas_query_list(&query, comparing->arena, &comparing->region, &list, error);
    for (size_t i = 0; listed && i < list.count; i++) {
        struct incident incident = list.items[i].incident;
        if (dated && !as_of(&list.items[i], state->day, comparing->arena, &incident))
            continue;
        *LIST_PUSH(comparing->arena, incidents) = incident;
        if (list.items[i].aggregated_only)
            text_list_add(&comparing->aggregated, incident.id, comparing->arena);
    }
    store_close(store);
    return listed;
}

static struct text place_name(const struct comparing *comparing, const struct incident *incident, struct text lang) {
    const struct map_sources *sources = &comparing->run->sources;
    struct map_plan plan = {.lang = lang};
    struct text sides[2];
    if (plan_border_sides(sources, &plan, incident->place.ref, comparing->arena, sides))
        return text_format(comparing->arena, "%.*s–%.*s", TEXT_ARGS(sides[0]), TEXT_ARGS(sides[1]));
    return snapshot_is_known(&incident->place) ? map_plan_name_of(sources, &plan, &incident->place) : TEXT_NONE;
}

static void add_part(struct builder *out, const char *between, struct text part) {
    if (part.size == 0)
        return;
    builder_add_c(out, out->count > 0 ? between : "");
    builder_add(out, part);
}

/* "Kok-Tash: shelling, 16 September 2022, 4 wounded". */
static struct text describe(const struct comparing *comparing, const struct incident *incident,
                            const struct wording *words) {
    struct builder out = builder_new(comparing->arena);
    add_part(&out, "", place_name(comparing, incident, words->lang));
    add_part(&out, ": ", wording_incident(words, incident));
    add_part(&out, ", ", wording_dates(words, &incident->date));
    add_part(&out, ", ", wording_figures(words, incident));
    return builder_text(&out);
}

static struct text describe_change(const struct comparing *comparing, const struct diff_item *item,
                                   const struct wording *words) {
    if (item->change == DIFF_NEW)
        return describe(comparing, item->after, words);
    if (item->change == DIFF_GONE)
        return describe(comparing, item->before, words);
    struct text before = describe(comparing, item->before, words), after = describe(comparing, item->after, words);
    return text_equal(before, after)
               ? after
               : text_format(comparing->arena, "%.*s → %.*s", TEXT_ARGS(before), TEXT_ARGS(after));
}

static void tell_text(const struct comparing *comparing, const struct diff_list *diff, const struct wording *words) {
    static const char *const keys[] = {
        [DIFF_NEW] = "diff.new", [DIFF_CHANGED] = "diff.changed", [DIFF_GONE] = "diff.gone"};
    const struct outlet *outlet = &comparing->run->engine.outlet;
    for (size_t i = 0; i < diff->count; i++) {
        struct text what = describe_change(comparing, &diff->items[i], words);
        outlet_result(outlet,
                      text_format(comparing->arena, "%.*s: %.*s\n",
                                  TEXT_ARGS(wording_phrase(words, keys[diff->items[i].change])), TEXT_ARGS(what)));
    }
    if (diff->count == 0)
        outlet_result(outlet, text_format(comparing->arena, "%.*s\n", TEXT_ARGS(wording_phrase(words, "diff.none"))));
}

/* One side of a difference, as geoparse writes it; not what must not leave. */
static void add_side(const struct comparing *comparing, struct json_writer *json, const char *side,
                     const struct incident *incident) {
    if (!incident || text_list_has(&comparing->aggregated, incident->id))
        return;
    struct incident copy = *incident;
    struct incident_list one = {&copy, 1, 1};
    struct builder whole = builder_new(comparing->arena);
    struct json_writer inner = json_at_depth(&whole, false, 1, false);
    document_add_incidents(&inner, TEXT_NONE, &one, comparing->arena);
    json_add_object(json, side, builder_text(&whole));
}

static void tell_json(const struct comparing *comparing, const struct diff_list *diff) {
    for (size_t i = 0; i < diff->count; i++) {
        const struct diff_item *item = &diff->items[i];
        struct builder out = builder_new(comparing->arena);
        struct json_writer json = {.out = &out};
        json_open_object(&json, NULL);
        json_add_text(&json, "change", text_of(diff_change_name(item->change)));
        json_add_text(&json, "incident", item->after ? item->after->id : item->before->id);
        json_add_text(&json, "what", item->what);
        add_side(comparing, &json, "before", item->before);
        add_side(comparing, &json, "after", item->after);
        json_close(&json);
        builder_add_char(&out, '\n');
        outlet_result(&comparing->run->engine.outlet, builder_text(&out));
    }
}

/* The later state with what is gone from it, each difference marked. */
static bool draw(struct comparing *comparing, const struct diff_list *diff, const struct incident_list *after,
                 struct error *error) {
    static const enum map_change_kind kinds[] = {
        [DIFF_NEW] = CHANGE_NEW, [DIFF_CHANGED] = CHANGE_CHANGED, [DIFF_GONE] = CHANGE_GONE};
    struct incident_list shown = {0};
    struct map_plan plan;
    struct map_change *changes = ARENA_ARRAY(comparing->arena, struct map_change, diff->count + 1);
    for (size_t i = 0; i < after->count; i++)
        *LIST_PUSH(comparing->arena, &shown) = after->items[i];
    for (size_t i = 0; i < diff->count; i++) {
        const struct diff_item *item = &diff->items[i];
        changes[i] = (struct map_change){item->after ? item->after->id : item->before->id, kinds[item->change]};
        if (item->after)
            continue;
        struct incident *gone = LIST_PUSH(comparing->arena, &shown);
        *gone = *item->before;
        gone->status = STATUS_PAST; /* drawn muted */
    }
    if (!map_plan_region(&comparing->run->sources, &comparing->region, &shown, &comparing->request->map.map,
                         comparing->arena, &plan, error))
        return false;
    plan.id = TEXT("diff");
    plan.changes = changes;
    plan.change_count = diff->count;
    plan.compared = true;
    return map_run_draw(comparing->run, &plan, TEXT_NONE, error) && map_run_finish(comparing->run, error);
}

static struct text language_of(const struct diff_request *request, const struct diff_list *diff) {
    if (request->map.map.lang.size > 0 || diff->count == 0)
        return request->map.map.lang.size > 0 ? request->map.map.lang : TEXT("en");
    const struct diff_item *first = &diff->items[0];
    struct text lang = (first->after ? first->after : first->before)->source.language;
    return lang.size > 0 ? lang : TEXT("en");
}

static bool compare(struct comparing *comparing, struct diff_result *result, struct error *error) {
    const struct diff_request *request = comparing->request;
    struct incident_list before = {0}, after = {0};
    struct diff_list diff;
    if (!list_state(comparing, &request->before, &before, error) ||
        !list_state(comparing, &request->after, &after, error))
        return false;
    diff_find(&before, &after, comparing->arena, &diff);
    result->count = diff.count;
    struct wording words = {comparing->run->engine.lexicon, language_of(request, &diff), comparing->arena};
    if (!engine_check_language(&comparing->run->engine, "--lang", text_c(comparing->arena, words.lang), error) ||
        !lexicon_open_language(words.lexicon, words.lang, error))
        return false;
    if (request->json)
        tell_json(comparing, &diff);
    else
        tell_text(comparing, &diff, &words);
    return !request->map.directory || diff.count == 0 || draw(comparing, &diff, &after, error);
}

bool diff_run(const struct engine_options *engine, const struct diff_request *request, struct diff_result *result,
              struct error *error) {
    struct map_run run;
    struct map_request map = request->map;
    map.directory = map.directory ? map.directory : "."; /* nothing is written there without a map */
    map.show_scene = request->map.directory == NULL;
    if (!map_run_open(engine, &map, &run, error))
        return false;
    struct comparing comparing = {.request = request, .run = &run, .arena = run.engine.arena};
    bool done = compare(&comparing, result, error);
    map_run_close(&run);
    return done;
}

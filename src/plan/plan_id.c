#include "plan_id.h"

enum { ID_PARTIES = 3 };

/* Small letters and digits, all else '-'. */
static struct text safe_name(struct text name, struct arena *arena) {
    char *safe = text_c(arena, name);
    size_t size = 0;
    for (const char *c = safe; *c; c++) {
        bool upper = *c >= 'A' && *c <= 'Z', kept = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');
        if (upper || kept || (size > 0 && safe[size - 1] != '-'))
            safe[size++] = (char)(upper ? *c + 32 : kept ? *c : '-');
    }
    while (size > 0 && safe[size - 1] == '-')
        size--;
    return (struct text){safe, size};
}

/* The place that the map is about: that of its first incident, else the first place told. */
static struct text lead_ref(const struct map_sources *sources, const struct map_plan *plan) {
    if (plan->incident_count > 0 && plan->incidents[0]->place.ref.size > 0)
        return plan->incidents[0]->place.ref;
    return plan->place_count > 0 ? gazetteer_place(sources->gazetteer, plan->places[0]).ref : TEXT_NONE;
}

/* "batken": the main name of the place, its reference where that has no letters that a file name can have. */
static struct text place_name(const struct map_sources *sources, const struct map_plan *plan, struct arena *arena) {
    struct text ref = lead_ref(sources, plan);
    place_id place = gazetteer_place_of(sources->gazetteer, ref);
    struct text name = place == PLACE_NONE ? ref : gazetteer_place(sources->gazetteer, place).name;
    struct text safe = safe_name(name, arena);
    return safe.size > 0 ? safe : ref.size > 0 ? safe_name(ref, arena) : TEXT("place");
}

static struct text subject_id(const struct map_sources *sources, const struct map_plan *plan, struct arena *arena) {
    struct text id = TEXT_NONE;
    if (plan->overview)
        return TEXT("overview");
    for (size_t i = 0; i < plan->party_count && i < ID_PARTIES; i++) {
        struct text code = gazetteer_place(sources->gazetteer, plan->parties[i]).country;
        id = text_format(arena, "%.*s%s%.*s", TEXT_ARGS(id), id.size ? "-" : "", TEXT_ARGS(code));
    }
    return id.size > 0 ? safe_name(id, arena) : place_name(sources, plan, arena);
}

static bool is_shared(const struct map_plans *plans, size_t index) {
    for (size_t i = 0; i < plans->count; i++)
        if (i != index && text_equal(plans->items[i].id, plans->items[index].id))
            return true;
    return false;
}

/* Adds to the ids that several have, all of them at once, so that none depends on which comes first. */
static void tell_apart(const struct map_sources *sources, struct map_plans *plans, bool by_ref, struct arena *arena) {
    bool *shared = ARENA_ARRAY(arena, bool, plans->count + 1);
    for (size_t i = 0; i < plans->count; i++)
        shared[i] = is_shared(plans, i);
    for (size_t i = 0; i < plans->count; i++) {
        struct map_plan *plan = &plans->items[i];
        struct text ref = lead_ref(sources, plan);
        struct text more =
            by_ref ? text_format(arena, "%08x", (unsigned)text_hash(ref)) : place_name(sources, plan, arena);
        if (shared[i])
            plan->id = text_format(arena, "%.*s-%.*s", TEXT_ARGS(plan->id), TEXT_ARGS(more));
    }
}

void plan_ids_give(const struct map_sources *sources, struct map_plans *plans, struct arena *arena) {
    for (size_t i = 0; i < plans->count; i++)
        plans->items[i].id = subject_id(sources, &plans->items[i], arena);
    tell_apart(sources, plans, false, arena);
    tell_apart(sources, plans, true, arena);
}

#include "tints.h"

/* The first tint that no party before has on this map; all are used: by turns. */
static uint8_t free_tint(const bool used[MAP_TINTS], size_t party) {
    for (int tint = 0; tint < MAP_TINTS; tint++)
        if (!used[tint])
            return (uint8_t)tint;
    return (uint8_t)(party % MAP_TINTS);
}

static const uint8_t *find_tint(const struct party_tints *tints, place_id country) {
    for (size_t i = 0; i < tints->count; i++)
        if (tints->country[i] == country)
            return &tints->tint[i];
    return NULL;
}

/* Parties that have a tint keep it where it is free on this map, on an overview in any case; whether each one has. */
static void keep_tints(const struct party_tints *tints, struct map_plan *plan, bool used[MAP_TINTS],
                       bool kept[MAP_PARTIES]) {
    for (size_t i = 0; i < plan->party_count; i++) {
        const uint8_t *tint = find_tint(tints, plan->parties[i]);
        kept[i] = tint && (plan->overview || !used[*tint]);
        if (!kept[i])
            continue;
        plan->party_tints[i] = *tint;
        used[*tint] = true;
    }
}

void tints_give(struct party_tints *tints, struct map_plan *plan) {
    bool used[MAP_TINTS] = {false}, kept[MAP_PARTIES] = {false};
    keep_tints(tints, plan, used, kept);
    for (size_t i = 0; i < plan->party_count; i++) {
        if (kept[i])
            continue;
        plan->party_tints[i] = free_tint(used, i);
        used[plan->party_tints[i]] = true;
        if (tints->count < TINTED_COUNTRIES && !find_tint(tints, plan->parties[i])) {
            tints->country[tints->count] = plan->parties[i];
            tints->tint[tints->count++] = plan->party_tints[i];
        }
    }
}

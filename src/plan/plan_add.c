#include "plan_add.h"

void plan_add_party(const struct map_sources *sources, struct map_plan *plan, struct text code, struct arena *arena) {
    place_id place = gazetteer_place_of(sources->gazetteer, ref_of_country(arena, code));
    for (size_t i = 0; i < plan->party_count; i++)
        if (plan->parties[i] == place)
            return;
    if (place != PLACE_NONE && plan->party_count < MAP_PARTIES)
        plan->parties[plan->party_count++] = place;
}

void plan_sort_parties(const struct map_sources *sources, struct map_plan *plan) {
    for (size_t i = 1; i < plan->party_count; i++) {
        for (size_t k = i; k > 0; k--) {
            struct text a = gazetteer_place(sources->gazetteer, plan->parties[k - 1]).ref;
            struct text b = gazetteer_place(sources->gazetteer, plan->parties[k]).ref;
            if (text_compare(a, b) <= 0)
                break;
            place_id swap = plan->parties[k];
            plan->parties[k] = plan->parties[k - 1];
            plan->parties[k - 1] = swap;
        }
    }
}

void plan_add_border(struct map_plan *plan, place_id border) {
    for (size_t i = 0; i < plan->border_count; i++)
        if (plan->borders[i] == border)
            return;
    if (plan->border_count < MAP_BORDERS)
        plan->borders[plan->border_count++] = border;
}

void plan_add_place(struct map_plan *plan, place_id place) {
    for (size_t i = 0; i < plan->place_count; i++)
        if (plan->places[i] == place)
            return;
    if (place != PLACE_NONE && plan->place_count < MAP_PLACES)
        plan->places[plan->place_count++] = place;
}

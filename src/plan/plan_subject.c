#include "plan_subject.h"

#include "list.h"
#include "plan_words.h"

enum { TITLE_NAMES = 3, IN_TITLE = 2 };

static const double doubted = 0.5;     /* names below it are taken only where there is no other */
static const double small_km = 60;     /* half the extent of what is like a town */
static const double together_km = 400; /* towns farther from the first are another subject */

/* How often and how surely a place is named. */
struct tally {
    place_id place;
    enum place_kind kind;
    size_t told;
    double confidence;
};

struct tallies {
    struct tally *items;
    size_t count, capacity;
};

static struct tallies count_places(const struct map_sources *sources, const struct story *story, struct arena *arena) {
    struct tallies tallies = {0};
    for (size_t i = 0; i < story->places.count; i++) {
        const struct told_place *told = &story->places.items[i];
        place_id id = told->organisation ? PLACE_NONE : gazetteer_place_of(sources->gazetteer, told->place.ref);
        if (id == PLACE_NONE)
            continue;
        struct place place = gazetteer_place(sources->gazetteer, id);
        if (!place.supranational && place.kind != PLACE_ORGANISATION)
            *LIST_PUSH(arena, &tallies) =
                (struct tally){id, place.kind, told->told + (IN_TITLE - 1) * told->in_title, told->confidence};
    }
    return tallies;
}

/* A border first, countries last; all else goes by how often it is named. */
static int rank_of(enum place_kind kind) {
    return kind == PLACE_LINE ? 0 : kind == PLACE_COUNTRY ? 2 : 1;
}

static bool is_better(const struct tally *a, const struct tally *b) {
    bool doubts = a->confidence < doubted, other = b->confidence < doubted;
    if (doubts != other)
        return other;
    int rank = rank_of(a->kind) - rank_of(b->kind);
    return rank ? rank < 0
                : a->told > b->told || (a->told == b->told && a->kind == PLACE_AREA && b->kind != PLACE_AREA);
}

static void add(struct subject *subject, place_id place) {
    for (size_t i = 0; i < subject->count; i++)
        if (subject->places[i] == place)
            return;
    if (subject->count < SUBJECT_PLACES)
        subject->places[subject->count++] = place;
}

static bool is_like_town(const struct place *place) {
    return place->kind == PLACE_POINT || (place->kind != PLACE_RIVER && place->precision_km < small_km);
}

/* Towns and the like, most told first, that are near enough to be on one map with it. */
static void add_others(const struct map_sources *sources, const struct tallies *tallies, const struct tally *first,
                       struct subject *subject) {
    struct lonlat middle = gazetteer_place(sources->gazetteer, first->place).point;
    for (size_t told = first->told; told > 0; told--)
        for (size_t i = 0; i < tallies->count; i++) {
            const struct tally *tally = &tallies->items[i];
            struct place place = gazetteer_place(sources->gazetteer, tally->place);
            bool sure = tally->confidence >= doubted || first->confidence < doubted;
            if (tally->told == told && sure && rank_of(tally->kind) == 1 && is_like_town(&place) &&
                lonlat_distance_km(place.point, middle) < together_km)
                add(subject, tally->place);
        }
}

/* The border of the two countries that are named most, where they have one. */
static place_id border_of_countries(const struct map_sources *sources, const struct tallies *tallies,
                                    const struct tally *first, struct arena *arena) {
    const struct tally *second = NULL;
    for (size_t i = 0; i < tallies->count; i++) {
        const struct tally *tally = &tallies->items[i];
        if (tally != first && tally->kind == PLACE_COUNTRY && (!second || is_better(tally, second)))
            second = tally;
    }
    if (!second)
        return PLACE_NONE;
    struct text a = gazetteer_place(sources->gazetteer, first->place).country,
                b = gazetteer_place(sources->gazetteer, second->place).country;
    bool ordered = text_compare(a, b) < 0;
    return gazetteer_place_of(sources->gazetteer, ref_of_border(arena, ordered ? a : b, ordered ? b : a));
}

struct subject subject_find(const struct map_sources *sources, const struct story *story, struct arena *arena) {
    struct tallies tallies = count_places(sources, story, arena);
    struct subject subject = {0};
    const struct tally *first = NULL;
    for (size_t i = 0; i < tallies.count; i++)
        if (!first || is_better(&tallies.items[i], first))
            first = &tallies.items[i];
    if (!first)
        return subject;
    place_id border = first->kind == PLACE_COUNTRY ? border_of_countries(sources, &tallies, first, arena) : PLACE_NONE;
    add(&subject, border == PLACE_NONE ? first->place : border);
    subject.told = first->told;
    subject.confidence = first->confidence;
    struct place place = gazetteer_place(sources->gazetteer, first->place);
    if (rank_of(first->kind) == 1 && is_like_town(&place))
        add_others(sources, &tallies, first, &subject);
    return subject;
}

struct text subject_title(const struct map_sources *sources, const struct map_plan *plan, const struct subject *subject,
                          const struct wording *wording) {
    struct text names[TITLE_NAMES], sides[2];
    size_t count = 0;
    struct text ref = gazetteer_place(sources->gazetteer, subject->places[0]).ref;
    if (plan_border_sides(sources, plan, ref, wording->arena, sides)) {
        struct blank blanks[] = {{"a", sides[0]}, {"b", sides[1]}};
        return wording_fill(wording, "title.plain-border", blanks, 2);
    }
    for (; count < subject->count && count < TITLE_NAMES; count++)
        names[count] = map_plan_name(sources, plan, subject->places[count]);
    return wording_list(wording, names, count);
}

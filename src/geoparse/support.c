#include "support.h"

#include "choice.h"

#include <math.h>
#include <string.h>

/* The heaviest places of an article are the ones that others may be near to. */
enum { ANCHORS = 48 };

/* Beyond this nearness says nothing; cosine of 600 km on the Earth. */
static const double FAR_COSINE = 0.99556;
static const double NEAR_KM = 120;

struct weight_entry {
    uint64_t key;
    double weight;
};

struct anchor {
    size_t group;
    const struct choice *choice;
    double weight;
};

/* What a group has added, so that it does not support itself. */
struct own_share {
    const struct choice *choice;
    double weight;
};

struct support {
    uint16_t countries[SUPPORT_COUNTRIES]; /* those spoken of first, up to the limit */
    size_t country_count;
    struct weight_entry *entries;
    size_t mask;
    double total;
    struct own_share *own; /* by group */
    size_t groups;
    struct anchor anchors[ANCHORS];
    size_t anchor_count;
};

struct support *support_new(struct arena *arena, size_t groups) {
    struct support *support = ARENA_NEW(arena, struct support);
    size_t slots = 64;
    while (slots < groups * 4) /* a group adds its country and at most two regions */
        slots *= 2;
    support->entries = ARENA_ARRAY(arena, struct weight_entry, slots);
    support->mask = slots - 1;
    support->own = ARENA_ARRAY(arena, struct own_share, groups);
    support->groups = groups;
    return support;
}

void support_clear(struct support *support) {
    memset(support->entries, 0, (support->mask + 1) * sizeof *support->entries);
    memset(support->own, 0, support->groups * sizeof *support->own);
    support->total = 0;
    support->anchor_count = 0;
    support->country_count = 0;
}

static struct weight_entry *find_entry(const struct support *support, uint64_t key) {
    size_t slot = (size_t)(key ^ (key >> 29)) & support->mask;
    while (support->entries[slot].key != 0 && support->entries[slot].key != key)
        slot = (slot + 1) & support->mask;
    return &support->entries[slot];
}

static uint64_t country_key(uint16_t country) {
    return country * UINT64_C(0x9E3779B97F4A7C15) | 1;
}

static void add_weight(struct support *support, uint64_t key, double weight) {
    if (key == 0)
        return;
    struct weight_entry *entry = find_entry(support, key);
    entry->key = key;
    entry->weight += weight;
}

static double weight_of(const struct support *support, uint64_t key) {
    return key == 0 ? 0 : find_entry(support, key)->weight;
}

static void add_anchor(struct support *support, size_t group, const struct choice *choice, double weight) {
    enum place_kind kind = choice->place->kind;
    if (kind == PLACE_COUNTRY || kind == PLACE_ORGANISATION || choice->place->supranational)
        return;
    size_t at = support->anchor_count;
    if (at == ANCHORS) {
        at = 0;
        for (size_t i = 1; i < ANCHORS; i++)
            if (support->anchors[i].weight < support->anchors[at].weight)
                at = i;
        if (support->anchors[at].weight >= weight)
            return;
    } else {
        support->anchor_count++;
    }
    support->anchors[at] = (struct anchor){group, choice, weight};
}

static uint64_t first_region(const struct choice *choice) {
    return choice->place->kind == PLACE_REGION && choice->admin1 == 0 ? choice->self : choice->admin1;
}

static uint64_t second_region(const struct choice *choice) {
    bool second = choice->place->kind == PLACE_REGION && choice->admin1 != 0 && choice->admin1 != choice->self;
    return second ? choice->self : choice->admin2;
}

static double country_share(const struct choice *choice) {
    return choice->place->kind == PLACE_COUNTRY ? 1.0 : 0.8;
}

static void note_country(struct support *support, uint16_t country) {
    for (size_t i = 0; i < support->country_count; i++)
        if (support->countries[i] == country)
            return;
    if (support->country_count < SUPPORT_COUNTRIES)
        support->countries[support->country_count++] = country;
}

size_t support_countries(const struct support *support, uint16_t countries[SUPPORT_COUNTRIES],
                         double weights[SUPPORT_COUNTRIES]) {
    for (size_t i = 0; i < support->country_count; i++) {
        countries[i] = support->countries[i];
        weights[i] = weight_of(support, country_key(countries[i]));
    }
    return support->country_count;
}

void support_add(struct support *support, size_t group, const struct choice *choice, double weight) {
    support->own[group] = (struct own_share){choice, weight};
    if (choice->country != 0) {
        note_country(support, choice->country);
        add_weight(support, country_key(choice->country), weight * country_share(choice));
        support->total += weight * country_share(choice);
    }
    add_weight(support, first_region(choice), weight);
    if (second_region(choice) != first_region(choice))
        add_weight(support, second_region(choice), weight);
    add_anchor(support, group, choice, weight);
}

double support_total(const struct support *support) {
    return support->total;
}

static double nearness(const struct support *support, size_t group, const struct choice *choice) {
    double near = 0;
    for (size_t i = 0; i < support->anchor_count; i++) {
        const struct anchor *anchor = &support->anchors[i];
        if (anchor->group == group || anchor->choice->place->id == choice->place->id)
            continue;
        const double *a = choice->unit, *b = anchor->choice->unit;
        if (a[0] * b[0] + a[1] * b[1] + a[2] * b[2] < FAR_COSINE)
            continue;
        double km = choice_distance_km(choice, anchor->choice) - anchor->choice->place->precision_km * 0.3;
        near += anchor->weight * exp(-fmax(km, 0) / NEAR_KM);
    }
    return near;
}

void support_credit(const struct support *support, size_t group, struct choice *choice) {
    const struct own_share *own = &support->own[group];
    double country = weight_of(support, country_key(choice->country)), total = support->total;
    double first = weight_of(support, first_region(choice)), second = weight_of(support, second_region(choice));
    if (own->choice && own->choice->country != 0) {
        double share = own->weight * country_share(own->choice);
        total -= share;
        country -= own->choice->country == choice->country ? share : 0;
        first -= first_region(own->choice) == first_region(choice) ? own->weight : 0;
        second -= second_region(own->choice) == second_region(choice) ? own->weight : 0;
    }
    choice->at_home = choice->country != 0 && country > 0.01;
    if (choice->at_home)
        choice_credit(choice, "its country is spoken of",
                      1.0 * country / (country + 1.0) + 1.6 * country / (total + 1.0));
    if (choice->place->kind == PLACE_COUNTRY || choice->place->supranational)
        return;
    if (first > 0.01 && first_region(choice) != 0)
        choice_credit(choice, "its region is spoken of", 2.0 * first / (first + 1.5));
    if (second > 0.01 && second_region(choice) != 0 && second_region(choice) != first_region(choice))
        choice_credit(choice, "its district is spoken of", 0.8 * second / (second + 1.0));
    double near = nearness(support, group, choice);
    if (near > 0.01)
        choice_credit(choice, "near other places of the article", 2.0 * near / (near + 1.0));
}

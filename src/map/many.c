#include "many.h"

#include "list.h"
#include "mark_group.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_SYMBOLS = 260, SPARE_CALLOUTS = 2, LEAST_CALLOUTS = 2 };

static const double nearest = 7; /* page units at unit 1: places nearer than that are one symbol */

struct sites {
    struct many_site *items;
    size_t count, capacity;
};

/* Sites by the hash of their place. */
struct site_index {
    size_t *slots; /* 1 + index; 0 = free */
    size_t capacity;
};

static bool is_vague(const struct incident *incident) {
    return incident->precision == PRECISION_DISTRICT || incident->precision == PRECISION_REGION ||
           incident->precision == PRECISION_LINE;
}

static struct many_site *site_of(struct sites *sites, struct site_index *index, const struct incident *incident,
                                 struct arena *arena) {
    bool vague = is_vague(incident);
    uint64_t hash = text_hash_on(text_hash(incident->place.ref), vague ? TEXT("~") : TEXT(""));
    size_t at = hash & (index->capacity - 1);
    for (; index->slots[at] != 0; at = (at + 1) & (index->capacity - 1)) {
        struct many_site *site = &sites->items[index->slots[at] - 1];
        if (site->vague == vague && text_equal(site->place->ref, incident->place.ref))
            return site;
    }
    struct many_site *site = LIST_PUSH(arena, sites);
    *site = (struct many_site){.place = &incident->place, .killed = {-1, -1}, .vague = vague};
    index->slots[at] = sites->count;
    return site;
}

/* By what is asked for, then by their number, then as they came. */
static int greatest_first(const void *a, const void *b) {
    const struct many_site *x = a, *y = b;
    int more = (x->incidents < y->incidents) - (x->incidents > y->incidents);
    return more ? more : text_compare(x->place->ref, y->place->ref);
}

static int deadliest_first(const void *a, const void *b) {
    const struct many_site *x = a, *y = b;
    int more = (x->killed.high < y->killed.high) - (x->killed.high > y->killed.high);
    return more ? more : greatest_first(a, b);
}

static void sort(const struct composition *composition, struct sites *sites) {
    if (sites->count > 0)
        qsort(sites->items, sites->count, sizeof *sites->items,
              composition->options->measure == MEASURE_KILLED ? deadliest_first : greatest_first);
}

/* Places that lie upon each other on the page become one, named by the greatest. */
static void merge_near(const struct composition *composition, struct sites *sites) {
    size_t kept = 0;
    double least = nearest * composition->unit;
    for (size_t i = 0; i < sites->count; i++) {
        struct many_site *site = &sites->items[i];
        bool merged = false;
        for (size_t k = 0; k < kept && !merged; k++) {
            struct many_site *other = &sites->items[k];
            double x = other->at.x - site->at.x, y = other->at.y - site->at.y;
            merged = other->vague == site->vague && x * x + y * y < least * least;
            if (merged) {
                other->incidents += site->incidents;
                totals_add_range(&other->killed, site->killed);
            }
        }
        if (!merged)
            sites->items[kept++] = *site;
    }
    sites->count = kept;
    sort(composition, sites);
}

static void gather(struct composition *composition, struct sites *sites) {
    const struct map_plan *plan = composition->plan;
    struct site_index index = {.capacity = 1024};
    while (index.capacity < plan->incident_count * 2)
        index.capacity *= 2;
    index.slots = ARENA_ARRAY(composition->arena, size_t, index.capacity);
    for (size_t i = 0; i < plan->incident_count; i++) {
        const struct incident *incident = plan->incidents[i];
        struct page_point at = frame_project(&composition->frame, incident->point);
        if (incident->precision == PRECISION_COUNTRY || !frame_shows(&composition->frame, at, 0)) {
            composition->many->left++;
            continue;
        }
        struct many_site *site = site_of(sites, &index, incident, composition->arena);
        if (site->incidents++ == 0)
            site->at = at;
        totals_add_range(&site->killed, incident->killed);
    }
    sort(composition, sites);
}

void many_gather(struct composition *composition) {
    struct sites sites = {0};
    composition->many = ARENA_NEW(composition->arena, struct many_marks);
    gather(composition, &sites);
    enum map_density wanted = composition->options->density;
    composition->many->density = wanted != DENSITY_AUTO       ? wanted
                                 : sites.count > MOST_SYMBOLS ? DENSITY_REGIONS
                                                              : DENSITY_POINTS;
    if (composition->many->density == DENSITY_POINTS)
        merge_near(composition, &sites);
    composition->many->sites = sites.items;
    composition->many->count = sites.count;
}

double many_measure(const struct composition *composition, size_t incidents, struct count_range killed) {
    if (composition->options->measure == MEASURE_INCIDENTS)
        return (double)incidents;
    return killed.high > 0 ? (double)killed.high : killed.low > 0 ? (double)killed.low : 0;
}

struct text many_figures(const struct composition *composition, size_t incidents, struct count_range killed) {
    const struct wording *words = &composition->words;
    struct blank count = {"n", wording_number(words, (int64_t)incidents)};
    struct incident sum = incident_unknown();
    sum.killed = killed.high > 0 ? killed : sum.killed;
    struct blank parts[] = {{"first", wording_fill(words, incidents == 1 ? "many.count.one" : "many.count", &count, 1)},
                            {"last", TEXT_NONE},
                            {"second", wording_figures(words, &sum)}};
    return parts[2].value.size > 0 ? wording_fill(words, "figures.two", parts, 3) : parts[0].value;
}

size_t many_callouts(const struct composition *composition) {
    size_t room = mark_group_callouts(composition->options->width, composition->options->height);
    return room > LEAST_CALLOUTS + SPARE_CALLOUTS ? room - SPARE_CALLOUTS : LEAST_CALLOUTS;
}

void many_callout(struct composition *composition, const struct place_snapshot *place, struct page_point at,
                  double clearance, size_t incidents, struct count_range killed) {
    struct text name = composition_name_of(composition, place), figures = many_figures(composition, incidents, killed);
    struct text words =
        name.size > 0 ? text_format(composition->arena, "%.*s\n%.*s", TEXT_ARGS(name), TEXT_ARGS(figures)) : figures;
    struct label *label = composition_label(composition, LABEL_POINT, STYLE_CALLOUT, words, place->ref, 1);
    label->point = at;
    label->clearance = clearance;
    label->padding = 5 * composition->unit;
    label->body_weight = 400;
    label->kind = LABEL_CALLOUT;
    label->may_lead = true;
    label->worth = 200 + 100 * log10(1 + many_measure(composition, incidents, killed));
    label->pin_wish = text_format(composition->arena, "the callout of %.*s", TEXT_ARGS(place->ref));
    composition_show(composition, place->ref);
}

/* The greatest of 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15 … below ten of the whole numbers, that is not above the value. */
static double round_limit(double value) {
    static const double steps[] = {1, 1.5, 2, 3, 4, 5, 6, 8};
    double power = pow(10, floor(log10(fmax(value, 1)) + 1e-9)), limit = 1;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        limit = steps[i] * power <= value && steps[i] * power == floor(steps[i] * power) ? steps[i] * power : limit;
    return limit;
}

double many_round(double value) {
    double power = pow(10, floor(log10(fmax(value, 1)) + 1e-9));
    return value >= 5 * power ? 5 * power : value >= 2 * power ? 2 * power : power;
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

size_t many_classes(double *values, size_t count, double limits[MANY_CLASSES]) {
    static const double shares[MANY_CLASSES] = {0, 0.3, 0.55, 0.76, 0.91};
    size_t classes = 0;
    if (count > 0)
        qsort(values, count, sizeof *values, by_value);
    for (size_t i = 0; i < MANY_CLASSES && count > 0; i++) {
        double limit = i == 0 ? 1 : round_limit(values[(size_t)((double)(count - 1) * shares[i])]);
        if (classes == 0 || limit > limits[classes - 1])
            limits[classes++] = limit;
    }
    return classes;
}

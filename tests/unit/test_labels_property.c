/* Label placement: what must hold on every map; the maps are random, and the seed is printed on failure. */
#include "label_map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

/* xorshift64* (Vigna 2016): the same maps everywhere. */
struct chance {
    uint64_t state;
};

static double roll(struct chance *chance) {
    chance->state ^= chance->state >> 12;
    chance->state ^= chance->state << 25;
    chance->state ^= chance->state >> 27;
    return (double)((chance->state * 0x2545F4914F6CDD1DULL) >> 11) * 0x1p-53;
}

static const char *const names[] = {"Oš",        "Batken", "Isfara",      "Khujand",   "Kanibadam",      "Vorukh",
                                    "Samarkand", "Sokh",   "Shohimardon", "Konibodom", "Rîbnița pe râu", "Ханкенди"};

static void add_towns(struct page_map *map, struct chance *chance, size_t count) {
    const struct page_point hubs[] = {{400, 420}, {620, 380}, {850, 330}};
    for (size_t i = 0; i < count; i++) {
        double x = 30 + 1140 * roll(chance), y = 30 + 840 * roll(chance);
        if (roll(chance) < 0.6) {
            struct page_point hub = hubs[(int)(roll(chance) * 3)];
            x = hub.x + 120 * (roll(chance) + roll(chance) + roll(chance) - 1.5);
            y = hub.y + 90 * (roll(chance) + roll(chance) + roll(chance) - 1.5);
        }
        int priority = i < count / 10 + 1 ? 1 : 2 + (int)(roll(chance) * 3);
        struct label *label = add_town(map, x, y, names[(int)(roll(chance) * 12)], priority);
        label->territory = y < 400 + 80 * sin(x * 0.0175) ? 0 : 1;
        label->may_lead = priority == 1;
    }
}

static void add_countries(struct page_map *map, struct chance *chance) {
    struct page_point north[104], south[104], line[100];
    for (int i = 0; i < 100; i++) {
        double x = i * 1200 / 99.0;
        line[i] = north[i] = south[i] = (struct page_point){x, 400 + 80 * sin(x * 0.0175) + 6 * roll(chance)};
    }
    north[100] = (struct page_point){1200, 0};
    north[101] = (struct page_point){0, 0};
    south[100] = (struct page_point){1200, 900};
    south[101] = (struct page_point){0, 900};
    *LIST_PUSH(map->arena, &map->borders) = make_shape(map, line, 100, false);
    *LIST_PUSH(map->arena, &map->territories) = make_shape(map, north, 102, true);
    *LIST_PUSH(map->arena, &map->territories) = make_shape(map, south, 102, true);
    for (int i = 0; i < 2; i++) {
        struct label *label = add_label(map, LABEL_AREA, i == 0 ? "KYRGYZSTAN" : "TAJIKISTAN", 1);
        label->shape = map->territories.items[i];
        label->territory = i;
        label->style.size = 22;
        label->style.letter_spacing = 5;
    }
}

static void add_rivers(struct page_map *map, struct chance *chance, int count) {
    struct page_point points[150];
    for (int i = 0; i < count; i++) {
        make_wave(points, 150, 1000 * roll(chance), 900 * roll(chance), 600 * (roll(chance) - 0.5), 60 * roll(chance));
        struct label *label = add_label(map, LABEL_LINE, "Some river", 3);
        label->shape = make_shape(map, points, 150, false);
        label->style.italic = true;
    }
}

static void add_furniture(struct page_map *map, struct chance *chance) {
    *LIST_PUSH(map->arena, &map->blocked) = (struct page_box){10, 700, 260, 890};
    *LIST_PUSH(map->arena, &map->blocked) = (struct page_box){950, 10, 1190, 180};
    map->water = make_box(map, 0, 820 - 60 * roll(chance), 1200, 900);
    for (int i = 0; i < 3; i++) {
        double x = 300 + 600 * roll(chance), y = 300 + 250 * roll(chance);
        struct label *label = add_town(map, x, y, "14 September 2022\nGuards exchange fire,\nas many as 100 killed", 1);
        label->may_lead = true;
        label->padding = 5;
    }
}

static void make_random(struct page_map *map, uint64_t seed, size_t towns) {
    struct chance chance = {seed * 0x9E3779B97F4A7C15ULL + 1};
    add_countries(map, &chance);
    add_furniture(map, &chance);
    add_towns(map, &chance, towns);
    add_rivers(map, &chance, 6);
}

/* Whether a point of the border, in steps of a page unit, lies in the box. */
static bool crosses_border(const struct page_map *map, struct page_box box) {
    const struct page_path *line = &map->borders.items[0].items[0];
    for (size_t i = 1; i < line->count; i++)
        for (int step = 0; step < 24; step++) {
            double x = line->points[i - 1].x + (line->points[i].x - line->points[i - 1].x) * step / 24;
            double y = line->points[i - 1].y + (line->points[i].y - line->points[i - 1].y) * step / 24;
            if (x > box.left && x < box.right && y > box.top && y < box.bottom)
                return true;
        }
    return false;
}

static void check_random(uint64_t seed, size_t towns) {
    struct page_map map = {.arena = arena_open()};
    make_random(&map, seed, towns);
    place(&map);
    const struct label_report *report = &map.report;
    if (report->overlaps > 0 || report->narrow_gaps > 0 || report->off_page > 0 || report->dots_covered > 0)
        fail_msg("seed %llu, %zu towns: %d overlaps, %d narrow gaps, %d off the page, %d dots covered",
                 (unsigned long long)seed, towns, report->overlaps, report->narrow_gaps, report->off_page,
                 report->dots_covered);
    for (size_t i = 0; i < map.labels.count; i++) {
        const struct label *label = &map.labels.items[i];
        if (label->target == LABEL_AREA && label->placed && crosses_border(&map, label->box))
            fail_msg("seed %llu: a country's name crosses the border", (unsigned long long)seed);
    }
    arena_close(map.arena);
}

static void labels_never_touch_anything_on_any_map(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        check_random(seed, 12);
        check_random(seed, 40);
        check_random(seed, 110);
    }
}

static void what_must_be_there_is_there(void **state) {
    (void)state;
    int wanted = 0, placed = 0;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct page_map map = {.arena = arena_open()};
        make_random(&map, seed, 60);
        place(&map);
        wanted += map.report.wanted[0];
        placed += map.report.placed[0];
        arena_close(map.arena);
    }
    if (placed < wanted * 97 / 100)
        fail_msg("%d of %d placed", placed, wanted);
}

static void the_same_map_gets_the_same_labels(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        struct page_map a = {.arena = arena_open()}, b = {.arena = arena_open()};
        make_random(&a, seed, 70);
        make_random(&b, seed, 70);
        place(&a);
        place(&b);
        for (size_t i = 0; i < a.labels.count; i++) {
            const struct label *x = &a.labels.items[i], *y = &b.labels.items[i];
            assert_int_equal(x->placed, y->placed);
            assert_memory_equal(&x->box, &y->box, sizeof x->box);
            assert_memory_equal(&x->at, &y->at, sizeof x->at);
        }
        arena_close(a.arena);
        arena_close(b.arena);
    }
}

static double seconds_for(size_t towns) {
    double best = INFINITY;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        struct page_map map = {.arena = arena_open()};
        make_random(&map, seed, towns);
        struct timespec start, end;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
        place(&map);
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
        best = fmin(best, (double)(end.tv_sec - start.tv_sec) + 1e-9 * (double)(end.tv_nsec - start.tv_nsec));
        arena_close(map.arena);
    }
    return best;
}

static void work_grows_with_the_labels_not_with_their_square(void **state) {
    (void)state;
    double few = seconds_for(50), many = seconds_for(400);
    if (many > 25 * few)
        fail_msg("50 towns take %.2f ms, 400 take %.2f ms", few * 1e3, many * 1e3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_never_touch_anything_on_any_map),
        cmocka_unit_test(what_must_be_there_is_there),
        cmocka_unit_test(the_same_map_gets_the_same_labels),
        cmocka_unit_test(work_grows_with_the_labels_not_with_their_square),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

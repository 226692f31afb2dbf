/* Label placement: examples with a known answer, and properties over many random maps (the seed is printed on failure). */
#include "labels.h"
#include "list.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static const struct page_box page = {0, 0, 1200, 900};

/* Every code point is 0.55 of the size wide. */
static void fake_extents(void *context, const struct text_style *style, struct text text, struct text lang,
                         struct text_extents *extents) {
    (void)context;
    (void)lang;
    extents->width = (double)text_code_points(text) * (0.55 * style->size + style->letter_spacing);
    extents->ascent = 0.72 * style->size;
    extents->descent = 0.2 * style->size;
}

static size_t fake_clusters(void *context, const struct text_style *style, struct text text, struct text lang,
                            size_t limit, struct placed_cluster *clusters) {
    (void)context;
    (void)lang;
    size_t count = 0, at = 0;
    while (at < text.size && count < limit) {
        size_t start = at;
        text_next(text, &at);
        clusters[count] = (struct placed_cluster){(uint32_t)start, (uint32_t)at, {0, 0}, 0};
        clusters[count].at.x = (double)count * (0.55 * style->size + style->letter_spacing);
        count++;
    }
    return count;
}

static const struct text_measure measure = {fake_extents, fake_clusters, NULL};

/* A map to be lettered. */
struct page_map {
    struct arena *arena;
    struct {
        struct label *items;
        size_t count, capacity;
    } labels;
    struct {
        struct page_point *items;
        size_t count, capacity;
    } dots;
    double radii[512];
    struct {
        struct page_shape *items;
        size_t count, capacity;
    } borders, territories;
    struct {
        struct page_box *items;
        size_t count, capacity;
    } blocked;
    struct page_shape water;
    struct label_report report;
};

static int set_up(void **state) {
    struct arena *arena = arena_open();
    struct page_map *map = ARENA_NEW(arena, struct page_map);
    map->arena = arena;
    *state = map;
    return 0;
}

static int tear_down(void **state) {
    struct page_map *map = *state;
    arena_close(map->arena);
    return 0;
}

static struct label *add_label(struct page_map *map, enum label_target target, const char *text, int priority) {
    struct label *label = LIST_PUSH(map->arena, &map->labels);
    *label = (struct label){.target = target, .text = text_of(text), .priority = priority, .territory = -1};
    label->style.size = 12;
    label->point = (struct page_point){NAN, NAN};
    return label;
}

static struct label *add_town(struct page_map *map, double x, double y, const char *text, int priority) {
    map->radii[map->dots.count] = 3;
    *LIST_PUSH(map->arena, &map->dots) = (struct page_point){x, y};
    struct label *label = add_label(map, LABEL_POINT, text, priority);
    label->point = (struct page_point){x, y};
    label->clearance = 4;
    return label;
}

static struct page_shape make_shape(struct page_map *map, const struct page_point *points, size_t count, bool closed) {
    struct page_shape shape = {0};
    struct page_path path = {ARENA_ARRAY(map->arena, struct page_point, count), count, closed};
    memcpy(path.points, points, count * sizeof *points);
    *LIST_PUSH(map->arena, &shape) = path;
    return shape;
}

static struct page_shape make_box(struct page_map *map, double left, double top, double right, double bottom) {
    const struct page_point corners[] = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    return make_shape(map, corners, 4, true);
}

static struct label_obstacles obstacles_of(const struct page_map *map) {
    return (struct label_obstacles){.blocked = map->blocked.items,
                                    .blocked_count = map->blocked.count,
                                    .dots = map->dots.items,
                                    .dot_radii = map->radii,
                                    .dot_count = map->dots.count,
                                    .borders = map->borders.items,
                                    .border_count = map->borders.count,
                                    .territories = map->territories.items,
                                    .territory_count = map->territories.count,
                                    .water = map->water.count > 0 ? &map->water : NULL};
}

static void place(struct page_map *map) {
    struct label_obstacles obstacles = obstacles_of(map);
    labels_place(map->labels.items, map->labels.count, &obstacles, page, &measure, map->arena, &map->report);
}

static void a_lone_town_has_its_name_right_above(void **state) {
    struct page_map *map = *state;
    struct label *label = add_town(map, 600, 450, "Batken", 2);
    place(map);
    assert_true(label->placed);
    assert_true(label->box.left > 600 && label->box.bottom < 450);
    assert_true(label->at.x > label->box.left && label->at.y < label->box.bottom);
    assert_int_equal(map->report.placed[1], 1);
    assert_true(map->report.preferred_share == 1);
}

static void a_town_at_the_right_edge_has_its_name_on_the_left(void **state) {
    struct page_map *map = *state;
    struct label *label = add_town(map, 1190, 450, "Isfara", 2);
    place(map);
    assert_true(label->placed && label->box.right < 1190);
    assert_int_equal(label->anchor, ANCHOR_END);
}

static void a_name_stays_on_its_own_side_of_the_border(void **state) {
    struct page_map *map = *state;
    *LIST_PUSH(map->arena, &map->territories) = make_box(map, 0, 0, 610, 900);
    *LIST_PUSH(map->arena, &map->territories) = make_box(map, 610, 0, 1200, 900);
    const struct page_point line[] = {{610, 0}, {610, 900}};
    *LIST_PUSH(map->arena, &map->borders) = make_shape(map, line, 2, false);
    struct label *west = add_town(map, 600, 300, "Westtown", 2), *east = add_town(map, 620, 600, "Easttown", 2);
    west->territory = 0;
    east->territory = 1;
    place(map);
    assert_true(west->placed && west->box.right <= 610);
    assert_true(east->placed && east->box.left >= 610);
    assert_true(map->report.foreign_share == 0);
    assert_int_equal(map->report.border_crossings, 0);
}

static void the_name_of_an_inland_town_keeps_off_the_shore(void **state) {
    struct page_map *map = *state;
    map->water = make_box(map, 610, 0, 1200, 900);
    struct label *label = add_town(map, 600, 300, "Portville", 2);
    place(map);
    assert_true(label->box.right <= 612);
}

static void a_country_name_fills_its_country_and_crosses_nothing(void **state) {
    struct page_map *map = *state;
    const struct page_point corners[] = {{100, 100}, {900, 100}, {900, 300}, {400, 300}, {400, 800}, {100, 800}};
    *LIST_PUSH(map->arena, &map->territories) = make_shape(map, corners, 6, true);
    struct label *label = add_label(map, LABEL_AREA, "KYRGYZSTAN", 1);
    label->shape = map->territories.items[0];
    label->style.size = 20;
    label->style.letter_spacing = 4;
    place(map);
    assert_true(label->placed);
    assert_true(label->style.letter_spacing > 4);
    assert_true(label->box.left > 100 && label->box.right < 900 && label->box.top > 100);
    assert_true(label->box.right < 400 || label->box.bottom < 300);
}

static void a_long_name_in_a_narrow_country_is_broken_or_shrunk(void **state) {
    struct page_map *map = *state;
    struct label *label = add_label(map, LABEL_AREA, "UNITED ARAB EMIRATES", 1);
    label->style.size = 16;
    label->shape = make_box(map, 300, 100, 430, 600);
    place(map);
    assert_true(label->placed);
    assert_true(label->box.left >= 300 && label->box.right <= 430);
    assert_true(memchr(label->text.data, '\n', label->text.size) != NULL);
    assert_true(label->style.size >= 0.72 * 16 - 1e-9);
}

static void a_name_too_large_for_its_country_is_left_out_rather_than_across_the_border(void **state) {
    struct page_map *map = *state;
    *LIST_PUSH(map->arena, &map->territories) = make_box(map, 300, 300, 330, 320);
    *LIST_PUSH(map->arena, &map->territories) = make_box(map, 0, 0, 300, 900);
    *LIST_PUSH(map->arena, &map->borders) = make_box(map, 300, 300, 330, 320);
    struct label *label = add_label(map, LABEL_AREA, "LIECHTENSTEIN", 3);
    label->shape = map->territories.items[0];
    label->territory = 0;
    place(map);
    assert_false(label->placed);
}

static size_t make_wave(struct page_point *points, size_t count, double left, double top, double width, double swing) {
    for (size_t i = 0; i < count; i++) {
        double share = (double)i / (double)(count - 1);
        points[i] = (struct page_point){left + share * width, top + swing * sin(share * 9) + 2 * sin(share * 90)};
    }
    return count;
}

static void a_river_name_follows_its_river_without_touching_it(void **state) {
    struct page_map *map = *state;
    struct page_point points[200];
    struct label *label = add_label(map, LABEL_LINE, "Syr Darya", 3);
    label->shape = make_shape(map, points, make_wave(points, 200, 900, 450, -700, 40), false);
    place(map);
    assert_true(label->placed);
    assert_int_equal(label->cluster_count, 9);
    for (size_t i = 0; i < label->cluster_count; i++) {
        assert_true(fabs(label->clusters[i].angle) < 60);
        if (i > 0)
            assert_true(label->clusters[i].at.x > label->clusters[i - 1].at.x);
    }
    for (size_t i = 0; i < 200; i++)
        for (size_t k = 0; k < label->cluster_count; k++)
            assert_true(hypot(points[i].x - label->clusters[k].at.x, points[i].y - label->clusters[k].at.y) > 2);
}

static void a_river_too_short_for_its_name_has_it_beside(void **state) {
    struct page_map *map = *state;
    const struct page_point points[] = {{500, 400}, {510, 415}, {512, 440}};
    struct label *label = add_label(map, LABEL_LINE, "Aksu the long", 3);
    label->shape = make_shape(map, points, 3, false);
    place(map);
    assert_true(label->placed);
    assert_int_equal(label->cluster_count, 0);
    assert_true(fabs(label->at.x - 505) < 120);
}

static void a_river_in_pieces_is_one_river(void **state) {
    struct page_map *map = *state;
    struct page_point points[60];
    make_wave(points, 60, 300, 450, 300, 10);
    struct label *label = add_label(map, LABEL_LINE, "Amu Darya river", 3);
    for (size_t i = 0; i + 10 <= 60; i += 9) {
        struct page_shape piece = make_shape(map, points + i, i + 10 < 60 ? 10 : 60 - i, false);
        *LIST_PUSH(map->arena, &label->shape) = piece.items[0];
    }
    place(map);
    assert_true(label->placed);
    assert_int_equal(label->cluster_count, 15);
}

static void what_must_be_there_displaces_what_may_be_left_out(void **state) {
    struct page_map *map = *state;
    *LIST_PUSH(map->arena, &map->blocked) = (struct page_box){0, 0, 1200, 430};
    *LIST_PUSH(map->arena, &map->blocked) = (struct page_box){0, 470, 1200, 900};
    *LIST_PUSH(map->arena, &map->blocked) = (struct page_box){0, 0, 560, 900};
    *LIST_PUSH(map->arena, &map->blocked) = (struct page_box){660, 0, 1200, 900};
    struct label *lesser = add_town(map, 575, 450, "Lesser town", 3);
    struct label *greater = add_town(map, 645, 450, "Greater one", 1);
    place(map);
    assert_true(greater->placed);
    assert_int_equal(map->report.overlaps, 0);
    assert_int_equal(map->report.wanted[2], 1);
    assert_int_equal(map->report.placed[2], lesser->placed);
}

static void a_callout_goes_where_there_is_room_with_a_line_to_its_place(void **state) {
    struct page_map *map = *state;
    *LIST_PUSH(map->arena, &map->blocked) = (struct page_box){540, 390, 592, 510};
    *LIST_PUSH(map->arena, &map->blocked) = (struct page_box){608, 390, 660, 510};
    *LIST_PUSH(map->arena, &map->blocked) = (struct page_box){540, 390, 660, 442};
    struct label *label = add_town(map, 600, 450, "14 September 2022\nGuards exchange fire\nalong the border", 1);
    label->may_lead = true;
    place(map);
    assert_true(label->placed && label->leader);
    assert_true(hypot(label->leader_to.x - 600, label->leader_to.y - 450) < 7);
    assert_true(label->leader_from.x >= label->box.left && label->leader_from.x <= label->box.right);
    assert_int_equal(map->report.overlaps, 0);
    assert_true(label->line_step > 12);
}

static void nothing_to_place_is_no_trouble(void **state) {
    struct page_map *map = *state;
    place(map);
    assert_int_equal(map->report.wanted[0], 0);
    add_label(map, LABEL_AREA, "Empty", 2);
    add_label(map, LABEL_LINE, "Empty", 2);
    add_label(map, LABEL_LINE, "", 2)->shape = make_box(map, 1, 1, 50, 50);
    add_town(map, 300, 300, "", 2);
    add_town(map, -300, 300, "Away", 2);
    place(map);
    assert_int_equal(map->report.off_page, 0);
}

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

static const char *const names[] = {"Oš",        "Batken", "Isfara",     "Khujand",    "Kanibadam",      "Vorukh",
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

static void check_random(uint64_t seed, size_t towns) {
    struct page_map map = {.arena = arena_open()};
    make_random(&map, seed, towns);
    place(&map);
    const struct label_report *report = &map.report;
    if (report->overlaps > 0 || report->narrow_gaps > 0 || report->off_page > 0 || report->dots_covered > 0)
        fail_msg("seed %llu, %zu towns: %d overlaps, %d narrow gaps, %d off the page, %d dots covered",
                 (unsigned long long)seed, towns, report->overlaps, report->narrow_gaps, report->off_page,
                 report->dots_covered);
    for (size_t i = 0; i < map.labels.count; i++)
        if (map.labels.items[i].target == LABEL_AREA && map.labels.items[i].placed &&
            map.labels.items[i].box.top < 0)
            fail_msg("seed %llu: area label off the page", (unsigned long long)seed);
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

#define LABEL_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        LABEL_TEST(a_lone_town_has_its_name_right_above),
        LABEL_TEST(a_town_at_the_right_edge_has_its_name_on_the_left),
        LABEL_TEST(a_name_stays_on_its_own_side_of_the_border),
        LABEL_TEST(the_name_of_an_inland_town_keeps_off_the_shore),
        LABEL_TEST(a_country_name_fills_its_country_and_crosses_nothing),
        LABEL_TEST(a_long_name_in_a_narrow_country_is_broken_or_shrunk),
        LABEL_TEST(a_name_too_large_for_its_country_is_left_out_rather_than_across_the_border),
        LABEL_TEST(a_river_name_follows_its_river_without_touching_it),
        LABEL_TEST(a_river_too_short_for_its_name_has_it_beside),
        LABEL_TEST(a_river_in_pieces_is_one_river),
        LABEL_TEST(what_must_be_there_displaces_what_may_be_left_out),
        LABEL_TEST(a_callout_goes_where_there_is_room_with_a_line_to_its_place),
        LABEL_TEST(nothing_to_place_is_no_trouble),
        cmocka_unit_test(labels_never_touch_anything_on_any_map),
        cmocka_unit_test(what_must_be_there_is_there),
        cmocka_unit_test(the_same_map_gets_the_same_labels),
        cmocka_unit_test(work_grows_with_the_labels_not_with_their_square),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

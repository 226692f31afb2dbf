/* Label placement: examples with a known answer. */
#include "label_map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

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

static void ponds_do_not_push_a_country_name_away_but_lakes_do(void **state) {
    struct page_map *map = *state;
    struct page_shape country = make_box(map, 200, 300, 1000, 600);
    for (int i = 0; i < 60; i++) {
        double x = 210 + 13.0 * i, y = 310 + 47.0 * (i % 6);
        *LIST_PUSH(map->arena, &country) = make_box(map, x, y, x + 6, y + 5).items[0];
    }
    *LIST_PUSH(map->arena, &country) = make_box(map, 520, 400, 720, 500).items[0];
    struct label *label = add_label(map, LABEL_AREA, "FINLAND", 1);
    label->shape = country;
    label->style.size = 20;
    place(map);
    assert_true(label->placed);
    assert_true(label->style.size == 20);
    assert_false(page_box_meet(label->box, (struct page_box){520, 400, 720, 500}));
}

static void a_name_keeps_off_a_named_river_where_it_can(void **state) {
    struct page_map *map = *state;
    const struct page_point line[] = {{603, 0}, {610, 900}};
    struct label *river = add_label(map, LABEL_LINE, "Rhine", 4);
    river->shape = make_shape(map, line, 2, false);
    struct label *town = add_town(map, 600, 450, "Basel", 2);
    place(map);
    assert_true(town->placed && town->box.right <= 607);
}

static void a_name_in_a_bend_keeps_its_letters_apart(void **state) {
    struct page_map *map = *state;
    struct page_point points[120];
    for (int i = 0; i < 120; i++) /* a hairpin: there, a narrow bow, and back */
        points[i] = i < 50   ? (struct page_point){400 + 4.0 * i, 450}
                    : i < 70 ? (struct page_point){600 + 12 * sin((i - 50) * 0.157), 462 - 12 * cos((i - 50) * 0.157)}
                             : (struct page_point){600 - 4.0 * (i - 70), 474};
    struct label *label = add_label(map, LABEL_LINE, "Severskij Donec", 3);
    label->shape = make_shape(map, points, 120, false);
    place(map);
    assert_true(label->placed && label->cluster_count == 15);
    for (size_t i = 1; i < label->cluster_count; i++) {
        struct page_point a = label->clusters[i - 1].at, b = label->clusters[i].at;
        assert_true(hypot(b.x - a.x, b.y - a.y) > 0.8 * 0.55 * 12);
        assert_true(fabs(label->clusters[i].angle) < 90);
    }
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
        LABEL_TEST(ponds_do_not_push_a_country_name_away_but_lakes_do),
        LABEL_TEST(a_name_keeps_off_a_named_river_where_it_can),
        LABEL_TEST(a_name_in_a_bend_keeps_its_letters_apart),
        LABEL_TEST(a_river_name_follows_its_river_without_touching_it),
        LABEL_TEST(a_river_too_short_for_its_name_has_it_beside),
        LABEL_TEST(a_river_in_pieces_is_one_river),
        LABEL_TEST(what_must_be_there_displaces_what_may_be_left_out),
        LABEL_TEST(a_callout_goes_where_there_is_room_with_a_line_to_its_place),
        LABEL_TEST(nothing_to_place_is_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

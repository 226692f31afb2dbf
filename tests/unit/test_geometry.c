/* Points, bounds, cutting and simplifying. */
#include "clip.h"
#include "point.h"
#include "shape.h"
#include "simplify.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const double near = 1e-9;

static void assert_near(double a, double b, double tolerance) {
    if (!(fabs(a - b) <= tolerance))
        fail_msg("%.9g is not within %g of %.9g", a, tolerance, b);
}

static struct lonlat at(double lon, double lat) {
    return (struct lonlat){lon, lat};
}

static void bounds_grow_around_the_antimeridian_where_that_is_shorter(void **state) {
    (void)state;
    struct bounds bounds = bounds_empty();
    assert_true(bounds_is_empty(bounds));
    bounds_add(&bounds, at(178, -17));
    bounds_add(&bounds, at(-179, -18));
    assert_near(bounds.west, 178, near);
    assert_near(bounds.east, 181, near);
    bounds_add(&bounds, at(175, -10));
    assert_near(bounds.west, 175, near);
    assert_true(bounds_contain(bounds, at(-180, -12)));
    assert_true(bounds_contain(bounds, at(180, -12)));
    assert_false(bounds_contain(bounds, at(-178, -12)));
    assert_false(bounds_contain(bounds, at(178, 12)));
}

static void bounds_that_grow_westwards_keep_west_in_range(void **state) {
    (void)state;
    struct bounds bounds = bounds_empty();
    bounds_add(&bounds, at(-179, 0));
    bounds_add(&bounds, at(179, 1));
    assert_near(bounds.west, 179, near);
    assert_near(bounds.east, 181, near);
}

static void bounds_never_exceed_one_turn(void **state) {
    (void)state;
    struct bounds bounds = bounds_empty();
    for (int lon = -180; lon <= 180; lon += 10)
        bounds_add(&bounds, at(lon, lon / 4.0));
    assert_true(bounds.east - bounds.west <= 360);
    assert_true(bounds_contain(bounds, at(55, 0)));
}

static void bounds_far_apart_unite_the_short_way(void **state) {
    (void)state;
    struct bounds east = {170, 0, 178, 10}, west = {-178, 5, -170, 12};
    struct bounds both = bounds_union(east, west);
    assert_near(both.west, 170, near);
    assert_near(both.east, 190, near);
    assert_near(both.north, 12, near);
    struct bounds same = bounds_union(bounds_empty(), east);
    assert_near(same.west, 170, near);
}

static void distances_agree_with_published_ones(void **state) {
    (void)state;
    /* One degree of a great circle on the mean sphere is 111.195 km. */
    assert_near(lonlat_distance_km(at(0, 0), at(1, 0)), 111.195, 0.001);
    assert_near(lonlat_distance_km(at(179.5, 0), at(-179.5, 0)), 111.195, 0.001);
    assert_near(lonlat_distance_km(at(0, 90), at(120, -90)), 20015.1, 0.1);
}

static void an_offset_is_as_far_away_as_asked(void **state) {
    (void)state;
    for (int bearing = 0; bearing < 360; bearing += 15) {
        struct lonlat from = at(179.9, 60), to = lonlat_offset(from, bearing, 250);
        assert_near(lonlat_distance_km(from, to), 250, 1e-6);
        assert_true(to.lon >= -180 && to.lon < 180);
    }
    struct lonlat north = lonlat_offset(at(10, 20), 0, 111.195);
    assert_near(north.lon, 10, near);
    assert_near(north.lat, 21, 1e-5);
}

static void an_area_with_a_hole_does_not_hold_what_is_in_the_hole(void **state) {
    (void)state;
    struct lonlat outer[] = {{0, 0}, {10, 0}, {10, 10}, {0, 10}}, inner[] = {{4, 4}, {6, 4}, {6, 6}, {4, 6}};
    struct path rings[] = {{outer, 4}, {inner, 4}};
    struct shape area = {SHAPE_AREA, rings, 2, 2};
    assert_true(shape_contains(&area, at(2, 2)));
    assert_false(shape_contains(&area, at(5, 5)));
    assert_false(shape_contains(&area, at(12, 5)));
    assert_true(shape_contains(&area, at(362, 2)));
}

static void a_line_falls_into_pieces_at_the_window(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct page_point points[] = {{-5, 5}, {5, 5}, {5, 15}, {8, 15}, {8, 5}, {9, 5}};
    struct page_shape pieces = {0};
    clip_line((struct page_path){points, 6, false}, (struct page_box){0, 0, 10, 10}, arena, &pieces);
    assert_int_equal(pieces.count, 2);
    assert_int_equal(pieces.items[0].count, 3);
    assert_near(pieces.items[0].points[0].x, 0, near);
    assert_near(pieces.items[0].points[2].y, 10, near);
    assert_int_equal(pieces.items[1].count, 3);
    assert_near(pieces.items[1].points[2].x, 9, 0);
    arena_close(arena);
}

static double ring_area(struct page_path ring) {
    double sum = 0;
    for (size_t i = 0; i < ring.count; i++) {
        struct page_point a = ring.points[i], b = ring.points[(i + 1) % ring.count];
        sum += a.x * b.y - b.x * a.y;
    }
    return fabs(sum) / 2;
}

static void a_ring_is_cut_to_the_window_exactly(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct page_point points[] = {{5, -10}, {20, 5}, {5, 20}, {-10, 5}}; /* a diamond around the window */
    struct page_path cut = clip_ring((struct page_path){points, 4, true}, (struct page_box){0, 0, 10, 10}, arena);
    assert_near(ring_area(cut), 100, 1e-9);
    struct page_path away = clip_ring((struct page_path){points, 4, true}, (struct page_box){30, 30, 40, 40}, arena);
    assert_int_equal(away.count, 0);
    arena_close(arena);
}

enum { WAVE = 400 };

static void make_wave(struct page_point points[WAVE]) {
    for (int i = 0; i < WAVE; i++)
        points[i] = (struct page_point){i * 0.7, 40 * sin(i * 0.05) + 0.3 * sin(i * 2.1)};
}

static void simplifying_keeps_ends_and_stays_near(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct page_point points[WAVE];
    make_wave(points);
    struct page_path line = simplify_path((struct page_path){points, WAVE, false}, 0.8, arena);
    assert_true(line.count > 10 && line.count < WAVE / 3);
    assert_true(line.points[0].x == points[0].x && line.points[line.count - 1].x == points[WAVE - 1].x);
    for (size_t i = 1; i < line.count; i++)
        assert_true(line.points[i].x > line.points[i - 1].x);
    arena_close(arena);
}

static void a_line_and_its_reverse_simplify_to_the_same_points(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct page_point points[WAVE], backwards[WAVE];
    make_wave(points);
    for (int i = 0; i < WAVE; i++)
        backwards[i] = points[WAVE - 1 - i];
    struct page_path a = simplify_path((struct page_path){points, WAVE, false}, 0.6, arena);
    struct page_path b = simplify_path((struct page_path){backwards, WAVE, false}, 0.6, arena);
    assert_int_equal(a.count, b.count);
    for (size_t i = 0; i < a.count; i++)
        assert_true(a.points[i].x == b.points[b.count - 1 - i].x);
    arena_close(arena);
}

static void a_ring_keeps_three_points_however_small(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct page_point points[20];
    for (int i = 0; i < 20; i++)
        points[i] = (struct page_point){0.01 * cos(i * 0.314159), 0.01 * sin(i * 0.314159)};
    assert_int_equal(simplify_path((struct page_path){points, 20, true}, 5, arena).count, 3);
    arena_close(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bounds_grow_around_the_antimeridian_where_that_is_shorter),
        cmocka_unit_test(bounds_that_grow_westwards_keep_west_in_range),
        cmocka_unit_test(bounds_never_exceed_one_turn),
        cmocka_unit_test(bounds_far_apart_unite_the_short_way),
        cmocka_unit_test(distances_agree_with_published_ones),
        cmocka_unit_test(an_offset_is_as_far_away_as_asked),
        cmocka_unit_test(an_area_with_a_hole_does_not_hold_what_is_in_the_hole),
        cmocka_unit_test(a_line_falls_into_pieces_at_the_window),
        cmocka_unit_test(a_ring_is_cut_to_the_window_exactly),
        cmocka_unit_test(simplifying_keeps_ends_and_stays_near),
        cmocka_unit_test(a_line_and_its_reverse_simplify_to_the_same_points),
        cmocka_unit_test(a_ring_keeps_three_points_however_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Projections: the choice, the fit to the page, there and back, shapes. */
#include "projection.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct page_box page = {0, 0, 1200, 900};

static void assert_near(double a, double b, double tolerance) {
    if (!(fabs(a - b) <= tolerance))
        fail_msg("%.9g is not within %g of %.9g", a, tolerance, b);
}

struct choice {
    struct bounds bounds;
    const char *projection;
};

/* The rules' own borders: narrow, portrait, landscape, square, equator, pole, hemisphere, world. */
static const struct choice choices[] = {
    {{69, 39, 72, 41}, "+proj=tmerc +approx +lat_0=40 +lon_0=70.5 +k=0.9999"},
    {{44, 38, 50, 42}, "+proj=tmerc +approx +lat_0=40 +lon_0=47 +k=0.9996"},
    {{-76, -56, -66, -17}, "+proj=tmerc +lat_0=-36.5 +lon_0=-71 +k=0.9996"},
    {{22, 44, 40, 53}, "+proj=lcc +lat_1=45.5 +lat_2=51.5 +lat_0=48.5 +lon_0=31"},
    {{20, 40, 34, 50}, "+proj=stere +lat_0=45 +lon_0=27"},
    {{20, -5, 40, 5}, "+proj=merc +lat_ts=0 +lon_0=30"},
    {{20, 70, 60, 80}, "+proj=stere +lat_0=90 +lon_0=40"},
    {{-180, 75, 180, 90}, "+proj=stere +lat_0=90 +lon_0=0"},
    {{-180, -90, 180, -75}, "+proj=stere +lat_0=-90 +lon_0=0"},
    {{-30, -40, 60, 70}, "+proj=laea +lat_0=15 +lon_0=15"},
    {{-180, -60, 180, 80}, "+proj=eqearth +lon_0=0"},
    {{176, -19, 183, -15}, "+proj=lcc"},
    {{170, -15, 190, -5}, "+proj=merc"},
};

static struct projection *opened(struct bounds bounds, struct arena *arena) {
    struct projection *projection = NULL;
    struct error error = {0};
    if (!projection_open(projection_choose(bounds, arena), bounds, page, &projection, &error))
        fail_msg("%s", error.message);
    return projection;
}

static void the_choice_follows_the_projection_wizard(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++) {
        struct text chosen = projection_choose(choices[i].bounds, arena);
        if (!text_starts(chosen, text_of(choices[i].projection)))
            print_error("%s: %.*s\n", choices[i].projection, TEXT_ARGS(chosen));
        assert_true(text_starts(chosen, text_of(choices[i].projection)));
    }
    arena_close(arena);
}

static void every_frame_fits_its_page(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++) {
        struct bounds bounds = choices[i].bounds;
        struct projection *projection = opened(bounds, arena);
        struct lonlat corners[] = {
            {bounds.west, bounds.south}, {bounds.east, bounds.north}, {bounds.west, bounds.north}};
        struct page_point at[3];
        projection_forward(projection, corners, 3, at);
        for (int k = 0; k < 3; k++) {
            assert_true(at[k].x >= -0.01 && at[k].x <= 1200.01);
            assert_true(at[k].y >= -0.01 && at[k].y <= 900.01);
        }
        projection_close(projection);
    }
    arena_close(arena);
}

static void there_and_back_is_the_same_point(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++) {
        struct projection *projection = opened(choices[i].bounds, arena);
        for (double x = 100; x < 1200; x += 250) {
            struct lonlat point = projection_inverse(projection, (struct page_point){x, 450});
            if (isnan(point.lon))
                continue;
            assert_true(bounds_contain(projection_bounds(projection), point));
            struct page_point back;
            projection_forward(projection, &point, 1, &back);
            assert_near(back.x, x, 0.01);
            assert_near(back.y, 450, 0.01);
        }
        projection_close(projection);
    }
    arena_close(arena);
}

static void the_scale_is_that_of_the_ground(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct projection *projection = opened((struct bounds){69, 39, 72, 41}, arena);
    struct lonlat ends[] = {{70.5, 40}, {70.5, 40.1}}; /* 11.1 km on the ellipsoid: 111.03 km a degree at 40° N */
    struct page_point at[2];
    projection_forward(projection, ends, 2, at);
    double units = hypot(at[1].x - at[0].x, at[1].y - at[0].y);
    assert_near(projection_scale(projection, ends[0]) * 11103.5, units, units * 1e-3);
    assert_true(at[1].y < at[0].y);
    projection_close(projection);
    arena_close(arena);
}

static void a_frame_across_the_antimeridian_shows_longitudes_beyond_180(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct projection *projection = opened((struct bounds){176, -19, 183, -15}, arena);
    struct bounds shown = projection_bounds(projection);
    assert_true(shown.west > 170 && shown.west < 176.01);
    assert_true(shown.east > 182.99 && shown.east < 190);
    struct lonlat east = projection_inverse(projection, (struct page_point){1190, 450});
    assert_true(east.lon > 180 && east.lon < 190);
    struct lonlat same[] = {{-178, -17}, {182, -17}};
    struct page_point at[2];
    projection_forward(projection, same, 2, at);
    assert_near(at[0].x, at[1].x, 1e-6);
    projection_close(projection);
    arena_close(arena);
}

static void a_page_with_a_pole_shows_all_longitudes(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct projection *projection = opened((struct bounds){-180, 75, 180, 90}, arena);
    struct bounds shown = projection_bounds(projection);
    assert_near(shown.east - shown.west, 360, 0);
    assert_near(shown.north, 90, 0);
    assert_true(shown.south > 60 && shown.south < 75.01);
    projection_close(projection);
    arena_close(arena);
}

static struct page_shape project_area(struct projection *projection, struct lonlat *points, size_t count,
                                      struct arena *arena) {
    struct path ring = {points, count};
    struct shape area = {SHAPE_AREA, &ring, 1, 1};
    struct page_shape result = {0};
    projection_shape(projection, &area, page, 0.4, arena, &result);
    return result;
}

static void an_area_around_the_frame_fills_the_page(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct lonlat huge[] = {{-170, -80}, {0, -80}, {170, -80}, {170, 84}, {0, 84}, {-170, 84}};
    struct bounds frames[] = {{69, 39, 72, 41}, {22, 44, 40, 53}, {20, -5, 40, 5}, {20, 70, 60, 80}};
    for (int i = 0; i < 4; i++) {
        struct projection *projection = opened(frames[i], arena);
        struct page_shape filled = project_area(projection, huge, 6, arena);
        for (double x = 10; x < 1200; x += 118)
            for (double y = 10; y < 900; y += 110) {
                struct lonlat there = projection_inverse(projection, (struct page_point){x, y});
                if (fabs(there.lat) < 79)
                    assert_true(page_shape_contains(&filled, (struct page_point){x, y}));
            }
        projection_close(projection);
    }
    arena_close(arena);
}

static void an_area_across_the_antimeridian_lies_where_it_should(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct projection *projection = opened((struct bounds){176, -19, 183, -15}, arena);
    struct lonlat jump[] = {{178, -18}, {-178, -18}, {-178, -16}, {178, -16}};
    struct lonlat unwrapped[] = {{178, -18}, {182, -18}, {182, -16}, {178, -16}};
    struct lonlat half[] = {{-180, -18}, {-178, -18}, {-178, -16}, {-180, -16}};
    struct lonlat probes[] = {{179, -17}, {-179, -17}, {177, -17}};
    struct page_point at[3];
    projection_forward(projection, probes, 3, at);
    struct page_shape a = project_area(projection, jump, 4, arena), b = project_area(projection, unwrapped, 4, arena);
    struct page_shape c = project_area(projection, half, 4, arena);
    assert_true(page_shape_contains(&a, at[0]) && page_shape_contains(&a, at[1]) && !page_shape_contains(&a, at[2]));
    assert_true(page_shape_contains(&b, at[0]) && page_shape_contains(&b, at[1]) && !page_shape_contains(&b, at[2]));
    assert_true(!page_shape_contains(&c, at[0]) && page_shape_contains(&c, at[1]));
    projection_close(projection);
    arena_close(arena);
}

static void an_area_around_a_pole_covers_it(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct lonlat cap[36], probes[] = {{10, 89.5}, {100, 85}, {-100, 78}};
    for (int i = 0; i < 36; i++)
        cap[i] = (struct lonlat){-175 + 10.0 * i, 80};
    struct bounds frames[] = {{-180, 75, 180, 90}, {-180, -60, 180, 90}};
    for (int i = 0; i < 2; i++) {
        struct projection *projection = opened(frames[i], arena);
        struct page_shape area = project_area(projection, cap, 36, arena);
        struct page_point at[3];
        projection_forward(projection, probes, 3, at);
        assert_true(page_shape_contains(&area, at[0]));
        assert_true(page_shape_contains(&area, at[1]));
        assert_false(page_shape_contains(&area, at[2]));
        projection_close(projection);
    }
    arena_close(arena);
}

static void a_world_map_is_cut_at_its_seam(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct bounds pacific = {-30, -60, 330, 80};
    struct projection *projection = opened(pacific, arena);
    struct lonlat africa[] = {{-40, 0}, {-10, 0}, {-10, 20}, {-40, 20}}; /* across the seam at 30° W */
    struct page_shape area = project_area(projection, africa, 4, arena);
    assert_int_equal(area.count, 2);
    for (size_t i = 0; i < area.count; i++)
        for (size_t k = 0; k < area.items[i].count; k++) {
            double x = area.items[i].points[k].x;
            assert_true(x < 100 || x > 1100);
        }
    projection_close(projection);
    arena_close(arena);
}

static void a_parallel_is_bent_where_the_projection_bends_it(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct projection *projection = opened((struct bounds){-130, 40, -60, 60}, arena);
    struct lonlat parallel[] = {{-125, 49}, {-90, 49}};
    struct path path = {parallel, 2};
    struct shape line = {SHAPE_LINES, &path, 1, 1};
    struct page_shape result = {0};
    projection_shape(projection, &line, page, 0.3, arena, &result);
    assert_int_equal(result.count, 1);
    assert_true(result.items[0].count > 8);
    struct lonlat probe = {-107.5, 49};
    struct page_point at;
    projection_forward(projection, &probe, 1, &at);
    double nearest = INFINITY;
    for (size_t i = 1; i < result.items[0].count; i++) {
        struct page_point a = result.items[0].points[i - 1], b = result.items[0].points[i];
        double t = (at.x - a.x) / (b.x - a.x);
        if (t >= 0 && t <= 1)
            nearest = fmin(nearest, fabs(a.y + t * (b.y - a.y) - at.y));
    }
    assert_true(nearest < 0.6);
    projection_close(projection);
    arena_close(arena);
}

static void a_line_that_leaves_and_comes_back_is_not_joined_along_the_frame(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct projection *projection = opened((struct bounds){69, 39, 72, 41}, arena);
    struct lonlat zigzag[] = {{70, 40}, {70, 60}, {71, 60}, {71, 40}};
    struct path path = {zigzag, 4};
    struct shape line = {SHAPE_LINES, &path, 1, 1};
    struct page_shape result = {0};
    projection_shape(projection, &line, page, 0.3, arena, &result);
    assert_int_equal(result.count, 2);
    assert_false(result.items[0].closed);
    projection_close(projection);
    arena_close(arena);
}

static void an_impossible_projection_is_an_error(void **state) {
    (void)state;
    struct projection *projection = NULL;
    struct error error = {0};
    assert_false(projection_open(TEXT("+proj=nonsense"), (struct bounds){0, 0, 1, 1}, page, &projection, &error));
    assert_null(projection);
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    assert_non_null(strstr(error.message, "+proj=nonsense"));
    assert_false(projection_open(TEXT("+proj=merc"), bounds_empty(), page, &projection, &error));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_choice_follows_the_projection_wizard),
        cmocka_unit_test(every_frame_fits_its_page),
        cmocka_unit_test(there_and_back_is_the_same_point),
        cmocka_unit_test(the_scale_is_that_of_the_ground),
        cmocka_unit_test(a_frame_across_the_antimeridian_shows_longitudes_beyond_180),
        cmocka_unit_test(a_page_with_a_pole_shows_all_longitudes),
        cmocka_unit_test(an_area_around_the_frame_fills_the_page),
        cmocka_unit_test(an_area_across_the_antimeridian_lies_where_it_should),
        cmocka_unit_test(an_area_around_a_pole_covers_it),
        cmocka_unit_test(a_world_map_is_cut_at_its_seam),
        cmocka_unit_test(a_parallel_is_bent_where_the_projection_bends_it),
        cmocka_unit_test(a_line_that_leaves_and_comes_back_is_not_joined_along_the_frame),
        cmocka_unit_test(an_impossible_projection_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

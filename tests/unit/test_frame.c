/* Frames: sizes, projections that fill the panel, relief, scale bars, status by date. */
#include "frame.h"
#include "furniture.h"
#include "relief.h"
#include "scene_add.h"
#include "status.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static int open_arena(void **state) {
    *state = arena_open();
    return 0;
}

static int close_arena(void **state) {
    arena_close(*state);
    return 0;
}

static const struct frame_layout usual = {1200, 900, {26, 80, 1174, 780}, {26, 80, 1174, 840}};

static struct frame open_frame(struct bounds bounds, struct arena *arena) {
    struct frame frame;
    struct error error = {0};
    if (!frame_open(&usual, bounds, 34, arena, &frame, &error))
        fail_msg("%s", error.message);
    return frame;
}

static void assert_inside_panel(const struct frame *frame, double lon, double lat) {
    struct page_point at = frame_project(frame, (struct lonlat){lon, lat});
    if (!frame_shows(frame, at, 5))
        fail_msg("%g %g lies at %g %g", lon, lat, at.x, at.y);
}

static void all_that_must_be_seen_lies_in_the_panel_with_room_around(void **state) {
    static const struct bounds frames[] = {
        {68, 38.5, 74, 41.5}, {44, 38, 48, 42}, {177, 62, 192, 68}, {-73, -56, -66, -17}, {30, 44, 41, 52}};
    for (size_t i = 0; i < sizeof frames / sizeof frames[0]; i++) {
        struct frame frame = open_frame(frames[i], *state);
        assert_inside_panel(&frame, frames[i].west, frames[i].south);
        assert_inside_panel(&frame, frames[i].east, frames[i].south);
        assert_inside_panel(&frame, frames[i].west, frames[i].north);
        assert_inside_panel(&frame, frames[i].east, frames[i].north);
        frame_close(&frame);
    }
}

static void a_frame_is_no_larger_than_it_must_be(void **state) {
    struct frame frame = open_frame((struct bounds){68, 38.5, 74, 41.5}, *state);
    double wide = (usual.panel.right - usual.panel.left) * frame.km_per_unit;
    assert_true(wide > 515 && wide < 640); /* six degrees are 512 km there */
    frame_close(&frame);
}

static void detail_follows_the_scale(void **state) {
    struct frame near = open_frame((struct bounds){70, 39.8, 71, 40.3}, *state),
                 wide = open_frame((struct bounds){20, 35, 75, 56}, *state);
    assert_string_equal(near.detail, "");
    assert_string_equal(wide.detail, "-5km");
    assert_string_equal(frame_layer_name(&wide, "borders", *state), "borders-5km.fgb");
    frame_close(&near);
    frame_close(&wide);
}

static void a_point_grows_to_the_least_size_around_its_middle(void **state) {
    (void)state;
    struct bounds bounds = frame_at_least((struct bounds){70, 40, 70, 40}, 60);
    assert_true(fabs(frame_width_km(bounds) - 60) < 0.5 && fabs(frame_height_km(bounds) - 60) < 0.5);
    assert_true(fabs(bounds.west + bounds.east - 140) < 1e-9);
    struct bounds large = {10, 40, 30, 50};
    assert_true(fabs(frame_at_least(large, 60).west - 10) < 1e-12);
}

static void a_frame_at_the_antimeridian_starts_west_of_it(void **state) {
    (void)state;
    struct bounds bounds = frame_at_least((struct bounds){-180, 65, -180, 65}, 100);
    assert_true(bounds.west > 170 && bounds.west < 180 && bounds.east > 180);
}

static void lettering_grows_less_than_the_page(void **state) {
    (void)state;
    assert_true(fabs(frame_unit(1200, 900) - 1) < 1e-12);
    assert_true(frame_unit(2400, 1800) > 1.5 && frame_unit(2400, 1800) < 2);
    assert_true(frame_unit(320, 240) >= 0.62);
    assert_true(frame_unit(20000, 20000) <= 2.2);
}

static void scale_bars_are_round(void **state) {
    (void)state;
    static const double cases[][2] = {{73, 50}, {50, 50}, {49.9, 20}, {199, 100}, {2, 2}, {0.73, 0.5}, {1000, 1000}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_true(fabs(scale_bar_length(cases[i][0]) - cases[i][1]) < 1e-9);
    assert_true(scale_bar_length(0.01) <= 0);
}

static void brightness_is_elevation(void **state) {
    (void)state;
    assert_true(relief_metres(90) <= 0);
    assert_true(fabs(relief_metres(105 + 1.75 * 50) - 2500) < 1e-6);
}

/* A cone of a mountain in the middle of the frame. */
static struct raster cone(struct arena *arena) {
    struct raster raster = {64, 64, ARENA_ARRAY(arena, float, 64 * 64), {68, 38, 74, 42}};
    for (int i = 0; i < 64 * 64; i++)
        raster.values[i] = (float)fmax(105, 240 - 6 * hypot(i % 64 - 31.5, i / 64 - 31.5));
    return raster;
}

static double mean_light(const struct scene_image *image, int from_x, int to_x) {
    double sum = 0;
    for (int y = image->height * 2 / 5; y < image->height * 3 / 5; y++)
        for (int x = from_x; x < to_x; x++) {
            const uint8_t *pixel = image->pixels + ((size_t)y * (size_t)image->width + (size_t)x) * 4;
            sum += pixel[0] > 128 ? pixel[3] : -pixel[3];
        }
    return sum;
}

static void slopes_towards_the_light_are_light_and_the_sea_stays_clear(void **state) {
    struct arena *arena = *state;
    struct frame frame = open_frame((struct bounds){68, 38.5, 74, 41.5}, arena);
    struct raster raster = cone(arena);
    struct paint paint = {.fill = {0, 0, 0, 1}, .line = {.colour = {255, 255, 255, 1}}, .exaggeration = 1};
    struct page_shape land = scene_rectangle(arena, (struct page_box){26, 80, 900, 840});
    struct page_box box;
    struct scene_image image = relief_shade(frame.projection, usual.window, &raster, &land, &paint, 1, arena, &box);
    int middle = image.width / 2, shore = (int)(image.width * (905 - box.left) / (box.right - box.left));
    assert_true(mean_light(&image, middle - 60, middle - 10) > 0);
    assert_true(mean_light(&image, middle + 10, middle + 60) < 0);
    for (int x = shore; x < image.width; x++)
        assert_int_equal(image.pixels[((size_t)image.height / 2 * (size_t)image.width + (size_t)x) * 4 + 3], 0);
    frame_close(&frame);
}

static void a_status_holds_from_its_first_day_to_the_day_before_the_next(void **state) {
    (void)state;
    struct date from = {1991, 8, 31}, to = {2025, 3, 13};
    assert_true(status_holds(from, to, (struct date){1991, 8, 31}));
    assert_true(status_holds(from, to, (struct date){2025, 3, 12}));
    assert_false(status_holds(from, to, (struct date){2025, 3, 13}));
    assert_false(status_holds(from, to, (struct date){0, 0, 0})); /* no date: the latest */
    assert_true(status_holds(to, (struct date){0, 0, 0}, (struct date){0, 0, 0}));
    assert_true(status_holds_written(TEXT("2020-11-10"), TEXT(""), (struct date){2022, 9, 14}));
}

static void an_agreement_makes_the_line_older_from_its_day(void **state) {
    (void)state;
    struct line_change change = {TEXT("border:AA-BB"), {2025, 3, 13}};
    struct status status = {.changes = {.items = &change, .count = 1}};
    struct date latest = {0, 0, 0};
    assert_int_equal(status_line_changed(&status, TEXT("border:AA-BB"), latest).year, 2025);
    assert_int_equal(status_line_changed(&status, TEXT("border:AA-BB"), change.date).day, 13);
    assert_false(date_known(status_line_changed(&status, TEXT("border:AA-BB"), (struct date){2025, 3, 12})));
    assert_false(date_known(status_line_changed(&status, TEXT("border:AA-CC"), latest)));
}

static void a_status_for_the_whole_border_goes_before_one_for_a_part(void **state) {
    (void)state;
    struct border_status rows[] = {
        {.ref = TEXT("border:AA-BB"), .class = BORDER_DISPUTED, .part = TEXT("in the north")},
        {.ref = TEXT("border:AA-BB"), .class = BORDER_UNDELIMITED}};
    struct status status = {.borders = {rows, 2, 2}};
    assert_int_equal(status_of_border(&status, TEXT("border:AA-BB"), (struct date){2022, 1, 1})->class,
                     BORDER_UNDELIMITED);
    assert_null(status_of_border(&status, TEXT("border:AA-CC"), (struct date){2022, 1, 1}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_that_must_be_seen_lies_in_the_panel_with_room_around),
        cmocka_unit_test(a_frame_is_no_larger_than_it_must_be),
        cmocka_unit_test(detail_follows_the_scale),
        cmocka_unit_test(a_point_grows_to_the_least_size_around_its_middle),
        cmocka_unit_test(a_frame_at_the_antimeridian_starts_west_of_it),
        cmocka_unit_test(lettering_grows_less_than_the_page),
        cmocka_unit_test(scale_bars_are_round),
        cmocka_unit_test(brightness_is_elevation),
        cmocka_unit_test(slopes_towards_the_light_are_light_and_the_sea_stays_clear),
        cmocka_unit_test(a_status_holds_from_its_first_day_to_the_day_before_the_next),
        cmocka_unit_test(a_status_for_the_whole_border_goes_before_one_for_a_part),
        cmocka_unit_test(an_agreement_makes_the_line_older_from_its_day),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

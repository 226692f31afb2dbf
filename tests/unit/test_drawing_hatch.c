#include "arena_fixture.h"
#include "hatch.h"
#include "list.h"

#include <math.h>

static const struct page_box page = {0, 0, 100, 100};
static const struct hatch level = {{0, 0, 0, 1}, 1, 10, 0};

/* Counted clockwise on the page, or the other way round. */
static void add_square(struct page_shape *shape, double left, double top, double size, bool clockwise) {
    struct page_path *path = LIST_PUSH(arena, shape);
    path->points = ARENA_ARRAY(arena, struct page_point, 4);
    path->count = 4;
    path->closed = true;
    for (int i = 0; i < 4; i++) {
        int corner = clockwise ? i : 3 - i;
        path->points[i] =
            (struct page_point){left + (corner == 1 || corner == 2 ? size : 0), top + (corner >= 2 ? size : 0)};
    }
}

static double length_of(const struct page_shape *lines) {
    double length = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct page_point *p = lines->items[i].points;
        length += hypot(p[1].x - p[0].x, p[1].y - p[0].y);
    }
    return length;
}

static void assert_length(const struct page_shape *lines, double expected) {
    double length = length_of(lines);
    if (fabs(length - expected) > 0.01)
        fail_msg("the lines are %g long, should be %g", length, expected);
}

static void lines_end_where_the_shape_ends(void **state) {
    (void)state;
    struct page_shape shape = {0};
    add_square(&shape, 25, 25, 30, true);
    struct page_shape lines = hatch_lines(arena, &level, &shape, false, page);
    assert_int_equal(lines.count, 3);
    assert_length(&lines, 90);
    assert_true(fabs(lines.items[0].points[0].y - 30) < 1e-9);
}

static void a_slanting_hatch_covers_as_much(void **state) {
    (void)state;
    struct page_shape shape = {0};
    struct hatch slanting = {{0, 0, 0, 1}, 1, 0.5, 37};
    add_square(&shape, 20, 20, 40, true);
    struct page_shape lines = hatch_lines(arena, &slanting, &shape, false, page);
    assert_true(fabs(length_of(&lines) * 0.5 - 1600) < 10);
}

static void a_hole_stays_empty_by_either_rule(void **state) {
    (void)state;
    for (int even_odd = 0; even_odd < 2; even_odd++) {
        struct page_shape shape = {0};
        add_square(&shape, 5, 5, 90, true);
        add_square(&shape, 35, 35, 30, even_odd);
        struct page_shape lines = hatch_lines(arena, &level, &shape, even_odd, page);
        assert_length(&lines, 9 * 90 - 3 * 30);
    }
}

static void what_is_wound_twice_is_full_by_the_one_rule_and_empty_by_the_other(void **state) {
    (void)state;
    struct page_shape shape = {0};
    add_square(&shape, 5, 5, 90, true);
    add_square(&shape, 35, 35, 30, true);
    struct page_shape full = hatch_lines(arena, &level, &shape, false, page),
                      empty = hatch_lines(arena, &level, &shape, true, page);
    assert_length(&full, 9 * 90);
    assert_length(&empty, 9 * 90 - 3 * 30);
}

static void areas_side_by_side_match(void **state) {
    (void)state;
    struct page_shape left = {0}, right = {0}, both = {0};
    struct hatch slanting = {{0, 0, 0, 1}, 1, 7, 45};
    add_square(&left, 10, 10, 40, true);
    add_square(&right, 50, 10, 40, true);
    add_square(&both, 10, 10, 40, true);
    add_square(&both, 50, 10, 40, true);
    struct page_shape a = hatch_lines(arena, &slanting, &left, false, page),
                      b = hatch_lines(arena, &slanting, &right, false, page);
    struct page_shape whole = hatch_lines(arena, &slanting, &both, false, page);
    assert_length(&whole, length_of(&a) + length_of(&b));
}

static void nothing_is_beyond_the_page(void **state) {
    (void)state;
    struct page_shape shape = {0};
    add_square(&shape, -1000, -1000, 5000, true);
    struct page_shape lines = hatch_lines(arena, &level, &shape, false, page);
    assert_int_equal(lines.count, 11);
    assert_length(&lines, 1100);
}

static void too_many_lines_and_no_numbers_give_none(void **state) {
    (void)state;
    struct page_shape shape = {0}, broken = {0};
    struct hatch fine = {{0, 0, 0, 1}, 1, 1e-9, 0};
    add_square(&shape, 0, 0, 90, true);
    add_square(&broken, (double)NAN, 0, 90, true);
    assert_int_equal(hatch_lines(arena, &fine, &shape, false, page).count, 0);
    assert_int_equal(hatch_lines(arena, &level, &broken, false, page).count, 0);
    assert_int_equal(hatch_lines(arena, &level, &(struct page_shape){0}, false, page).count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_where_the_shape_ends),
        cmocka_unit_test(a_slanting_hatch_covers_as_much),
        cmocka_unit_test(a_hole_stays_empty_by_either_rule),
        cmocka_unit_test(what_is_wound_twice_is_full_by_the_one_rule_and_empty_by_the_other),
        cmocka_unit_test(areas_side_by_side_match),
        cmocka_unit_test(nothing_is_beyond_the_page),
        cmocka_unit_test(too_many_lines_and_no_numbers_give_none),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

/* Arcs stitched into the areas of countries, measured, and lines taken out where others run. */
#include "arcs.h"
#include "arena_fixture.h"
#include "list.h"
#include "near_grid.h"

#include <math.h>
#include <stdio.h>

enum { POINTS_LIMIT = 16 };

/* An arc through points written as "x y, x y"; closed where the last is the first. */
static struct arc arc_of(const char *a, const char *b, const char *written) {
    struct text rest = text_of(written), part;
    struct page_path path = {ARENA_ARRAY(arena, struct page_point, POINTS_LIMIT), 0, false};
    while (text_split(&rest, ',', &part)) {
        double x, y;
        assert_true(path.count < POINTS_LIMIT);
        assert_int_equal(sscanf(text_c(arena, part), "%lf %lf", &x, &y), 2);
        path.points[path.count++] = (struct page_point){x, y};
    }
    struct page_point first = path.points[0], last = path.points[path.count - 1];
    path.closed = first.x == last.x && first.y == last.y;
    path.count -= path.closed;
    return (struct arc){.path = path, .a = text_of(a), .b = text_of(b)};
}

static void add_arc(struct arcs *arcs, const char *a, const char *b, const char *points) {
    *LIST_PUSH(arena, arcs) = arc_of(a, b, points);
}

static struct country_polygons stitch(const struct arcs *arcs) {
    struct country_polygons polygons = {0};
    struct error error = {0};
    if (!arcs_stitch(arcs, arena, &polygons, &error))
        fail_msg("%s", error.message);
    return polygons;
}

static bool contains(const struct country_polygon *polygon, double x, double y) {
    struct page_shape shape = {polygon->rings, polygon->count, polygon->count};
    return page_shape_contains(&shape, (struct page_point){x, y});
}

/* The code of the only polygon around the point; "" if none. */
static const char *country_at(const struct country_polygons *polygons, double x, double y) {
    const char *found = "";
    for (size_t i = 0; i < polygons->count; i++) {
        if (contains(&polygons->items[i], x, y)) {
            assert_string_equal(found, "");
            found = text_c(arena, polygons->items[i].code);
        }
    }
    return found;
}

/* Two squares of one degree that share the border x = 1. */
static struct arcs neighbours(void) {
    struct arcs arcs = {0};
    add_arc(&arcs, "AA", "BB", "1 0, 1 0.5, 1 1");
    add_arc(&arcs, "AA", "", "1 1, 0 1, 0 0, 1 0");
    add_arc(&arcs, "BB", "", "1 0, 2 0, 2 1, 1 1");
    return arcs;
}

static void neighbours_share_their_border_and_keep_their_ground(void **state) {
    (void)state;
    struct arcs arcs = neighbours();
    struct country_polygons polygons = stitch(&arcs);
    assert_int_equal(polygons.count, 2);
    assert_text(polygons.items[0].code, "AA");
    assert_string_equal(country_at(&polygons, 0.5, 0.5), "AA");
    assert_string_equal(country_at(&polygons, 1.5, 0.5), "BB");
    assert_string_equal(country_at(&polygons, 2.5, 0.5), "");
    assert_int_equal(polygons.items[0].rings[0].count, 5);
    assert_true(fabs(polygons.items[0].km2 - polygons.items[1].km2) < 1e-6);
}

static void the_way_an_arc_runs_does_not_matter(void **state) {
    (void)state;
    struct arcs arcs = {0};
    add_arc(&arcs, "AA", "BB", "1 1, 1 0.5, 1 0");
    add_arc(&arcs, "AA", "", "1 1, 0 1, 0 0, 1 0");
    add_arc(&arcs, "BB", "", "1 1, 2 1, 2 0, 1 0");
    struct country_polygons polygons = stitch(&arcs);
    assert_int_equal(polygons.count, 2);
    assert_string_equal(country_at(&polygons, 0.5, 0.5), "AA");
    assert_string_equal(country_at(&polygons, 1.5, 0.5), "BB");
}

static void an_enclave_is_a_hole_and_what_lies_in_it_is_not(void **state) {
    (void)state;
    struct arcs arcs = {0};
    add_arc(&arcs, "AA", "", "0 0, 9 0, 9 9, 0 9, 0 0");
    add_arc(&arcs, "AA", "BB", "2 2, 6 2, 6 6, 2 6, 2 2");
    add_arc(&arcs, "AA", "BB", "3 3, 5 3, 5 5, 3 5, 3 3");
    struct country_polygons polygons = stitch(&arcs);
    assert_int_equal(polygons.count, 3);
    assert_string_equal(country_at(&polygons, 1, 1), "AA");
    assert_string_equal(country_at(&polygons, 2.5, 2.5), "BB");
    assert_string_equal(country_at(&polygons, 4, 4), "AA");
    assert_int_equal(polygons.items[0].count, 2);
    assert_int_equal(polygons.items[1].count, 1);
    assert_text(polygons.items[2].code, "BB");
    assert_int_equal(polygons.items[2].count, 2);
}

static void islands_are_polygons_of_their_own_the_largest_first(void **state) {
    (void)state;
    struct arcs arcs = neighbours();
    add_arc(&arcs, "AA", "", "-1 0, -0.5 0, -0.5 0.5, -1 0");
    add_arc(&arcs, "AA", "", "-5 0, -2 0, -2 3, -5 3, -5 0");
    struct country_polygons polygons = stitch(&arcs);
    assert_int_equal(polygons.count, 4);
    assert_true(contains(&polygons.items[0], -3, 1));
    assert_true(contains(&polygons.items[1], 0.5, 0.5));
    assert_true(polygons.items[0].km2 > polygons.items[1].km2 && polygons.items[1].km2 > polygons.items[2].km2);
}

static void a_narrow_gap_in_an_outline_is_bridged(void **state) {
    (void)state;
    struct arcs arcs = {0};
    add_arc(&arcs, "AA", "BB", "1 0.03, 1 1");
    add_arc(&arcs, "AA", "", "1 1, 0 1, 0 0, 1 0");
    add_arc(&arcs, "BB", "", "1.03 0, 2 0, 2 1, 1.02 1");
    struct country_polygons polygons = stitch(&arcs);
    assert_int_equal(polygons.count, 2);
    assert_string_equal(country_at(&polygons, 0.5, 0.5), "AA");
    assert_string_equal(country_at(&polygons, 1.5, 0.5), "BB");
}

static void an_outline_that_stays_open_is_an_error(void **state) {
    (void)state;
    struct arcs arcs = {0};
    struct country_polygons polygons = {.count = 77};
    struct error error = {0};
    add_arc(&arcs, "AA", "BB", "1 0.5, 1 1");
    add_arc(&arcs, "AA", "", "1 1, 0 1, 0 0, 1 0");
    assert_false(arcs_stitch(&arcs, arena, &polygons, &error));
    assert_int_equal(error.kind, ERROR_INPUT);
    assert_holds(error.message, "AA");
    assert_holds(error.message, "1.0000 0.0000");
    assert_int_equal(polygons.count, 77);
}

/* As add_arc(), with the regions on either side. */
static void add_region_arc(struct arcs *arcs, const char *a, const char *b, const char *sides[2], const char *points) {
    struct arc arc = arc_of(a, b, points);
    arc.region_a = text_of(sides[0]);
    arc.region_b = text_of(sides[1]);
    *LIST_PUSH(arena, arcs) = arc;
}

/* The neighbours once more, AA cut at y = 0.5 into the regions S and N; BB has none. */
static struct arcs cut_neighbours(void) {
    struct arcs outlines = {0}, lines = {0};
    add_region_arc(&outlines, "AA", "BB", (const char *[]){"S", ""}, "1 0, 1 0.5");
    add_region_arc(&outlines, "AA", "BB", (const char *[]){"N", ""}, "1 0.5, 1 1");
    add_region_arc(&outlines, "AA", "", (const char *[]){"N", ""}, "1 1, 0 1, 0 0.5");
    add_region_arc(&outlines, "AA", "", (const char *[]){"S", ""}, "0 0.5, 0 0, 1 0");
    add_region_arc(&outlines, "BB", "", (const char *[]){"", ""}, "1 0, 2 0, 2 1, 1 1");
    add_region_arc(&lines, "S", "N", (const char *[]){"S", "N"}, "0 0.5, 1 0.5");
    return arcs_join(&outlines, &lines, arena);
}

static void regions_are_stitched_from_the_arcs_of_their_countries(void **state) {
    (void)state;
    struct arcs arcs = cut_neighbours();
    struct arcs of_regions = arcs_of_regions(&arcs, arena);
    struct country_polygons regions = stitch(&of_regions);
    assert_int_equal(of_regions.count, 5);
    assert_int_equal(regions.count, 2);
    assert_string_equal(country_at(&regions, 0.5, 0.25), "S");
    assert_string_equal(country_at(&regions, 0.5, 0.75), "N");
    assert_string_equal(country_at(&regions, 1.5, 0.5), "");
}

static void a_country_without_regions_is_a_hole_in_the_region_around_it(void **state) {
    (void)state;
    struct arcs arcs = cut_neighbours();
    add_region_arc(&arcs, "AA", "CC", (const char *[]){"S", ""}, "0.2 0.2, 0.4 0.2, 0.4 0.4, 0.2 0.4, 0.2 0.2");
    struct arcs of_regions = arcs_of_regions(&arcs, arena);
    struct country_polygons regions = stitch(&of_regions);
    assert_int_equal(regions.count, 2);
    assert_string_equal(country_at(&regions, 0.3, 0.3), "");
    assert_string_equal(country_at(&regions, 0.1, 0.3), "S");
}

static void no_arcs_make_no_countries(void **state) {
    (void)state;
    struct arcs arcs = {0};
    assert_int_equal(stitch(&arcs).count, 0);
}

/* An eighth of the globe: WGS 84 has a surface of 510 065 622 km2. */
static void the_area_of_an_octant_is_an_eighth_of_the_globe(void **state) {
    (void)state;
    struct arc octant = arc_of("AA", "", "0 0, 90 0, 90 90, 0 90, 0 0");
    assert_true(fabs(arcs_ring_km2(octant.path) - 510065622.0 / 8) < 20);
}

static void area_does_not_depend_on_the_way_round(void **state) {
    (void)state;
    struct arc one = arc_of("AA", "", "10 50, 12 50, 12 51, 10 51, 10 50");
    struct arc other = arc_of("AA", "", "12 51, 12 50, 10 50, 10 51, 12 51");
    assert_true(arcs_ring_km2(one.path) > 15000 && arcs_ring_km2(one.path) < 16000);
    assert_true(fabs(arcs_ring_km2(one.path) - arcs_ring_km2(other.path)) < 1e-6);
}

/* A quarter of a great circle of a sphere of 6371.0088 km is 10 007.557 km. */
static void lengths_are_those_of_great_circles(void **state) {
    (void)state;
    struct arc quarter = arc_of("AA", "BB", "0 0, 45 0, 90 0");
    struct arc round = arc_of("AA", "", "0 0, 90 0, 0 90, 0 0");
    assert_true(fabs(arcs_length_km(quarter.path) - 10007.557) < 0.5);
    assert_true(fabs(arcs_length_km(round.path) - 3 * 10007.557) < 1.5);
}

static void simplified_arcs_keep_their_ends_and_sides(void **state) {
    (void)state;
    struct arcs arcs = {0};
    add_arc(&arcs, "AA", "BB", "0 0, 1 0.001, 2 0, 3 0.001, 4 0");
    struct arcs simple = arcs_simplify(&arcs, 0.2, arena);
    struct page_path path = simple.items[0].path;
    assert_int_equal(simple.count, 1);
    assert_int_equal(path.count, 2);
    assert_true(path.points[0].x == 0 && path.points[1].x == 4);
    assert_text(simple.items[0].b, "BB");
    assert_int_equal(arcs_simplify(&arcs, 0, arena).items[0].path.count, 5);
    assert_int_equal(arcs.items[0].path.count, 5);
}

/* A line of points a step apart from `from` to `to`. */
static struct shape line_of(struct lonlat from, struct lonlat to, size_t steps) {
    struct path *path = ARENA_NEW(arena, struct path);
    path->points = ARENA_ARRAY(arena, struct lonlat, steps + 1);
    path->count = steps + 1;
    for (size_t i = 0; i <= steps; i++) {
        double part = (double)i / (double)steps;
        path->points[i] = (struct lonlat){from.lon + part * (to.lon - from.lon), from.lat + part * (to.lat - from.lat)};
    }
    return (struct shape){SHAPE_LINES, path, 1, 1};
}

static void what_runs_along_a_line_is_dropped(void **state) {
    (void)state;
    struct near_grid *grid = near_grid_new(0.1, arena);
    struct shape river = line_of((struct lonlat){0, 0}, (struct lonlat){10, 0}, 1);
    struct shape same = line_of((struct lonlat){2, 0.05}, (struct lonlat){8, -0.05}, 60);
    near_grid_add(grid, &river);
    near_grid_drop(grid, &same, arena);
    assert_int_equal(same.count, 0);
}

static void what_only_crosses_is_left_on_either_side(void **state) {
    (void)state;
    struct near_grid *grid = near_grid_new(0.1, arena);
    struct shape river = line_of((struct lonlat){0, 0}, (struct lonlat){10, 0}, 1);
    struct shape brook = line_of((struct lonlat){5, -3}, (struct lonlat){5, 3}, 12);
    near_grid_add(grid, &river);
    near_grid_drop(grid, &brook, arena);
    assert_int_equal(brook.count, 2);
    assert_int_equal(brook.paths[0].count, 7); /* one point more, on the river: the parts still meet there */
    assert_int_equal(brook.paths[1].count, 7);
    assert_true(fabs(brook.paths[0].points[6].lat) < 1e-9 && fabs(brook.paths[1].points[0].lat) < 1e-9);
}

static void what_is_far_away_stays_as_it_is(void **state) {
    (void)state;
    struct near_grid *grid = near_grid_new(0.1, arena);
    struct shape river = line_of((struct lonlat){0, 0}, (struct lonlat){10, 0}, 1);
    struct shape other = line_of((struct lonlat){0, 1}, (struct lonlat){10, 1}, 5);
    near_grid_add(grid, &river);
    near_grid_drop(grid, &other, arena);
    assert_int_equal(other.count, 1);
    assert_int_equal(other.paths[0].count, 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_share_their_border_and_keep_their_ground),
        cmocka_unit_test(the_way_an_arc_runs_does_not_matter),
        cmocka_unit_test(an_enclave_is_a_hole_and_what_lies_in_it_is_not),
        cmocka_unit_test(islands_are_polygons_of_their_own_the_largest_first),
        cmocka_unit_test(a_narrow_gap_in_an_outline_is_bridged),
        cmocka_unit_test(an_outline_that_stays_open_is_an_error),
        cmocka_unit_test(regions_are_stitched_from_the_arcs_of_their_countries),
        cmocka_unit_test(a_country_without_regions_is_a_hole_in_the_region_around_it),
        cmocka_unit_test(no_arcs_make_no_countries),
        cmocka_unit_test(the_area_of_an_octant_is_an_eighth_of_the_globe),
        cmocka_unit_test(area_does_not_depend_on_the_way_round),
        cmocka_unit_test(lengths_are_those_of_great_circles),
        cmocka_unit_test(simplified_arcs_keep_their_ends_and_sides),
        cmocka_unit_test(what_runs_along_a_line_is_dropped),
        cmocka_unit_test(what_only_crosses_is_left_on_either_side),
        cmocka_unit_test(what_is_far_away_stays_as_it_is),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

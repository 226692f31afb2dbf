/* Layers and rasters, from files that the tests write and from the data folder; what is read without GDAL is what GDAL
 * reads. */
#include "layer.h"

#include "file.h"
#include "layer_filter.h"
#include "ogr_layer.h"
#include "shape_writer.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* Two lines, a polygon with a hole, and a polygon on each side of the antimeridian. */
static const char features[] =
    "{\"type\":\"FeatureCollection\",\"features\":["
    "{\"type\":\"Feature\",\"properties\":{\"a\":\"KG\",\"km\":888},\"geometry\":{\"type\":\"LineString\","
    "\"coordinates\":"
    "[[69,39],[70,40],[71,39.5]]}},"
    "{\"type\":\"Feature\",\"properties\":{\"a\":\"UZ\",\"km\":5},\"geometry\":{\"type\":\"MultiLineString\","
    "\"coordinates\":"
    "[[[60,39],[61,40]],[[62,39],[63,40]]]}},"
    "{\"type\":\"Feature\",\"properties\":{\"a\":\"FJ\",\"km\":1},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
    "[[[178,-18],[180,-18],[180,-16],[178,-16],[178,-18]],[[179,-17.5],[179.5,-17.5],[179.5,-17],[179,-17.5]]]}},"
    "{\"type\":\"Feature\",\"properties\":{\"a\":\"FJ\",\"km\":2},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
    "[[[-180,-18],[-179,-18],[-179,-16],[-180,-16],[-180,-18]]]}}]}";

struct fixture {
    struct arena *arena;
    char directory[64];
    char *path;
};

static char *write_file(struct fixture *fixture, const char *name, const char *content) {
    char *path = text_c(fixture->arena, text_format(fixture->arena, "%s/%s", fixture->directory, name));
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(content, file) >= 0);
    assert_int_equal(fclose(file), 0);
    return path;
}

static int set_up(void **state) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    strcpy(fixture->directory, "/tmp/test-layer-XXXXXX");
    if (!mkdtemp(fixture->directory))
        return -1;
    fixture->arena = arena_open();
    fixture->path = write_file(fixture, "features.geojson", features);
    *state = fixture;
    return 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -r '%s'", fixture->directory);
    int result = system(command);
    arena_close(fixture->arena);
    free(fixture);
    return result;
}

static struct feature_list read_all(struct fixture *fixture, struct layer_query query) {
    struct feature_list list = {0};
    struct error error = {0};
    if (!layer_read(fixture->path, &query, fixture->arena, &list, &error))
        fail_msg("%s", error.message);
    return list;
}

static void only_what_is_in_the_frame_is_read(void **state) {
    struct layer_query query = {{"a", "km", "absent", NULL}, {68, 38, 72, 41}, NULL};
    struct feature_list list = read_all(*state, query);
    assert_int_equal(list.count, 1);
    assert_true(text_is(list.items[0].fields[0], "KG"));
    assert_true(text_is(list.items[0].fields[1], "888"));
    assert_true(text_is(list.items[0].fields[2], ""));
    assert_int_equal(list.items[0].shape.kind, SHAPE_LINES);
    assert_int_equal(list.items[0].shape.paths[0].count, 3);
}

static void parts_and_holes_are_paths_of_one_shape(void **state) {
    struct feature_list lines = read_all(*state, (struct layer_query){{"a", NULL}, {59, 38, 64, 41}, NULL});
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.items[0].shape.count, 2);
    struct feature_list area = read_all(*state, (struct layer_query){{NULL}, {177, -19, 179, -15}, NULL});
    assert_int_equal(area.count, 1);
    assert_int_equal(area.items[0].shape.kind, SHAPE_AREA);
    assert_int_equal(area.items[0].shape.count, 2);
    assert_int_equal(area.items[0].shape.paths[0].count, 4); /* the first point is not repeated */
}

static void a_frame_across_the_antimeridian_reads_both_halves_unwrapped(void **state) {
    struct feature_list list = read_all(*state, (struct layer_query){{"km", NULL}, {175, -20, 185, -10}, NULL});
    assert_int_equal(list.count, 2);
    assert_true(list.items[0].shape.paths[0].points[0].lon >= 178);
    for (size_t i = 0; i < list.items[1].shape.paths[0].count; i++)
        assert_true(list.items[1].shape.paths[0].points[i].lon >= 180);
}

static void a_feature_on_both_sides_is_read_once(void **state) {
    struct feature_list list = read_all(*state, (struct layer_query){{NULL}, {62.5, -89, 62.5 + 358, 89}, NULL});
    assert_int_equal(list.count, 4);
}

static void a_filter_by_attribute_is_respected(void **state) {
    struct feature_list list = read_all(*state, (struct layer_query){{"a", NULL}, {-180, -90, 180, 90}, "km < 3"});
    assert_int_equal(list.count, 2);
}

static void a_wrong_filter_is_an_error_not_an_empty_layer(void **state) {
    struct fixture *fixture = *state;
    struct feature_list list = {.count = 77};
    struct error error = {0};
    struct layer_query query = {{NULL}, {-180, -90, 180, 90}, "nonsense ( ="};
    assert_false(layer_read(fixture->path, &query, fixture->arena, &list, &error));
    assert_int_equal(list.count, 77);
    assert_true(error.message[0] != '\0');
}

static void check_unreadable(struct fixture *fixture, const char *path) {
    struct feature_list list = {.count = 77};
    struct error error = {0};
    struct layer_query query = {{NULL}, {-180, -90, 180, 90}, NULL};
    assert_false(layer_read(path, &query, fixture->arena, &list, &error));
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    assert_non_null(strstr(error.message, path));
    assert_non_null(strstr(error.message, "geodata build"));
    assert_int_equal(list.count, 77);
}

static void missing_and_damaged_files_are_clear_errors(void **state) {
    struct fixture *fixture = *state;
    check_unreadable(fixture, "/nonexistent/borders.fgb");
    check_unreadable(fixture, write_file(fixture, "damaged.fgb", "this is no FlatGeobuf at all, only words"));
    check_unreadable(fixture, write_file(fixture, "empty.fgb", ""));
}

static void an_empty_frame_holds_nothing(void **state) {
    struct feature_list list = read_all(*state, (struct layer_query){{NULL}, bounds_empty(), NULL});
    assert_int_equal(list.count, 0);
}

/* An ASCII grid of 36 × 18 cells of 10°, each with the number of its cell. */
static char *write_grid(struct fixture *fixture) {
    char content[8192];
    int used = snprintf(content, sizeof content,
                        "ncols 36\nnrows 18\nxllcorner -180\nyllcorner -90\ncellsize 10\nNODATA_value -1\n");
    for (int row = 0; row < 18; row++)
        for (int column = 0; column < 36; column++)
            used += snprintf(content + used, sizeof content - (size_t)used, "%d%c", row == 17 ? -1 : row * 36 + column,
                             column == 35 ? '\n' : ' ');
    return write_file(fixture, "grid.asc", content);
}

static struct raster read_grid(struct fixture *fixture, struct bounds bounds, int pixels_wide) {
    struct raster raster = {0};
    struct error error = {0};
    if (!layer_read_raster(write_grid(fixture), bounds, pixels_wide, fixture->arena, &raster, &error))
        fail_msg("%s", error.message);
    return raster;
}

static void a_part_of_a_raster_is_whole_cells_around_the_frame(void **state) {
    struct raster raster = read_grid(*state, (struct bounds){12, 33, 38, 48}, 100);
    assert_int_equal(raster.width, 3);
    assert_int_equal(raster.height, 2);
    assert_true(raster.bounds.west == 10 && raster.bounds.east == 40);
    assert_true(raster.bounds.north == 50 && raster.bounds.south == 30);
    assert_true(raster.values[0] == 4 * 36 + 19);
}

static void a_raster_goes_on_across_the_antimeridian(void **state) {
    struct raster raster = read_grid(*state, (struct bounds){165, -5, 195, 5}, 100);
    assert_int_equal(raster.width, 4);
    assert_true(raster.bounds.west == 160 && raster.bounds.east == 200);
    assert_true(raster.values[1] == 8 * 36 + 35);
    assert_true(raster.values[2] == 8 * 36);
}

static void few_pixels_are_means_of_many(void **state) {
    struct raster raster = read_grid(*state, (struct bounds){0, 0, 60, 60}, 3);
    assert_int_equal(raster.width, 3);
    assert_true(fabsf(raster.values[0] - (3 * 36 + 18 + 18.5F)) < 0.6F); /* the band holds whole numbers */
}

static void missing_cells_are_not_numbers(void **state) {
    struct raster raster = read_grid(*state, (struct bounds){0, -90, 20, -75}, 100);
    assert_true(isnan(raster.values[2]) != 0);
    assert_true(raster.values[0] >= 0);
}

static void a_frame_beside_a_raster_reads_nothing(void **state) {
    struct raster raster = read_grid(*state, (struct bounds){0, 90, 20, 95}, 100);
    assert_int_equal(raster.width, 0);
}

static void a_missing_raster_is_a_clear_error(void **state) {
    struct fixture *fixture = *state;
    struct raster raster = {0};
    struct error error = {0};
    assert_false(
        layer_read_raster("/nonexistent/relief.tif", (struct bounds){0, 0, 1, 1}, 10, fixture->arena, &raster, &error));
    assert_non_null(strstr(error.message, "relief.tif"));
}

/* Two squares far from each other, one area. */
static char *write_two_squares(struct fixture *fixture) {
    static const struct shape_field fields[] = {{"ref", FIELD_TEXT}, {"km2", FIELD_REAL}, {NULL, FIELD_TEXT}};
    struct page_point west[] = {{10, 40}, {12, 40}, {12, 42}, {10, 42}},
                      east[] = {{50, 40}, {52, 40}, {52, 42}, {50, 42}};
    struct page_path squares[] = {{west, 4, true}, {east, 4, true}};
    struct text values[] = {TEXT("area:two"), TEXT("2.5")};
    char *path = text_c(fixture->arena, text_format(fixture->arena, "%s/squares.fgb", fixture->directory));
    struct shape_writer *writer = NULL;
    struct error error = {0};
    assert_true(shape_writer_open(path, SHAPE_AREA, fields, &writer, &error));
    assert_true(shape_writer_add(writer, squares, 2, values, &error));
    assert_true(shape_writer_close(writer, &error));
    return path;
}

static size_t count_in(struct fixture *fixture, const char *path, struct bounds bounds, const char *where) {
    struct layer_query query = {{"ref", "km2", NULL}, bounds, where};
    struct feature_list list = {0};
    struct error error = {0};
    if (!layer_read(path, &query, fixture->arena, &list, &error))
        fail_msg("%s", error.message);
    assert_true(list.count == 0 || text_is(list.items[0].fields[1], "2.5"));
    return list.count;
}

static void an_area_is_in_a_frame_by_any_of_its_parts(void **state) {
    struct fixture *fixture = *state;
    const char *path = write_two_squares(fixture);
    assert_int_equal(count_in(fixture, path, (struct bounds){9, 39, 11, 41}, NULL), 1);
    assert_int_equal(count_in(fixture, path, (struct bounds){51.5, 41.5, 55, 45}, NULL), 1);
    assert_int_equal(count_in(fixture, path, (struct bounds){50.5, 40.5, 51, 41}, NULL), 1); /* inside of it */
    assert_int_equal(count_in(fixture, path, (struct bounds){20, 40, 30, 42}, NULL), 0);     /* in its extent alone */
    assert_int_equal(count_in(fixture, path, (struct bounds){-170, 0, 180, 80}, "km2 >= 2 AND ref = 'area:two'"), 1);
    assert_int_equal(count_in(fixture, path, (struct bounds){-170, 0, 180, 80}, "km2 > 3"), 0);
    assert_int_equal(count_in(fixture, path, (struct bounds){-170, 0, 180, 80}, "km2 > 3 OR ref LIKE 'area:%'"), 1);
}

static void a_damaged_layer_is_an_error_wherever_it_is_cut(void **state) {
    struct fixture *fixture = *state;
    struct text whole;
    struct error error = {0};
    const char *path = write_two_squares(fixture);
    char *cut = text_c(fixture->arena, text_format(fixture->arena, "%s/cut.fgb", fixture->directory));
    assert_true(file_read(path, 1 << 20, fixture->arena, &whole, &error));
    for (size_t size = 8; size < whole.size; size += 7) {
        struct layer_query query = {{"ref", NULL}, {9, 39, 11, 41}, NULL};
        struct feature_list list = {.count = 77};
        assert_true(file_write(cut, (struct text){whole.data, size}, &error));
        error = (struct error){0};
        assert_false(layer_read(cut, &query, fixture->arena, &list, &error));
        assert_int_equal(list.count, 77);
        assert_int_equal(error.kind, ERROR_ENVIRONMENT);
        assert_non_null(strstr(error.message, "cut.fgb"));
    }
}

static bool same_features(const struct feature_list *a, const struct feature_list *b) {
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        const struct shape *x = &a->items[i].shape, *y = &b->items[i].shape;
        same = x->kind == y->kind && x->count == y->count;
        for (size_t k = 0; same && k < x->count; k++)
            same = x->paths[k].count == y->paths[k].count &&
                   memcmp(x->paths[k].points, y->paths[k].points, x->paths[k].count * sizeof(struct lonlat)) == 0;
        for (size_t k = 0; same && k < LAYER_FIELDS; k++)
            same = text_equal(a->items[i].fields[k], b->items[i].fields[k]);
    }
    return same;
}

static const struct bounds frames[] = {{69, 38, 72, 41}, {177, 62, 190, 71},   {-70, 0, -58, 13},
                                       {34, 30, 37, 35}, {-180, -90, 180, 90}, {44.1, 39.2, 44.3, 39.3}};
enum { FRAMES = sizeof frames / sizeof *frames };

static void layers_of_the_data_folder_are_what_gdal_reads(void **state) {
    struct fixture *fixture = *state;
    static const struct layer_query queries[] = {
        {{"a", "b", "km", NULL}, {0, 0, 0, 0}, NULL},
        {{"code", "area_km2", NULL}, {0, 0, 0, 0}, "area_km2 >= 900"},
        {{"rank", "name", "ref", NULL}, {0, 0, 0, 0}, "rank <= 3 OR ref LIKE 'river:%'"}};
    static const char *const names[] = {"borders-5km.fgb", "countries-20km.fgb", "rivers-20km.fgb"};
    size_t total = 0;
    for (size_t i = 0; i < 3 * FRAMES; i++) {
        struct layer_query query = queries[i % 3];
        struct feature_list own = {0}, other = {0};
        struct error error = {0};
        const char *path = file_join(fixture->arena, getenv("BORDERMAP_TEST_DATA"), names[i % 3]);
        query.bounds = frames[i / 3];
        assert_true(layer_read(path, &query, fixture->arena, &own, &error));
        assert_true(ogr_layer_read(path, &query, fixture->arena, &other, &error));
        total += own.count;
        assert_true(same_features(&own, &other));
    }
    assert_true(total > 1000);
}

static void the_relief_of_the_data_folder_is_what_gdal_reads(void **state) {
    struct fixture *fixture = *state;
    const char *path = file_join(fixture->arena, getenv("BORDERMAP_TEST_DATA"), "relief.tif");
    for (size_t i = 0; i < FRAMES; i++) {
        struct raster own = {0}, other = {0};
        struct error error = {0};
        assert_true(layer_read_raster(path, frames[i], 500, fixture->arena, &own, &error));
        assert_true(ogr_raster_read(path, frames[i], 500, fixture->arena, &other, &error));
        assert_int_equal(own.width, other.width);
        assert_int_equal(own.height, other.height);
        assert_memory_equal(&own.bounds, &other.bounds, sizeof own.bounds);
        assert_memory_equal(own.values, other.values, (size_t)own.width * (size_t)own.height * sizeof(float));
    }
}

static void a_filter_says_only_what_it_understands(void **state) {
    static const char *const wrong[] = {
        "a",           "a =",        "a = b",   "a = 'x", "a = 1 AND", "a = 1 AND b = 2 OR c = 3",
        "a LIKE '%x'", "a LIKE 'x'", "(a = 1)", "a <> 1", "a < 'x'",   "a = 1 b = 2"};
    struct layer_filter filter;
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(layer_filter_read(wrong[i], &filter));
    assert_true(layer_filter_read(NULL, &filter) && filter.count == 0);
    assert_true(layer_filter_read("a = 'x AND y' OR b_2 >= -1.5", &filter) && filter.count == 2 && filter.any);
    struct text values[] = {TEXT("x AND y"), TEXT("")};
    assert_true(layer_filter_wants(&filter, values));
    values[0] = TEXT("x");
    assert_false(layer_filter_wants(&filter, values));
    values[1] = TEXT("-1.5");
    assert_true(layer_filter_wants(&filter, values));
}

#define LAYER_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        LAYER_TEST(only_what_is_in_the_frame_is_read),
        LAYER_TEST(an_area_is_in_a_frame_by_any_of_its_parts),
        LAYER_TEST(a_damaged_layer_is_an_error_wherever_it_is_cut),
        LAYER_TEST(layers_of_the_data_folder_are_what_gdal_reads),
        LAYER_TEST(the_relief_of_the_data_folder_is_what_gdal_reads),
        LAYER_TEST(a_filter_says_only_what_it_understands),
        LAYER_TEST(parts_and_holes_are_paths_of_one_shape),
        LAYER_TEST(a_frame_across_the_antimeridian_reads_both_halves_unwrapped),
        LAYER_TEST(a_feature_on_both_sides_is_read_once),
        LAYER_TEST(a_filter_by_attribute_is_respected),
        LAYER_TEST(a_wrong_filter_is_an_error_not_an_empty_layer),
        LAYER_TEST(missing_and_damaged_files_are_clear_errors),
        LAYER_TEST(an_empty_frame_holds_nothing),
        LAYER_TEST(a_part_of_a_raster_is_whole_cells_around_the_frame),
        LAYER_TEST(a_raster_goes_on_across_the_antimeridian),
        LAYER_TEST(few_pixels_are_means_of_many),
        LAYER_TEST(missing_cells_are_not_numbers),
        LAYER_TEST(a_frame_beside_a_raster_reads_nothing),
        LAYER_TEST(a_missing_raster_is_a_clear_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

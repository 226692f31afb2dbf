/* The data folder: found, catalogued, replaced, and built from a small source. */
#include "build.h"
#include "catalogue.h"
#include "folder.h"
#include "geodata.h"
#include "layer.h"
#include "shape_writer.h"
#include "small_source.h"

#include <string.h>

static struct arena *arena;
static const char *folder; /* a new temporary one for each test */

static int set_up(void **state) {
    (void)state;
    arena = arena_open();
    char *made = text_c(arena, TEXT("/tmp/bordermap-geodata-XXXXXX"));
    folder = mkdtemp(made);
    return folder ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    remove_small_source(folder);
    arena_close(arena);
    return 0;
}

static char *inside(const char *name) {
    return file_join(arena, folder, name);
}

static void put(const char *name, const char *content) {
    struct error error = {0};
    char *path = inside(name), *parent = text_c(arena, text_of(path));
    *strrchr(parent, '/') = '\0';
    if (!file_make_directory(parent, &error) || !file_write(path, text_of(content), &error))
        fail_msg("%s", error.message);
}

static struct text content_of(const char *path) {
    struct text content;
    struct error error = {0};
    if (!file_read(path, 1 << 24, arena, &content, &error))
        fail_msg("%s", error.message);
    return content;
}

static const char catalogue[] =
    "{\"files\":[{\"path\":\"shapes/borders.fgb.gz\",\"title\":\"land borders\",\"source\":\"a survey\","
    "\"version\":\"1.2\",\"date\":\"2017-11\",\"licence\":\"ODbL 1.0\",\"credit\":\"© Surveyors\",\"features\":347},"
    "{\"path\":\"tables/places.csv.gz\",\"title\":\"places\",\"rows\":12}]}";

/* Opening */

static void assert_not_opened(const char *directory, const char *environment, const char *binary, const char *said) {
    struct geodata geodata = {.count = 77};
    struct error error = {0};
    assert_false(geodata_open(directory, environment, binary, arena, &geodata, &error));
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    assert_holds(error.message, said);
    assert_holds(error.message, "geodata build");
    assert_int_equal(geodata.count, 77);
}

static void a_missing_folder_says_who_named_it_and_what_to_do(void **state) {
    (void)state;
    assert_not_opened("/nonexistent/data", NULL, folder, "--data");
    assert_not_opened(NULL, "/nonexistent/data", folder, "BORDERMAP_DATA");
    assert_not_opened(NULL, "", folder, "the place of the program");
    assert_not_opened(folder, NULL, folder, "no catalog.json");
}

static void a_damaged_catalogue_is_no_crash_and_no_empty_folder(void **state) {
    (void)state;
    static const char *const damaged[] = {
        "", "{\"files\":[{\"path\":", "[]", "{\"files\":[]}", "{\"files\":3}", "\xff\xfe\x01"};
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        struct geodata geodata = {.count = 77};
        struct error error = {0};
        put("catalog.json", damaged[i]);
        assert_false(geodata_open(folder, NULL, "", arena, &geodata, &error));
        assert_int_equal(error.kind, ERROR_ENVIRONMENT);
        assert_holds(error.message, "catalog.json");
        assert_int_equal(geodata.count, 77);
    }
}

static void assert_opened(const char *directory, const char *environment, const char *binary, const char *expected) {
    struct geodata geodata;
    struct error error = {0};
    if (!geodata_open(directory, environment, binary, arena, &geodata, &error))
        fail_msg("%s", error.message);
    assert_string_equal(geodata.directory, expected);
    assert_int_equal(geodata.count, 2);
}

static void the_option_goes_before_the_environment_and_that_before_the_place_of_the_binary(void **state) {
    (void)state;
    put("build/geodata/catalog.json", catalogue);
    put("prefix/share/bordermap/geodata/catalog.json", catalogue);
    put("prefix/bin/bordermap", "");
    put("mine/catalog.json", catalogue);
    put("other/catalog.json", catalogue);
    assert_opened(inside("mine"), inside("other"), inside("build"), inside("mine"));
    assert_opened(NULL, inside("other"), inside("build"), inside("other"));
    assert_opened(NULL, NULL, inside("build"), inside("build/geodata"));
    assert_opened(NULL, "", inside("prefix/bin"), inside("prefix/bin/../share/bordermap/geodata"));
}

/* The catalogue */

static void a_catalogue_keeps_its_sources_and_knows_every_compiled_file(void **state) {
    (void)state;
    struct geodata read = {0};
    struct catalogue_files files = {0};
    struct error error = {0};
    put("shipped.json", catalogue);
    put("data/lexicon/it/stop.tsv", "abc");
    put("data/gazetteer.bin", "");
    assert_true(catalogue_write(inside("shipped.json"), inside("data"), arena, &error));
    assert_true(catalogue_read(inside("data/catalog.json"), arena, &read, &error));
    assert_true(catalogue_read_files(inside("data/catalog.json"), arena, &files, &error));
    assert_int_equal(read.count, 2);
    assert_text(read.sources[0].path, "shapes/borders.fgb.gz");
    assert_text(read.sources[0].title, "land borders");
    assert_text(read.sources[0].source, "a survey");
    assert_text(read.sources[0].version, "1.2");
    assert_text(read.sources[0].date, "2017-11");
    assert_text(read.sources[0].licence, "ODbL 1.0");
    assert_text(read.sources[0].credit, "© Surveyors");
    assert_int_equal(read.sources[0].rows, 347);
    assert_int_equal(read.sources[1].rows, 12);
    assert_text(read.sources[1].credit, "");
    assert_int_equal(files.count, 2);
    assert_text(files.items[0].path, "gazetteer.bin");
    assert_text(files.items[0].sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_text(files.items[1].path, "lexicon/it/stop.tsv");
    assert_text(files.items[1].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* Folders */

static void a_finished_folder_replaces_the_old_one_whole(void **state) {
    (void)state;
    struct error error = {0};
    put("fresh/new.txt", "new");
    put("data/old.txt", "old");
    put("data/deep/older.txt", "older");
    put("data.old/left.txt", "left by a broken run");
    assert_true(folder_replace(inside("fresh"), inside("data"), &error));
    assert_text(content_of(inside("data/new.txt")), "new");
    assert_false(file_exists(inside("data/old.txt")));
    assert_false(file_exists(inside("data/deep")));
    assert_false(file_exists(inside("data.old")));
    assert_false(file_exists(inside("fresh")));
}

static void a_folder_that_cannot_be_replaced_is_still_there(void **state) {
    (void)state;
    struct error error = {0};
    put("data/old.txt", "old");
    assert_false(folder_replace(inside("absent"), inside("data"), &error));
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    assert_text(content_of(inside("data/old.txt")), "old");
}

static void a_copied_folder_has_all_files_and_removing_one_that_is_not_there_is_no_error(void **state) {
    (void)state;
    struct error error = {0};
    struct folder_files files = {0};
    put("from/b/deep.txt", "deep");
    put("from/a.txt", "a");
    assert_true(folder_copy(inside("from"), inside("into"), &error));
    assert_true(folder_files(inside("into"), arena, &files, &error));
    assert_int_equal(files.count, 2);
    assert_text(files.items[0], "a.txt");
    assert_text(files.items[1], "b/deep.txt");
    assert_true(folder_remove(inside("into"), &error));
    assert_false(file_exists(inside("into")));
    assert_true(folder_remove(inside("into"), &error));
}

/* Building: Armenia and Azerbaijan side by side, Armenia's south a region, with a lake and a river */

#define TEXT_FIELD(name)                                                                                               \
    { (name), FIELD_TEXT }
#define LAST_FIELD                                                                                                     \
    { NULL, FIELD_TEXT }
#define BORDER_FIELDS                                                                                                  \
    { TEXT_FIELD("a"), TEXT_FIELD("b"), TEXT_FIELD("region_a"), TEXT_FIELD("region_b"), LAST_FIELD }
#define COAST_FIELDS                                                                                                   \
    { TEXT_FIELD("country"), TEXT_FIELD("region"), LAST_FIELD }

/* One feature of a shipped layer; those of a layer stand together. */
struct small_shape {
    const char *name;
    enum shape_kind kind;
    struct shape_field fields[5];
    const char *values[4];
    struct page_point points[4];
    size_t count;
};

static const struct small_shape small_shapes[] = {
    {"borders", SHAPE_LINES, BORDER_FIELDS, {"AM", "AZ", "admin1:AM-SU", ""}, {{46, 39}, {46.5, 40}}, 2},
    {"borders", SHAPE_LINES, BORDER_FIELDS, {"AM", "AZ", "", ""}, {{46.5, 40}, {46, 41}}, 2},
    {"coast", SHAPE_LINES, COAST_FIELDS, {"AM", ""}, {{46, 41}, {44, 41}, {44, 40}}, 3},
    {"coast", SHAPE_LINES, COAST_FIELDS, {"AM", "admin1:AM-SU"}, {{44, 40}, {44, 39}, {46, 39}}, 3},
    {"coast", SHAPE_LINES, COAST_FIELDS, {"AZ", ""}, {{46, 39}, {48, 39}, {48, 41}, {46, 41}}, 4},
    {"lakes",
     SHAPE_AREA,
     {{"km2", FIELD_REAL}, LAST_FIELD},
     {"1200"},
     {{45, 40}, {45.4, 40}, {45.4, 40.4}, {45, 40.4}},
     4},
    {"regions",
     SHAPE_LINES,
     {TEXT_FIELD("country"), TEXT_FIELD("a"), TEXT_FIELD("b"), LAST_FIELD},
     {"AM", "", "admin1:AM-SU"},
     {{44, 40}, {46.5, 40}},
     2},
    {"rivers", SHAPE_LINES, {{"rank", FIELD_WHOLE}, LAST_FIELD}, {"1"}, {{44, 40.5}, {45, 40.6}, {46, 40.5}}, 3},
};

enum { SMALL_SHAPES = sizeof small_shapes / sizeof *small_shapes };

static void add_small_shape(struct shape_writer *writer, const struct small_shape *shape) {
    struct page_point points[4];
    struct text values[4];
    struct page_path path = {points, shape->count, shape->kind == SHAPE_AREA};
    struct error error = {0};
    memcpy(points, shape->points, sizeof points);
    for (size_t i = 0; i < 4; i++)
        values[i] = text_of(shape->values[i]);
    assert_true(shape_writer_add(writer, &path, 1, values, &error));
}

/* The layer that begins at `at` in the list, and the index behind it. */
static size_t put_layer(const char *source, size_t at) {
    const char *name = small_shapes[at].name;
    char *path = text_c(arena, text_format(arena, "%s/shapes/%s.fgb", source, name));
    struct shape_writer *writer;
    struct error error = {0};
    if (!shape_writer_open(path, small_shapes[at].kind, small_shapes[at].fields, &writer, &error))
        fail_msg("%s", error.message);
    for (; at < SMALL_SHAPES && strcmp(small_shapes[at].name, name) == 0; at++)
        add_small_shape(writer, &small_shapes[at]);
    assert_true(shape_writer_close(writer, &error));
    assert_int_equal(system(text_c(arena, text_format(arena, "gzip -9n '%s'", path))), 0);
    return at;
}

/* A grey image of 64 by 32 pixels: TIFF 6.0, one strip, nothing compressed. */
static void put_relief(const char *path) {
    static const unsigned short tags[][2] = {{256, 64},  {257, 32}, {258, 8},  {259, 1},   {262, 1},
                                             {273, 122}, {277, 1},  {278, 32}, {279, 2048}};
    static char image[122 + 2048] = {'I', 'I', 42, 0, 8, 0, 0, 0, sizeof tags / sizeof *tags};
    struct error error = {0};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        unsigned short entry[] = {tags[i][0], 3, 1, 0, tags[i][1]};
        for (size_t k = 0; k < 5; k++) {
            image[10 + 12 * i + 2 * k] = (char)(entry[k] & 255);
            image[11 + 12 * i + 2 * k] = (char)(entry[k] >> 8);
        }
    }
    for (size_t i = 0; i < 2048; i++)
        image[122 + i] = (char)(i % 120);
    assert_true(file_write(path, (struct text){image, sizeof image}, &error));
}

/* A folder as it is shipped. */
static const char *put_source(void) {
    static const char *const files[][2] = {
        {"catalog.json", catalogue},
        {"lexicon/it/stop.tsv", "text\nil\n"},
        {"curated/lines.tsv", "ref\tname\tclass\ta\tb\tfrom\tto\nline:contact\tLine\tcontact\tAM\tAZ\t1994\t2020\n"},
        {"curated/lines.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                                  "{\"ref\":\"line:contact\",\"from\":\"1994\",\"to\":\"2020\"},\"geometry\":{\"type\":"
                                  "\"LineString\",\"coordinates\":[[46.7,39.5],[46.9,40.3]]}}]}"},
        {"curated/areas.geojson",
         "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"ref\":\"area:"
         "karabakh\","
         "\"from\":\"1991\",\"to\":\"\",\"approximate_km\":1},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
         "[[[46.5,39.5],[47,39.5],[47,40.2],[46.5,39.5]]]}}]}"},
        {"curated/rivers.geojson",
         "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"ref\":\"river:aras\","
         "\"source\":\"a survey\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[44,39.2],[44.05,39.22],"
         "[44.1,39.2]]}}]}"},
    };
    const char *source = write_small_source(arena);
    struct error error = {0};
    assert_true(file_make_directory(file_join(arena, source, "shapes"), &error));
    assert_true(file_make_directory(file_join(arena, source, "lexicon/it"), &error));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        write_small_file(arena, source, files[i][0], files[i][1]);
    for (size_t i = 0; i < SMALL_SHAPES;)
        i = put_layer(source, i);
    put_relief(file_join(arena, source, "relief.tif"));
    return source;
}

static void build(const char *source, const char *directory) {
    struct error error = {0};
    if (!geodata_build(source, directory, NULL, &error))
        fail_msg("%s", error.message);
}

static void the_same_source_builds_the_same_bytes(void **state) {
    (void)state;
    const char *source = put_source();
    struct folder_files files = {0};
    struct error error = {0};
    build(source, inside("one"));
    build(source, inside("two"));
    assert_true(folder_files(inside("one"), arena, &files, &error));
    assert_true(files.count > 25);
    for (size_t i = 0; i < files.count; i++) {
        char *name = text_c(arena, files.items[i]);
        struct text one = content_of(file_join(arena, inside("one"), name));
        struct text two = content_of(file_join(arena, inside("two"), name));
        if (!text_equal(one, two))
            fail_msg("%s differs", name);
    }
    remove_small_source(source);
}

static void a_built_folder_has_the_countries_and_is_sound_until_a_file_changes(void **state) {
    (void)state;
    const char *source = put_source();
    struct error error = {0};
    struct geodata geodata;
    struct text report;
    struct feature_list countries = {0};
    struct feature_list regions = {0};
    struct layer_query query = {.fields = {"code", "ref", NULL}, .bounds = {-180, -90, 180, 90}};
    build(source, inside("data"));
    assert_true(geodata_open(inside("data"), NULL, "", arena, &geodata, &error));
    assert_true(layer_read(geodata_path(&geodata, arena, "countries-5km.fgb"), &query, arena, &countries, &error));
    assert_true(layer_read(geodata_path(&geodata, arena, "regions-5km.fgb"), &query, arena, &regions, &error));
    assert_int_equal(countries.count, 2);
    assert_int_equal(regions.count, 1);
    assert_text(regions.items[0].fields[1], "admin1:AM-SU");
    assert_int_equal(regions.items[0].shape.paths[0].count, 4);
    assert_true(geodata_check(&geodata, arena, &report, &error));
    assert_text(report, "");
    put("data/lexicon/it/stop.tsv", "text\nlo\n");
    assert_int_equal(remove(inside("data/lakes.fgb")), 0);
    assert_true(geodata_check(&geodata, arena, &report, &error));
    assert_holds(text_c(arena, report), "lexicon/it/stop.tsv: differs");
    assert_holds(text_c(arena, report), "lakes.fgb");
    remove_small_source(source);
}

static void a_folder_that_is_no_data_folder_is_never_replaced(void **state) {
    (void)state;
    const char *source = put_source();
    struct error error = {0};
    put("letters/love.txt", "keep me");
    assert_false(geodata_build(source, inside("letters"), NULL, &error));
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    assert_holds(error.message, "nothing was changed");
    assert_text(content_of(inside("letters/love.txt")), "keep me");
    assert_false(file_exists(inside("letters.new")));
    assert_true(file_make_directory(inside("empty"), &error));
    build(source, inside("empty"));
    assert_true(file_exists(inside("empty/catalog.json")));
    remove_small_source(source);
}

static void a_build_that_fails_leaves_the_old_folder(void **state) {
    (void)state;
    const char *source = put_source();
    struct error error = {0};
    build(source, inside("data"));
    struct text before = content_of(inside("data/catalog.json"));
    assert_int_equal(remove(file_join(arena, source, "shapes/rivers.fgb.gz")), 0);
    assert_false(geodata_build(source, inside("data"), NULL, &error));
    assert_holds(error.message, "rivers");
    assert_true(text_equal(content_of(inside("data/catalog.json")), before));
    assert_false(file_exists(inside("data.new")));
    remove_small_source(source);
}

static void a_source_without_a_catalogue_is_refused(void **state) {
    (void)state;
    struct error error = {0};
    put("source/tables/places.csv", "");
    assert_false(geodata_build(inside("source"), inside("data"), NULL, &error));
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    assert_holds(error.message, "no catalog.json");
    assert_false(file_exists(inside("data")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_missing_folder_says_who_named_it_and_what_to_do, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_damaged_catalogue_is_no_crash_and_no_empty_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_option_goes_before_the_environment_and_that_before_the_place_of_the_binary,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_catalogue_keeps_its_sources_and_knows_every_compiled_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_finished_folder_replaces_the_old_one_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_replaced_is_still_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_copied_folder_has_all_files_and_removing_one_that_is_not_there_is_no_error,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_source_builds_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_built_folder_has_the_countries_and_is_sound_until_a_file_changes, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_folder_that_is_no_data_folder_is_never_replaced, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_build_that_fails_leaves_the_old_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_source_without_a_catalogue_is_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

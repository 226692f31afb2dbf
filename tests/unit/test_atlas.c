/* Atlases: what they hold, what is wrong with them, and when a relative day is. */
#include "arena_fixture.h"
#include "atlas.h"
#include "builder.h"

static struct atlas read_atlas(const char *json) {
    struct atlas atlas;
    struct error error = {0};
    if (!atlas_read(text_of(json), arena, &atlas, &error))
        fail_msg("%s", error.message);
    return atlas;
}

static void assert_wrong(const char *json, const char *message) {
    struct atlas atlas;
    struct error error = {0};
    assert_false(atlas_read(text_of(json), arena, &atlas, &error));
    assert_int_equal(error.kind, ERROR_INPUT);
    assert_string_equal(error.message, message);
}

static void the_least_atlas_is_enough(void **state) {
    (void)state;
    struct atlas atlas = read_atlas("{\"store\":\"incidents.gpkg\",\"out\":\"out\",\"maps\":["
                                    "{\"id\":\"ferghana\",\"area\":\"border:KG-TJ\",\"since\":\"-7d\"},"
                                    "{\"id\":\"sahel\",\"bbox\":[-6,10,8,18]}]}");
    assert_int_equal(atlas.count, 2);
    assert_true(text_is(atlas.store, "incidents.gpkg"));
    assert_true(text_is(atlas.maps[0].areas.items[0], "border:KG-TJ"));
    assert_int_equal(atlas.maps[0].since.back, 7);
    assert_int_equal(atlas.maps[0].since.unit, 'd');
    assert_true(atlas.maps[0].within_km > 49 && atlas.maps[0].within_km < 51);
    assert_true(atlas.maps[0].mark_new);
    assert_true(bounds_is_empty(atlas.maps[0].bbox));
    assert_true(atlas.maps[1].bbox.east > 7 && atlas.maps[1].since.unit == 0);
}

static void defaults_hold_until_a_map_says_else(void **state) {
    (void)state;
    struct atlas atlas =
        read_atlas("{\"maps\":[{\"id\":\"a\"},{\"id\":\"b\",\"since\":\"2022-09\",\"kinds\":\"clash\"}],"
                   "\"defaults\":{\"since\":\"-2w\",\"formats\":[\"svg\"],\"kinds\":[\"mine\",\"base\"],"
                   "\"safe\":\"delay=1w,grid=10km\"}}");
    assert_int_equal(atlas.maps[0].since.unit, 'w');
    assert_int_equal(atlas.maps[0].kinds.count, 2);
    assert_int_equal(atlas.maps[1].kinds.count, 1);
    assert_int_equal(atlas.maps[1].since.date.month, 9);
    assert_int_equal(atlas.maps[1].since.unit, 0);
    assert_true(text_is(atlas.maps[1].formats.items[0], "svg"));
    assert_int_equal(atlas.maps[1].safe.delay_days, 7);
    assert_true(text_is(atlas.out, "out"));
}

static void what_is_wrong_is_told_with_its_place(void **state) {
    (void)state;
    assert_wrong("{\"maps\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\",\"since\":\"yesterday\"}]}",
                 "maps[2].since: wants a date, \"2022-09-14\", or days before the newest account: \"-7d\", \"-2w\", "
                 "\"-3m\", \"-1y\"");
    assert_wrong("{\"maps\":[{\"id\":\"../../etc/x\"}]}",
                 "maps[0].id: '../../etc/x' cannot be the name of files: wants "
                 "letters, digits, '-' and '_', at most 100");
    assert_wrong("{\"maps\":[{\"id\":\"a\",\"bboxx\":[1,2,3,4]}]}",
                 "maps[0].bboxx: there is no such member; did you mean \"bbox\"?");
    assert_wrong("{\"maps\":[{\"id\":\"a\",\"kinds\":[\"clash\",\"shellling\"]}]}",
                 "maps[0].kinds[1]: 'shellling' is not known; did you mean \"shelling\"?");
    assert_wrong("{\"maps\":[{\"title\":\"x\"}]}", "maps[0].id: is missing: what the map's files are called");
    assert_wrong("{\"store\":\"x\"}", "maps: is missing: the list of the maps");
    assert_wrong("{\"maps\":[]}", "maps: wants at least one map");
    assert_wrong("[]", "wants an object with \"store\", \"out\" and \"maps\"");
    assert_wrong("{\"defaults\":{\"id\":\"a\"},\"maps\":[{\"id\":\"b\"}]}",
                 "defaults.id: is of one map: it cannot stand for all of them");
    assert_wrong("{\"maps\":[{\"id\":\"a\",\"bbox\":[1,2,3]}]}",
                 "maps[0].bbox: wants [west, south, east, north] in degrees");
    assert_wrong("{\"maps\":[{\"id\":\"a\",\"sizes\":\"9\"}]}",
                 "maps[0].sizes: '9' is no size; write it as 1200x900 (pixels), 85x100mm or a name: --size help");
    assert_wrong("{\"maps\":[{\"id\":\"a\",\"since\":\"2022-09-14\",\"until\":\"2022-09-13\"}]}",
                 "maps[0].until: is before \"since\"");
    assert_wrong("{\"atlas\":2,\"maps\":[{\"id\":\"a\"}]}",
                 "atlas: wants 1, the version of the format that this program reads");
    assert_wrong("{\"maps\":[{\"id\":\"a\",\"safe\":\"grid=10\"}]}",
                 "maps[0].safe: grid: '10' is no side of a cell: 1km to 500km");
    assert_wrong("{\"maps\":[{\"id\":\"a\",\"formats\":\"gif\"}]}",
                 "maps[0].formats: 'gif' is no format; it takes png, svg, pdf, geotiff");
}

static const char *page_ids(const char *json) {
    struct atlas atlas = read_atlas(json);
    struct atlas_page *pages;
    size_t count;
    struct error error = {0};
    struct builder ids = builder_new(arena);
    if (!atlas_pages(&atlas, arena, &pages, &count, &error))
        return text_c(arena, text_of(error.message));
    for (size_t i = 0; i < count; i++)
        builder_format(&ids, "%s%.*s", i ? " " : "", TEXT_ARGS(pages[i].id));
    return text_c(arena, builder_text(&ids));
}

static void a_map_has_a_page_for_each_language_and_size(void **state) {
    (void)state;
    assert_string_equal(page_ids("{\"maps\":[{\"id\":\"a\",\"languages\":[\"en\",\"fr,local\"],\"sizes\":\"og\"}]}"),
                        "a-en a-fr-local");
    assert_string_equal(
        page_ids("{\"maps\":[{\"id\":\"a\",\"languages\":[\"en\",\"ru\"],\"sizes\":[\"og\",\"web@2x\"]}]}"),
        "a-en-og a-en-web-2x a-ru-og a-ru-web-2x");
}

static void no_two_pages_have_the_same_files(void **state) {
    (void)state;
    assert_string_equal(page_ids("{\"maps\":[{\"id\":\"a\"},{\"id\":\"A\"}]}"),
                        "maps: \"a\" would be the files of two of them; change an \"id\"");
    assert_string_equal(page_ids("{\"maps\":[{\"id\":\"a-fr\"},{\"id\":\"a\",\"languages\":[\"en\",\"fr\"]}]}"),
                        "maps: \"a-fr\" would be the files of two of them; change an \"id\"");
    assert_string_equal(page_ids("{\"maps\":[{\"id\":\"incidents\"}]}"),
                        "maps: none can be called \"incidents\": that is a file of the folder");
}

static const char *day_from(const char *told, int year, int month, int day_of_month) {
    struct atlas_day day;
    if (!atlas_day_read(text_of(told), &day))
        return "no day";
    return text_c(arena, date_write(arena, atlas_day_from(day, (struct date){year, month, day_of_month})));
}

static void relative_days_count_back_in_the_calendar(void **state) {
    (void)state;
    assert_string_equal(day_from("-7d", 2024, 3, 3), "2024-02-25");
    assert_string_equal(day_from("-2w", 2024, 3, 3), "2024-02-18");
    assert_string_equal(day_from("-1m", 2024, 3, 31), "2024-02-29");
    assert_string_equal(day_from("-13m", 2024, 1, 31), "2022-12-31");
    assert_string_equal(day_from("-1y", 2024, 2, 29), "2023-02-28");
    assert_string_equal(day_from("2022-09", 2024, 2, 29), "2022-09");
    assert_string_equal(day_from("-7d", 0, 0, 0), "");
    assert_string_equal(day_from("-d", 2024, 2, 29), "no day");
    assert_string_equal(day_from("-7", 2024, 2, 29), "no day");
    assert_string_equal(day_from("-99999999999999d", 2024, 2, 29), "no day");
    assert_string_equal(day_from("7d", 2024, 2, 29), "no day");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_least_atlas_is_enough),
                                       cmocka_unit_test(defaults_hold_until_a_map_says_else),
                                       cmocka_unit_test(what_is_wrong_is_told_with_its_place),
                                       cmocka_unit_test(a_map_has_a_page_for_each_language_and_size),
                                       cmocka_unit_test(no_two_pages_have_the_same_files),
                                       cmocka_unit_test(relative_days_count_back_in_the_calendar)};
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

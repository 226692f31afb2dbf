/* Stories as JSON: what a hand may leave out, and what is said of what is wrong. */
#include "testing.h"

#include "compile.h"
#include "gazetteer.h"
#include "small_source.h"
#include "story_list.h"
#include "story_read.h"
#include "story_write.h"

#include <string.h>

static struct {
    struct arena *arena;
    const char *folder;
    struct gazetteer *gazetteer;
} fixture;

static int open_gazetteer(void **state) {
    (void)state;
    struct error error = {0};
    fixture.arena = arena_open();
    fixture.folder = write_small_source(fixture.arena);
    const char *path = file_join(fixture.arena, fixture.folder, "gazetteer.bin");
    if (compile_gazetteer(fixture.folder, path, NULL, &error) && gazetteer_open(path, &fixture.gazetteer, &error))
        return 0;
    print_error("%s\n", error.message);
    return -1;
}

static int close_gazetteer(void **state) {
    (void)state;
    gazetteer_close(fixture.gazetteer);
    remove_small_source(fixture.folder);
    arena_close(fixture.arena);
    return 0;
}

static struct story read_story(const char *json) {
    struct story story = {0};
    struct error error = {0};
    if (!story_read(text_of(json), fixture.gazetteer, fixture.arena, &story, &error))
        fail_msg("%s", error.message);
    return story;
}

static void a_place_by_its_reference_is_all_that_a_hand_must_write(void **state) {
    (void)state;
    struct story story =
        read_story("{\"story\": 1, \"id\": \"goris\", \"incidents\": [{\"kind\": \"shelling\", \"date\": "
                   "\"2022-09-13\", \"place\": \"geonames:1\", \"parties\": [\"country:AM\", "
                   "{\"name\": \"unknown gunmen\"}], \"killed\": 3, \"wounded\": {\"low\": 5}}]}");
    const struct incident *incident = &story.incidents.items[0];
    struct place goris = gazetteer_place(fixture.gazetteer, gazetteer_place_of(fixture.gazetteer, TEXT("geonames:1")));
    assert_int_equal(story.incidents.count, 1);
    assert_true(text_equal(incident->place.name, goris.name));
    assert_true(incident->point.lat == goris.point.lat && incident->precision == PRECISION_EXACT);
    assert_true(incident->killed.low == 3 && incident->killed.high == 3);
    assert_true(incident->wounded.low == 5 && incident->wounded.high == -1);
    assert_true(incident->missing.low == -1);
    assert_true(incident->confidence == 1 && incident->status == STATUS_NEWS);
    assert_true(text_is(incident->id, "shelling-1"));
    assert_true(text_is(incident->source.article, "goris"));
    assert_true(date_equal(incident->date.end, (struct date){2022, 9, 13}));
    assert_true(incident->parties[1].ref.size == 0 && text_is(incident->parties[1].name, "unknown gunmen"));
}

static void a_place_that_no_gazetteer_has_needs_a_name_and_a_position(void **state) {
    (void)state;
    struct story story =
        read_story("{\"story\": 1, \"incidents\": [{\"kind\": \"clash\", \"place\": {\"name\": \"Kok Tash\", "
                   "\"lat\": 40.1, \"lon\": 70.5, \"countries\": \"KG\"}}]}");
    const struct incident *incident = &story.incidents.items[0];
    assert_true(text_is(incident->place.ref, "point:kok-tash"));
    assert_true(incident->point.lon == 70.5 && incident->precision == PRECISION_EXACT);
}

static void all_that_an_incident_can_say_is_written_and_read_back(void **state) {
    (void)state;
    static const char *const json =
        "{\"story\":1,\"id\":\"a\",\"language\":\"en\",\"title\":\"T\",\"published\":\"2022-09-14\",\"source\":\"P\","
        "\"url\":\"https://example.org/"
        "a\",\"path\":\"a.txt\",\"incidents\":[{\"id\":\"i\",\"kind\":\"attack\",\"status\":"
        "\"ongoing\",\"date\":{\"start\":\"2022-09\",\"end\":\"2022-09\",\"by\":true,\"deduced\":true},\"place\":{"
        "\"ref\":"
        "\"x:1\",\"name\":\"X\",\"kind\":\"region\",\"countries\":\"AM,AZ\",\"lat\":0.1,\"lon\":46.123456789012,"
        "\"precision\":\"near\",\"precision_km\":2.5},\"also\":[{\"ref\":\"x:2\",\"name\":\"Y\",\"kind\":\"area\","
        "\"lat\":1,"
        "\"lon\":-2}],\"parties\":[{\"ref\":\"group:m23\",\"name\":\"M23\",\"side\":\"a\",\"confidence\":0.7}],"
        "\"killed\":"
        "{\"low\":3,\"high\":5},\"missing\":{\"words\":\"dozens\"},\"displaced\":{\"low\":1000},\"both_sides\":true,"
        "\"tolls\":[{\"kind\":\"killed\",\"whose\":\"civilians\",\"side\":\"country:AM\",\"low\":1,\"high\":1,"
        "\"start\":4,"
        "\"end\":9,\"text\":\"a "
        "man\"}],\"movement\":{\"from\":{\"ref\":\"x:1\",\"name\":\"X\",\"kind\":\"point\",\"lat\":0,"
        "\"lon\":0},\"to\":{\"ref\":\"x:2\",\"name\":\"Y\",\"kind\":\"point\",\"lat\":1,\"lon\":1},\"text\":\"from X "
        "to Y\"},"
        "\"claims\":[{\"by\":\"country:AM\",\"what\":\"denies\",\"start\":0,\"end\":3,\"in\":\"title\",\"text\":"
        "\"abc\"}],"
        "\"sentence\":{\"text\":\"It was "
        "so.\"},\"evidence\":[{\"field\":\"place\",\"start\":1,\"end\":2,\"text\":\"X\"}],"
        "\"source\":{\"article\":\"b\",\"source\":\"Q\"},\"sure\":{\"kind\":0.9,\"counts\":0.1},\"confidence\":0.795}],"
        "\"places\":[{\"ref\":\"x:3\",\"name\":\"R\",\"kind\":\"river\",\"lat\":1,\"lon\":2,\"spelling\":\"Rr\","
        "\"named\":true,"
        "\"organisation\":true,\"told\":3,\"in_title\":1,\"confidence\":0.5,\"along\":[{\"lat\":3,\"lon\":4}]}],"
        "\"text\":"
        "\"The text.\"}\n";
    struct story story = read_story(json);
    struct text again = story_write(&story, true, fixture.arena);
    if (!text_is(again, json))
        fail_msg("read back as %.*s", TEXT_ARGS(again));
    struct text without = story_write(&story, false, fixture.arena);
    assert_true(text_find(without, TEXT("The text."), 0) > without.size);
}

static void what_is_wrong_is_told_by_item_and_member(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"[]", "wants an object"},
        {"{}", "\"story\": 1 is missing: the version of the format"},
        {"{\"story\": 2}", "story: wants 1, the version of the format that this program reads"},
        {"{\"story\": 1, \"incident\": []}", "incident: there is no such member; did you mean \"incidents\"?"},
        {"{\"story\": 1, \"incidents\": {}}", "incidents: wants a list"},
        {"{\"story\": 1, \"incidents\": [{}]}", "incidents[0]: wants a \"kind\""},
        {"{\"story\": 1, \"incidents\": [{\"kind\": \"clash\"}, {\"kind\": \"clsh\"}]}",
         "incidents[1].kind: 'clsh' is not known; did you mean \"clash\"?"},
        {"{\"story\": 1, \"incidents\": [{\"kind\": \"clash\", \"date\": \"yesterday\"}]}",
         "incidents[0].date: wants a date: \"2022-09-14\", \"2022-09\" or \"2022\""},
        {"{\"story\": 1, \"incidents\": [{\"kind\": \"clash\", \"date\": {\"start\": \"2022-09-14\", \"end\": "
         "\"2022-09-13\"}}]}",
         "incidents[0].date: \"end\" is before \"start\""},
        {"{\"story\": 1, \"incidents\": [{\"kind\": \"clash\", \"place\": {\"ref\": \"geonames:1\", \"lat\": 91, "
         "\"lon\": 0}}]}",
         "incidents[0].place.lat: wants degrees from -90 to 90"},
        {"{\"story\": 1, \"incidents\": [{\"kind\": \"clash\", \"place\": \"geonames:99\"}]}",
         "incidents[0].place: there is no place 'geonames:99'; give its \"name\", \"lat\" and \"lon\""},
        {"{\"story\": 1, \"incidents\": [{\"kind\": \"clash\", \"place\": {\"name\": \"X\"}}]}",
         "incidents[0].place: wants a \"ref\", or a \"name\" with \"lat\" and \"lon\""},
        {"{\"story\": 1, \"incidents\": [{\"kind\": \"clash\", \"killed\": {\"low\": 5, \"high\": 3}}]}",
         "incidents[0].killed: \"low\" is above \"high\""},
        {"{\"story\": 1, \"incidents\": [{\"kind\": \"clash\", \"killed\": 1.5}]}",
         "incidents[0].killed: wants a whole number, 0 or more"},
        {"{\"story\": 1, \"incidents\": [{\"kind\": \"clash\", \"confidence\": 80}]}",
         "incidents[0].confidence: wants a number from 0 to 1"},
        {"{\"story\": 1, \"places\": [{\"ref\": \"geonames:1\", \"named\": \"yes\"}]}",
         "places[0].named: wants true or false"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct story story = {0};
        struct error error = {0};
        if (story_read(text_of(cases[i][0]), fixture.gazetteer, fixture.arena, &story, &error))
            fail_msg("%s is read", cases[i][0]);
        assert_string_equal(error.message, cases[i][1]);
        assert_int_equal(error.kind, ERROR_INPUT);
    }
}

static void an_id_is_safe_for_the_name_of_a_file(void **state) {
    (void)state;
    struct story story = read_story(
        "{\"story\": 1, \"id\": \"../../etc/x y\", \"incidents\": [{\"kind\": \"clash\", \"id\": \"a/b\"}]}");
    assert_true(text_is(story.source.article, "etc-x-y"));
    assert_true(text_is(story.incidents.items[0].id, "a-b"));
}

static void one_bad_story_leaves_the_rest(void **state) {
    (void)state;
    static const char *const forms[] = {"{\"story\": 1}\n{\"story\": 3}\n\n{\"story\": 1, \"id\": \"b\"}\n",
                                        "[{\"story\": 1}, {\"story\": 3}, {\"story\": 1, \"id\": \"b\"}]"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct story_list stories = {0};
        struct error error = {0};
        assert_true(story_list_read(TEXT("in/desk.json"), text_of(forms[i]), fixture.gazetteer, NULL, fixture.arena,
                                    &stories, &error));
        assert_int_equal(stories.count, 2);
        assert_int_equal(stories.bad, 1);
        assert_true(text_is(stories.items[0].source.article, "desk"));
        assert_true(text_is(stories.items[1].source.article, "b"));
    }
}

static void what_holds_no_story_says_so(void **state) {
    (void)state;
    struct story_list stories = {0};
    struct error error = {0};
    assert_false(story_list_read(TEXT("a.json"), TEXT("[]"), fixture.gazetteer, NULL, fixture.arena, &stories, &error));
    assert_string_equal(error.message, "a.json: there is no story in it");
    assert_false(story_list_read(TEXT("a.json"), TEXT("{\"story\": 1"), fixture.gazetteer, NULL, fixture.arena,
                                 &stories, &error));
    assert_non_null(strstr(error.message, "a.json: "));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_by_its_reference_is_all_that_a_hand_must_write),
        cmocka_unit_test(a_place_that_no_gazetteer_has_needs_a_name_and_a_position),
        cmocka_unit_test(all_that_an_incident_can_say_is_written_and_read_back),
        cmocka_unit_test(what_is_wrong_is_told_by_item_and_member),
        cmocka_unit_test(an_id_is_safe_for_the_name_of_a_file),
        cmocka_unit_test(one_bad_story_leaves_the_rest),
        cmocka_unit_test(what_holds_no_story_says_so),
    };
    return cmocka_run_group_tests(tests, open_gazetteer, close_gazetteer);
}

/* What an editor may write into the edit of a map, and what is said of what cannot be used. */
#include "testing.h"

#include "edit.h"
#include "file.h"
#include "json.h"

#include <stdlib.h>

static struct arena *arena;

static int open_arena(void **state) {
    (void)state;
    arena = arena_open();
    return 0;
}

static int close_arena(void **state) {
    (void)state;
    arena_close(arena);
    return 0;
}

static struct edit read_good(const char *json) {
    struct edit edit;
    struct error error = {0};
    if (!edit_read(text_of(json), arena, &edit, &error))
        fail_msg("%s: %s", json, error.message);
    return edit;
}

static void assert_refused(const char *json, const char *message) {
    struct edit edit = {.title = TEXT("untouched")};
    struct error error = {0};
    assert_false(edit_read(text_of(json), arena, &edit, &error));
    assert_int_equal(error.kind, ERROR_INPUT);
    assert_holds(error.message, message);
    assert_text(edit.title, "untouched");
}

static void everything_that_can_be_said_is_read(void **state) {
    (void)state;
    struct edit edit = read_good(
        "{\"$schema\": \"edit.schema.json\", \"map\": \"1-kg-tj\", \"title\": \"T\", \"subtitle\": \"S\","
        "\"frame\": [170, -20, -170, -10], \"hide\": [\"Osh\"], \"rename\": {\"country:KG\": \"Kirghizia\"},"
        "\"move\": {\"Osh\": \"left-above\", \"Batken\": [70.8, 40]},"
        "\"add\": [{\"text\": \"Post\", \"at\": [70, 40], \"kind\": \"note\", \"side\": \"below\"}, {\"at\": "
        "\"geonames:1\"}],"
        "\"callouts\": [{\"text\": \"A\\nB\", \"at\": \"border:KG-TJ\", \"to\": [71, 39]}],"
        "\"highlights\": [\"river:isfara\", {\"ref\": \"admin1:KG-B\", \"legend\": \"Closed\"}], \"about\": {\"x\": "
        "1}}");
    assert_text(edit.map, "1-kg-tj");
    assert_text(edit.title, "T");
    assert_text(edit.subtitle, "S");
    assert_true(edit.frame.west == 170 && edit.frame.east == 190);
    assert_text(edit.hidden.items[0], "Osh");
    assert_text(edit.renamed.items[0].words, "Kirghizia");
    assert_int_equal(edit.moved.items[0].side, SIDE_LEFT_ABOVE);
    assert_true(edit.moved.items[1].side == SIDE_NONE && edit.moved.items[1].to.lat == 40);
    assert_true(edit.added.items[0].kind == KIND_NOTE && edit.added.items[0].side == SIDE_BELOW);
    assert_text(edit.added.items[1].anchor.ref, "geonames:1");
    assert_true(edit.callouts.items[0].placed && edit.callouts.items[0].to.lon == 71);
    assert_text(edit.highlights.items[0].ref, "river:isfara");
    assert_text(edit.highlights.items[1].legend, "Closed");
}

static void null_and_empty_say_nothing(void **state) {
    (void)state;
    struct edit edit = read_good("{\"title\": null, \"frame\": null, \"hide\": [], \"rename\": {}, \"add\": null}");
    assert_true(edit.title.size == 0 && bounds_is_empty(edit.frame) && edit.hidden.count == 0);
    read_good("{}");
}

static void bad_json_is_told_by_line_and_column(void **state) {
    (void)state;
    assert_refused("{\n  \"title\": \"x\",\n  oops\n}", "line 3, column");
    assert_refused("", "line 1");
    assert_refused("[]", "object");
}

static void a_mistyped_key_is_told_by_its_path_and_what_was_meant(void **state) {
    (void)state;
    assert_refused("{\"tilte\": \"x\"}", "tilte: there is no such key; did you mean \"title\"?");
    assert_refused("{\"callouts\": [{\"text\": \"x\", \"at\": \"a\"}, {\"txt\": \"y\"}]}",
                   "callouts[1].txt: there is no such key; did you mean \"text\"?");
    assert_refused("{\"move\": {\"Osh\": \"lefft\"}}", "move.Osh");
    assert_refused("{\"add\": [{\"at\": [1, 2], \"text\": \"x\", \"kind\": \"twon\"}]}", "did you mean \"town\"?");
    assert_refused("{\"zzzzzzzzz\": 1}", "zzzzzzzzz: there is no such key");
}

static void values_of_the_wrong_kind_are_refused(void **state) {
    (void)state;
    assert_refused("{\"title\": 3}", "title: wants a text");
    assert_refused("{\"frame\": [1, 2, 3]}", "frame: wants");
    assert_refused("{\"frame\": [1, 50, 2, 40]}", "frame: wants");
    assert_refused("{\"hide\": \"Osh\"}", "hide: wants a list");
    assert_refused("{\"hide\": [3]}", "hide[0]: wants a text");
    assert_refused("{\"rename\": [\"a\"]}", "rename: wants an object");
    assert_refused("{\"rename\": {\"a\": \" \"}}", "hide");
    assert_refused("{\"move\": {\"a\": [1, 95]}}", "move.a: wants");
    assert_refused("{\"move\": {\"a\": true}}", "move.a: wants");
    assert_refused("{\"add\": [{\"text\": \"x\"}]}", "add[0]: wants \"at\"");
    assert_refused("{\"add\": [{\"at\": [1, 2]}]}", "add[0]: wants");
    assert_refused("{\"callouts\": [{\"at\": [1, 2]}]}", "callouts[0]: wants");
    assert_refused("{\"highlights\": [{}]}", "highlights[0]: wants");
}

/* A value that the reader takes, for each key at the top of the schema. */
static const char *sample_of(const char *key) {
    static const char *const samples[][2] = {
        {"frame", "[1, 2, 3, 4]"}, {"hide", "[]"},       {"rename", "{}"}, {"move", "{}"}, {"add", "[]"},
        {"callouts", "[]"},        {"highlights", "[]"}, {"about", "{}"},  {"edit", "1"}};
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        if (text_is(text_of(key), samples[i][0]))
            return samples[i][1];
    return "\"x\"";
}

static void the_reader_takes_what_the_schema_describes(void **state) {
    (void)state;
    struct text json;
    struct error error = {0};
    cJSON *schema;
    const cJSON *property;
    size_t count = 0;
    const char *path = file_join(arena, getenv("BORDERMAP_TEST_SOURCE"), "docs/schemas/edit.schema.json");
    assert_true(file_read(path, EDIT_BYTES, arena, &json, &error) && json_read(json, &schema, &error));
    const cJSON *properties = cJSON_GetObjectItemCaseSensitive(schema, "properties");
    cJSON_ArrayForEach(property, properties) {
        read_good(text_c(arena, text_format(arena, "{\"%s\": %s}", property->string, sample_of(property->string))));
        count++;
    }
    assert_int_equal(count, 13);
    cJSON_Delete(schema);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_that_can_be_said_is_read),
        cmocka_unit_test(null_and_empty_say_nothing),
        cmocka_unit_test(bad_json_is_told_by_line_and_column),
        cmocka_unit_test(a_mistyped_key_is_told_by_its_path_and_what_was_meant),
        cmocka_unit_test(values_of_the_wrong_kind_are_refused),
        cmocka_unit_test(the_reader_takes_what_the_schema_describes),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

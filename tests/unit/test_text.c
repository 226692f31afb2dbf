#include "builder.h"
#include "json_writer.h"
#include "list.h"
#include "number.h"
#include "testing.h"

#include <string.h>

static void code_points_are_read_one_by_one(void **state) {
    (void)state;
    struct text text = TEXT("aéЖ中😀");
    static const uint32_t code_points[] = {'a', 0xE9, 0x416, 0x4E2D, 0x1F600};
    size_t at = 0;
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(text_next(text, &at), code_points[i]);
    assert_int_equal(at, text.size);
    assert_int_equal(text_next(text, &at), 0);
}

static void broken_bytes_are_replacement_characters(void **state) {
    (void)state;
    static const char *const broken[] = {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        size_t at = 0, where = 99;
        assert_int_equal(text_next(text_of(broken[i]), &at), 0xFFFD);
        assert_int_equal(at, 1);
        assert_false(text_is_utf8(text_of(broken[i]), &where));
        assert_int_equal(where, 0);
    }
}

static void texts_are_split_trimmed_and_found(void **state) {
    (void)state;
    struct text rest = TEXT("a,,b"), part;
    assert_true(text_split(&rest, ',', &part));
    assert_text(part, "a");
    assert_true(text_split(&rest, ',', &part));
    assert_text(part, "");
    assert_true(text_split(&rest, ',', &part));
    assert_text(part, "b");
    assert_false(text_split(&rest, ',', &part));
    assert_text(text_trim(TEXT(" \t x y\r\n")), "x y");
    assert_int_equal(text_find(TEXT("Isfara"), TEXT("fa"), 0), 2);
    assert_true(text_find(TEXT("Isfara"), TEXT("fa"), 3) > 6);
}

static void numbers_are_read_whole_or_not_at_all(void **state) {
    (void)state;
    double value;
    int64_t whole;
    assert_true(number_read(TEXT("-12.50"), &value));
    assert_true(value == -12.5);
    assert_true(number_read(TEXT("1e3"), &value));
    assert_true(value == 1000);
    static const char *const bad[] = {"", "-", ".", "1,5", "nan", "inf", "1e", "0x10", "12 ", "1e999"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(number_read(text_of(bad[i]), &value));
    assert_true(number_read_whole(TEXT("-42"), &whole));
    assert_int_equal(whole, -42);
    assert_false(number_read_whole(TEXT("4.2"), &whole));
    assert_false(number_read_whole(TEXT("99999999999999999999"), &whole));
}

static void numbers_are_written_short_and_never_as_minus_zero(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    static const struct {
        double value;
        int places;
        const char *text;
    } cases[] = {{-0.001, 2, "0"},        {1.5, 2, "1.5"},  {12, 3, "12"},
                 {-3.14159, 3, "-3.142"}, {0.05, 1, "0.1"}, {1e6, 0, "1000000"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct builder builder = builder_new(arena);
        builder_add_number(&builder, cases[i].value, cases[i].places);
        assert_text(builder_text(&builder), cases[i].text);
    }
    arena_close(arena);
}

static void markup_and_control_characters_are_escaped(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct builder xml = builder_new(arena);
    builder_add_xml(&xml, TEXT("<a & \"b\">\x01"));
    assert_text(builder_text(&xml), "&lt;a &amp; &quot;b&quot;&gt;\xEF\xBF\xBD");
    struct builder json = builder_new(arena);
    builder_add_json(&json, TEXT("a\"\\\n\x02é"));
    assert_text(builder_text(&json), "\"a\\\"\\\\\\n\\u0002é\"");
    arena_close(arena);
}

static void json_is_written_with_commas_where_they_belong(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct builder builder = builder_new(arena);
    struct json_writer json = {.out = &builder};
    json_open_object(&json, NULL);
    json_add_text(&json, "a", TEXT("x"));
    json_open_array(&json, "b");
    json_add_whole(&json, NULL, 1);
    json_add_null(&json, NULL);
    json_close(&json);
    json_add_given_text(&json, "c", TEXT(""));
    json_add_bool(&json, "d", true);
    json_close(&json);
    assert_text(builder_text(&builder), "{\"a\":\"x\",\"b\":[1,null],\"d\":true}");
    arena_close(arena);
}

static void lists_keep_their_items_while_they_grow(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct {
        int *items;
        size_t count, capacity;
    } list = {0};
    for (int i = 0; i < 1000; i++)
        *LIST_PUSH(arena, &list) = i;
    for (int i = 0; i < 1000; i++)
        assert_int_equal(list.items[i], i);
    arena_close(arena);
}

static void a_long_error_is_cut_at_a_code_point(void **state) {
    (void)state;
    struct error error;
    char name[3000];
    for (size_t i = 0; i + 2 < sizeof name; i += 2)
        memcpy(name + i, "é", 2);
    name[2998] = '\0';
    assert_false(error_set(&error, ERROR_INPUT, "x%s", name));
    assert_true(text_is_utf8(text_of(error.message), NULL));
    assert_false(error_context(&error, "file.tsv: line %d", 2));
    assert_true(text_starts(text_of(error.message), TEXT("file.tsv: line 2: xé")));
    assert_true(text_is_utf8(text_of(error.message), NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(code_points_are_read_one_by_one),
        cmocka_unit_test(broken_bytes_are_replacement_characters),
        cmocka_unit_test(texts_are_split_trimmed_and_found),
        cmocka_unit_test(numbers_are_read_whole_or_not_at_all),
        cmocka_unit_test(numbers_are_written_short_and_never_as_minus_zero),
        cmocka_unit_test(markup_and_control_characters_are_escaped),
        cmocka_unit_test(json_is_written_with_commas_where_they_belong),
        cmocka_unit_test(lists_keep_their_items_while_they_grow),
        cmocka_unit_test(a_long_error_is_cut_at_a_code_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

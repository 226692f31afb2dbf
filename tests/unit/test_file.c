#include "date.h"
#include "file.h"
#include "json.h"
#include "table.h"
#include "testing.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void days_count_from_1970_and_back(void **state) {
    (void)state;
    assert_int_equal(date_days((struct date){1970, 1, 1}), 0);
    assert_int_equal(date_days((struct date){2022, 9, 14}), 19249);
    assert_int_equal(date_weekday((struct date){2022, 9, 14}), 2);
    for (int64_t day = -800000; day < 800000; day += 997)
        assert_int_equal(date_days(date_from_days(day)), day);
}

static void only_days_of_the_calendar_are_dates(void **state) {
    (void)state;
    struct date date = {0};
    assert_true(date_read(TEXT("2022-09-14T10:00:00Z"), &date));
    assert_true(date_equal(date, (struct date){2022, 9, 14}));
    assert_true(date_read(TEXT("2022-09"), &date));
    assert_true(date_equal(date, (struct date){2022, 9, 0}));
    assert_true(date_read(TEXT("2024-02-29"), &date));
    static const char *const bad[] = {"",           "22-09-14",   "2022-13-01", "2023-02-29",
                                      "2022-09-31", "2022/09/14", "2022-9-1",   "0000"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(date_read(text_of(bad[i]), &date));
}

static void a_table_names_the_line_that_is_wrong(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct table table;
    struct error error = {0};
    size_t column;
    assert_true(table_read(TEXT("t.tsv"), TEXT("# c\nref\tname\r\na\tA\nb\t\n"), arena, &table, &error));
    assert_int_equal(table.row_count, 2);
    assert_true(table_column(&table, "name", &column, &error));
    assert_text(table_cell(&table, 0, column), "A");
    assert_text(table_cell(&table, 1, column), "");
    assert_int_equal(table.lines[1], 4);
    assert_false(table_column(&table, "lat", &column, &error));
    assert_holds(error.message, "'lat'");
    assert_false(table_read(TEXT("t.tsv"), TEXT("a\tb\n1\n"), arena, &table, &error));
    assert_holds(error.message, "t.tsv: line 2: 1 columns where the header has 2");
    arena_close(arena);
}

static void json_errors_name_line_and_column(void **state) {
    (void)state;
    struct error error = {0};
    cJSON *root = NULL;
    assert_false(json_read(TEXT("{\n  \"a\": 1,\n  \"b\" 2}"), &root, &error));
    assert_holds(error.message, "line 3");
    assert_null(root);
    assert_false(json_read(TEXT("{} trailing"), &root, &error));
    assert_false(json_read(TEXT(""), &root, &error));
}

static void what_no_text_can_hold_is_mended_in_json(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    const struct {
        struct text said, text;
        size_t mended;
    } cases[] = {
        {TEXT("{\"t\": \"before \\u0000 after\"}"), TEXT("before \xEF\xBF\xBD after"), 1},
        {TEXT("{\"t\": \"a\\ud800b\"}"),
         TEXT("a\xEF\xBF\xBD"
              "b"),
         1},
        {TEXT("{\"t\": \"a\\udc00\\ud83d\"}"), TEXT("a\xEF\xBF\xBD\xEF\xBF\xBD"), 2},
        {TEXT("{\"t\": \"\\ud83d\\ude00\"}"), TEXT("\xF0\x9F\x98\x80"), 0},
        {TEXT("{\"t\": \"\\ud83d\\u0041\"}"),
         TEXT("\xEF\xBF\xBD"
              "A"),
         1},
        {TEXT("{\"t\": \"\\\\u0000\"}"), TEXT("\\u0000"), 0},
        {TEXT("{\"t\": \"a\0b\"}"),
         TEXT("a\xEF\xBF\xBD"
              "b"),
         1},
        {TEXT("{\"t\": \"a\xC0\xAF"
              "b\xED\xA0\x80\"}"),
         TEXT("a\xEF\xBF\xBD\xEF\xBF\xBD"
              "b\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"),
         5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t mended;
        cJSON *root = NULL;
        struct text value;
        struct error error = {0};
        (void)json_mend(cases[i].said, arena, &mended);
        assert_int_equal(mended, cases[i].mended);
        assert_true(json_read(cases[i].said, &root, &error));
        assert_true(json_find_text(root, "t", &value));
        assert_true(text_equal(value, cases[i].text));
        cJSON_Delete(root);
    }
    arena_close(arena);
}

static void no_link_is_written_through_and_no_pipe_is_waited_for(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct error error = {0};
    char folder[] = "/tmp/bordermap-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char *path = file_join(arena, folder, "out.txt"), *pipe = file_join(arena, folder, "pipe");
    char *old = text_c(arena, text_format(arena, "%s.%ld.tmp", path, (long)getpid()));
    char *other = file_join(arena, folder, "other");
    struct text content;
    assert_true(file_write(other, TEXT("mine"), &error));
    assert_int_equal(symlink(other, old), 0);
    assert_int_equal(symlink(other, path), 0);
    assert_true(file_write(path, TEXT("new"), &error));
    assert_true(file_read(other, 100, arena, &content, &error));
    assert_text(content, "mine");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_false(file_read(pipe, 100, arena, &content, &error));
    assert_holds(error.message, "is a pipe or a device");
    assert_false(file_read("/dev/zero", 100, arena, &content, &error));
    unlink(old);
    unlink(path);
    unlink(other);
    unlink(pipe);
    rmdir(folder);
    arena_close(arena);
}

static void files_are_replaced_whole_and_read_with_a_limit(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct error error = {0};
    char folder[] = "/tmp/bordermap-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char *path = file_join(arena, folder, "a/b/c.txt");
    char *below = file_join(arena, folder, "a/b");
    struct text content, *names;
    size_t count;
    assert_true(file_make_directory(below, &error));
    assert_true(file_write(path, TEXT("first"), &error));
    assert_true(file_write(path, TEXT("second"), &error));
    assert_true(file_read(path, 100, arena, &content, &error));
    assert_text(content, "second");
    assert_true(file_list(below, arena, &names, &count, &error));
    assert_int_equal(count, 1);
    assert_false(file_read(path, 3, arena, &content, &error));
    assert_int_equal(error.kind, ERROR_INPUT);
    assert_false(file_read(below, 100, arena, &content, &error));
    assert_holds(error.message, "is a directory");
    assert_false(file_write(file_join(arena, path, "x"), TEXT("no"), &error));
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    unlink(path);
    rmdir(below);
    rmdir(file_join(arena, folder, "a"));
    rmdir(folder);
    arena_close(arena);
}

/* The examples of FIPS 180-4. */
static void sha256_gives_the_digests_of_the_standard(void **state) {
    (void)state;
    char hex[65];
    file_sha256(TEXT("abc"), hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    file_sha256(TEXT(""), hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    file_sha256(TEXT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), hex);
    assert_string_equal(hex, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_count_from_1970_and_back),
        cmocka_unit_test(only_days_of_the_calendar_are_dates),
        cmocka_unit_test(a_table_names_the_line_that_is_wrong),
        cmocka_unit_test(json_errors_name_line_and_column),
        cmocka_unit_test(what_no_text_can_hold_is_mended_in_json),
        cmocka_unit_test(no_link_is_written_through_and_no_pipe_is_waited_for),
        cmocka_unit_test(files_are_replaced_whole_and_read_with_a_limit),
        cmocka_unit_test(sha256_gives_the_digests_of_the_standard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "file.h"
#include "lexicon.h"
#include "testing.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
    struct arena *arena;
    char *folder;
    struct lexicon *lexicon;
};

static struct fixture fixture;

static void write_table(const char *language, const char *name, const char *content) {
    struct error error = {0};
    char *folder = file_join(fixture.arena, fixture.folder, language);
    if (!file_make_directory(folder, &error) ||
        !file_write(file_join(fixture.arena, folder, name), text_of(content), &error))
        fail_msg("%s", error.message);
}

static int open_folder(void **state) {
    (void)state;
    struct error error = {0};
    static char pattern[] = "/tmp/bordermap-lexicon-XXXXXX";
    fixture.arena = arena_open();
    fixture.folder = mkdtemp(pattern);
    if (!fixture.folder)
        return -1;
    write_table("en", "phrases.tsv", "key\ttext\nscale\tScale\nnear\tnear\n");
    write_table("it", "phrases.tsv", "key\ttext\nscale\tScala\n");
    write_table("en", "events.tsv", "pattern\trole\tvalue\n");
    write_table("it", "events.tsv", "pattern\trole\tvalue\n");
    write_table("it", "broken.tsv", "key\ttext\nonly one\n");
    return lexicon_open(fixture.folder, fixture.arena, &fixture.lexicon, &error) ? 0 : -1;
}

static int remove_folder(void **state) {
    (void)state;
    static const char *const files[] = {"en/phrases.tsv", "it/phrases.tsv", "en/events.tsv", "it/events.tsv",
                                        "it/broken.tsv"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        unlink(file_join(fixture.arena, fixture.folder, files[i]));
    rmdir(file_join(fixture.arena, fixture.folder, "en"));
    rmdir(file_join(fixture.arena, fixture.folder, "it"));
    rmdir(fixture.folder);
    arena_close(fixture.arena);
    return 0;
}

static void a_phrase_comes_in_the_language_else_in_english_else_as_its_key(void **state) {
    (void)state;
    assert_true(text_is(lexicon_phrase(fixture.lexicon, TEXT("it"), "scale"), "Scala"));
    assert_true(text_is(lexicon_phrase(fixture.lexicon, TEXT("it"), "near"), "near"));
    assert_true(text_is(lexicon_phrase(fixture.lexicon, TEXT("xx"), "month.9"), "month.9"));
}

static void a_table_is_read_once(void **state) {
    (void)state;
    struct error error = {0};
    const struct table *first, *second;
    assert_true(lexicon_table(fixture.lexicon, TEXT("it"), "phrases", &first, &error));
    assert_true(lexicon_table(fixture.lexicon, TEXT("it"), "phrases", &second, &error));
    assert_ptr_equal(first, second);
    assert_int_equal(first->row_count, 1);
}

static void a_missing_table_is_empty(void **state) {
    (void)state;
    struct error error = {0};
    const struct table *table;
    assert_true(lexicon_table(fixture.lexicon, TEXT("it"), "events", &table, &error));
    assert_int_equal(table->row_count, 0);
}

static void a_language_never_leaves_the_folder(void **state) {
    (void)state;
    struct error error = {0};
    const struct table *table;
    assert_true(lexicon_table(fixture.lexicon, TEXT("../it"), "phrases", &table, &error));
    assert_int_equal(table->row_count, 0);
}

static void a_damaged_table_is_named_with_its_line(void **state) {
    (void)state;
    struct error error = {0};
    const struct table *table;
    assert_false(lexicon_table(fixture.lexicon, TEXT("it"), "broken", &table, &error));
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    assert_non_null(strstr(error.message, "line 2"));
}

static bool opens(const char *language, struct error *error) {
    struct lexicon *fresh = NULL;
    *error = (struct error){0};
    return lexicon_open(fixture.folder, fixture.arena, &fresh, error) &&
           lexicon_open_language(fresh, text_of(language), error);
}

static void a_language_is_judged_when_it_is_opened(void **state) {
    (void)state;
    static const struct {
        const char *name, *content, *said;
    } faults[] = {
        {"phrases.tsv", "key\ttext\nscale\tScala\nnear\n", "xx/phrases.tsv: line 3: 1 columns"},
        {"phrases.tsv", "key\ttext\na\tb\n# a remark\na\tc\n", "line 4: stands there a second time: 'a'"},
        {"phrases.tsv", "key\tword\na\tb\n", "its header is not that of a table \"phrases\": key, text"},
        {"events.tsv", "pattern\trole\tvalue\n\tevent\t\n", "line 2: there is nothing in the column 'pattern'"},
        {"names.tsv", "text\nJos\xE9\n", "line 2: not valid UTF-8 in the column 'text'"},
        {"others.tsv", "from\tto\na\tb\n\tc\n", "line 3: there is nothing in the column 'from'"}};
    struct error error;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        write_table("xx", faults[i].name, faults[i].content);
        assert_false(opens("xx", &error));
        assert_int_equal(error.kind, ERROR_ENVIRONMENT);
        if (!strstr(error.message, faults[i].said))
            fail_msg("%s", error.message);
        unlink(file_join(fixture.arena, fixture.folder,
                         text_c(fixture.arena, text_format(fixture.arena, "xx/%s", faults[i].name))));
    }
    assert_true(opens("xx", &error)); /* an empty folder */
    rmdir(file_join(fixture.arena, fixture.folder, "xx"));
    assert_true(opens("yy", &error)); /* none */
    assert_true(opens("en", &error));
    assert_false(opens("it", &error)); /* broken.tsv */
}

static void languages_are_sorted(void **state) {
    (void)state;
    struct error error = {0};
    struct text *languages;
    size_t count;
    assert_true(lexicon_languages(fixture.lexicon, fixture.arena, &languages, &count, &error));
    assert_int_equal(count, 2);
    assert_true(text_is(languages[0], "en"));
    assert_true(text_is(languages[1], "it"));
}

static void a_slot_keeps_what_is_put_there(void **state) {
    (void)state;
    static int value;
    *lexicon_slot(fixture.lexicon, TEXT("it"), "test") = &value;
    assert_ptr_equal(*lexicon_slot(fixture.lexicon, TEXT("it"), "test"), &value);
    assert_null(*lexicon_slot(fixture.lexicon, TEXT("en"), "test"));
}

static void a_missing_folder_is_an_error_of_the_environment(void **state) {
    (void)state;
    struct error error = {0};
    struct lexicon *lexicon = NULL;
    assert_false(lexicon_open("/nowhere/at/all", fixture.arena, &lexicon, &error));
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    assert_null(lexicon);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_phrase_comes_in_the_language_else_in_english_else_as_its_key),
        cmocka_unit_test(a_table_is_read_once),
        cmocka_unit_test(a_missing_table_is_empty),
        cmocka_unit_test(a_language_never_leaves_the_folder),
        cmocka_unit_test(a_damaged_table_is_named_with_its_line),
        cmocka_unit_test(a_language_is_judged_when_it_is_opened),
        cmocka_unit_test(languages_are_sorted),
        cmocka_unit_test(a_slot_keeps_what_is_put_there),
        cmocka_unit_test(a_missing_folder_is_an_error_of_the_environment),
    };
    return cmocka_run_group_tests(tests, open_folder, remove_folder);
}

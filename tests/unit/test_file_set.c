/* Files that belong together: all of them are replaced, or none, whatever happens in between. */
#include "file_set.h"

#include "file.h"
#include "testing.h"

#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
    struct arena *arena;
    char folder[64];
    struct error error;
} fixture;

static int remove_entry(const char *path, const struct stat *about, int kind, struct FTW *walk) {
    (void)about, (void)kind, (void)walk;
    return remove(path);
}

static int set_up(void **state) {
    (void)state;
    fixture.arena = arena_open();
    strcpy(fixture.folder, "/tmp/bordermap-set-XXXXXX");
    return mkdtemp(fixture.folder) ? 0 : 1;
}

static int tear_down(void **state) {
    (void)state;
    arena_close(fixture.arena);
    return nftw(fixture.folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

static const char *content_of(const char *name) {
    struct text content = TEXT("absent");
    (void)!file_read(file_join(fixture.arena, fixture.folder, name), 100, fixture.arena, &content, NULL);
    return text_c(fixture.arena, content);
}

static size_t count_of_names(void) {
    struct text *names;
    size_t count = 0;
    assert_true(file_list(fixture.folder, fixture.arena, &names, &count, &fixture.error));
    return count;
}

static struct file_set *add_three(const char *content) {
    struct file_set *set = file_set_new(fixture.folder, fixture.arena);
    static const char *const names[] = {"a.svg", "index.json", "b.svg"};
    for (size_t i = 0; i < 3; i++)
        assert_true(file_set_add(set, names[i], text_of(content), &fixture.error));
    return set;
}

static void assert_all(const char *content) {
    assert_string_equal(content_of("a.svg"), content);
    assert_string_equal(content_of("b.svg"), content);
    assert_string_equal(content_of("index.json"), content);
}

static void a_set_is_seen_when_it_is_published(void **state) {
    (void)state;
    struct file_set *set = add_three("one");
    assert_all("absent");
    assert_true(file_set_publish(set, "index.json", TEXT("interim"), &fixture.error));
    assert_all("one");
    assert_int_equal(count_of_names(), 3);
    set = add_three("two");
    assert_all("one");
    assert_true(file_set_publish(set, "index.json", TEXT("interim"), &fixture.error));
    assert_all("two");
    set = add_three("three");
    file_set_close(set);
    assert_all("two");
    assert_int_equal(count_of_names(), 3);
}

/* A folder in the way of a file: renaming fails in the middle. */
static void what_fails_in_the_middle_leaves_all_as_it_was(void **state) {
    (void)state;
    assert_true(file_set_publish(add_three("one"), "index.json", TEXT("interim"), &fixture.error));
    assert_int_equal(unlink(file_join(fixture.arena, fixture.folder, "b.svg")), 0);
    assert_int_equal(mkdir(file_join(fixture.arena, fixture.folder, "b.svg"), 0700), 0);
    struct file_set *set = add_three("two");
    assert_true(file_set_add(set, "new.svg", TEXT("two"), &fixture.error));
    assert_false(file_set_publish(set, "index.json", TEXT("interim"), &fixture.error));
    assert_true(fixture.error.kind == ERROR_ENVIRONMENT);
    assert_string_equal(content_of("a.svg"), "one");
    assert_string_equal(content_of("index.json"), "one");
    assert_string_equal(content_of("new.svg"), "absent");
    assert_int_equal(count_of_names(), 3);
}

static void an_input_is_not_replaced(void **state) {
    (void)state;
    const char *path = file_join(fixture.arena, fixture.folder, "a.svg");
    assert_true(file_write(path, TEXT("mine"), &fixture.error));
    struct file_set *set = file_set_new(fixture.folder, fixture.arena);
    file_set_protect(set, path);
    file_set_protect(set, "/nonexistent");
    assert_true(file_set_add(set, "b.svg", TEXT("x"), &fixture.error));
    assert_false(file_set_add(set, "a.svg", TEXT("x"), &fixture.error));
    assert_holds(fixture.error.message, "is an input of this run");
    file_set_close(set);
    assert_string_equal(content_of("a.svg"), "mine");
    assert_int_equal(count_of_names(), 1);
}

/* What runs leave that were killed: before they had all files, and in the middle of putting them in their places. */
static void the_next_run_clears_up_behind_a_dead_one(void **state) {
    (void)state;
    assert_true(file_set_publish(add_three("one"), "index.json", TEXT("interim"), &fixture.error));
    pid_t child = fork();
    if (child == 0) {
        (void)add_three("dead");
        raise(SIGKILL);
    }
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(count_of_names(), 4);
    const char *final = file_join(fixture.arena, fixture.folder, ".bordermap-0123456789abcdef.final");
    static const char *const left[][2] = {
        {".index", "index.json"}, {"b.svg", "two"}, {"index.json", "two"}, {".old-a.svg", "one"}};
    assert_int_equal(mkdir(final, 0700), 0);
    for (size_t i = 0; i < 4; i++)
        assert_true(file_write(file_join(fixture.arena, final, left[i][0]), text_of(left[i][1]), &fixture.error));
    assert_true(file_write(file_join(fixture.arena, fixture.folder, "a.svg"), TEXT("two"), &fixture.error));
    assert_true(file_write(file_join(fixture.arena, fixture.folder, "index.json"), TEXT("interim"), &fixture.error));
    struct file_set *set = add_three("three");
    assert_all("two");
    assert_int_equal(count_of_names(), 4);
    assert_true(file_set_publish(set, "index.json", TEXT("interim"), &fixture.error));
    assert_all("three");
    assert_int_equal(count_of_names(), 3);
}

/* A run that is alive keeps its folder while others publish. */
static void runs_at_once_follow_each_other(void **state) {
    (void)state;
    struct file_set *slow = add_three("slow");
    assert_true(file_set_publish(add_three("fast"), "index.json", TEXT("interim"), &fixture.error));
    assert_all("fast");
    assert_true(file_set_publish(slow, "index.json", TEXT("interim"), &fixture.error));
    assert_all("slow");
    assert_int_equal(count_of_names(), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_set_is_seen_when_it_is_published, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_fails_in_the_middle_leaves_all_as_it_was, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_input_is_not_replaced, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_next_run_clears_up_behind_a_dead_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(runs_at_once_follow_each_other, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Sizes of pages, and what a report of labels is blamed for. */
#include "label_report.h"
#include "page_size.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct page_size size_of(const char *words) {
    struct page_size page = {0};
    struct error error = {0};
    if (!page_size_read(text_of(words), &page, &error))
        fail_msg("%s: %s", words, error.message);
    return page;
}

static void assert_refused(const char *words, const char *reason) {
    struct page_size page = {.width = 7};
    struct error error = {0};
    if (page_size_read(text_of(words), &page, &error))
        fail_msg("%s was accepted", words);
    if (!strstr(error.message, reason) || error.kind != ERROR_USAGE)
        fail_msg("%s: %s", words, error.message);
    assert_true(page.width >= 7 && page.width <= 7);
}

static void assert_near(double value, double wanted) {
    if (fabs(value - wanted) > 0.01)
        fail_msg("%g is not %g", value, wanted);
}

static void pixels_and_millimetres_are_read(void **state) {
    (void)state;
    assert_near(size_of("1200x900").width, 1200);
    assert_near(size_of("1200x900px").height, 900);
}

static void millimetres_are_for_print(void **state) {
    (void)state;
    struct page_size page = size_of("254x127mm");
    assert_near(page.width, 960);
    assert_near(page.height, 480);
    assert_near(page.width * page.scale, 3000);
    assert_true(page.print);
    assert_false(size_of("960x480").print);
}

static void a_screen_preset_has_the_pixels_of_its_name(void **state) {
    (void)state;
    static const struct {
        const char *name;
        double width, height;
    } cases[] = {{"slide", 1920, 1080}, {"square", 1080, 1080}, {"portrait", 1080, 1350}, {"og", 1200, 630},
                 {"web", 1200, 900},    {"web@2x", 2400, 1800}, {"web-small", 320, 400}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct page_size page = size_of(cases[i].name);
        assert_near(page.width * page.scale, cases[i].width);
        assert_near(page.height * page.scale, cases[i].height);
    }
}

static void twice_the_pixels_is_the_same_page(void **state) {
    (void)state;
    struct page_size once = size_of("a4"), twice = size_of("a4@2x");
    assert_near(twice.width, once.width);
    assert_near(twice.scale, 2 * once.scale);
}

static void every_listed_size_can_be_asked_for(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct text list = page_size_list(arena), line, name;
    int presets = 0;
    while (text_split(&list, '\n', &line)) {
        struct text rest = line;
        if (line.size == 0 || line.data[0] < 'a' || line.data[0] > 'z')
            continue;
        text_split(&rest, ' ', &name);
        size_of(text_c(arena, name));
        presets++;
    }
    assert_true(presets >= 10);
    arena_close(arena);
}

static void what_is_no_size_is_refused(void **state) {
    (void)state;
    static const char *const words[] = {"", "a5", "1200", "x", "12x", "1200x900x3", "1200.5x900", "axb", "1200x900pt"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        assert_refused(words[i], "is no size");
    assert_refused("0x0", "out of range");
    assert_refused("100000x100000", "out of range");
    assert_refused("10x10mm", "out of range");
    assert_refused("nanxnan", "is no size");
    assert_refused("web@", "what follows '@'");
    assert_refused("web@0x", "what follows '@'");
    assert_refused("web@2", "what follows '@'");
}

static void good_labels_have_no_faults(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct text faults[LABEL_FAULTS];
    struct label_report report = {.wanted = {3, 2, 9, 9}, .placed = {3, 1, 2, 0}, .border_crossings = 2};
    assert_int_equal(label_report_faults(&report, arena, faults), 0);
    arena_close(arena);
}

static void each_fault_is_told(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct text faults[LABEL_FAULTS], missing[] = {TEXT("country:KG"), TEXT_NONE};
    struct label_report report = {.overlaps = 1,
                                  .off_page = 2,
                                  .dots_covered = 1,
                                  .country_crossings = 1,
                                  .ambiguous = 3,
                                  .missing = missing,
                                  .missing_count = 2};
    assert_int_equal(label_report_faults(&report, arena, faults), 6);
    assert_true(text_is(faults[0], "1 label overlaps another"));
    assert_true(text_is(faults[1], "2 labels leave the map"));
    assert_true(text_is(faults[5], "no room for what must be there: country:KG, a label"));
    arena_close(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(pixels_and_millimetres_are_read),
                                       cmocka_unit_test(millimetres_are_for_print),
                                       cmocka_unit_test(a_screen_preset_has_the_pixels_of_its_name),
                                       cmocka_unit_test(twice_the_pixels_is_the_same_page),
                                       cmocka_unit_test(every_listed_size_can_be_asked_for),
                                       cmocka_unit_test(what_is_no_size_is_refused),
                                       cmocka_unit_test(good_labels_have_no_faults),
                                       cmocka_unit_test(each_fault_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

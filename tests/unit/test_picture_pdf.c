#include "drawing_fixture.h"

static struct text sheet_pdf(void) {
    return written(picture_pdf, sheet, (struct picture_options){.scale = 1});
}

static void it_is_the_same_twice(void **state) {
    (void)state;
    unsetenv("SOURCE_DATE_EPOCH");
    struct text first = sheet_pdf();
    assert_true(text_starts(first, TEXT("%PDF-1.5")));
    assert_true(text_equal(first, sheet_pdf()));
}

static void its_date_is_that_of_the_source_and_never_the_clocks(void **state) {
    (void)state;
    unsetenv("SOURCE_DATE_EPOCH");
    assert_int_equal(times(sheet_pdf(), "(D:19700101000000"), 2);
    setenv("SOURCE_DATE_EPOCH", "1663200000", 1);
    assert_int_equal(times(sheet_pdf(), "(D:20220915000000"), 2);
    setenv("SOURCE_DATE_EPOCH", "nonsense", 1);
    assert_int_equal(times(sheet_pdf(), "(D:19700101000000"), 2);
    unsetenv("SOURCE_DATE_EPOCH");
}

static void it_is_a_tagged_page_of_its_size(void **state) {
    (void)state;
    struct text pdf = sheet_pdf();
    assert_true(holds(pdf, "/MarkInfo << /Marked true >>"));
    assert_true(holds(pdf, "/Figure"));
    assert_true(holds(pdf, "/MediaBox [ 0 0 900 675 ]"));
}

static void the_figure_has_the_description_as_its_alternative(void **state) {
    (void)state;
    struct scene scene = small_scene();
    scene.description = TEXT("Оші\xF0\x9F\x97\xBA");
    scene.lang = TEXT("uk");
    add_word(&scene, "Ош");
    struct text pdf = written(picture_pdf, &scene, (struct picture_options){.scale = 1});
    assert_true(holds(pdf, "/Alt <FEFF041E04480456D83DDDFA>"));
    assert_true(holds(pdf, "/Lang <FEFF0075006B>"));
    assert_true(holds(pdf, "/Prev "));
    assert_true(text_ends(pdf, TEXT("%%EOF\n")));
}

/* Cairo takes that for a new beginning of the page. */
static void a_ground_over_the_whole_page_keeps_the_tags(void **state) {
    (void)state;
    struct scene scene = small_scene();
    struct page_point corners[] = {{0, 0}, {40, 0}, {40, 30}, {0, 30}};
    add_word(&scene, "before");
    struct scene_item *ground = add_item(&scene, SCENE_PATH);
    *LIST_PUSH(arena, &ground->shape) = (struct page_path){corners, 4, true};
    ground->fill = (struct colour){240, 240, 240, 1};
    add_word(&scene, "after");
    assert_true(holds(written(picture_pdf, &scene, (struct picture_options){.scale = 1}), "/Figure"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_the_same_twice),
        cmocka_unit_test(its_date_is_that_of_the_source_and_never_the_clocks),
        cmocka_unit_test(it_is_a_tagged_page_of_its_size),
        cmocka_unit_test(a_ground_over_the_whole_page_keeps_the_tags),
        cmocka_unit_test(the_figure_has_the_description_as_its_alternative),
    };
    return cmocka_run_group_tests(tests, open_drawing, close_drawing);
}

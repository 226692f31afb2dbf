#include "drawing_fixture.h"

#include "picture_compare.h"

static struct text png_of(const struct scene *scene) {
    return written(picture_png, scene, (struct picture_options){.scale = 1});
}

static struct picture_difference compared(struct text a, struct text b, struct text *shown) {
    struct error error = {0};
    struct picture_difference difference;
    if (!picture_compare(a, b, arena, &difference, shown, &error))
        fail_msg("%s", error.message);
    return difference;
}

static struct scene page_with_word(double x) {
    struct scene scene = small_scene();
    add_word(&scene, "Osh")->at.x = x;
    return scene;
}

static void the_same_picture_is_exactly_the_same(void **state) {
    (void)state;
    struct scene scene = page_with_word(4);
    struct picture_difference difference = compared(png_of(&scene), png_of(&scene), NULL);
    assert_true(difference.exact && picture_difference_passes(&difference));
}

static void a_label_moved_by_a_pixel_does_not_pass(void **state) {
    (void)state;
    struct scene a = page_with_word(4), b = page_with_word(5);
    struct text shown;
    struct picture_difference difference = compared(png_of(&a), png_of(&b), &shown);
    assert_false(picture_difference_passes(&difference));
    assert_true(difference.worst > 5 && difference.tiles_beyond >= 2);
    assert_true(text_starts(shown, TEXT("\x89PNG")));
}

static void jitter_passes(void **state) {
    (void)state;
    struct scene a = page_with_word(4), b = page_with_word(4.03);
    struct picture_difference difference = compared(png_of(&a), png_of(&b), NULL);
    assert_false(difference.exact);
    assert_true(picture_difference_passes(&difference));
}

static void another_size_does_not_pass(void **state) {
    (void)state;
    struct scene a = page_with_word(4), b = page_with_word(4);
    b.width = 41;
    struct picture_difference difference = compared(png_of(&a), png_of(&b), NULL);
    assert_false(difference.same_size || picture_difference_passes(&difference));
}

static void black_and_white_are_a_hundred_apart(void **state) {
    (void)state;
    static const uint8_t black[] = {0, 0, 0, 255};
    struct scene a = small_scene(), b = small_scene();
    struct scene_item *item = add_item(&b, SCENE_IMAGE);
    item->box = (struct page_box){0, 0, 40, 30};
    item->image = (struct scene_image){1, 1, black};
    struct picture_difference difference = compared(png_of(&a), png_of(&b), NULL);
    assert_true(difference.worst > 99.9 && difference.worst < 100.1);
}

static void what_is_no_png_is_an_error(void **state) {
    (void)state;
    struct error error = {0};
    struct picture_difference difference;
    assert_false(picture_compare(TEXT("GIF89a"), TEXT(""), arena, &difference, NULL, &error));
    assert_int_equal(error.kind, ERROR_INPUT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_picture_is_exactly_the_same),
        cmocka_unit_test(a_label_moved_by_a_pixel_does_not_pass),
        cmocka_unit_test(jitter_passes),
        cmocka_unit_test(another_size_does_not_pass),
        cmocka_unit_test(black_and_white_are_a_hundred_apart),
        cmocka_unit_test(what_is_no_png_is_an_error),
    };
    (void)times;
    (void)holds;
    return cmocka_run_group_tests(tests, open_drawing, close_drawing);
}

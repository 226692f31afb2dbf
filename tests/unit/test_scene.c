/* The scene as text, and the small pieces that maps are put together from: capitals, lines of text, shapes. */
#include "capitals.h"
#include "page_shape.h"
#include "paragraph.h"
#include "scene_add.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int open_arena(void **state) {
    *state = arena_open();
    return 0;
}

static int close_arena(void **state) {
    arena_close(*state);
    return 0;
}

/* Every code point is half of the size wide. */
static void fake_extents(void *context, const struct text_style *style, struct text text, struct text lang,
                         struct text_extents *extents) {
    (void)context;
    (void)lang;
    *extents =
        (struct text_extents){(double)text_code_points(text) * style->size / 2, style->size * 0.7, style->size * 0.2};
}

static const struct text_measure fake_measure = {.extents = fake_extents};

static void a_scene_prints_one_item_a_line_with_two_decimals(void **state) {
    struct arena *arena = *state;
    struct scene scene = {
        .id = TEXT("1-kg-tj"), .title = TEXT("A \"title\""), .lang = TEXT("it"), .width = 100, .height = 50};
    struct stroke stroke = {.colour = {255, 0, 0, 0.5}, .width = 1.25, .dash = {3, 2}, .dash_count = 2};
    struct text_style style = {.weight = 700, .size = 12, .colour = {0, 0, 0, 1}};
    scene_layer_begin(&scene, arena, "borders");
    scene_add_line(&scene, arena, TEXT("border:KG-TJ"),
                   scene_segment(arena, (struct page_point){1, 2}, (struct page_point){3.456, -0.001}), stroke);
    scene_layer_end(&scene, arena);
    scene_add_text(&scene, arena, TEXT("title"), TEXT("È"), TEXT("it"), (struct page_point){5, 6}, &style,
                   ANCHOR_MIDDLE);
    const char *wanted =
        "scene \"1-kg-tj\"\ntitle \"A \\\"title\\\"\"\ndescription \"\"\nlang \"it\"\ncredits \"\"\npage 100,50\n"
        "layer [borders]\n"
        "path [border:KG-TJ] stroke=#ff0000@0.5 width=1.25 dash=3 gap=2 d=\"M1,2 3.46,0\"\n"
        "end-layer\n"
        "text [title] \"È\" lang=it at=5,6 anchor=middle font=sans-700 size=12 colour=#000000\n";
    assert_string_equal(text_c(arena, scene_write(arena, &scene)), wanted);
}

static void nothing_is_added_for_what_cannot_be_seen(void **state) {
    struct arena *arena = *state;
    struct scene scene = {0};
    struct page_shape segment = scene_segment(arena, (struct page_point){0, 0}, (struct page_point){1, 1});
    assert_null(scene_add_line(&scene, arena, TEXT("a"), segment, (struct stroke){.width = 0, .colour = {0, 0, 0, 1}}));
    assert_null(scene_add_line(&scene, arena, TEXT("a"), segment, (struct stroke){.width = 1}));
    assert_null(scene_add_area(&scene, arena, TEXT("a"), (struct page_shape){0}, (struct colour){1, 1, 1, 1}));
    assert_int_equal(scene.count, 0);
}

static void an_image_prints_as_a_checksum_of_its_pixels(void **state) {
    struct arena *arena = *state;
    struct scene a = {0}, b = {0};
    const uint8_t pixels[8] = {1, 2, 3, 4, 5, 6, 7, 8}, others[8] = {1, 2, 3, 4, 5, 6, 7, 9};
    scene_add(&a, arena, SCENE_IMAGE, TEXT("relief"))->image = (struct scene_image){2, 1, pixels};
    scene_add(&b, arena, SCENE_IMAGE, TEXT("relief"))->image = (struct scene_image){2, 1, others};
    assert_false(text_equal(scene_write(arena, &a), scene_write(arena, &b)));
}

static void capitals_follow_the_language_and_leave_other_scripts(void **state) {
    struct arena *arena = *state;
    assert_string_equal(text_c(arena, capitals_of(arena, TEXT("Kirghizistan"), TEXT("it"))), "KIRGHIZISTAN");
    assert_string_equal(text_c(arena, capitals_of(arena, TEXT("Gürcistan, Irak, ılıca"), TEXT("tr"))),
                        "GÜRCİSTAN, IRAK, ILICA");
    assert_string_equal(text_c(arena, capitals_of(arena, TEXT("Киргизия, Україна, ћуд"), TEXT("ru"))),
                        "КИРГИЗИЯ, УКРАЇНА, ЋУД");
    assert_string_equal(text_c(arena, capitals_of(arena, TEXT("Ελλάδα"), TEXT("el"))), "ΕΛΛΑΔΑ");
    assert_string_equal(text_c(arena, capitals_of(arena, TEXT("Հայաստան"), TEXT("hy"))), "ՀԱՅԱՍՏԱՆ");
    assert_string_equal(text_c(arena, capitals_of(arena, TEXT("საქართველო"), TEXT("ka"))), "საქართველო");
    assert_string_equal(text_c(arena, capitals_of(arena, TEXT("Azərbaycan, Żółć, ÿ"), TEXT("en"))),
                        "AZƏRBAYCAN, ŻÓŁĆ, Ÿ");
}

static void the_first_letter_changes_alone(void **state) {
    struct arena *arena = *state;
    assert_string_equal(text_c(arena, capitals_first(arena, TEXT("alture del Golan"), TEXT("it"))), "Alture del Golan");
    assert_string_equal(text_c(arena, capitals_small_first(arena, TEXT("Обстрел"), TEXT("ru"))), "обстрел");
    assert_string_equal(text_c(arena, capitals_small_first(arena, TEXT("İhlal"), TEXT("tr"))), "ihlal");
    assert_string_equal(text_c(arena, capitals_small_first(arena, TEXT("Gefechte"), TEXT("de"))), "Gefechte");
    assert_int_equal(capitals_small_first(arena, TEXT_NONE, TEXT("it")).size, 0);
}

static void a_paragraph_breaks_at_spaces_within_the_width(void **state) {
    struct text lines[4];
    struct text_style style = {.size = 2};
    size_t count = paragraph_break(&fake_measure, &style, TEXT("one two three four"), TEXT("en"), 9, 4, *state, lines);
    assert_int_equal(count, 3);
    assert_true(text_is(lines[0], "one two") && text_is(lines[1], "three") && text_is(lines[2], "four"));
}

static void a_word_longer_than_the_width_breaks_between_characters(void **state) {
    struct text lines[4];
    struct text_style style = {.size = 2};
    size_t count = paragraph_break(&fake_measure, &style, TEXT("吉尔吉斯斯坦边境"), TEXT("zh"), 3, 4, *state, lines);
    assert_int_equal(count, 3);
    assert_true(text_is(lines[0], "吉尔吉") && text_is(lines[2], "边境"));
}

static void what_does_not_fit_ends_in_an_ellipsis(void **state) {
    struct text lines[2];
    struct text_style style = {.size = 2};
    assert_int_equal(
        paragraph_break(&fake_measure, &style, TEXT("one two three four"), TEXT("en"), 8, 2, *state, lines), 2);
    assert_true(text_ends(lines[1], TEXT("…")));
    assert_true(paragraph_width(&fake_measure, &style, lines[1], TEXT("en")) <= 8);
}

static void an_empty_paragraph_has_no_lines(void **state) {
    struct text lines[2];
    struct text_style style = {.size = 2};
    assert_int_equal(paragraph_break(&fake_measure, &style, TEXT("  "), TEXT("en"), 8, 2, *state, lines), 0);
}

static void a_border_under_a_line_of_control_is_cut_away_and_the_rest_stays(void **state) {
    struct arena *arena = *state;
    struct page_point points[11];
    struct page_path path = {points, 11, false};
    struct page_shape border = {&path, 1, 1};
    for (int i = 0; i < 11; i++)
        points[i] = (struct page_point){i * 10.0, 0};
    struct page_shape control = scene_segment(arena, (struct page_point){30, 0.5}, (struct page_point){60, 0.5});
    struct page_shape rest = page_shape_apart(&border, &control, 1.6, arena);
    assert_int_equal(rest.count, 2);
    assert_int_equal(rest.items[0].count, 4); /* 0..30: up to the point where the other line begins */
    assert_true(rest.items[1].points[0].x > 59 && rest.items[1].points[0].x < 61);
    struct page_shape all = page_shape_apart(&border, &(struct page_shape){0}, 1.6, arena);
    assert_true(page_shape_length(&all) > 99.9);
}

static void specks_are_dropped_and_islands_stay(void **state) {
    struct arena *arena = *state;
    struct page_shape area = scene_rectangle(arena, (struct page_box){0, 0, 10, 10});
    page_shape_append(&area, scene_rectangle(arena, (struct page_box){20, 0, 20.5, 0.5}), arena);
    struct page_shape rest = page_shape_without_specks(&area, 1, arena);
    assert_int_equal(rest.count, 1);
    assert_true(page_shape_extent(&rest) > 99.9 && page_shape_extent(&rest) < 100.1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scene_prints_one_item_a_line_with_two_decimals),
        cmocka_unit_test(nothing_is_added_for_what_cannot_be_seen),
        cmocka_unit_test(an_image_prints_as_a_checksum_of_its_pixels),
        cmocka_unit_test(capitals_follow_the_language_and_leave_other_scripts),
        cmocka_unit_test(the_first_letter_changes_alone),
        cmocka_unit_test(a_paragraph_breaks_at_spaces_within_the_width),
        cmocka_unit_test(a_word_longer_than_the_width_breaks_between_characters),
        cmocka_unit_test(what_does_not_fit_ends_in_an_ellipsis),
        cmocka_unit_test(an_empty_paragraph_has_no_lines),
        cmocka_unit_test(a_border_under_a_line_of_control_is_cut_away_and_the_rest_stays),
        cmocka_unit_test(specks_are_dropped_and_islands_stay),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

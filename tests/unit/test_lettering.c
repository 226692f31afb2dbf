#include "lettering.h"
#include "testing.h"

#include <math.h>
#include <stdlib.h>

/* cmocka's own compares floats, this one doubles. */
#define assert_near(actual, expected, tolerance)                                                                       \
    do {                                                                                                               \
        double assert_near_actual = (actual), assert_near_expected = (expected);                                       \
        if (!(fabs(assert_near_actual - assert_near_expected) <= (tolerance)))                                         \
            fail_msg("is %g, should be %g", assert_near_actual, assert_near_expected);                                 \
    } while (0)

struct fixture {
    struct arena *arena;
    struct lettering *lettering;
    struct text_measure measure;
};

static struct fixture fixture;

static int open_fixture(void **state) {
    struct error error = {0};
    fixture.arena = arena_open();
    if (!lettering_open(&fixture.lettering, &error)) {
        print_error("%s\n", error.message);
        return -1;
    }
    fixture.measure = lettering_measure(fixture.lettering);
    *state = &fixture;
    return 0;
}

static int close_fixture(void **state) {
    (void)state;
    lettering_close(fixture.lettering);
    arena_close(fixture.arena);
    return 0;
}

static struct text_style style_of(double size, double spacing) {
    return (struct text_style){.weight = 400, .size = size, .letter_spacing = spacing};
}

static struct text_extents measured(struct text_style style, const char *text, const char *lang) {
    struct text_extents extents;
    fixture.measure.extents(fixture.measure.context, &style, text_of(text), text_of(lang), &extents);
    return extents;
}

static double width_of(double size, double spacing, const char *text, const char *lang) {
    return measured(style_of(size, spacing), text, lang).width;
}

static void twice_the_size_is_twice_the_width(void **state) {
    (void)state;
    double small = width_of(12, 0, "Khujand", "en"), large = width_of(24, 0, "Khujand", "en");
    assert_true(small > 40 && small < 70);
    assert_near(large, 2 * small, 0.1);
}

static void capitals_rise_and_commas_descend(void **state) {
    (void)state;
    struct text_extents capital = measured(style_of(100, 0), "H", "en"), comma = measured(style_of(100, 0), ",", "en");
    assert_near(capital.ascent, 71.4, 1);
    assert_near(capital.descent, 0, 0.5);
    assert_true(comma.descent > 8);
}

static void bold_is_wider(void **state) {
    (void)state;
    struct text_style bold = style_of(20, 0);
    bold.weight = 700;
    assert_true(measured(bold, "Batken", "en").width > width_of(20, 0, "Batken", "en") + 1);
}

static void spacing_stands_between_letters_only(void **state) {
    (void)state;
    assert_near(width_of(20, 6, "OSH", "en"), width_of(20, 0, "OSH", "en") + 12, 0.3);
}

static void letters_that_join_are_not_spaced(void **state) {
    (void)state;
    assert_near(width_of(20, 6, "السودان", "ar"), width_of(20, 0, "السودان", "ar"), 0.01);
    assert_near(width_of(20, 6, "भारत", "hi"), width_of(20, 0, "भारत", "hi"), 0.01);
}

static size_t clusters_of(const char *text, const char *lang, double spacing, struct placed_cluster *clusters) {
    struct text_style style = style_of(20, spacing);
    return fixture.measure.clusters(fixture.measure.context, &style, text_of(text), text_of(lang), 32, clusters);
}

static void clusters_stand_one_behind_the_other(void **state) {
    (void)state;
    struct placed_cluster clusters[32];
    assert_int_equal(clusters_of("Isfara", "en", 4, clusters), 6);
    for (uint32_t i = 0; i < 6; i++) {
        assert_int_equal(clusters[i].start, i);
        assert_int_equal(clusters[i].end, i + 1);
    }
    assert_near(clusters[1].at.x, width_of(20, 0, "I", "en") + 4, 0.3);
    assert_near(clusters[5].at.x + width_of(20, 0, "a", "en"), width_of(20, 4, "Isfara", "en"), 0.8);
}

static void clusters_of_arabic_come_from_left_to_right(void **state) {
    (void)state;
    struct placed_cluster clusters[32];
    size_t count = clusters_of("الأردن", "ar", 4, clusters);
    assert_true(count >= 5);
    for (size_t i = 1; i < count; i++) {
        assert_true(clusters[i].at.x > clusters[i - 1].at.x);
        assert_true(clusters[i].start < clusters[i - 1].start);
    }
}

static void clusters_hold_marks_with_their_letter(void **state) {
    (void)state;
    struct placed_cluster clusters[32];
    assert_int_equal(clusters_of("e\xCC\x81t", "fr", 0, clusters), 2);
    assert_int_equal(clusters[0].end, 3);
}

static void clusters_stop_at_the_limit(void **state) {
    (void)state;
    struct placed_cluster clusters[4] = {{0}};
    struct text_style style = style_of(20, 0);
    assert_int_equal(
        fixture.measure.clusters(fixture.measure.context, &style, TEXT("Ordzhonikidze"), TEXT("en"), 3, clusters), 3);
    assert_int_equal(clusters[3].end, 0);
}

static void controls_of_direction_do_nothing(void **state) {
    (void)state;
    assert_near(width_of(20, 0,
                         "a\xE2\x80\xAE"
                         "bc\xE2\x80\xAC",
                         "en"),
                width_of(20, 0, "abc", "en"), 0.01);
    assert_near(width_of(20, 0,
                         "a\xE2\x81\xA7"
                         "bc",
                         "en"),
                width_of(20, 0, "abc", "en"), 0.01);
}

static void printable_text_keeps_its_length(void **state) {
    (void)state;
    struct text raw = TEXT("a\n\t\x7F\xC2\x85\xD8\x9C\xE2\x80\xA8\xE2\x80\xAE\xEF\xBB\xBF\xFFz <b>&amp;");
    struct text clean = lettering_printable(fixture.arena, raw);
    assert_int_equal(clean.size, raw.size);
    assert_true(text_is_utf8(clean, NULL));
    assert_true(text_starts(clean, TEXT("a   ")));
    assert_true(text_ends(clean, TEXT("?z <b>&amp;")));
}

static void markup_is_text(void **state) {
    (void)state;
    assert_true(width_of(20, 0, "<b>x</b>", "en") > width_of(20, 0, "x", "en") * 4);
}

static void scripts_with_a_pinned_font_give_no_warning(void **state) {
    (void)state;
    static const char *const names[] = {"Khujand", "Худжанд", "Αθήνα",  "Խանքենդի", "სოხუმი",   "القدس",
                                        "ירושלים", "श्रीनगर",  "ঢাকা",   "ชายแดน",   "አዲስ",      "லங்கா",
                                        "తెలుగు",   "ಕನ್ನಡ",    "മലയാളം", "ਪੰਜਾਬ",     "ગુજરાત",    "සිංහල",
                                        "ភ្នំ",      "ລາວ",     "ދިވެހި",    "ལྷ་ས",      "ⵜⴰⵎⴰⵣⵉⵖⵜ", "→ № ▲ ≥"};
    struct arena *arena = arena_open();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_true(width_of(15, 0, names[i], "") > 5);
        struct text warnings = lettering_warnings(fixture.lettering, arena);
        if (warnings.size)
            fail_msg("%s: %.*s", names[i], TEXT_ARGS(warnings));
    }
    arena_close(arena);
}

/* Old Persian has no row in the table of fonts. */
static void a_missing_glyph_is_told(void **state) {
    (void)state;
    struct error error = {0};
    struct lettering *lettering;
    struct text_extents extents;
    assert_true(lettering_open(&lettering, &error));
    struct text_measure measure = lettering_measure(lettering);
    struct text_style style = style_of(20, 0);
    measure.extents(measure.context, &style, TEXT("\xF0\x90\x8E\xA0"), TEXT(""), &extents);
    measure.extents(measure.context, &style, TEXT("\xF0\x90\x8E\xA0 again"), TEXT(""), &extents);
    struct text warnings = lettering_warnings(lettering, fixture.arena);
    assert_holds(text_c(fixture.arena, warnings), "U+103A0");
    assert_int_equal(text_find(warnings, TEXT("U+103A0"), text_find(warnings, TEXT("U+103A0"), 0) + 1),
                     warnings.size + 1);
    lettering_close(lettering);
}

static double width_in_environment(const char *lang) {
    struct error error = {0};
    struct lettering *lettering;
    struct text_extents extents;
    setenv("LANG", lang, 1);
    setenv("LANGUAGE", lang, 1);
    setenv("PANGO_LANGUAGE", lang, 1);
    assert_true(lettering_open(&lettering, &error));
    struct text_measure measure = lettering_measure(lettering);
    struct text_style style = style_of(20, 0);
    measure.extents(measure.context, &style, TEXT("直 бгд Сарајево"), TEXT("it"), &extents);
    lettering_close(lettering);
    return extents.width;
}

static void the_environment_changes_nothing(void **state) {
    (void)state;
    double italian = width_in_environment("it_IT.UTF-8");
    assert_near(width_in_environment("sr_RS.UTF-8"), italian, 0);
    assert_near(width_in_environment("ja_JP.UTF-8"), italian, 0);
}

static void more_texts_than_are_remembered_are_measured(void **state) {
    (void)state;
    double first = width_of(20, 0, "0", "en");
    for (int i = 0; i < 4000; i++) {
        struct arena *arena = arena_open();
        assert_true(width_of(20, 0, text_c(arena, text_format(arena, "%d", i)), "en") > 5);
        arena_close(arena);
    }
    assert_near(width_of(20, 0, "0", "en"), first, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twice_the_size_is_twice_the_width),
        cmocka_unit_test(capitals_rise_and_commas_descend),
        cmocka_unit_test(bold_is_wider),
        cmocka_unit_test(spacing_stands_between_letters_only),
        cmocka_unit_test(letters_that_join_are_not_spaced),
        cmocka_unit_test(clusters_stand_one_behind_the_other),
        cmocka_unit_test(clusters_of_arabic_come_from_left_to_right),
        cmocka_unit_test(clusters_hold_marks_with_their_letter),
        cmocka_unit_test(clusters_stop_at_the_limit),
        cmocka_unit_test(controls_of_direction_do_nothing),
        cmocka_unit_test(printable_text_keeps_its_length),
        cmocka_unit_test(markup_is_text),
        cmocka_unit_test(scripts_with_a_pinned_font_give_no_warning),
        cmocka_unit_test(a_missing_glyph_is_told),
        cmocka_unit_test(the_environment_changes_nothing),
        cmocka_unit_test(more_texts_than_are_remembered_are_measured),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}

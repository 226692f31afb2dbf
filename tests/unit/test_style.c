/* Styles: what is read, what extends what, and errors that say where. */
#include "colour.h"
#include "file.h"
#include "style.h"
#include "style_property.h"
#include "style_schema.h"
#include "testing.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
    struct arena *arena;
    char directory[64];
};

static int open_fixture(void **state) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_open();
    strcpy(fixture->directory, "style-test-XXXXXX");
    *state = fixture;
    return mkdtemp(fixture->directory) ? 0 : 1;
}

static int close_fixture(void **state) {
    struct fixture *fixture = *state;
    struct error error = {0};
    struct text *names;
    size_t count = 0;
    if (file_list(fixture->directory, fixture->arena, &names, &count, &error))
        for (size_t i = 0; i < count; i++)
            unlink(file_join(fixture->arena, fixture->directory, text_c(fixture->arena, names[i])));
    rmdir(fixture->directory);
    arena_close(fixture->arena);
    free(fixture);
    return 0;
}

static void write_style(const struct fixture *fixture, const char *name, const char *json) {
    struct error error = {0};
    assert_true(file_write(file_join(fixture->arena, fixture->directory, name), text_of(json), &error));
}

static struct style *read_good(const struct fixture *fixture, const char *name) {
    struct style *style = NULL;
    struct error error = {0};
    if (!style_read(fixture->directory, name, fixture->arena, &style, &error))
        fail_msg("%s", error.message);
    return style;
}

/* The style fails, and the message holds all that is said. */
static void assert_bad(const struct fixture *fixture, const char *name, enum error_kind kind, const char *a,
                       const char *b) {
    struct style *style = NULL;
    struct error error = {0};
    assert_false(style_read(fixture->directory, name, fixture->arena, &style, &error));
    assert_int_equal(error.kind, kind);
    if (!strstr(error.message, a) || !strstr(error.message, b))
        fail_msg("'%s' does not say '%s' and '%s'", error.message, a, b);
    assert_null(style);
}

static void the_shipped_style_is_sound_and_paints_what_every_map_has(void **state) {
    const struct fixture *fixture = *state;
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    struct style *style;
    struct error error = {0};
    if (!source)
        skip();
    if (!style_read(file_join(fixture->arena, source, "styles"), "newsroom", fixture->arena, &style, &error))
        fail_msg("%s", error.message);
    for (int layer = STYLE_BORDER_INTERNATIONAL; layer <= STYLE_BORDER_ADMINISTRATIVE; layer++)
        assert_true(style->layers[layer].line.width > 0 && style->layers[layer].line.colour.opacity > 0);
    assert_true(style->layers[STYLE_SEA].fill.opacity >= 1);
    assert_true(style->layers[STYLE_TITLE].text.size > style->layers[STYLE_SUBTITLE].text.size);
    assert_int_equal(style->layers[STYLE_BORDER_INTERNATIONAL].line.dash_count, 0);
    assert_true(style->layers[STYLE_BORDER_UNDELIMITED].line.dash_count > 0);
}

static void a_style_overrides_only_what_it_says_of_the_one_it_extends(void **state) {
    const struct fixture *fixture = *state;
    write_style(
        fixture, "base.json",
        "{\"layers\": {\"sea\": {\"fill-color\": \"#112233\"}, \"title\": {\"text-size\": 30, \"text-weight\": 700}}}");
    write_style(fixture, "dark.json", "{\"extends\": \"base\", \"layers\": {\"title\": {\"text-size\": 20}}}");
    struct style *style = read_good(fixture, "dark");
    assert_int_equal(style->layers[STYLE_SEA].fill.green, 0x22);
    assert_true(style->layers[STYLE_TITLE].text.size > 19.9 && style->layers[STYLE_TITLE].text.size < 20.1);
    assert_int_equal(style->layers[STYLE_TITLE].text.weight, 700);
}

static void an_unknown_style_is_wrong_use_and_lists_the_known_ones(void **state) {
    write_style(*state, "night.json", "{}");
    write_style(*state, "schema.json", "{}");
    assert_bad(*state, "noon", ERROR_USAGE, "noon", "night");
}

static void an_unknown_property_is_named_with_its_path(void **state) {
    write_style(*state, "a.json", "{\"layers\": {\"river\": {\"line-colour\": \"#fff\"}}}");
    assert_bad(*state, "a", ERROR_INPUT, "a.json", "layers.river.line-colour");
    assert_bad(*state, "a", ERROR_INPUT, "no such property", "did you mean \"line-color\"?");
}

static void an_unknown_layer_and_an_unknown_key_are_errors(void **state) {
    write_style(*state, "a.json", "{\"layers\": {\"rivers\": {}}}");
    assert_bad(*state, "a", ERROR_INPUT, "layers.rivers: there is no such layer", "did you mean \"river\"?");
    write_style(*state, "b.json", "{\"colour\": 1}");
    assert_bad(*state, "b", ERROR_INPUT, "colour", "no such property");
    write_style(*state, "c.json", "{\"extend\": \"a\"}");
    assert_bad(*state, "c", ERROR_INPUT, "extend: there is no such property", "did you mean \"extends\"?");
}

static void a_wrong_value_says_what_is_wanted(void **state) {
    write_style(*state, "a.json", "{\"layers\": {\"river\": {\"line-width\": \"thick\"}}}");
    assert_bad(*state, "a", ERROR_INPUT, "layers.river.line-width", "a number from 0 to 100");
    write_style(*state, "b.json", "{\"layers\": {\"river\": {\"line-color\": \"blue\"}}}");
    assert_bad(*state, "b", ERROR_INPUT, "layers.river.line-color", "#rrggbb");
    write_style(*state, "c.json", "{\"layers\": {\"river\": {\"line-dasharray\": [1, 2, 3]}}}");
    assert_bad(*state, "c", ERROR_INPUT, "layers.river.line-dasharray", "0, 2, 4 or 6");
}

static void a_syntax_error_names_file_and_line(void **state) {
    write_style(*state, "a.json", "{\n  \"layers\": {\n    \"sea\": }\n}");
    assert_bad(*state, "a", ERROR_INPUT, "a.json", "line 3");
}

static void styles_that_extend_each_other_are_an_error_not_a_crash(void **state) {
    write_style(*state, "a.json", "{\"extends\": \"b\"}");
    write_style(*state, "b.json", "{\"extends\": \"a\"}");
    assert_bad(*state, "a", ERROR_INPUT, "in a circle", "/a.json extends");
    assert_bad(*state, "a", ERROR_INPUT, "/b.json extends", "/a.json");
    write_style(*state, "self.json", "{\"extends\": \"self\"}");
    assert_bad(*state, "self", ERROR_INPUT, "in a circle", "self.json");
}

static void styles_that_extend_ever_more_are_an_error(void **state) {
    const struct fixture *fixture = *state;
    for (int i = 0; i < 12; i++) {
        const char *name = text_c(fixture->arena, text_format(fixture->arena, "s%d.json", i));
        write_style(fixture, name,
                    text_c(fixture->arena, text_format(fixture->arena, "{\"extends\": \"s%d\"}", i + 1)));
    }
    assert_bad(fixture, "s0", ERROR_INPUT, "more than 8 deep", "extends");
}

static void what_is_extended_by_path_lies_beside_the_style(void **state) {
    const struct fixture *fixture = *state;
    struct style *style;
    struct error error = {0};
    write_style(fixture, "house.json", "{\"margin\": 33}");
    write_style(fixture, "mine.json", "{\"extends\": \"./house.json\"}");
    if (!style_read("nowhere", file_join(fixture->arena, fixture->directory, "mine.json"), fixture->arena, &style,
                    &error))
        fail_msg("%s", error.message);
    assert_true(style->margin > 32.9);
}

static void sizes_of_nothing_and_of_a_house_are_refused(void **state) {
    write_style(*state, "a.json", "{\"layers\": {\"title\": {\"text-size\": 0}}}");
    assert_bad(*state, "a", ERROR_INPUT, "layers.title.text-size", "a number from 1 to 400");
    write_style(*state, "b.json", "{\"layers\": {\"title\": {\"text-size\": 100000}}}");
    assert_bad(*state, "b", ERROR_INPUT, "layers.title.text-size", "a number from 1 to 400");
    write_style(*state, "c.json", "{\"layers\": {\"coast\": {\"line-width\": 100000}}}");
    assert_bad(*state, "c", ERROR_INPUT, "layers.coast.line-width", "a number from 0 to 100");
    write_style(*state, "d.json", "{\"layers\": {\"area\": {\"hatch-spacing\": 0.001}}}");
    assert_bad(*state, "d", ERROR_INPUT, "layers.area.hatch-spacing", "0 or a number from 1 to 200");
    write_style(*state, "e.json", "{\"layers\": {\"coast\": {\"line-dasharray\": [0.001, 0.001]}}}");
    assert_bad(*state, "e", ERROR_INPUT, "layers.coast.line-dasharray", "add up to 1");
    write_style(*state, "f.json", "{\"margin\": -1}");
    assert_bad(*state, "f", ERROR_INPUT, "margin", "a number from 0 to 200");
}

static void a_typeface_that_does_not_ship_is_warned_of_and_the_next_one_used(void **state) {
    const struct fixture *fixture = *state;
    write_style(fixture, "a.json",
                "{\"layers\": {\"title\": {\"text-font\": [\"Georgia\", \"Noto Serif\"]}, \"note\": "
                "{\"text-font\": \"Helvetica\"}, \"scale\": {\"text-font\": [\"sans\", \"Georgia\"]}}}");
    const struct style *style = read_good(fixture, "a");
    assert_int_equal(style->layers[STYLE_TITLE].text.family, FONT_SERIF);
    assert_int_equal(style->layers[STYLE_NOTE].text.family, FONT_SANS);
    assert_int_equal(style->warnings.count, 2);
    assert_text(style->warnings.items[0], "layers.title.text-font: the typeface \"Georgia\" does not come with "
                                          "bordermap; Noto Serif is used");
    write_style(fixture, "b.json", "{\"layers\": {\"title\": {\"text-font\": 3}}}");
    assert_bad(fixture, "b", ERROR_INPUT, "layers.title.text-font", "the name of a typeface");
    write_style(fixture, "c.json", "{\"layers\": {\"title\": {\"text-font\": []}}}");
    assert_bad(fixture, "c", ERROR_INPUT, "layers.title.text-font", "the name of a typeface");
}

static void the_schema_that_ships_is_that_of_the_program(void **state) {
    const struct fixture *fixture = *state;
    struct text shipped;
    struct error error = {0};
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    if (!file_read(file_join(fixture->arena, source ? source : ".", "styles/schema.json"), 1 << 20, fixture->arena,
                   &shipped, &error))
        fail_msg("%s", error.message);
    if (!text_equal(shipped, style_schema_write(fixture->arena)))
        fail_msg("write it anew: bordermap styles schema > styles/schema.json");
}

static void a_style_that_is_shown_is_the_same_style(void **state) {
    const struct fixture *fixture = *state;
    struct text shown;
    struct error error = {0};
    write_style(fixture, "base.json",
                "{\"layers\": {\"sea\": {\"fill-color\": \"#112233\"}, \"title\": {\"text-size\": 30, "
                "\"text-weight\": 700}, \"coast\": {\"line-dasharray\": [1, 2.5]}}}");
    write_style(fixture, "dark.json",
                "{\"name\": \"dark\", \"extends\": \"base\", \"margin\": 31.5, \"layers\": {\"title\": "
                "{\"text-size\": 20.25, \"text-font\": [\"serif\"]}}}");
    if (!style_show(fixture->directory, "dark", fixture->arena, &shown, &error))
        fail_msg("%s", error.message);
    write_style(fixture, "shown.json", text_c(fixture->arena, shown));
    const struct style *a = read_good(fixture, "dark"), *b = read_good(fixture, "shown");
    assert_text(b->name, "dark");
    assert_memory_equal(&a->margin, &b->margin, sizeof a->margin);
    assert_memory_equal(a->layers, b->layers, sizeof a->layers);
}

static void a_style_is_found_by_path(void **state) {
    const struct fixture *fixture = *state;
    struct style *style;
    struct error error = {0};
    write_style(fixture, "mine.json", "{\"margin\": 40}");
    assert_true(style_read("nowhere", file_join(fixture->arena, fixture->directory, "mine.json"), fixture->arena,
                           &style, &error));
    assert_true(style->margin > 39.9);
}

static void colours_are_read_in_three_forms_and_none(void **state) {
    (void)state;
    struct colour colour;
    assert_true(colour_read(TEXT("#f80"), &colour));
    assert_int_equal(colour.green, 0x88);
    assert_true(colour_read(TEXT("#ff880080"), &colour));
    assert_true(colour.opacity > 0.5 && colour.opacity < 0.51);
    assert_true(colour_read(TEXT("none"), &colour));
    assert_true(colour.opacity <= 0);
    assert_false(colour_read(TEXT("#ff88"), &colour));
    assert_false(colour_read(TEXT("#gggggg"), &colour));
    assert_false(colour_read(TEXT(""), &colour));
}

static void a_scaled_style_scales_every_size_and_makes_ems_page_units(void **state) {
    const struct fixture *fixture = *state;
    write_style(fixture, "a.json",
                "{\"layers\": {\"country-name\": {\"text-size\": 10, \"text-letter-spacing\": 0.5}, "
                "\"border-claim\": {\"line-width\": 1, \"line-dasharray\": [2, 3]}}}");
    struct style *style = style_scale(read_good(fixture, "a"), 2, fixture->arena);
    assert_true(style->layers[STYLE_COUNTRY_NAME].text.letter_spacing > 9.99);
    assert_true(style->layers[STYLE_BORDER_CLAIM].line.dash[1] > 5.99);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_shipped_style_is_sound_and_paints_what_every_map_has, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(a_style_overrides_only_what_it_says_of_the_one_it_extends, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(an_unknown_style_is_wrong_use_and_lists_the_known_ones, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(an_unknown_property_is_named_with_its_path, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(an_unknown_layer_and_an_unknown_key_are_errors, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_wrong_value_says_what_is_wanted, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_syntax_error_names_file_and_line, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(styles_that_extend_each_other_are_an_error_not_a_crash, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(styles_that_extend_ever_more_are_an_error, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(what_is_extended_by_path_lies_beside_the_style, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(sizes_of_nothing_and_of_a_house_are_refused, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_typeface_that_does_not_ship_is_warned_of_and_the_next_one_used, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(the_schema_that_ships_is_that_of_the_program, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_style_that_is_shown_is_the_same_style, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_style_is_found_by_path, open_fixture, close_fixture),
        cmocka_unit_test(colours_are_read_in_three_forms_and_none),
        cmocka_unit_test_setup_teardown(a_scaled_style_scales_every_size_and_makes_ems_page_units, open_fixture,
                                        close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

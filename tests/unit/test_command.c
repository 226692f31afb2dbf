/* Command lines: what the table of options makes of words, and what the options of `map` say. */
#include "arena_fixture.h"
#include "command.h"
#include "map_options.h"

#include <string.h>

static const struct option options[] = {{"--size", 0, "WxH", "a size"},    {"--output", 'o', "DIR", "where"},
                                        {"--json", 0, NULL, "a switch"},   {"--format", 0, "LIST", "formats"},
                                        {"--scale", 0, "N", "a scale"},    {"--bbox", 0, "BOX", "a frame"},
                                        {"--as-of", 0, "DATE", "a date"},  {"--show", 0, "WHAT", "what"},
                                        {"--style", 0, "NAME", "a style"}, {"--place", 0, "PLACE", "a place"},
                                        {"--lang", 0, "LANG", "language"}, {"--title", 0, "TEXT", "a title"},
                                        {"--all", 'a', NULL, "a switch"},  {NULL, 0, NULL, NULL}};
static const struct command draw = {.name = "draw", .options = options};

/* command.c asks for the program's table. */
const struct command *const commands[] = {&draw, NULL};

static struct error failure;

/* The words as a command line; `words` ends with NULL. */
static bool read_words(const char *const *words, struct arguments *arguments) {
    char *line[16];
    int count = 0;
    for (; words[count]; count++)
        line[count] = text_c(arena, text_of(words[count]));
    failure = (struct error){0};
    return command_read_arguments(&draw, count, line, arena, arguments, &failure);
}

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static struct arguments good(const char *const *words) {
    struct arguments arguments = {0};
    if (!read_words(words, &arguments))
        fail_msg("%s", failure.message);
    return arguments;
}

static void assert_refused(const char *const *words, const char *message) {
    struct arguments arguments = {.input_count = 99};
    assert_false(read_words(words, &arguments));
    assert_int_equal(failure.kind, ERROR_USAGE);
    assert_string_equal(failure.message, message);
    assert_int_equal(arguments.input_count, 99);
}

static void a_value_follows_or_is_joined(void **state) {
    (void)state;
    struct arguments arguments = good(WORDS("--size", "1x1", "a.txt", "--title=a=b", "-o", "there"));
    assert_string_equal(command_option(&arguments, "--size"), "1x1");
    assert_string_equal(command_option(&arguments, "--title"), "a=b");
    assert_string_equal(command_option(&arguments, "--output"), "there");
    assert_null(command_option(&arguments, "--json"));
    assert_int_equal(arguments.input_count, 1);
    assert_string_equal(arguments.inputs[0], "a.txt");
    assert_null(arguments.inputs[1]);
}

static void the_last_value_counts_and_an_empty_one_is_a_value(void **state) {
    (void)state;
    struct arguments arguments = good(WORDS("--size", "1x1", "--size=2x2", "--title="));
    assert_string_equal(command_option(&arguments, "--size"), "2x2");
    assert_string_equal(command_option(&arguments, "--title"), "");
}

static void a_value_may_begin_with_a_dash(void **state) {
    (void)state;
    struct arguments arguments = good(WORDS("--bbox", "-10,-5,10,5"));
    assert_string_equal(command_option(&arguments, "--bbox"), "-10,-5,10,5");
    assert_int_equal(arguments.input_count, 0);
}

static void a_lone_dash_and_all_behind_two_dashes_are_inputs(void **state) {
    (void)state;
    struct arguments arguments = good(WORDS("-", "-a", "--", "--json", "--", "-o"));
    assert_int_equal(arguments.input_count, 4);
    assert_string_equal(arguments.inputs[0], "-");
    assert_string_equal(arguments.inputs[1], "--json");
    assert_string_equal(arguments.inputs[2], "--");
    assert_string_equal(arguments.inputs[3], "-o");
    assert_non_null(command_option(&arguments, "--all"));
    assert_null(command_option(&arguments, "--json"));
}

static void wrong_words_are_named(void **state) {
    (void)state;
    assert_refused(WORDS("--siz", "1x1"),
                   "there is no option --siz; see 'bordermap draw --help'; did you mean \"--size\"?");
    assert_refused(WORDS("--sizes=1x1"),
                   "there is no option --sizes=1x1; see 'bordermap draw --help'; did you mean \"--size\"?");
    assert_refused(WORDS("-x"), "there is no option -x; see 'bordermap draw --help'");
    assert_refused(WORDS("-othere"), "there is no option -othere; see 'bordermap draw --help'");
    assert_refused(WORDS("--json=yes"), "--json takes no value");
    assert_refused(WORDS("a.txt", "-o"), "--output wants a value: DIR");
}

/* The options of `map`. */

static struct map_request request(const char *const *words) {
    struct arguments arguments = good(words);
    struct map_request read = {0};
    if (!map_options_read(&arguments, &read, &failure))
        fail_msg("%s", failure.message);
    return read;
}

static void assert_option_refused(const char *option, const char *value, const char *part) {
    struct arguments arguments = good(WORDS(option, value));
    struct map_request read = {.place = "untouched"};
    if (map_options_read(&arguments, &read, &failure))
        fail_msg("%s %s was accepted", option, value);
    assert_int_equal(failure.kind, ERROR_USAGE);
    assert_int_equal(strncmp(failure.message, option, strlen(option)), 0);
    assert_holds(failure.message, part);
    assert_string_equal(read.place, "untouched");
}

static bool wants(const struct map_request *map, const char *format) {
    size_t index;
    assert_true(picture_format_find(text_of(format), &index));
    return (map->formats & 1U << index) != 0;
}

static void without_options_a_map_is_1200_by_900_as_png_and_svg_in_out(void **state) {
    (void)state;
    struct map_request map = request(WORDS("a.txt"));
    assert_true(map.map.width == 1200 && map.map.height == 900 && map.picture.scale == 1);
    assert_true(wants(&map, "png") && wants(&map, "svg") && !wants(&map, "pdf"));
    assert_string_equal(map.directory, "out");
    assert_string_equal(map.style, "newsroom");
    assert_null(map.place);
    assert_true(bounds_is_empty(map.map.bounds) && !date_known(map.map.as_of));
    assert_false(map.map.all || map.show_scene || map.print_manifest);
}

static void formats_are_those_of_the_list_alone(void **state) {
    (void)state;
    struct map_request map = request(WORDS("--format", "pdf"));
    assert_true(wants(&map, "pdf") && !wants(&map, "png") && !wants(&map, "svg"));
    assert_option_refused("--format", "", "takes a list of png, svg, pdf");
    assert_option_refused("--format", "png,", "takes a list of png, svg, pdf");
    assert_option_refused("--format", "PNG", "'PNG' is no format");
}

static void a_size_is_two_whole_numbers_in_range(void **state) {
    (void)state;
    struct map_request map = request(WORDS("--size", "160x6000"));
    assert_true(map.map.width == 160 && map.map.height == 6000);
    assert_option_refused("--size", "159x900", "160 to 6000");
    assert_option_refused("--size", "1200x6001", "160 to 6000");
    assert_option_refused("--size", "1200x900x", "is no size");
    assert_option_refused("--size", "1200x900.5", "is no size");
    assert_option_refused("--size", "", "is no size");
    assert_option_refused("--size", "99999999999999999999x900", "160 to 6000");
}

static void a_scale_keeps_the_picture_within_its_limit(void **state) {
    (void)state;
    assert_true(request(WORDS("--scale", "2.5")).picture.scale == 2.5);
    assert_option_refused("--scale", "0.2", "0.25 to 8");
    assert_option_refused("--scale", "8.1", "0.25 to 8");
    assert_option_refused("--scale", "nan", "0.25 to 8");
    assert_option_refused("--scale", "-1", "0.25 to 8");
    struct arguments arguments = good(WORDS("--size", "6000x6000", "--scale", "4"));
    struct map_request read;
    assert_false(map_options_read(&arguments, &read, &failure));
    assert_holds(failure.message, "150 megapixels");
}

static void a_frame_may_cross_the_antimeridian(void **state) {
    (void)state;
    struct bounds bounds = request(WORDS("--bbox", "68, 38.5, 74, 41.5")).map.bounds;
    assert_true(bounds.west == 68 && bounds.south == 38.5 && bounds.east == 74 && bounds.north == 41.5);
    bounds = request(WORDS("--bbox", "170,-20,-170,-10")).map.bounds;
    assert_true(bounds.west == 170 && bounds.east == 190);
    assert_option_refused("--bbox", "1,2,3,4,5", "is no frame");
    assert_option_refused("--bbox", "1,4,3,2", "is no frame");
    assert_option_refused("--bbox", "1,2,3,91", "is no frame");
    assert_option_refused("--bbox", "-181,2,3,4", "is no frame");
    assert_option_refused("--bbox", "1,2,x,4", "is no frame");
    assert_option_refused("--bbox", "75,39,69,41", "goes 354 degrees around the world; are west and east swapped?");
    assert_option_refused("--bbox", "0,2,361,4", "is no frame");
}

static void a_frame_is_never_wider_than_the_earth(void **state) {
    (void)state;
    assert_option_refused("--bbox", "-180,2,360,4", "is no frame");
    assert_option_refused("--bbox", "-100,2,270,4", "is no frame");
}

static void dates_and_what_is_shown_are_checked(void **state) {
    (void)state;
    assert_int_equal(request(WORDS("--as-of", "2022-09")).map.as_of.month, 9);
    assert_option_refused("--as-of", "2023-02-29", "is no date");
    assert_option_refused("--as-of", "", "is no date");
    assert_true(request(WORDS("--show", "scene")).show_scene);
    assert_option_refused("--show", "labels", "it takes: scene");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_follows_or_is_joined),
        cmocka_unit_test(the_last_value_counts_and_an_empty_one_is_a_value),
        cmocka_unit_test(a_value_may_begin_with_a_dash),
        cmocka_unit_test(a_lone_dash_and_all_behind_two_dashes_are_inputs),
        cmocka_unit_test(wrong_words_are_named),
        cmocka_unit_test(without_options_a_map_is_1200_by_900_as_png_and_svg_in_out),
        cmocka_unit_test(formats_are_those_of_the_list_alone),
        cmocka_unit_test(a_size_is_two_whole_numbers_in_range),
        cmocka_unit_test(a_scale_keeps_the_picture_within_its_limit),
        cmocka_unit_test(a_frame_may_cross_the_antimeridian),
        cmocka_unit_test(a_frame_is_never_wider_than_the_earth),
        cmocka_unit_test(dates_and_what_is_shown_are_checked),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

#include "date.h"
#include "fold.h"
#include "gazetteer.h"

#include "compile.h"
#include "small_source.h"

struct fixture {
    struct arena *arena;
    const char *folder, *path;
    struct gazetteer *gazetteer;
};

static struct fixture fixture;

static int compile_and_open(void **state) {
    (void)state;
    struct error error = {0};
    fixture.arena = arena_open();
    fixture.folder = write_small_source(fixture.arena);
    fixture.path = file_join(fixture.arena, fixture.folder, "gazetteer.bin");
    if (!compile_gazetteer(fixture.folder, fixture.path, NULL, &error) ||
        !gazetteer_open(fixture.path, &fixture.gazetteer, &error)) {
        print_error("%s\n", error.message);
        return -1;
    }
    return 0;
}

static int close_all(void **state) {
    (void)state;
    gazetteer_close(fixture.gazetteer);
    remove_small_source(fixture.folder);
    arena_close(fixture.arena);
    return 0;
}

static struct readings find(const char *name) {
    return gazetteer_find(fixture.gazetteer, fold_key(fixture.arena, text_of(name)), fixture.arena);
}

static struct place found(const char *name, size_t index) {
    struct readings readings = find(name);
    if (index >= readings.count)
        fail_msg("\"%s\" has %zu readings", name, readings.count);
    return gazetteer_place(fixture.gazetteer, readings.items[index].place);
}

static place_id of(const char *ref) {
    place_id id = gazetteer_place_of(fixture.gazetteer, text_of(ref));
    if (id == PLACE_NONE)
        fail_msg("there is no %s", ref);
    return id;
}

static struct place place_of(const char *ref) {
    return gazetteer_place(fixture.gazetteer, of(ref));
}

static void names_are_found_in_every_script_and_case(void **state) {
    (void)state;
    assert_text(found("GORIS", 0).ref, "geonames:1");
    assert_text(found("горис", 0).ref, "geonames:1");
    assert_text(found("Գորիս", 0).ref, "geonames:1");
    assert_text(found("Iravan", 0).ref, "geonames:3");
    assert_text(found("Армения", 0).ref, "country:AM");
    assert_text(found("საქართველო", 0).ref, "country:GE");
    assert_text(found("Lexington Old", 0).name, "Lexington, Old");
    assert_int_equal(find("Altrove").count, 0);
    assert_int_equal(find("").count, 0);
}

static void a_country_comes_before_a_greater_region_of_its_name(void **state) {
    (void)state;
    assert_int_equal(find("Georgia").count, 2);
    assert_text(found("Georgia", 0).ref, "country:GE");
    assert_text(found("Georgia", 1).ref, "admin1:US-GA");
}

static void single_letters_and_numbers_are_no_names(void **state) {
    (void)state;
    assert_int_equal(find("Y").count, 0);
    assert_int_equal(find("12").count, 0);
}

static void a_name_shared_by_languages_is_one_reading_and_an_adjective_one_each(void **state) {
    (void)state;
    assert_int_equal(find("Armenia").count, 1);
    assert_int_equal(find("Armenia").items[0].language, 0);
    assert_int_equal(find("Armenia").items[0].use, NAME_MAIN);
    struct readings adjectives = find("armenio");
    assert_int_equal(adjectives.count, 2);
    assert_int_equal(adjectives.items[0].use, NAME_ADJECTIVE);
    assert_text(gazetteer_language(fixture.gazetteer, adjectives.items[0].language), "es");
    assert_text(gazetteer_language(fixture.gazetteer, adjectives.items[1].language), "pt");
    assert_text(gazetteer_language(fixture.gazetteer, find("İrəvan").items[0].language), "az");
    assert_int_equal(gazetteer_language(fixture.gazetteer, 9999).size, 0);
}

static void every_use_of_a_name_is_kept(void **state) {
    (void)state;
    assert_int_equal(find("Ky.").items[0].use, NAME_ABBREVIATION);
    assert_int_equal(find("U.S.").items[0].use, NAME_ABBREVIATION);
    assert_int_equal(find("White House").items[0].use, NAME_GOVERNMENT);
    assert_int_equal(find("armeni").items[0].use, NAME_PEOPLE);
    assert_int_equal(find("armeno").items[0].use, NAME_ADJECTIVE);
    assert_int_equal(find("armeno").items[1].use, NAME_COMBINING);
    assert_int_equal(find("Repubblica dell'Azerbaigian").items[0].use, NAME_SHORT);
    assert_int_equal(find("Ghapan").items[0].use, NAME_ALTERNATE);
}

static void postal_and_loose_names_are_marked(void **state) {
    (void)state;
    assert_int_equal(find("GA").items[0].use, NAME_ABBREVIATION);
    assert_int_equal(find("GA").items[0].flags, READING_POSTAL);
    assert_int_equal(find("Ky.").items[0].flags, 0); /* the newspaper's "Ky." is another reading than the post's */
    assert_int_equal(find("Ky.").items[1].flags, READING_POSTAL);
    assert_int_equal(find("America").items[0].use, NAME_ALTERNATE);
    assert_int_equal(find("America").items[0].flags, READING_LOOSE);
    assert_int_equal(find("Fayette").items[0].flags, READING_LOOSE);
    assert_int_equal(find("Fayette County").items[0].flags, READING_LISTED);
    assert_int_equal(find("Armenia").items[0].flags, READING_LISTED);
}

static void places_say_what_and_where_they_are(void **state) {
    (void)state;
    struct place town = place_of("geonames:4");
    assert_int_equal(town.kind, PLACE_POINT);
    assert_text(town.country, "US");
    assert_text(town.admin1, "admin1:US-KY");
    assert_text(town.admin2, "US.KY.067");
    assert_text(town.feature, "PPLA2");
    assert_int_equal(town.population, 225366);
    assert_int_equal(town.geonameid, 4);
    assert_float_equal(town.point.lon, -84.47772, 1e-9);
    assert_float_equal(town.precision_km, 0, 0);
    assert_true(place_of("geonames:3").capital);
    assert_false(town.capital);
    struct place county = place_of("admin2:US.KY.067");
    assert_int_equal(county.kind, PLACE_REGION);
    assert_text(county.admin1, "admin1:US-KY");
    assert_int_equal(county.population, 225366);
}

static void curated_points_win_and_areas_keep_one_place_for_all_periods(void **state) {
    (void)state;
    struct place state_of = place_of("admin1:US-KY");
    assert_float_equal(state_of.point.lat, 38.2, 1e-9);
    assert_int_equal(state_of.geonameid, 6254925);
    struct place area = place_of("area:karabakh");
    assert_int_equal(area.kind, PLACE_AREA);
    assert_text(area.feature, "disputed");
    assert_text(area.countries, "AZ");
    assert_float_equal(area.precision_km, 63, 1e-9);
    assert_false(area.supranational);
    assert_true(place_of("area:south-caucasus").supranational);
    assert_int_equal(place_of("river:aras").kind, PLACE_RIVER);
    assert_text(place_of("river:aras").country, "");
}

static void borders_lie_between_neighbours_in_alphabetical_order(void **state) {
    (void)state;
    struct place border = place_of("border:AM-AZ");
    assert_int_equal(border.kind, PLACE_LINE);
    assert_text(border.countries, "AM,AZ");
    assert_text(border.country, "");
    assert_true(border.precision_km > 50 && border.precision_km < 300);
    assert_int_equal(gazetteer_place_of(fixture.gazetteer, TEXT("border:AZ-AM")), PLACE_NONE);
}

static void regions_reach_as_far_as_their_towns(void **state) {
    (void)state;
    assert_true(place_of("admin1:AM-SU").precision_km > 10);
    assert_true(place_of("country:FJ").precision_km < 200); /* across the antimeridian */
}

static void names_to_print_go_by_language(void **state) {
    (void)state;
    const struct gazetteer *g = fixture.gazetteer;
    assert_text(gazetteer_name(g, of("geonames:3"), TEXT("it")), "Erevan");
    assert_text(gazetteer_name(g, of("geonames:3"), TEXT("it-CH")), "Erevan");
    assert_text(gazetteer_name(g, of("geonames:3"), TEXT("fi")), "");
    assert_text(gazetteer_name(g, of("geonames:3"), TEXT("")), "");
    assert_text(gazetteer_name(g, of("country:AZ"), TEXT("it")), "Azerbaigian breve");
    assert_text(gazetteer_name(g, of("admin1:AM-SU"), TEXT("it")), "Syunik");
    assert_text(gazetteer_name(g, of("area:karabakh"), TEXT("en")), "Nagorno-Karabakh");
    assert_text(gazetteer_name(g, PLACE_NONE, TEXT("it")), "");
    assert_text(gazetteer_local_name(g, of("geonames:3")), "Երևան");
    assert_text(gazetteer_local_name(g, of("geonames:4")), "");
}

static void the_longest_name_is_told_by_its_first_word(void **state) {
    (void)state;
    const struct gazetteer *g = fixture.gazetteer;
    assert_int_equal(gazetteer_longest(g, TEXT("collective")), 4);
    assert_int_equal(gazetteer_longest(g, TEXT("repubblica")), 2);
    assert_int_equal(gazetteer_longest(g, TEXT("goris")), 1);
    assert_int_equal(gazetteer_longest(g, TEXT("nowhere")), 0);
    assert_int_equal(gazetteer_longest(g, TEXT("")), 0);
}

static void towns_in_bounds_come_greatest_first(void **state) {
    (void)state;
    place_id ids[10];
    size_t count = gazetteer_within(fixture.gazetteer, (struct bounds){44, 39, 47, 41}, 10, ids);
    assert_int_equal(count, 4);
    assert_text(gazetteer_place(fixture.gazetteer, ids[0]).name, "Yerevan");
    assert_text(gazetteer_place(fixture.gazetteer, ids[1]).name, "Kapan");
    assert_text(gazetteer_place(fixture.gazetteer, ids[2]).name, "Goris");
    assert_int_equal(gazetteer_within(fixture.gazetteer, (struct bounds){44, 39, 47, 41}, 2, ids), 2);
    assert_int_equal(gazetteer_within(fixture.gazetteer, (struct bounds){-10, -10, 10, 10}, 10, ids), 0);
    assert_int_equal(gazetteer_within(fixture.gazetteer, (struct bounds){-180, -90, 180, 90}, 10, ids), 9);
}

static void landmarks_are_found_but_are_no_towns_of_a_map(void **state) {
    (void)state;
    place_id ids[10];
    struct place sotk = gazetteer_place(fixture.gazetteer, of("point:sotk"));
    assert_int_equal(sotk.kind, PLACE_POINT);
    assert_text(sotk.feature, "village");
    assert_int_equal(sotk.population, 900);
    size_t count = gazetteer_within(fixture.gazetteer, (struct bounds){45, 40, 46, 41}, 10, ids);
    for (size_t i = 0; i < count; i++)
        assert_int_not_equal(ids[i], sotk.id);
}

static void towns_are_found_on_both_sides_of_the_antimeridian(void **state) {
    (void)state;
    place_id ids[10];
    assert_int_equal(gazetteer_within(fixture.gazetteer, (struct bounds){177, -20, 181, -15}, 10, ids), 3);
    assert_int_equal(gazetteer_within(fixture.gazetteer, (struct bounds){179, -20, 181, -15}, 10, ids), 2);
    assert_int_equal(gazetteer_within(fixture.gazetteer, (struct bounds){-180, -20, -179, -15}, 10, ids), 1);
}

static int64_t day(const char *text) {
    struct date date = {0};
    assert_true(date_read(text_of(text), &date));
    return date_days(date);
}

static void members_depend_on_the_date(void **state) {
    (void)state;
    const struct gazetteer *g = fixture.gazetteer;
    place_id ids[10];
    assert_int_equal(gazetteer_members(g, of("org:CSTO"), day("1993-01-01"), 10, ids), 0);
    assert_int_equal(gazetteer_members(g, of("org:CSTO"), day("1999-04-01"), 10, ids), 2);
    assert_int_equal(gazetteer_members(g, of("org:CSTO"), day("1999-04-02"), 10, ids), 1);
    assert_text(gazetteer_place(g, ids[0]).ref, "country:AM");
    assert_int_equal(gazetteer_members(g, of("org:CSTO"), day("2022-09-14"), 10, ids), 1);
    assert_int_equal(gazetteer_members(g, of("area:south-caucasus"), day("1900"), 2, ids), 2);
    assert_int_equal(gazetteer_members(g, of("country:AM"), day("2022"), 10, ids), 0);
}

static void an_id_out_of_range_is_no_place(void **state) {
    (void)state;
    size_t count = gazetteer_place_count(fixture.gazetteer);
    assert_int_equal(gazetteer_place(fixture.gazetteer, (place_id)count).id, PLACE_NONE);
    assert_true(count > 20);
}

/* Damage. */

static struct text whole_file(void) {
    struct text content;
    struct error error = {0};
    assert_true(file_read(fixture.path, 1 << 24, fixture.arena, &content, &error));
    return content;
}

static bool opens(struct text content, struct gazetteer **gazetteer, struct error *error) {
    const char *path = text_c(fixture.arena, text_format(fixture.arena, "%s.damaged", fixture.path));
    struct error ignored = {0};
    assert_true(file_write(path, content, &ignored));
    return gazetteer_open(path, gazetteer, error);
}

static void a_file_cut_short_is_refused_at_any_length(void **state) {
    (void)state;
    struct text content = whole_file();
    for (size_t size = 0; size < content.size; size += size < 400 ? 1 : content.size / 50) {
        struct error error = {0};
        struct gazetteer *gazetteer = NULL;
        assert_false(opens(text_slice(content, 0, size), &gazetteer, &error));
        assert_int_equal(error.kind, ERROR_ENVIRONMENT);
        assert_holds(error.message, "gazetteer.bin.damaged");
    }
}

static void damage_in_the_header_is_refused(void **state) {
    (void)state;
    struct text content = whole_file();
    for (size_t at = 0; at < 200; at++) {
        char *copy = text_c(fixture.arena, content);
        struct error error = {0};
        struct gazetteer *gazetteer = NULL;
        copy[at] = (char)(copy[at] ^ 0x55);
        assert_false(opens((struct text){copy, content.size}, &gazetteer, &error));
        assert_holds(error.message, "bordermap geodata build");
    }
}

/* Asks for everything that is read through offsets. */
static void ask_everything(const struct gazetteer *gazetteer) {
    place_id ids[4];
    for (place_id id = 0; id < gazetteer_place_count(gazetteer); id++) {
        (void)gazetteer_place(gazetteer, id);
        (void)gazetteer_name(gazetteer, id, TEXT("it"));
        (void)gazetteer_local_name(gazetteer, id);
    }
    static const char *const keys[] = {"goris", "armenia", "georgia", "lexington", "armenio", "horis", "collective"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct readings readings = gazetteer_find(gazetteer, text_of(keys[i]), NULL);
        for (size_t j = 0; j < readings.count; j++) {
            (void)gazetteer_place(gazetteer, readings.items[j].place);
            (void)gazetteer_language(gazetteer, readings.items[j].language);
        }
        (void)gazetteer_longest(gazetteer, text_of(keys[i]));
    }
    (void)gazetteer_place_of(gazetteer, TEXT("country:AM"));
    (void)gazetteer_within(gazetteer, (struct bounds){-180, -90, 180, 90}, 4, ids);
    (void)gazetteer_members(gazetteer, 1, 0, 4, ids);
}

static void damage_elsewhere_crashes_nothing(void **state) {
    (void)state;
    struct text content = whole_file();
    for (size_t at = 400; at < content.size; at += 37) {
        char *copy = text_c(fixture.arena, content);
        struct error error = {0};
        struct gazetteer *gazetteer = NULL;
        copy[at] = (char)(copy[at] ^ 0xFF);
        assert_true(opens((struct text){copy, content.size}, &gazetteer, &error));
        ask_everything(gazetteer);
        gazetteer_close(gazetteer);
    }
}

static void a_missing_file_is_named(void **state) {
    (void)state;
    struct error error = {0};
    struct gazetteer *gazetteer = NULL;
    assert_false(gazetteer_open("/nowhere/gazetteer.bin", &gazetteer, &error));
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    assert_holds(error.message, "/nowhere/gazetteer.bin");
    assert_null(gazetteer);
    gazetteer_close(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_in_every_script_and_case),
        cmocka_unit_test(a_country_comes_before_a_greater_region_of_its_name),
        cmocka_unit_test(single_letters_and_numbers_are_no_names),
        cmocka_unit_test(a_name_shared_by_languages_is_one_reading_and_an_adjective_one_each),
        cmocka_unit_test(every_use_of_a_name_is_kept),
        cmocka_unit_test(postal_and_loose_names_are_marked),
        cmocka_unit_test(places_say_what_and_where_they_are),
        cmocka_unit_test(curated_points_win_and_areas_keep_one_place_for_all_periods),
        cmocka_unit_test(borders_lie_between_neighbours_in_alphabetical_order),
        cmocka_unit_test(regions_reach_as_far_as_their_towns),
        cmocka_unit_test(names_to_print_go_by_language),
        cmocka_unit_test(the_longest_name_is_told_by_its_first_word),
        cmocka_unit_test(towns_in_bounds_come_greatest_first),
        cmocka_unit_test(landmarks_are_found_but_are_no_towns_of_a_map),
        cmocka_unit_test(towns_are_found_on_both_sides_of_the_antimeridian),
        cmocka_unit_test(members_depend_on_the_date),
        cmocka_unit_test(an_id_out_of_range_is_no_place),
        cmocka_unit_test(a_file_cut_short_is_refused_at_any_length),
        cmocka_unit_test(damage_in_the_header_is_refused),
        cmocka_unit_test(damage_elsewhere_crashes_nothing),
        cmocka_unit_test(a_missing_file_is_named),
    };
    return cmocka_run_group_tests(tests, compile_and_open, close_all);
}

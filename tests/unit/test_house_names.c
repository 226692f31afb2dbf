/* How a house spells places: by reference before by name, in its language before in any. */
#include "geoparse_fixture.h"
#include "house_names.h"

static struct house_names *read_names(const char *json, struct text *unknown) {
    struct house_names *names = NULL;
    struct error error = {0};
    if (!house_names_read(text_of(json), fixture.gazetteer, fixture.arena, &names, unknown, &error))
        fail_msg("%s", error.message);
    return names;
}

static place_id place_of(const char *ref) {
    return gazetteer_place_of(fixture.gazetteer, text_of(ref));
}

static void assert_name(const struct house_names *names, const char *ref, const char *usual, const char *lang,
                        const char *wanted) {
    assert_text(house_names_of(names, place_of(ref), text_of(usual), text_of(lang)), wanted);
}

static void a_reference_goes_before_a_name_and_a_language_before_any(void **state) {
    (void)state;
    struct text unknown;
    const struct house_names *names = read_names(
        "{\"names\": {\"geonames:1528735\": \"Batkent\", \"batken\": \"Wrong\", \"Osh\": \"Osch\","
        "\"geonames:1514879\": {\"it\": \"Chudzand\", \"en\": \"Khudzhand\"}, \"country:KG\": {\"ru\": \"Киргизия\"}}}",
        &unknown);
    assert_int_equal(unknown.size, 0);
    assert_name(names, "geonames:1528735", "Batken", "en", "Batkent");
    assert_name(names, "geonames:1527534", "Osh", "en", "Osch");
    assert_name(names, "geonames:1514879", "Khujand", "it", "Chudzand");
    assert_name(names, "geonames:1514879", "Khujand", "fr", "Khujand");
    assert_name(names, "country:KG", "Kyrgyzstan", "en", "Kyrgyzstan");
    assert_name(names, "country:KG", "Кыргызстан", "ru", "Киргизия");
    assert_name(names, "geonames:1514896", "Isfara", "en", "Isfara");
}

static void a_name_without_a_language_stays_in_its_script(void **state) {
    (void)state;
    struct text unknown;
    const struct house_names *names = read_names("{\"names\": {\"geonames:1528735\": \"Batkent\"}}", &unknown);
    assert_name(names, "geonames:1528735", "Баткен", "ru", "Баткен");
}

static void what_the_gazetteer_does_not_know_is_told(void **state) {
    (void)state;
    struct text unknown;
    read_names("{\"names\": {\"geonames:999999999\": \"x\", \"Qwxzyville\": \"y\", \"Batken\": \"z\"}}", &unknown);
    assert_text(unknown, "\"geonames:999999999\" is no reference that is known\n"
                         "\"Qwxzyville\" is no name of a place that is known\n");
}

static void assert_refused(const char *json, const char *message) {
    struct house_names *names;
    struct text unknown;
    struct error error = {0};
    assert_false(house_names_read(text_of(json), fixture.gazetteer, fixture.arena, &names, &unknown, &error));
    assert_holds(error.message, message);
}

static void what_cannot_be_used_is_told_by_its_path(void **state) {
    (void)state;
    assert_refused("{\"names\": {,}}", "line 1, column 1");
    assert_refused("{\"name\": {}}", "name: there is no such key; did you mean \"names\"?");
    assert_refused("{\"names\": []}", "names");
    assert_refused("{\"names\": {\"Osh\": 3}}", "names.Osh: wants");
    assert_refused("{\"names\": {\"Osh\": {\"it\": \"\"}}}", "names.Osh.it: wants");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reference_goes_before_a_name_and_a_language_before_any),
        cmocka_unit_test(a_name_without_a_language_stays_in_its_script),
        cmocka_unit_test(what_the_gazetteer_does_not_know_is_told),
        cmocka_unit_test(what_cannot_be_used_is_told_by_its_path),
    };
    return cmocka_run_group_tests(tests, open_geoparse, close_geoparse);
}

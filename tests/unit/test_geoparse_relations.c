#include "geoparse_fixture.h"

#include "point.h"

struct expected {
    const char *language, *text, *span, *ref;
};

static void borders_are_pairs_in_any_order_and_language(void **state) {
    (void)state;
    static const struct expected expected[] = {
        {"it", "tensione al confine kirghiso-tagico", "confine kirghiso-tagico", "border:KG-TJ"},
        {"it", "al confine tra Armenia e Azerbaigian", "confine tra Armenia e Azerbaigian", "border:AM-AZ"},
        {"en", "on the Kyrgyz-Tajik border", "Kyrgyz-Tajik border", "border:KG-TJ"},
        {"en", "The border between Armenia and Azerbaijan was quiet.", "border between Armenia and Azerbaijan",
         "border:AM-AZ"},
        {"en", "on the Thailand-Cambodia border", "Thailand-Cambodia border", "border:KH-TH"},
        {"ru", "на армяно-азербайджанской границе", "армяно-азербайджанской границе", "border:AM-AZ"},
        {"ru", "граница между Арменией и Азербайджаном закрыта", "граница между Арменией и Азербайджаном",
         "border:AM-AZ"},
        {"uk", "на українсько-білоруському кордоні", "українсько-білоруському кордоні", "border:BY-UA"},
        {"de", "an der Grenze zwischen Serbien und dem Kosovo", "Grenze zwischen Serbien und dem Kosovo",
         "border:RS-XK"},
        {"fr", "La frontière tchado-soudanaise est fermée.", "frontière tchado-soudanaise", "border:SD-TD"},
        {"fr", "à la frontière entre l'Arménie et l'Azerbaïdjan", "frontière entre l'Arménie et l'Azerbaïdjan",
         "border:AM-AZ"},
        {"es", "la frontera entre Colombia y Venezuela", "frontera entre Colombia y Venezuela", "border:CO-VE"},
        {"tr", "Ermenistan-Azerbaycan sınırında çatışma çıktı.", "Ermenistan-Azerbaycan sınırında", "border:AM-AZ"},
        {"tr", "Türkiye ile Suriye arasındaki sınırda", "Türkiye ile Suriye arasındaki sınırda", "border:SY-TR"},
        {"ar", "على الحدود بين لبنان وإسرائيل", "الحدود بين لبنان وإسرائيل", "border:IL-LB"},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        parse(expected[i].language, expected[i].text);
        assert_relation(RELATION_BORDER, expected[i].span, expected[i].ref);
    }
}

static void what_a_border_leaves_out_is_taken_from_the_text(void **state) {
    (void)state;
    parse("it", "Funzionari sia del Kirghizistan che del Tagikistan hanno riferito di scontri lungo il proprio confine "
                "conteso.");
    assert_relation(RELATION_BORDER, "confine", "border:KG-TJ");
    parse("it", "L'Armenia ha riferito di un'offensiva azera lungo il confine del Caucaso meridionale.");
    assert_relation(RELATION_BORDER, "confine del Caucaso meridionale", "border:AM-AZ");
    parse("de", "Polnische Soldaten sicherten die Grenze zu Belarus.");
    assert_relation(RELATION_BORDER, "Grenze zu Belarus", "border:BY-PL");
}

static void border_guards_are_no_border(void **state) {
    (void)state;
    parse("it", "Una sparatoria tra guardie di frontiera in Armenia e Azerbaigian.");
    for (size_t i = 0; i < parsed()->relation_count; i++)
        assert_int_not_equal(parsed()->relations[i].kind, RELATION_BORDER);
}

static void borders_of_countries_that_do_not_touch_are_not_made_up(void **state) {
    (void)state;
    parse("en", "The border between Portugal and Japan does not exist.");
    assert_int_equal(parsed()->relation_count, 0);
}

static void distances_and_directions_are_points(void **state) {
    (void)state;
    parse("en", "Armenia said shells fell 10 km north of Goris.");
    const struct relation *relation = assert_relation(RELATION_DIRECTION, "10 km north of Goris", "geonames:174895");
    struct place goris = gazetteer_place(fixture.gazetteer, relation->place);
    double km = lonlat_distance_km(goris.point, relation->point);
    assert_true(km > 9.9 && km < 10.1);
    assert_true(relation->point.lat > goris.point.lat);
    parse("ru", "Бои шли в Армении, в 10 км к северу от Гориса.");
    assert_relation(RELATION_DIRECTION, "10 км к северу от Гориса", "geonames:174895");
}

static void nearness_sides_and_rivers_are_relations(void **state) {
    (void)state;
    parse("en", "Two guards were killed near Batken in Kyrgyzstan.");
    assert_relation(RELATION_NEAR, "near Batken", "geonames:1528735");
    parse("en", "Shells fell on the Armenian side.");
    assert_relation(RELATION_SIDE, "Armenian side", "country:AM");
    parse("it", "uno scontro lungo il fiume Isfara");
    assert_relation(RELATION_ALONG, "lungo il fiume Isfara", "river:isfara");
}

static void a_place_between_two_towns_is_half_way(void **state) {
    (void)state;
    parse("en", "The road between Goris and Yerevan in Armenia was cut.");
    const struct relation *relation = assert_relation(RELATION_BETWEEN, "between Goris and Yerevan", "");
    struct lonlat a = gazetteer_place(fixture.gazetteer, relation->between[0]).point;
    struct lonlat b = gazetteer_place(fixture.gazetteer, relation->between[1]).point;
    double apart = lonlat_distance_km(a, relation->point) - lonlat_distance_km(b, relation->point);
    assert_true(apart > -2 && apart < 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(borders_are_pairs_in_any_order_and_language),
        cmocka_unit_test(what_a_border_leaves_out_is_taken_from_the_text),
        cmocka_unit_test(border_guards_are_no_border),
        cmocka_unit_test(borders_of_countries_that_do_not_touch_are_not_made_up),
        cmocka_unit_test(distances_and_directions_are_points),
        cmocka_unit_test(nearness_sides_and_rivers_are_relations),
        cmocka_unit_test(a_place_between_two_towns_is_half_way),
    };
    return cmocka_run_group_tests(tests, open_geoparse, close_geoparse);
}

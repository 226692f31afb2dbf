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

static void a_distance_behind_a_name_tells_where_that_place_is(void **state) {
    (void)state;
    parse("en", "Shells fell in Goris, 35 km north of Kapan, in Armenia.");
    const struct relation *relation = assert_relation(RELATION_DIRECTION, "35 km north of Kapan", "geonames:174875");
    struct place goris =
        gazetteer_place(fixture.gazetteer, gazetteer_place_of(fixture.gazetteer, TEXT("geonames:174895")));
    assert_true(lonlat_distance_km(goris.point, relation->point) < 0.1);
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

/* What one sentence says of a place, in many languages: the words, what they are, the place they are told by. */
struct told {
    const char *language, *text, *span;
    enum relation_kind kind;
    const char *ref;     /* empty: of no one place */
    double precision_km; /* at most */
};

static const struct told told[] = {
    {"en", "Fighting broke out between Vorukh and Isfara in Tajikistan.", "between Vorukh and Isfara", RELATION_BETWEEN,
     "", 20},
    {"it", "Scontri tra Vorukh e Isfara, in Tagikistan.", "tra Vorukh e Isfara", RELATION_BETWEEN, "", 20},
    {"ru", "Перестрелка произошла между Ворухом и Исфарой в Таджикистане.", "между Ворухом и Исфарой", RELATION_BETWEEN,
     "", 20},
    {"tg", "Дар Тоҷикистон байни Ворух ва Исфара тирандозӣ шуд.", "байни Ворух ва Исфара", RELATION_BETWEEN, "", 20},
    {"ky", "Кыргызстанда Баткен менен Исфананын ортосунда атышуу болду.", "Баткен менен Исфананын ортосунда",
     RELATION_BETWEEN, "", 60},
    {"hy", "Հայաստանում Կապանի և Գորիսի միջև կրակոցներ են հնչել։", "Կապանի և Գորիսի միջև", RELATION_BETWEEN, "", 20},
    {"ka", "საქართველოში გორსა და ცხინვალს შორის სროლა ატყდა.", "გორსა და ცხინვალს შორის", RELATION_BETWEEN, "", 20},
    {"az", "Azərbaycanda Gəncə ilə Qazax arasında atışma olub.", "Gəncə ilə Qazax arasında", RELATION_BETWEEN, "", 60},
    {"tr", "Türkiye'de Kilis ile Gaziantep arasında çatışma çıktı.", "Kilis ile Gaziantep arasında", RELATION_BETWEEN,
     "", 30},
    {"ar", "اندلعت اشتباكات بين كسلا والقضارف في السودان.", "بين كسلا والقضارف", RELATION_BETWEEN, "", 100},
    {"fa", "در ایران بین زابل و زاهدان درگیری شد.", "بین زابل و زاهدان", RELATION_BETWEEN, "", 100},
    {"en", "The drone fell 25 kilometres south-east of Goris in Armenia.", "25 kilometres south-east of Goris",
     RELATION_DIRECTION, "geonames:174895", 7},
    {"de", "Der Angriff geschah 10 km nördlich von Batken in Kirgisistan.", "10 km nördlich von Batken",
     RELATION_DIRECTION, "geonames:1528735", 4},
    {"fr", "L'attaque a eu lieu à 10 km au nord de Goma, en RD Congo.", "10 km au nord de Goma", RELATION_DIRECTION,
     "geonames:216281", 4},
    {"uk", "Обстріл стався за 15 км на південь від Сум в Україні.", "15 км на південь від Сум", RELATION_DIRECTION,
     "geonames:692194", 5},
    {"pl", "Do strzelaniny doszło 10 km na północ od Białegostoku w Polsce.", "10 km na północ od Białegostoku",
     RELATION_DIRECTION, "geonames:776069", 4},
    {"tr", "Saldırı Kilis'in 10 km kuzeyinde, Türkiye tarafında oldu.", "Kilis'in 10 km kuzeyinde", RELATION_DIRECTION,
     "geonames:307864", 4},
    {"az", "Atışma Azərbaycanda, Gəncədən 10 km şimalda baş verib.", "Gəncədən 10 km şimalda", RELATION_DIRECTION,
     "geonames:586523", 4},
    {"hy", "Հայաստանում կրակոցներ են հնչել Գորիսից 10 կմ հյուսիս։", "Գորիսից 10 կմ հյուսիս", RELATION_DIRECTION,
     "geonames:174895", 4},
    {"ka", "სროლა საქართველოში, გორიდან 10 კილომეტრით ჩრდილოეთით მოხდა.", "გორიდან 10 კილომეტრით ჩრდილოეთით",
     RELATION_DIRECTION, "geonames:614455", 4},
    {"ky", "Атышуу Баткен шаарынан 10 км түндүктө болду.", "Баткен шаарынан 10 км түндүктө", RELATION_DIRECTION,
     "geonames:1528735", 4},
    {"kk", "Атыс Шымкенттен 10 км оңтүстікте болды.", "Шымкенттен 10 км оңтүстікте", RELATION_DIRECTION,
     "geonames:1518980", 4},
    {"uz", "Отишма Андижондан 10 км шимолда юз берди.", "Андижондан 10 км шимолда", RELATION_DIRECTION,
     "geonames:1514588", 4},
    {"uz", "Otishma Farg‘onadan 10 km shimolda yuz berdi.", "Farg‘onadan 10 km shimolda", RELATION_DIRECTION,
     "geonames:1514019", 4},
    {"tg", "Тирандозӣ дар 10 километрии шимоли Исфара дар Тоҷикистон рух дод.", "10 километрии шимоли Исфара",
     RELATION_DIRECTION, "geonames:1514896", 4},
    {"fa", "تیراندازی در ۱۰ کیلومتری شمال زابل در ایران رخ داد.", "۱۰ کیلومتری شمال زابل", RELATION_DIRECTION,
     "geonames:1113217", 4},
    {"ar", "وقع الهجوم على بعد 10 كيلومترات شمال كسلا في السودان.", "10 كيلومترات شمال كسلا", RELATION_DIRECTION,
     "geonames:372753", 4},
    {"ru", "Бой шёл вдоль реки Исфара.", "вдоль реки Исфара", RELATION_ALONG, "river:isfara", 60},
    {"az", "Atışma Araz çayı boyunca baş verib.", "Araz çayı boyunca", RELATION_ALONG, "river:aras", 600},
    {"uz", "Otishma Sirdaryo daryosi bo‘ylab yuz berdi.", "Sirdaryo daryosi bo‘ylab", RELATION_ALONG, "river:syr-darya",
     1000},
    {"ka", "სროლა მდინარე ენგურის გასწვრივ მოხდა.", "ენგურის გასწვრივ", RELATION_ALONG, "river:inguri", 80},
    {"hy", "Արաքս գետի երկայնքով կրակոցներ են հնչել։", "Արաքս գետի երկայնքով", RELATION_ALONG, "river:aras", 600},
    {"ky", "Кагылышуу Исфара дарыясынын боюнда болду.", "Исфара дарыясынын боюнда", RELATION_ALONG, "river:isfara", 60},
    {"uz", "Hujum O‘zbekistonda, Termiz yaqinida bo‘ldi.", "Termiz yaqinida", RELATION_NEAR, "geonames:1215957", 20},
    {"ru", "Обстрел вёлся с кыргызской стороны.", "кыргызской стороны", RELATION_SIDE, "country:KG", 300},
    {"hy", "Հայաստանի կողմում կրակոցներ են հնչել։", "Հայաստանի կողմում", RELATION_SIDE, "country:AM", 300},
    {"tg", "Тирҳо аз тарафи тоҷик омаданд.", "тарафи тоҷик", RELATION_SIDE, "country:TJ", 300},
    {"en", "Troops faced off across the Line of Control in Kashmir.", "Line of Control in Kashmir", RELATION_LINE,
     "line:loc-kashmir", 1000},
    {"it", "Spari lungo la Linea di Controllo in Kashmir.", "Linea di Controllo", RELATION_LINE, "line:loc-kashmir",
     1000},
};

static void every_language_tells_places_by_others(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        parse(told[i].language, told[i].text);
        const struct relation *relation = assert_relation(told[i].kind, told[i].span, told[i].ref);
        assert_true(relation->precision_km > 0 && relation->precision_km <= told[i].precision_km);
    }
}

/* A village that no list knows is told by its district: nothing abroad, and no capital, stands for it. */
static void an_unknown_village_is_told_by_its_district(void **state) {
    (void)state;
    parse("ru", "Обстреляно село Малое Неведомое Лейлекского района Баткенской области Киргизии.");
    bool region = false;
    for (size_t i = 0; i < parsed()->mention_count; i++) {
        struct place place = gazetteer_place(fixture.gazetteer, parsed()->mentions[i].place);
        assert_false(place.capital);
        assert_true(text_is(place.country, "KG"));
        region = region || place.kind == PLACE_REGION;
    }
    assert_true(region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(borders_are_pairs_in_any_order_and_language),
        cmocka_unit_test(what_a_border_leaves_out_is_taken_from_the_text),
        cmocka_unit_test(border_guards_are_no_border),
        cmocka_unit_test(borders_of_countries_that_do_not_touch_are_not_made_up),
        cmocka_unit_test(distances_and_directions_are_points),
        cmocka_unit_test(a_distance_behind_a_name_tells_where_that_place_is),
        cmocka_unit_test(nearness_sides_and_rivers_are_relations),
        cmocka_unit_test(a_place_between_two_towns_is_half_way),
        cmocka_unit_test(every_language_tells_places_by_others),
        cmocka_unit_test(an_unknown_village_is_told_by_its_district),
    };
    return cmocka_run_group_tests(tests, open_geoparse, close_geoparse);
}

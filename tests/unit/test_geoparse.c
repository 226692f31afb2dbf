#include "geoparse_fixture.h"

/* A mention that a text must give. */
struct expected {
    const char *language, *text, *mention, *ref;
    enum mention_type type;
};

static void expect_all(const struct expected *expected, size_t count) {
    for (size_t i = 0; i < count; i++) {
        parse(expected[i].language, expected[i].text);
        assert_mention(expected[i].mention, expected[i].ref, expected[i].type);
    }
}

static void names_are_found_in_every_script(void **state) {
    (void)state;
    static const struct expected expected[] = {
        {"en", "Shelling was reported in Stepanakert and Goris.", "Goris", "geonames:174895", MENTION_LITERAL},
        {"ru", "В Ереване прошли переговоры.", "Ереване", "geonames:616052", MENTION_LITERAL},
        {"ru", "Бои идут в Херсонской области.", "Херсонской области", "admin1:UA-65", MENTION_LITERAL},
        {"uk", "Вибухи лунали під Харковом.", "Харковом", "geonames:706483", MENTION_LITERAL},
        {"ar", "اندلعت اشتباكات في لبنان.", "لبنان", "country:LB", MENTION_LITERAL},
        {"ar", "بين لبنان وإسرائيل", "وإسرائيل", "country:IL", MENTION_LITERAL},
        {"hy", "Կրակոցներ են լսվել Հայաստանի սահմանին։", "Հայաստանի", "country:AM", MENTION_LITERAL},
        {"ka", "საქართველოს საზღვარზე", "საქართველოს", "country:GE", MENTION_LITERAL},
        {"tr", "Saldırı Türkiye'nin güneyinde gerçekleşti.", "Türkiye", "country:TR", MENTION_LITERAL},
        {"it", "L'incontro si terrà a Samarcanda.", "Samarcanda", "geonames:1216265", MENTION_LITERAL},
    };
    expect_all(expected, sizeof expected / sizeof *expected);
}

static void demonyms_are_told_apart_from_countries(void **state) {
    (void)state;
    static const struct expected expected[] = {
        {"it", "Le truppe azere hanno sparato.", "azere", "country:AZ", MENTION_DEMONYM},
        {"it", "al confine kirghiso-tagico", "kirghiso", "country:KG", MENTION_DEMONYM},
        {"ru", "На армяно-азербайджанской границе", "армяно", "country:AM", MENTION_DEMONYM},
        {"en", "Kyrgyz troops fired.", "Kyrgyz", "country:KG", MENTION_DEMONYM},
        {"de", "Polnische Soldaten an der Grenze.", "Polnische", "country:PL", MENTION_DEMONYM},
        {"en", "Troops entered Kyrgyzstan.", "Kyrgyzstan", "country:KG", MENTION_LITERAL},
    };
    expect_all(expected, sizeof expected / sizeof *expected);
    struct geoparse_options options = {.no_demonyms = true};
    parse_with("it", "Le truppe azere sono in Armenia.", &options);
    assert_no_mention("azere");
    assert_mention("Armenia", "country:AM", MENTION_LITERAL);
}

static void capitals_that_act_are_governments(void **state) {
    (void)state;
    static const struct expected expected[] = {
        {"it", "Baku ha sparato per primo.", "Baku", "geonames:587084", MENTION_GOVERNMENT},
        {"it", "dopo aver accusato Yerevan di aver inviato truppe", "Yerevan", "geonames:616052", MENTION_GOVERNMENT},
        {"it", "le relazioni tra Washington e Mosca", "Mosca", "geonames:524901", MENTION_GOVERNMENT},
        {"it", "il Cremlino ha lanciato l'operazione", "Cremlino", "geonames:524901", MENTION_GOVERNMENT},
        {"en", "Moscow accused Kyiv of shelling.", "Moscow", "geonames:524901", MENTION_GOVERNMENT},
        {"en", "A bomb went off in Moscow.", "Moscow", "geonames:524901", MENTION_LITERAL},
        {"it", "Una bomba è esplosa a Mosca.", "Mosca", "geonames:524901", MENTION_LITERAL},
    };
    expect_all(expected, sizeof expected / sizeof *expected);
}

static void persons_and_organisations_are_no_places(void **state) {
    (void)state;
    static const char *const texts[][3] = {
        {"en", "The film by Jordan Peele was shown.", "Jordan"},
        {"en", "Chad Wolf resigned on Monday.", "Chad"},
        {"en", "Paris Hilton arrived late.", "Paris"},
        {"en", "The Washington Post reported it.", "Washington"},
        {"it", "Il Gruppo di Minsk si è riunito.", "Minsk"},
        {"it", "il segretario generale Stanislav Zas guiderà la missione", "Zas"},
        {"it", "Il ministro polacco Zbigniew Rau ha parlato. Lo ha detto Rau.", "Rau"},
        {"en", "He lives in Memphis Street with his wife.", "Memphis"},
        {"en", "In March the army left.", "March"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        parse(texts[i][0], texts[i][1]);
        assert_no_mention(texts[i][2]);
    }
}

static void rejected_names_say_why(void **state) {
    (void)state;
    struct geoparse_options options = {.keep_rejected = true};
    parse_with("en", "He lives in Memphis Street with his wife.", &options);
    const struct mention *mention = find_mention("Memphis");
    assert_non_null(mention);
    assert_string_equal(mention->rejected, "name of a street");
    assert_int_equal(mention->place, PLACE_NONE);
    assert_true(mention->candidate_count > 0 && mention->candidates[0].reason_count > 0);
}

static void what_stands_around_a_name_decides_which_place_it_is(void **state) {
    (void)state;
    static const struct expected expected[] = {
        {"en", "A man was arrested in Paris, Texas.", "Paris", "geonames:4717560", MENTION_LITERAL},
        {"en", "Police in Athens, Ga., said so.", "Ga.", "admin1:US-GA", MENTION_LITERAL},
        {"en", "Tbilisi is the capital of Georgia, which borders Russia.", "Georgia", "country:GE", MENTION_LITERAL},
        {"en", "From Atlanta to Savannah, Georgia and Alabama were hit.", "Georgia", "admin1:US-GA", MENTION_LITERAL},
        {"en", "The border between Armenia and Azerbaijan: shelling of Goris.", "Goris", "geonames:174895",
         MENTION_LITERAL},
        {"it", "combattimenti nelle regioni meridionali di Kherson e Kharkiv", "Kharkiv", "admin1:UA-63",
         MENTION_LITERAL},
        {"it", "lo scontro lungo il fiume Isfara", "Isfara", "river:isfara", MENTION_LITERAL},
    };
    expect_all(expected, sizeof expected / sizeof *expected);
}

static void mentions_are_in_order_and_apart(void **state) {
    (void)state;
    parse("en", "New York, London, the Nagorno-Karabakh region, Kyrgyz-Tajik talks, Georgia and South Ossetia.");
    const struct geoparse *result = parsed();
    assert_true(result->mention_count >= 6);
    for (size_t i = 1; i < result->mention_count; i++)
        assert_true(result->mentions[i - 1].span.end <= result->mentions[i].span.start);
}

static void one_unknown_name_empties_nothing(void **state) {
    (void)state;
    parse("en", "Xyzzyville and Qwertystan signed a treaty with Armenia.");
    assert_mention("Armenia", "country:AM", MENTION_LITERAL);
    assert_int_equal(parsed()->mention_count, 1);
}

static void text_without_places_gives_none(void **state) {
    (void)state;
    parse("en", "");
    assert_int_equal(parsed()->mention_count, 0);
    parse("en", "The cat sat on the mat and slept.");
    assert_int_equal(parsed()->mention_count, 0);
    parse("xx", "\xFF\xFE\x80\x81");
    assert_int_equal(parsed()->mention_count, 0);
}

static void the_title_is_read_too(void **state) {
    (void)state;
    struct article article = {.title = TEXT("Clash near Batken"), .text = TEXT("Two died."), .language = TEXT("en")};
    parse_article(&article, NULL);
    assert_int_equal(parsed()->mention_count, 1);
    assert_int_equal(parsed()->mentions[0].span.field, ARTICLE_TITLE);
}

static void what_was_read_wrongly_once_is_read_rightly(void **state) {
    (void)state;
    static const struct expected expected[] = {
        {"es", "La comisión se reunirá en Brasilia. Brasil espera.", "Brasilia", "geonames:3469058", MENTION_LITERAL},
        {"es", "La comisión se reunirá en Brasilia. Brasil espera.", "Brasil", "country:BR", MENTION_LITERAL},
        {"ar", "اتهمت الخرطوم إثيوبيا، وقال السودان إن القتال مستمر.", "الخرطوم", "geonames:379252",
         MENTION_GOVERNMENT},
        {"uz", "2013-yil yanvarida So‘xda to‘qnashuv bo‘lgan edi.", "So‘xda", "area:sokh", MENTION_LITERAL},
        {"ka", "საქართველოსა და რუსეთს შორის", "საქართველოსა", "country:GE", MENTION_LITERAL},
        {"en", "Fighting resumed on the Sudan–Chad border.", "Chad", "country:TD", MENTION_LITERAL},
        {"ru", "Двое погибли при обстреле Шебекина в Белгородской области.", "Шебекина", "geonames:495112",
         MENTION_LITERAL},
        {"tr", "Van’da İran sınırında çatışma çıktı, Türkiye açıkladı.", "Van", "geonames:298117", MENTION_LITERAL},
    };
    expect_all(expected, sizeof expected / sizeof *expected);
}

static void common_words_and_parts_of_longer_names_are_no_places(void **state) {
    (void)state;
    static const char *const cases[][3] = {
        {"ar", "أغلق المعبر صباح الاثنين بعد يوما من القتال.", "صباح"},
        {"de", "In der Nähe der Grenze zu Serbien fielen Schüsse.", "Nähe"},
        {"de", "Die Soldaten flohen in die Berge.", "Berge"},
        {"en", "A drone hit a van near Aita al-Shaab in Lebanon.", "Shaab"},
        {"es", "El gobierno desplegó tropas en San Martín de Turumbán, dijo Venezuela.", "San Martín"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        parse(cases[i][0], cases[i][1]);
        assert_no_mention(cases[i][2]);
    }
}

static void a_border_is_joined_by_a_dash(void **state) {
    (void)state;
    parse("en", "Gunmen crossed the Sudan–Chad border on Sunday.");
    assert_relation(RELATION_BORDER, "Sudan–Chad border", "border:SD-TD");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_in_every_script),
        cmocka_unit_test(demonyms_are_told_apart_from_countries),
        cmocka_unit_test(capitals_that_act_are_governments),
        cmocka_unit_test(persons_and_organisations_are_no_places),
        cmocka_unit_test(rejected_names_say_why),
        cmocka_unit_test(what_stands_around_a_name_decides_which_place_it_is),
        cmocka_unit_test(mentions_are_in_order_and_apart),
        cmocka_unit_test(one_unknown_name_empties_nothing),
        cmocka_unit_test(text_without_places_gives_none),
        cmocka_unit_test(the_title_is_read_too),
        cmocka_unit_test(what_was_read_wrongly_once_is_read_rightly),
        cmocka_unit_test(common_words_and_parts_of_longer_names_are_no_places),
        cmocka_unit_test(a_border_is_joined_by_a_dash),
    };
    return cmocka_run_group_tests(tests, open_geoparse, close_geoparse);
}

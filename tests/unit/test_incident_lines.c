/* One sentence, one incident: who killed whom and where, as agencies put it, in the languages that are read most. */
#include "incident_fixture.h"

struct line {
    const char *language, *text;
    enum incident_kind kind;
    int killed;
    const char *place;
};

static const char quetta[] = "geonames:1167528", kharkiv[] = "geonames:706483", kabul[] = "geonames:1138958";

/* The incidents of the line: kind, killed and place are as expected; false after saying what differs. */
static bool is_as_told(const struct line *line) {
    struct incident_list found = find(line->language, line->text, "2025-10-13");
    if (found.count == 0) {
        print_error("%s: no incident: %s\n", line->language, line->text);
        return false;
    }
    const struct incident *incident = &found.items[0];
    if (found.count == 1 && incident->kind == line->kind && incident->killed.low == line->killed &&
        text_is(incident->place.ref, line->place))
        return true;
    print_error("%s: %zu, %s, %d killed, %.*s: %s\n", line->language, found.count, incident_kind_name(incident->kind),
                (int)incident->killed.low, TEXT_ARGS(incident->place.ref), line->text);
    return false;
}

static void assert_lines(const struct line *lines, size_t count) {
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++)
        wrong += !is_as_told(&lines[i]);
    assert_int_equal(wrong, 0);
}

#define ASSERT_LINES(lines) assert_lines(lines, sizeof(lines) / sizeof *(lines))

static void english_lines(void **state) {
    (void)state;
    const struct line lines[] = {
        {"en", "Gunmen killed three soldiers in Quetta.", INCIDENT_ATTACK, 3, quetta},
        {"en", "Three soldiers were shot dead in Quetta.", INCIDENT_SHOOTING, 3, quetta},
        {"en", "A roadside bomb killed two policemen in Quetta", INCIDENT_EXPLOSION, 2, quetta},
        {"en", "Russian missiles struck Kharkiv, Ukraine, killing three civilians.", INCIDENT_SHELLING, 3, kharkiv},
        {"en", "Gunmen shot dead three truck drivers near Quetta.", INCIDENT_SHOOTING, 3, quetta},
        {"en", "Pakistani jets bombed Kabul, killing three", INCIDENT_AIR_STRIKE, 3, kabul},
        {"en", "Rockets hit Kharkiv, killing two villagers and injuring a girl.", INCIDENT_SHELLING, 2, kharkiv},
    };
    ASSERT_LINES(lines);
}

static void italian_lines(void **state) {
    (void)state;
    const struct line lines[] = {
        {"it", "Uomini armati hanno ucciso tre soldati a Quetta.", INCIDENT_ATTACK, 3, quetta},
        {"it", "Tre soldati sono stati uccisi a colpi di arma da fuoco a Quetta.", INCIDENT_SHOOTING, 3, quetta},
        {"it", "Una bomba ha ucciso due poliziotti a Quetta.", INCIDENT_EXPLOSION, 2, quetta},
        {"it", "Missili russi hanno colpito Kharkiv, uccidendo tre civili.", INCIDENT_SHELLING, 3, kharkiv},
        {"it", "Tre camionisti sono stati freddati vicino a Quetta.", INCIDENT_SHOOTING, 3, quetta},
        {"it", "I caccia pachistani hanno bombardato Kabul, uccidendo tre persone.", INCIDENT_AIR_STRIKE, 3, kabul},
    };
    ASSERT_LINES(lines);
}

static void russian_lines(void **state) {
    (void)state;
    const struct line lines[] = {
        {"ru", "Боевики убили трёх солдат в Кветте.", INCIDENT_ATTACK, 3, quetta},
        {"ru", "Трое солдат застрелены в Кветте.", INCIDENT_SHOOTING, 3, quetta},
        {"ru", "В Кветте взорвалась бомба, погибли двое полицейских.", INCIDENT_EXPLOSION, 2, quetta},
        {"ru", "Российские ракеты ударили по Харькову, погибли три человека.", INCIDENT_SHELLING, 3, kharkiv},
        {"ru", "Боевики застрелили трёх водителей грузовиков в Кветте.", INCIDENT_SHOOTING, 3, quetta},
        {"ru", "Пакистанские самолёты бомбили Кабул, погибли три человека.", INCIDENT_AIR_STRIKE, 3, kabul},
    };
    ASSERT_LINES(lines);
}

static void ukrainian_lines(void **state) {
    (void)state;
    const struct line lines[] = {
        {"uk", "Бойовики вбили трьох солдатів у Кветті.", INCIDENT_ATTACK, 3, quetta},
        {"uk", "Трьох солдатів застрелили у Кветті.", INCIDENT_SHOOTING, 3, quetta},
        {"uk", "У Кветті вибухнула бомба, загинули двоє поліцейських.", INCIDENT_EXPLOSION, 2, quetta},
        {"uk", "Російські ракети влучили в Харків, загинуло троє людей.", INCIDENT_SHELLING, 3, kharkiv},
        {"uk", "Бойовики застрелили трьох водіїв у Кветті.", INCIDENT_SHOOTING, 3, quetta},
        {"uk", "Пакистанські літаки бомбардували Кабул, загинуло троє людей.", INCIDENT_AIR_STRIKE, 3, kabul},
    };
    ASSERT_LINES(lines);
}

static void french_lines(void **state) {
    (void)state;
    const struct line lines[] = {
        {"fr", "Des hommes armés ont tué trois soldats à Quetta.", INCIDENT_ATTACK, 3, quetta},
        {"fr", "Trois soldats ont été tués par balles à Quetta.", INCIDENT_SHOOTING, 3, quetta},
        {"fr", "Une bombe a tué deux policiers à Quetta.", INCIDENT_EXPLOSION, 2, quetta},
        {"fr", "Des missiles russes ont frappé Kharkiv, tuant trois civils.", INCIDENT_SHELLING, 3, kharkiv},
        {"fr", "Des hommes armés ont abattu trois chauffeurs près de Quetta.", INCIDENT_SHOOTING, 3, quetta},
        {"fr", "Des avions pakistanais ont bombardé Kaboul, tuant trois personnes.", INCIDENT_AIR_STRIKE, 3, kabul},
    };
    ASSERT_LINES(lines);
}

static void german_lines(void **state) {
    (void)state;
    const struct line lines[] = {
        {"de", "Bewaffnete Männer töteten drei Soldaten in Quetta.", INCIDENT_ATTACK, 3, quetta},
        {"de", "Drei Soldaten wurden in Quetta erschossen.", INCIDENT_SHOOTING, 3, quetta},
        {"de", "Eine Bombe tötete zwei Polizisten in Quetta.", INCIDENT_EXPLOSION, 2, quetta},
        {"de", "Russische Raketen trafen Charkiw und töteten drei Zivilisten.", INCIDENT_SHELLING, 3, kharkiv},
        {"de", "Bewaffnete erschossen drei Lastwagenfahrer bei Quetta.", INCIDENT_SHOOTING, 3, quetta},
        {"de", "Pakistanische Kampfjets bombardierten Kabul und töteten drei Menschen.", INCIDENT_AIR_STRIKE, 3, kabul},
    };
    ASSERT_LINES(lines);
}

static void spanish_lines(void **state) {
    (void)state;
    const struct line lines[] = {
        {"es", "Hombres armados mataron a tres soldados en Quetta.", INCIDENT_ATTACK, 3, quetta},
        {"es", "Tres soldados fueron abatidos a tiros en Quetta.", INCIDENT_SHOOTING, 3, quetta},
        {"es", "Una bomba mató a dos policías en Quetta.", INCIDENT_EXPLOSION, 2, quetta},
        {"es", "Misiles rusos alcanzaron Járkov y mataron a tres civiles.", INCIDENT_SHELLING, 3, kharkiv},
        {"es", "Hombres armados mataron a tiros a tres camioneros cerca de Quetta.", INCIDENT_SHOOTING, 3, quetta},
        {"es", "Aviones pakistaníes bombardearon Kabul y mataron a tres personas.", INCIDENT_AIR_STRIKE, 3, kabul},
    };
    ASSERT_LINES(lines);
}

static void turkish_lines(void **state) {
    (void)state;
    const struct line lines[] = {
        {"tr", "Silahlı kişiler Ketta’da üç askeri öldürdü.", INCIDENT_ATTACK, 3, quetta},
        {"tr", "Ketta’da üç asker vurularak öldürüldü.", INCIDENT_SHOOTING, 3, quetta},
        {"tr", "Ketta’da bomba patladı, iki polis öldü.", INCIDENT_EXPLOSION, 2, quetta},
        {"tr", "Pakistan füzeleri Ketta’yı vurdu, üç sivil öldü.", INCIDENT_SHELLING, 3, quetta},
        {"tr", "Ketta yakınlarında üç şoför vurularak öldürüldü.", INCIDENT_SHOOTING, 3, quetta},
        {"tr", "Pakistan jetleri Kabil’i bombaladı, üç kişi öldü.", INCIDENT_AIR_STRIKE, 3, kabul},
    };
    ASSERT_LINES(lines);
}

static void arabic_lines(void **state) {
    (void)state;
    const struct line lines[] = {
        {"ar", "قتل مسلحون ثلاثة جنود في كويته.", INCIDENT_ATTACK, 3, quetta},
        {"ar", "قتل ثلاثة جنود بالرصاص في كويته.", INCIDENT_SHOOTING, 3, quetta},
        {"ar", "قتل ثلاثة جنود في انفجار قنبلة في كويته.", INCIDENT_EXPLOSION, 3, quetta},
        {"ar", "سقطت صواريخ على كويته وقتل ثلاثة مدنيين.", INCIDENT_SHELLING, 3, quetta},
        {"ar", "قتل ثلاثة سائقين بالرصاص قرب كويته.", INCIDENT_SHOOTING, 3, quetta},
        {"ar", "قصفت طائرات باكستانية كابل وقتل ثلاثة أشخاص.", INCIDENT_AIR_STRIKE, 3, kabul},
    };
    ASSERT_LINES(lines);
}

static void persian_polish_and_portuguese_lines(void **state) {
    (void)state;
    const struct line lines[] = {
        {"fa", "سه سرباز در کویته کشته شدند و انفجار بمب رخ داد.", INCIDENT_EXPLOSION, 3, quetta},
        {"pl", "Napastnicy zabili trzech żołnierzy w Charkowie.", INCIDENT_ATTACK, 3, kharkiv},
        {"pl", "Rosyjskie rakiety uderzyły w Charków, zginęło trzech cywilów.", INCIDENT_SHELLING, 3, kharkiv},
        {"pt", "Homens armados mataram três soldados em Quetta.", INCIDENT_ATTACK, 3, quetta},
        {"pt", "Três soldados foram mortos a tiros em Quetta.", INCIDENT_SHOOTING, 3, quetta},
        {"pt", "Uma bomba matou dois polícias em Quetta.", INCIDENT_EXPLOSION, 2, quetta},
    };
    ASSERT_LINES(lines);
}

static const struct incident *at_place(const struct incident_list *found, const char *place) {
    for (size_t i = 0; i < found->count; i++)
        if (text_is(found->items[i].place.ref, place))
            return &found->items[i];
    fail_msg("no incident at %s", place);
    return NULL;
}

static void counts_do_not_cross_places(void **state) {
    (void)state;
    struct incident_list found = find("en",
                                      "Indian and Pakistani troops had a brief exchange of fire along the Line of "
                                      "Control without casualties. In Quetta, two policemen died when a bomb exploded.",
                                      "2025-10-13");
    assert_int_equal(found.count, 2);
    for (size_t i = 0; i < found.count; i++)
        assert_int_equal(found.items[i].killed.low, text_is(found.items[i].place.ref, quetta) ? 2 : -1);
    assert_int_equal(at_place(&found, quetta)->kind, INCIDENT_EXPLOSION);
}

static void events_of_other_days_and_towns_stay_apart(void **state) {
    (void)state;
    struct incident_list found =
        find("en",
             "Pakistani drones struck Kandahar on Sunday. On Wednesday, artillery fire hit Spin Boldak, killing 12 "
             "people and wounding more than 100. Kabul was raided on 9 October.",
             "2025-10-16");
    assert_int_equal(found.count, 3);
    const struct incident *boldak = at_place(&found, "geonames:1123906");
    assert_int_equal(boldak->killed.low, 12);
    assert_int_equal(boldak->wounded.low, 101);
    assert_true(incident_count_is_above(boldak->wounded));
    assert_text(date_write(fixture.arena, boldak->date.start), "2025-10-15");
    assert_int_equal(at_place(&found, kabul)->killed.low, -1);
}

static void a_comparison_with_an_old_event_tells_of_none(void **state) {
    (void)state;
    struct incident_list found =
        find("en",
             "Afghan and Pakistani troops clashed near Spin Boldak on Wednesday. They were the "
             "worst clashes since the Taliban took Kabul in 2021.",
             "2025-10-16");
    assert_int_equal(found.count, 1);
    assert_text(date_write(fixture.arena, found.items[0].date.start), "2025-10-15");
    assert_int_equal(found.items[0].status, STATUS_NEWS);
}

static void neither_confirmed_nor_denied_is_no_denial(void **state) {
    (void)state;
    struct incident_list found = find("en",
                                      "Jets bombed Kabul on Thursday. Pakistan has neither confirmed nor denied "
                                      "the strike.",
                                      "2025-10-16");
    assert_true(found.count > 0);
    for (size_t i = 0; i < found.count; i++) {
        assert_int_not_equal(found.items[i].status, STATUS_DENIED);
        assert_int_equal(found.items[i].claim_count, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_lines),
        cmocka_unit_test(italian_lines),
        cmocka_unit_test(russian_lines),
        cmocka_unit_test(ukrainian_lines),
        cmocka_unit_test(french_lines),
        cmocka_unit_test(german_lines),
        cmocka_unit_test(spanish_lines),
        cmocka_unit_test(turkish_lines),
        cmocka_unit_test(arabic_lines),
        cmocka_unit_test(persian_polish_and_portuguese_lines),
        cmocka_unit_test(counts_do_not_cross_places),
        cmocka_unit_test(events_of_other_days_and_towns_stay_apart),
        cmocka_unit_test(a_comparison_with_an_old_event_tells_of_none),
        cmocka_unit_test(neither_confirmed_nor_denied_is_no_denial),
    };
    return cmocka_run_group_tests(tests, open_data, close_data);
}

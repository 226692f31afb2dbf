/* Plans: words, callouts, theatres; and, with a data folder, whole maps of incidents. */
#include "furniture.h"
#include "lettering.h"
#include "marks.h"
#include "testing.h"
#include "theatres.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "file.h"

struct fixture {
    struct arena *arena;
    struct lexicon *lexicon;
    struct gazetteer *gazetteer; /* NULL without a data folder */
    struct geodata geodata;
    struct lettering *lettering;
    struct style *style;
};

static int open_fixture(void **state) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    struct error error = {0};
    const char *source = getenv("BORDERMAP_TEST_SOURCE"), *data = getenv("BORDERMAP_TEST_DATA");
    fixture->arena = arena_open();
    *state = fixture;
    if (!source)
        return 0;
    if (!lexicon_open(file_join(fixture->arena, source, "geodata/lexicon"), fixture->arena, &fixture->lexicon, &error))
        return 1;
    if (!data || !file_exists(file_join(fixture->arena, data, "gazetteer.bin")))
        return 0;
    fixture->geodata = (struct geodata){.directory = data};
    return gazetteer_open(file_join(fixture->arena, data, "gazetteer.bin"), &fixture->gazetteer, &error) &&
                   style_read(file_join(fixture->arena, source, "styles"), "newsroom", fixture->arena, &fixture->style,
                              &error) &&
                   lettering_open(&fixture->lettering, &error)
               ? 0
               : 1;
}

static int close_fixture(void **state) {
    struct fixture *fixture = *state;
    if (fixture->gazetteer)
        gazetteer_close(fixture->gazetteer);
    if (fixture->lettering)
        lettering_close(fixture->lettering);
    arena_close(fixture->arena);
    free(fixture);
    return 0;
}

static struct wording words_in(const struct fixture *fixture, const char *lang) {
    if (!fixture->lexicon)
        skip();
    return (struct wording){fixture->lexicon, text_of(lang), fixture->arena};
}

static struct incident plain_incident(enum incident_kind kind) {
    struct incident incident = incident_unknown();
    incident.id = TEXT("i");
    incident.kind = kind;
    incident.confidence = 1;
    return incident;
}

static void assert_words(struct text text, const char *wanted) {
    if (!text_is(text, wanted))
        fail_msg("'%.*s' should be '%s'", TEXT_ARGS(text), wanted);
}

static void dates_are_written_as_the_language_writes_them(void **state) {
    static const char *const wanted[][2] = {{"it", "14 settembre 2022"},    {"en", "14 September 2022"},
                                            {"de", "14. September 2022"},   {"es", "14 de septiembre de 2022"},
                                            {"ru", "14 сентября 2022 г."},  {"zh", "2022年9月14日"},
                                            {"hy", "2022 թ. սեպտեմբերի 14"}};
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        struct wording words = words_in(*state, wanted[i][0]);
        assert_words(wording_date(&words, (struct date){2022, 9, 14}), wanted[i][1]);
    }
    struct wording words = words_in(*state, "ru");
    assert_words(wording_date(&words, (struct date){2022, 9, 0}), "сентябрь 2022 г.");
    assert_words(wording_date(&words, (struct date){2022, 0, 0}), "2022");
    assert_int_equal(wording_date(&words, (struct date){0, 0, 0}).size, 0);
}

static void spans_of_dates_say_the_month_once(void **state) {
    struct wording words = words_in(*state, "it");
    struct incident_date days = {.start = {2022, 9, 13}, .end = {2022, 9, 14}},
                         months = {.start = {2022, 8, 30}, .end = {2022, 9, 2}};
    struct incident_date by = {.start = {2022, 9, 13}, .by = true};
    assert_words(wording_dates(&words, &days), "13–14 settembre 2022");
    assert_words(wording_dates(&words, &months), "30 agosto – 2 settembre 2022");
    assert_words(wording_dates(&words, &by), "data della notizia: 13 settembre 2022");
}

static void unknown_figures_are_never_zero(void **state) {
    struct wording words = words_in(*state, "it");
    struct incident incident = plain_incident(INCIDENT_CLASH);
    assert_int_equal(wording_figures(&words, &incident).size, 0);
    incident.killed = (struct count_range){-1, 100};
    incident.both_sides = true;
    assert_words(wording_figures(&words, &incident), "fino a 100 morti da entrambe le parti");
    incident = plain_incident(INCIDENT_CLASH);
    incident.killed = (struct count_range){1, 1};
    incident.wounded = (struct count_range){3, -1};
    assert_words(wording_figures(&words, &incident), "1 morto, almeno 3 feriti");
}

static void great_numbers_are_grouped_as_the_language_does(void **state) {
    struct wording it = words_in(*state, "it"), en = words_in(*state, "en");
    assert_words(wording_number(&it, 136000), "136.000");
    assert_words(wording_number(&en, 1360000), "1,360,000");
    assert_words(wording_number(&en, 2022), "2022");
}

static void lists_end_with_and(void **state) {
    struct wording words = words_in(*state, "it");
    const struct text names[] = {TEXT("Batken"), TEXT("Isfara"), TEXT("Khujand")};
    assert_words(wording_list(&words, names, 3), "Batken, Isfara e Khujand");
    assert_words(wording_list(&words, names, 1), "Batken");
    assert_int_equal(wording_list(&words, names, 0).size, 0);
}

static size_t word_count(struct text text) {
    size_t words = 0;
    for (size_t i = 0; i < text.size; i++)
        words += text.data[i] != ' ' && text.data[i] != '\n' &&
                 (i == 0 || text.data[i - 1] == ' ' || text.data[i - 1] == '\n');
    return words;
}

static void every_language_has_every_phrase_and_short_callouts(void **state) {
    const struct fixture *fixture = *state;
    static const char *const languages[] = {"en", "it", "ru", "uk", "fr", "de", "es", "tr", "ar", "pl",
                                            "pt", "fa", "az", "hy", "ka", "kk", "ky", "tg", "uz", "zh"};
    struct error error = {0};
    const struct table *english, *table;
    struct wording en = words_in(*state, "en");
    assert_true(lexicon_table(fixture->lexicon, TEXT("en"), "phrases", &english, &error));
    for (size_t l = 0; l < sizeof languages / sizeof languages[0]; l++) {
        assert_true(lexicon_table(fixture->lexicon, text_of(languages[l]), "phrases", &table, &error));
        for (size_t i = 0; i < english->row_count; i++) {
            bool found = text_ends(table_cell(english, i, 0), TEXT(".one")) ||
                         text_is(table_cell(english, i, 0), "title.border.closure");
            for (size_t k = 0; k < table->row_count && !found; k++)
                found = text_equal(table_cell(table, k, 0), table_cell(english, i, 0));
            if (!found)
                fail_msg("%s lacks '%.*s'", languages[l], TEXT_ARGS(table_cell(english, i, 0)));
        }
        struct wording words = {en.lexicon, text_of(languages[l]), en.arena};
        struct incident incident = plain_incident(INCIDENT_SHELLING);
        incident.date = (struct incident_date){.start = {2022, 8, 30}, .end = {2022, 9, 14}};
        incident.killed = (struct count_range){10, 100};
        incident.wounded = (struct count_range){20, -1};
        incident.both_sides = true;
        const struct incident *one[] = {&incident};
        assert_true(word_count(mark_callout(&words, TEXT("A–B"), one, 1, 12)) <= 12);
    }
}

static void several_incidents_at_one_place_share_a_callout(void **state) {
    struct wording words = words_in(*state, "en");
    struct incident a = plain_incident(INCIDENT_CLASH), b = plain_incident(INCIDENT_SHELLING);
    a.date.start = a.date.end = (struct date){2022, 9, 14};
    b.date.start = b.date.end = (struct date){2022, 9, 15};
    const struct incident *both[] = {&a, &b};
    assert_words(mark_callout(&words, TEXT_NONE, both, 2, 12),
                 "14 September 2022: clashes\n15 September 2022: shelling");
}

/* What follows needs a data folder. */

static const struct fixture *with_data(void **state) {
    const struct fixture *fixture = *state;
    if (!fixture->gazetteer || !file_exists(file_join(fixture->arena, fixture->geodata.directory, "countries.fgb")))
        skip();
    return fixture;
}

static struct map_sources sources_of(const struct fixture *fixture) {
    return (struct map_sources){&fixture->geodata, fixture->gazetteer, fixture->lexicon, fixture->style,
                                lettering_measure(fixture->lettering)};
}

static struct incident incident_at(const struct fixture *fixture, const char *ref, enum place_precision precision,
                                   const char *a, const char *b) {
    struct incident incident = plain_incident(INCIDENT_CLASH);
    place_id id = gazetteer_place_of(fixture->gazetteer, text_of(ref));
    assert_int_not_equal(id, PLACE_NONE);
    struct place place = gazetteer_place(fixture->gazetteer, id);
    incident.place = snapshot_of(&place);
    incident.id = TEXT("clash-1");
    incident.point = place.point;
    incident.precision_km = place.precision_km;
    incident.precision = precision;
    incident.date.start = incident.date.end = (struct date){2022, 9, 14};
    incident.parties = ARENA_ARRAY(fixture->arena, struct incident_party, 2);
    incident.parties[0].ref = text_of(a);
    incident.parties[1].ref = text_of(b);
    incident.party_count = 2;
    return incident;
}

static void incidents_far_apart_are_theatres_of_their_own(void **state) {
    const struct fixture *fixture = with_data(state);
    struct incident items[] = {incident_at(fixture, "border:KG-TJ", PRECISION_LINE, "country:KG", "country:TJ"),
                               incident_at(fixture, "border:AM-AZ", PRECISION_LINE, "country:AM", "country:AZ"),
                               incident_at(fixture, "border:KG-TJ", PRECISION_LINE, "country:KG", "country:TJ")};
    struct incident_list list = {items, 3, 3};
    struct theatres *theatres = ARENA_NEW(fixture->arena, struct theatres);
    items[2].status = STATUS_PAST;
    theatres_find(&list, false, theatres);
    assert_int_equal(theatres->count, 2);
    assert_int_equal(theatres->items[0].count, 2);
    assert_ptr_equal(theatres->items[0].incidents[0], &items[0]);
}

static void what_is_denied_is_not_drawn(void **state) {
    const struct fixture *fixture = with_data(state);
    struct incident items[] = {incident_at(fixture, "border:AM-AZ", PRECISION_LINE, "country:AM", "country:AZ")};
    struct incident_list list = {items, 1, 1};
    struct theatres *theatres = ARENA_NEW(fixture->arena, struct theatres);
    items[0].status = STATUS_DENIED;
    theatres_find(&list, false, theatres);
    assert_int_equal(theatres->count, 0);
}

static void what_is_unsure_makes_a_theatre_where_nothing_is_sure(void **state) {
    const struct fixture *fixture = with_data(state);
    struct incident items[] = {incident_at(fixture, "border:KG-TJ", PRECISION_LINE, "country:KG", "country:TJ"),
                               incident_at(fixture, "border:AM-AZ", PRECISION_LINE, "country:AM", "country:AZ"),
                               incident_at(fixture, "border:AM-AZ", PRECISION_LINE, "country:AM", "country:AZ")};
    struct incident_list list = {items, 2, 2};
    struct theatres *theatres = ARENA_NEW(fixture->arena, struct theatres);
    items[0].confidence = 0.79;
    items[1].confidence = 0.5;
    theatres_find(&list, false, theatres);
    assert_int_equal(theatres->count, 2);
    assert_true(theatres->items[0].unsure && theatres->items[1].unsure);
    list.count = 3;
    theatres_find(&list, false, theatres);
    assert_int_equal(theatres->count, 1); /* the sure one, with what is unsure beside it */
    assert_ptr_equal(theatres->items[0].incidents[0], &items[2]);
    assert_int_equal(theatres->items[0].count, 2);
    assert_int_equal(theatres->aside_count, 1);
    assert_ptr_equal(theatres->aside[0], &items[0]);
    theatres_find(&list, true, theatres);
    assert_int_equal(theatres->count, 2);
    assert_int_equal(theatres->aside_count, 0);
}

static struct map_plans plans_of(const struct fixture *fixture, struct incident_list *list) {
    struct map_sources sources = sources_of(fixture);
    struct map_options options = {.width = 1200, .height = 900, .bounds = bounds_empty()};
    struct story story = {.source = {.article = TEXT("a"), .language = TEXT("it"), .published = {2022, 9, 15}},
                          .incidents = *list};
    struct map_plans plans = {0};
    struct error error = {0};
    if (!map_plan(&sources, &story, &options, fixture->arena, &plans, &error))
        fail_msg("%s", error.message);
    return plans;
}

static struct map compose(const struct fixture *fixture, const struct map_plan *plan, struct arena *arena) {
    struct map_sources sources = sources_of(fixture);
    struct map_options options = {.width = 1200, .height = 900, .bounds = bounds_empty()};
    struct map map;
    struct error error = {0};
    if (!map_compose(&sources, plan, &options, arena, &map, &error))
        fail_msg("%s", error.message);
    return map;
}

static void a_border_incident_gets_the_whole_border_and_a_title_that_says_so(void **state) {
    const struct fixture *fixture = with_data(state);
    struct incident items[] = {incident_at(fixture, "border:KG-TJ", PRECISION_LINE, "country:KG", "country:TJ")};
    struct incident_list list = {items, 1, 1};
    struct map_plans plans = plans_of(fixture, &list);
    assert_int_equal(plans.count, 1);
    assert_words(plans.items[0].title, "Scontri al confine tra Kirghizistan e Tagikistan, 14 settembre 2022");
    assert_true(text_is(plans.items[0].id, "kg-tj"));
    assert_true(plans.items[0].bounds.west < 69.6 && plans.items[0].bounds.east > 73.5);
    assert_int_equal(plans.items[0].border_count, 1);
}

static void a_map_of_what_is_unsure_says_so(void **state) {
    const struct fixture *fixture = with_data(state);
    struct incident items[] = {incident_at(fixture, "border:KG-TJ", PRECISION_LINE, "country:KG", "country:TJ")};
    struct incident_list list = {items, 1, 1};
    items[0].confidence = 0.77;
    struct map_plans plans = plans_of(fixture, &list);
    assert_int_equal(plans.count, 1);
    assert_words(plans.items[0].title,
                 "Non confermato: scontri al confine tra Kirghizistan e Tagikistan, 14 settembre 2022");
    assert_int_equal(plans.remarks.count, 1);
    assert_holds(text_c(fixture->arena, plans.remarks.items[0]), "clash at border:KG-TJ (0.77)");
    struct map map = compose(fixture, &plans.items[0], fixture->arena);
    assert_holds(text_c(fixture->arena, map.caption), "Non confermato: scontri (Kirghizistan");
    assert_holds(text_c(fixture->arena, map.alt), "Non confermato: scontri");
    bool broken = false;
    for (size_t i = 0; i < map.scene.count; i++)
        broken =
            broken || (text_is(map.scene.items[i].name, "border:KG-TJ") && map.scene.items[i].stroke.dash_count > 0);
    assert_true(broken); /* the glow */
}

static void what_is_unsure_beside_what_is_sure_has_no_say_in_the_title(void **state) {
    const struct fixture *fixture = with_data(state);
    struct incident items[] = {incident_at(fixture, "geonames:1220164", PRECISION_EXACT, "country:KG", "country:TJ"),
                               incident_at(fixture, "border:KG-TJ", PRECISION_LINE, "country:KG", "country:TJ")};
    struct incident_list list = {items, 2, 2};
    items[0].confidence = 0.6;
    items[0].kind = INCIDENT_ATTACK;
    items[0].date.start = items[0].date.end = (struct date){2022, 9, 20};
    struct map_plans plans = plans_of(fixture, &list);
    assert_int_equal(plans.count, 1);
    assert_words(plans.items[0].title, "Scontri al confine tra Kirghizistan e Tagikistan, 14 settembre 2022");
    struct map map = compose(fixture, &plans.items[0], fixture->arena);
    assert_holds(text_c(fixture->arena, map.caption), "Non confermato: attacco (");
}

static void two_theatres_get_an_overview_first(void **state) {
    const struct fixture *fixture = with_data(state);
    struct incident items[] = {incident_at(fixture, "border:KG-TJ", PRECISION_LINE, "country:KG", "country:TJ"),
                               incident_at(fixture, "border:AM-AZ", PRECISION_LINE, "country:AM", "country:AZ")};
    struct incident_list list = {items, 2, 2};
    struct map_plans plans = plans_of(fixture, &list);
    assert_int_equal(plans.count, 3);
    assert_true(plans.items[0].overview && !plans.items[1].overview);
    assert_true(plans.items[0].bounds.west < 46 && plans.items[0].bounds.east > 73);
}

static size_t symbols_named(const struct scene *scene, const char *name) {
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++)
        count += scene->items[i].kind == SCENE_SYMBOL && text_is(scene->items[i].name, name);
    return count;
}

static size_t paths_named(const struct scene *scene, const char *name) {
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++)
        count += scene->items[i].kind == SCENE_PATH && text_is(scene->items[i].name, name);
    return count;
}

static void a_border_incident_is_a_stretch_and_never_a_dot(void **state) {
    const struct fixture *fixture = with_data(state);
    struct incident items[] = {incident_at(fixture, "border:KG-TJ", PRECISION_LINE, "country:KG", "country:TJ")};
    struct incident_list list = {items, 1, 1};
    struct map_plans plans = plans_of(fixture, &list);
    struct map map = compose(fixture, &plans.items[0], fixture->arena);
    assert_int_equal(symbols_named(&map.scene, "border:KG-TJ") + symbols_named(&map.scene, "clash-1"), 0);
    assert_int_equal(paths_named(&map.scene, "border:KG-TJ"), 2); /* glow and line; no other line beneath */
    assert_int_equal(map.labels.overlaps, 0);
    assert_int_equal(map.labels.off_page, 0);
    assert_true(map.labels.placed[0] == map.labels.wanted[0]);
}

static void the_legend_shows_sizes_as_they_are_drawn(void **state) {
    const struct fixture *fixture = with_data(state);
    static const char *const towns[] = {"geonames:1528735", "geonames:1220747", "geonames:1220164"};
    static const int64_t killed[] = {12, 150, 20}; /* the second of its size is told after the other one */
    struct incident items[3];
    for (int i = 0; i < 3; i++) {
        items[i] = incident_at(fixture, towns[i], PRECISION_EXACT, "country:KG", "country:TJ");
        items[i].killed = (struct count_range){killed[i], killed[i]};
    }
    struct incident_list list = {items, 3, 3};
    struct map_plans plans = plans_of(fixture, &list);
    struct map map = compose(fixture, &plans.items[0], fixture->arena);
    double sizes[2] = {0, 0};
    size_t count = 0;
    for (size_t i = 0; i < map.scene.count; i++)
        if (text_is(map.scene.items[i].name, "legend") && text_is(map.scene.items[i].symbol, "circle") && count < 2)
            sizes[count++] = map.scene.items[i].size;
    assert_int_equal(count, 2);
    assert_true(sizes[1] > sizes[0] * 1.2);
}

static void the_same_plan_gives_the_same_scene(void **state) {
    const struct fixture *fixture = with_data(state);
    struct incident items[] = {incident_at(fixture, "border:AM-AZ", PRECISION_LINE, "country:AM", "country:AZ")};
    struct incident_list list = {items, 1, 1};
    struct map_plans plans = plans_of(fixture, &list);
    struct arena *other = arena_open();
    struct map a = compose(fixture, &plans.items[0], fixture->arena), b = compose(fixture, &plans.items[0], other);
    assert_true(text_equal(scene_write(fixture->arena, &a.scene), scene_write(other, &b.scene)));
    arena_close(other);
}

static void a_page_of_no_size_is_wrong_use(void **state) {
    const struct fixture *fixture = with_data(state);
    struct incident items[] = {incident_at(fixture, "border:AM-AZ", PRECISION_LINE, "country:AM", "country:AZ")};
    struct incident_list list = {items, 1, 1};
    struct map_plans plans = plans_of(fixture, &list);
    struct map_sources sources = sources_of(fixture);
    struct map_options options = {.width = 0, .height = 900, .bounds = bounds_empty()};
    struct map map;
    struct error error = {0};
    assert_false(map_compose(&sources, &plans.items[0], &options, fixture->arena, &map, &error));
    assert_int_equal(error.kind, ERROR_USAGE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_written_as_the_language_writes_them),
        cmocka_unit_test(spans_of_dates_say_the_month_once),
        cmocka_unit_test(unknown_figures_are_never_zero),
        cmocka_unit_test(great_numbers_are_grouped_as_the_language_does),
        cmocka_unit_test(lists_end_with_and),
        cmocka_unit_test(every_language_has_every_phrase_and_short_callouts),
        cmocka_unit_test(several_incidents_at_one_place_share_a_callout),
        cmocka_unit_test(incidents_far_apart_are_theatres_of_their_own),
        cmocka_unit_test(what_is_denied_is_not_drawn),
        cmocka_unit_test(what_is_unsure_makes_a_theatre_where_nothing_is_sure),
        cmocka_unit_test(a_map_of_what_is_unsure_says_so),
        cmocka_unit_test(what_is_unsure_beside_what_is_sure_has_no_say_in_the_title),
        cmocka_unit_test(a_border_incident_gets_the_whole_border_and_a_title_that_says_so),
        cmocka_unit_test(two_theatres_get_an_overview_first),
        cmocka_unit_test(a_border_incident_is_a_stretch_and_never_a_dot),
        cmocka_unit_test(the_legend_shows_sizes_as_they_are_drawn),
        cmocka_unit_test(the_same_plan_gives_the_same_scene),
        cmocka_unit_test(a_page_of_no_size_is_wrong_use),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}

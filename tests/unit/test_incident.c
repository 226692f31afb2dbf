/* Incidents of short texts, on the compiled data. */
#include "incident_fixture.h"

#include <string.h>

static bool has_party(const struct incident *incident, const char *ref) {
    for (size_t i = 0; i < incident->party_count; i++)
        if (text_is(incident->parties[i].ref, ref))
            return true;
    return false;
}

static void an_explosion_between_states_is_a_clash(void **state) {
    (void)state;
    struct incident_list found =
        find("it", "Una mortale esplosione tra l’Armenia e l’Azerbaigian preoccupa Mosca.", "2022-09-14");
    assert_int_equal(found.count, 1);
    assert_int_equal(found.items[0].kind, INCIDENT_CLASH);
    assert_true(has_party(&found.items[0], "country:AM"));
    assert_true(has_party(&found.items[0], "country:AZ"));
    assert_false(has_party(&found.items[0], "country:RU"));
    assert_int_equal(found.items[0].precision, PRECISION_UNKNOWN);
}

static void the_backer_of_a_party_is_no_party(void **state) {
    (void)state;
    struct incident_list found =
        find("it",
             "Nel 2020 è scoppiata una guerra nel Nagorno-Karabakh, che ha visto l’Azerbaigian, sostenuto dalla "
             "Turchia, vincere contro le forze dell’Armenia.",
             "2022-09-14");
    assert_int_equal(found.count, 1);
    assert_int_equal(found.items[0].status, STATUS_PAST);
    assert_true(has_party(&found.items[0], "country:AZ"));
    assert_true(has_party(&found.items[0], "country:AM"));
    assert_false(has_party(&found.items[0], "country:TR"));
}

static void a_statement_dates_what_was_under_way_by_then(void **state) {
    (void)state;
    struct incident_list found = find("it",
                                      "Martedì il Consiglio ha tenuto una sessione virtuale in risposta alle ostilità "
                                      "al confine tra Armenia e Azerbaigian.",
                                      "2022-09-14");
    assert_int_equal(found.count, 1);
    assert_true(found.items[0].date.by);
    assert_text(date_write(fixture.arena, found.items[0].date.start), "2022-09-13");
    assert_text(found.items[0].place.ref, "border:AM-AZ");
}

static void two_regions_are_one_site(void **state) {
    (void)state;
    struct incident_list found = find("it",
                                      "Sono stati segnalati intensi combattimenti nelle regioni ucraine di Kherson e "
                                      "Kharkiv, vicino alla penisola di Crimea.",
                                      "2022-09-14");
    assert_int_equal(found.count, 1);
    assert_text(found.items[0].place.ref, "admin1:UA-65");
    assert_int_equal(found.items[0].also_count, 1);
    assert_text(found.items[0].also[0].ref, "admin1:UA-63");
}

static void a_venue_is_planned_and_a_summit_no_fight(void **state) {
    (void)state;
    struct incident_list found = find(
        "it", "I presidenti parteciperanno al vertice che si terrà nella città uzbeka di Samarcanda giovedì e venerdì.",
        "2022-09-14");
    assert_int_equal(found.count, 1);
    assert_int_equal(found.items[0].kind, INCIDENT_MEETING);
    assert_int_equal(found.items[0].status, STATUS_PLANNED);
    assert_text(found.items[0].place.ref, "geonames:1216265");
    assert_text(date_write(fixture.arena, found.items[0].date.end), "2022-09-16");
}

static void rebels_at_a_border_do_not_make_its_states_parties(void **state) {
    (void)state;
    struct incident_list found = find(
        "es", "Nueve personas murieron en combates entre guerrillas cerca de la frontera entre Colombia y Venezuela.",
        "2025-03-06");
    assert_int_equal(found.count, 1);
    assert_int_equal(found.items[0].party_count, 0);
    assert_int_equal(found.items[0].killed.low, 9);
}

static void sport_and_firefighters_are_no_incidents(void **state) {
    (void)state;
    assert_int_equal(find("en", "The two teams clash again in Fargo on Friday.", "2024-01-02").count, 0);
    assert_int_equal(find("en", "Firefighters in Columbus agreed to a pay freeze.", "2024-01-02").count, 0);
}

static void a_text_without_events_gives_none(void **state) {
    (void)state;
    assert_int_equal(find("en", "", NULL).count, 0);
    assert_int_equal(find("xx", "Batken Batken Batken.", NULL).count, 0);
    assert_int_equal(find("en", "Batken is a town in Kyrgyzstan.", NULL).count, 0);
}

static void ids_are_safe_and_different(void **state) {
    (void)state;
    struct incident_list found = find(
        "en", "Shells hit Uri on Friday. A bomb attack was reported in Quetta. Gunmen attacked a post near Batken.",
        "2024-06-15");
    for (size_t i = 0; i < found.count; i++) {
        for (size_t c = 0; c < found.items[i].id.size; c++)
            assert_null(strchr("/:. \\", found.items[i].id.data[c]));
        for (size_t other = 0; other < i; other++)
            assert_false(text_equal(found.items[i].id, found.items[other].id));
    }
    assert_true(found.count >= 2);
}

static void names_are_the_words_of_the_output(void **state) {
    (void)state;
    assert_string_equal(incident_kind_name(INCIDENT_AIR_STRIKE), "air strike");
    assert_string_equal(incident_status_name(STATUS_PAST), "past");
    assert_string_equal(place_precision_name(PRECISION_LINE), "line");
    for (int kind = 0; kind < INCIDENT_KINDS; kind++)
        assert_non_null(incident_kind_name((enum incident_kind)kind));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_explosion_between_states_is_a_clash),
        cmocka_unit_test(the_backer_of_a_party_is_no_party),
        cmocka_unit_test(a_statement_dates_what_was_under_way_by_then),
        cmocka_unit_test(two_regions_are_one_site),
        cmocka_unit_test(a_venue_is_planned_and_a_summit_no_fight),
        cmocka_unit_test(rebels_at_a_border_do_not_make_its_states_parties),
        cmocka_unit_test(sport_and_firefighters_are_no_incidents),
        cmocka_unit_test(a_text_without_events_gives_none),
        cmocka_unit_test(ids_are_safe_and_different),
        cmocka_unit_test(names_are_the_words_of_the_output),
    };
    return cmocka_run_group_tests(tests, open_data, close_data);
}

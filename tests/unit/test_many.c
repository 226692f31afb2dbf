/* Many incidents: their totals, how they are put together, classes of rounded limits. */
#include "arena_fixture.h"
#include "many.h"
#include "plan_many.h"
#include "totals.h"

static struct incident incident_of(enum incident_kind kind, struct date day, int64_t low, int64_t high) {
    struct incident incident = incident_unknown();
    incident.kind = kind;
    incident.date = (struct incident_date){.start = day, .end = day};
    incident.killed = (struct count_range){low, high};
    return incident;
}

static void totals_are_ranges_and_unknown_adds_nothing(void **state) {
    (void)state;
    struct totals totals = totals_none();
    enum incident_kind kinds[INCIDENT_KINDS];
    struct incident all[] = {incident_of(INCIDENT_CLASH, (struct date){2022, 9, 16}, 3, 5),
                             incident_of(INCIDENT_CLASH, (struct date){2022, 9, 14}, -1, -1),
                             incident_of(INCIDENT_SHELLING, (struct date){2022, 9, 20}, 2, -1),
                             incident_of(INCIDENT_CLASH, (struct date){2022, 9, 15}, -1, 4)};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        totals_add(&totals, &all[i]);
    assert_int_equal(totals.incidents, 4);
    assert_int_equal(totals.killed.low, 5);
    assert_int_equal(totals.killed.high, 11);
    assert_true(date_equal(totals.span.start, (struct date){2022, 9, 14}));
    assert_true(date_equal(totals.span.end, (struct date){2022, 9, 20}));
    assert_int_equal(totals_kinds(&totals, kinds), 2);
    assert_int_equal(kinds[0], INCIDENT_CLASH);
}

static void nothing_told_of_the_killed_stays_unknown(void **state) {
    (void)state;
    struct totals totals = totals_none();
    struct incident one = incident_of(INCIDENT_CLASH, (struct date){2022, 0, 0}, -1, -1);
    totals_add(&totals, &one);
    assert_int_equal(totals.killed.low, -1);
    assert_int_equal(totals.killed.high, -1);
}

static void classes_have_rounded_limits_that_grow(void **state) {
    (void)state;
    double values[200], limits[MANY_CLASSES];
    for (int i = 0; i < 200; i++)
        values[i] = 1 + i * i * 7 % 4999;
    size_t count = many_classes(values, 200, limits);
    assert_int_equal(count, MANY_CLASSES);
    assert_true(limits[0] == 1);
    for (size_t i = 1; i < count; i++)
        assert_true(limits[i] > limits[i - 1] && (int64_t)limits[i] % (limits[i] >= 1000  ? 100
                                                                       : limits[i] >= 100 ? 10
                                                                                          : 1) ==
                                                     0);
}

static void equal_values_are_one_class(void **state) {
    (void)state;
    double values[] = {1, 1, 1}, limits[MANY_CLASSES];
    assert_int_equal(many_classes(values, 3, limits), 1);
    assert_int_equal(many_classes(values, 0, limits), 0);
}

static void sizes_of_a_key_are_round(void **state) {
    (void)state;
    static const double cases[][2] = {{0.2, 1}, {1, 1}, {4, 2}, {7, 5}, {19, 10}, {1000, 1000}, {4999, 2000}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(many_round(cases[i][0]) == cases[i][1]);
}

static void few_incidents_are_told_one_by_one_unless_asked(void **state) {
    (void)state;
    struct story story = {0};
    struct map_options options = {0};
    story.incidents.items = ARENA_ARRAY(arena, struct incident, MANY_INCIDENTS_FROM);
    for (int i = 0; i < MANY_INCIDENTS_FROM; i++) {
        struct incident one = incident_of(INCIDENT_CLASH, (struct date){2022, 9, 14}, 0, 0);
        one.place.ref = TEXT("point:x");
        one.precision = PRECISION_EXACT;
        story.incidents.items[i] = one;
    }
    story.incidents.count = MANY_INCIDENTS_FROM - 1;
    assert_false(plan_many_wanted(&story, &options));
    story.incidents.count = MANY_INCIDENTS_FROM;
    assert_true(plan_many_wanted(&story, &options));
    story.incidents.count = 1;
    options.density = DENSITY_HEXAGONS;
    assert_true(plan_many_wanted(&story, &options));
    story.incidents.items[0].precision = PRECISION_COUNTRY;
    assert_false(plan_many_wanted(&story, &options));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(totals_are_ranges_and_unknown_adds_nothing),
        cmocka_unit_test(nothing_told_of_the_killed_stays_unknown),
        cmocka_unit_test(classes_have_rounded_limits_that_grow),
        cmocka_unit_test(equal_values_are_one_class),
        cmocka_unit_test(sizes_of_a_key_are_round),
        cmocka_unit_test(few_incidents_are_told_one_by_one_unless_asked),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

/* Incidents on a grid and held back: nothing of what is hidden is left in them. */
#include "incident_fixture.h"
#include "safe.h"
#include "story_write.h"

#include <math.h>

static const char *const told =
    "Militants shelled the village of Ak-Sai near Batken on 12 September 2022, killing three soldiers, the border "
    "service said. On 2 September 2022 a clash in Isfara wounded two people.";

static struct safe safe_of(const char *words) {
    struct safe safe;
    struct error error = {0};
    if (!safe_read(text_of(words), fixture.arena, &safe, &error))
        fail_msg("%s", error.message);
    return safe;
}

static struct incident_list apply(const char *words, struct date anchor, size_t *left_out) {
    struct incident_list incidents = find("en", told, "2022-09-14");
    struct safe safe = safe_of(words);
    assert_true(incidents.count >= 2);
    *left_out = safe_apply(&safe, anchor, fixture.arena, &incidents);
    return incidents;
}

static const struct date newest = {2022, 9, 14};

static void positions_are_rounded_and_nothing_tells_them(void **state) {
    (void)state;
    size_t left_out;
    struct incident_list before = find("en", told, "2022-09-14");
    struct incident_list incidents = apply("grid=20km", newest, &left_out);
    assert_int_equal(left_out, 0);
    for (size_t i = 0; i < incidents.count; i++) {
        const struct incident *incident = &incidents.items[i];
        assert_true(lonlat_distance_km(incident->point, before.items[i].point) < 20 * sqrt(0.5) + 0.5);
        assert_true(incident->precision_km > 14 && incident->precision_km < 15);
    }
    struct story story = {.source = {.article = TEXT("x")}, .incidents = incidents};
    struct text json = story_write(&story, true, fixture.arena);
    static const char *const hidden[] = {"Ak-Sai", "ak-sai", "Batken", "batken", "Isfara", "isfara", "geonames"};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (text_find(json, text_of(hidden[i]), 0) < json.size)
            fail_msg("%s is still told: %.*s", hidden[i], TEXT_ARGS(json));
    assert_true(text_find(json, TEXT("shelling"), 0) < json.size);
}

static void what_lies_in_one_cell_has_one_place(void **state) {
    (void)state;
    struct incident a = incident_unknown(), b;
    a.place = (struct place_snapshot){.ref = TEXT("geonames:1"), .name = TEXT("A")};
    a.point = (struct lonlat){70.60, 40.00};
    b = a;
    b.point = (struct lonlat){70.61, 40.01};
    struct incident items[] = {a, b};
    struct incident_list list = {items, 2, 2};
    struct safe safe = safe_of("grid=50km");
    safe_apply(&safe, newest, fixture.arena, &list);
    assert_true(snapshot_same(&items[0].place, &items[1].place));
    assert_false(text_equal(items[0].id, items[1].id));
}

static void what_is_young_is_held_back(void **state) {
    (void)state;
    size_t left_out;
    struct incident_list incidents = apply("delay=7d", newest, &left_out);
    assert_true(left_out >= 1 && incidents.count >= 1);
    for (size_t i = 0; i < incidents.count; i++)
        assert_true(date_days(incidents.items[i].date.start) <= date_days(newest) - 7);
    assert_int_equal(apply("delay=7d", (struct date){0, 0, 0}, &left_out).count, 0);
    assert_true(apply("delay=1d", (struct date){2023, 1, 1}, &left_out).count >= 2);
}

static void it_may_be_for_some_kinds_alone(void **state) {
    (void)state;
    size_t left_out;
    struct incident_list incidents = apply("delay=7d,kinds=base;deployment", newest, &left_out);
    assert_int_equal(left_out, 0);
    incidents = apply("grid=10km,kinds=base", newest, &left_out);
    assert_true(text_starts(incidents.items[0].place.ref, TEXT("geonames:")));
}

static void cells_end_at_the_poles_and_the_antimeridian(void **state) {
    (void)state;
    static const struct lonlat corners[] = {{-180, -90}, {180, 90}, {179.9999, 0}, {0, 89.9999}, {-0.0001, -0.0001}};
    struct safe safe = safe_of("grid=500km");
    for (size_t i = 0; i < sizeof corners / sizeof *corners; i++) {
        struct incident item = incident_unknown();
        item.place = (struct place_snapshot){.ref = TEXT("geonames:1")};
        item.point = corners[i];
        struct incident_list list = {&item, 1, 1};
        safe_apply(&safe, newest, fixture.arena, &list);
        assert_true(fabs(item.point.lat) <= 90 && fabs(item.point.lon) <= 180);
        assert_true(lonlat_distance_km(item.point, corners[i]) <= 500);
    }
}

static void assert_wrong(const char *words, const char *message) {
    struct safe safe;
    struct error error = {0};
    assert_false(safe_read(text_of(words), fixture.arena, &safe, &error));
    assert_string_equal(error.message, message);
}

static void what_is_wrong_is_told(void **state) {
    (void)state;
    assert_wrong("grid=10m", "grid: '10m' is no side of a cell: 1km to 500km");
    assert_wrong("grid=0km", "grid: '0km' is no side of a cell: 1km to 500km");
    assert_wrong("delay=week", "delay: 'week' is no time to wait: 1d to 3660d, or 2w");
    assert_wrong("delay=99999999999w", "delay: '99999999999w' is no time to wait: 1d to 3660d, or 2w");
    assert_wrong("delay=7d,kinds=base;deploymint",
                 "kinds: 'deploymint' is not known; did you mean \"deployment\"?; several have ';' between");
    assert_wrong("kinds=base", "wants grid=10km, delay=7d or both");
    assert_wrong("round=10km", "'round=10km' is no part of it; it takes grid=10km, delay=7d, kinds=base;deployment");
    assert_wrong("", "wants grid=10km, delay=7d or both");
}

static void it_is_written_as_it_is_read(void **state) {
    (void)state;
    struct safe safe = safe_of("kinds=deployment;base,delay=2w,grid=2.5km");
    assert_string_equal(text_c(fixture.arena, safe_write(&safe, fixture.arena)),
                        "grid=2.5km,delay=14d,kinds=base;deployment");
    safe = safe_none();
    assert_int_equal(safe_write(&safe, fixture.arena).size, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(positions_are_rounded_and_nothing_tells_them),
                                       cmocka_unit_test(what_lies_in_one_cell_has_one_place),
                                       cmocka_unit_test(what_is_young_is_held_back),
                                       cmocka_unit_test(it_may_be_for_some_kinds_alone),
                                       cmocka_unit_test(cells_end_at_the_poles_and_the_antimeridian),
                                       cmocka_unit_test(what_is_wrong_is_told),
                                       cmocka_unit_test(it_is_written_as_it_is_read)};
    return cmocka_run_group_tests(tests, open_data, close_data);
}

/* Symbols of incidents: apart from each other, as large as what they tell, numbered where they are many. */
#include "arena_fixture.h"

#include "mark_group.h"
#include "mark_symbols.h"

#include <math.h>
#include <string.h>

enum { CROWD = 50, FRAMES = 40 };

static double random_share(uint64_t *seed) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(*seed >> 40) / (double)(1u << 24);
}

static void symbols_spread_until_none_lies_upon_another(void **state) {
    (void)state;
    uint64_t seed = 20260214;
    for (int frame = 0; frame < FRAMES; frame++) {
        struct mark_symbol symbols[10] = {{0}};
        struct mark_group groups[10] = {{0}};
        for (int i = 0; i < 10; i++) {
            symbols[i] = (struct mark_symbol){.group = &groups[i], .size = 21};
            symbols[i].at = (struct page_point){60 * random_share(&seed), 40 * random_share(&seed)};
        }
        mark_symbols_spread(symbols, 10, 1);
        for (int i = 0; i < 10; i++)
            for (int k = i + 1; k < 10; k++) {
                double between = hypot(symbols[i].at.x - symbols[k].at.x, symbols[i].at.y - symbols[k].at.y);
                if (between < 20)
                    fail_msg("frame %d: symbols %d and %d are %.1f apart", frame, i, k, between);
            }
    }
}

static void symbols_that_do_not_meet_stay_where_they_are(void **state) {
    (void)state;
    struct mark_group groups[2] = {{0}};
    struct mark_symbol symbols[2] = {{.group = &groups[0], .size = 20, .at = {0, 0}},
                                     {.group = &groups[1], .size = 20, .at = {40, 0}}};
    mark_symbols_spread(symbols, 2, 1);
    assert_true(symbols[0].at.x == 0 && symbols[1].at.x == 40 && symbols[1].at.y == 0);
}

static void two_places_in_one_spot_stand_side_by_side(void **state) {
    (void)state;
    struct mark_group groups[2] = {{0}};
    struct mark_symbol symbols[2] = {{.group = &groups[0], .size = 20, .at = {7, 7}},
                                     {.group = &groups[1], .size = 20, .at = {7, 7}}};
    mark_symbols_spread(symbols, 2, 1);
    assert_true(fabs(symbols[1].at.x - symbols[0].at.x - 21) < 1e-6);
    assert_true(symbols[0].at.y == 7 && symbols[1].at.y == 7);
}

static void symbols_grow_with_tens_and_hundreds_of_killed(void **state) {
    (void)state;
    assert_true(mark_symbols_growth(-1) == 1);
    assert_true(mark_symbols_growth(9) == 1);
    assert_true(mark_symbols_growth(10) > 1);
    assert_true(mark_symbols_growth(99) == mark_symbols_growth(10));
    assert_true(mark_symbols_growth(100) > mark_symbols_growth(99));
}

/* A plan of `count` incidents, each at a place of its own, the latest first. */
static struct map_plan crowded_plan(size_t count) {
    struct map_plan plan = {.incident_count = count};
    plan.incidents = ARENA_ARRAY(arena, const struct incident *, count);
    for (size_t i = 0; i < count; i++) {
        struct incident *incident = ARENA_NEW(arena, struct incident);
        *incident = (struct incident){.precision = PRECISION_EXACT};
        incident->place.ref = text_format(arena, "geonames:%zu", i);
        incident->date.start = (struct date){2023, 6, (int)(28 - i % 28)};
        plan.incidents[i] = incident;
    }
    return plan;
}

static void few_places_have_callouts_and_no_numbers(void **state) {
    (void)state;
    struct map_plan plan = crowded_plan(5);
    struct mark_groups groups;
    mark_groups_gather(&plan, 7, arena, &groups);
    assert_int_equal(groups.count, 5);
    for (size_t i = 0; i < groups.count; i++)
        assert_int_equal(groups.items[i].number, 0);
}

static void many_places_are_numbered_once_each_in_the_order_of_their_dates(void **state) {
    (void)state;
    struct map_plan plan = crowded_plan(CROWD);
    struct mark_groups groups;
    bool seen[CROWD + 1] = {false};
    mark_groups_gather(&plan, 7, arena, &groups);
    assert_int_equal(groups.count, CROWD);
    for (size_t i = 0; i < CROWD; i++) {
        const struct mark_group *group = &groups.items[i];
        assert_in_range(group->number, 1, CROWD);
        assert_false(seen[group->number]);
        seen[group->number] = true;
        for (size_t k = 0; k < CROWD; k++)
            if (date_compare(group->items[0]->date.start, groups.items[k].items[0]->date.start) < 0)
                assert_true(group->number < groups.items[k].number);
    }
}

static void on_a_small_page_the_past_and_what_killed_least_go_without(void **state) {
    (void)state;
    struct map_plan plan = crowded_plan(6);
    struct incident past = *plan.incidents[0], deadly = *plan.incidents[5];
    struct mark_groups groups;
    past.status = STATUS_PAST;
    past.killed.low = 500;
    deadly.killed.low = 23;
    plan.incidents[0] = &past;
    plan.incidents[5] = &deadly;
    mark_groups_gather(&plan, mark_group_callouts(600, 315), arena, &groups);
    assert_true(groups.items[0].silent);
    assert_true(groups.items[4].silent);
    assert_false(groups.items[5].silent);
    assert_false(groups.items[1].silent);
    assert_int_equal(groups.items[5].number, 0);
    assert_int_equal(mark_group_callouts(1200, 900), 7);
}

static void incidents_at_one_place_are_one_mark(void **state) {
    (void)state;
    struct map_plan plan = crowded_plan(3);
    struct incident again = *plan.incidents[0];
    struct mark_groups groups;
    plan.incidents[2] = &again;
    mark_groups_gather(&plan, 7, arena, &groups);
    assert_int_equal(groups.count, 2);
    assert_int_equal(groups.items[0].count, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(symbols_spread_until_none_lies_upon_another),
        cmocka_unit_test(symbols_that_do_not_meet_stay_where_they_are),
        cmocka_unit_test(two_places_in_one_spot_stand_side_by_side),
        cmocka_unit_test(symbols_grow_with_tens_and_hundreds_of_killed),
        cmocka_unit_test_setup_teardown(few_places_have_callouts_and_no_numbers, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(many_places_are_numbered_once_each_in_the_order_of_their_dates, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(on_a_small_page_the_past_and_what_killed_least_go_without, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(incidents_at_one_place_are_one_mark, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

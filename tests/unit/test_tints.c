/* Tints of parties: the same on all maps of a run, different on each. */
#include "testing.h"

#include "tints.h"

static struct map_plan plan_of(place_id a, place_id b) {
    return (struct map_plan){.parties = {a, b}, .party_count = 2};
}

static void a_country_keeps_its_tint_on_the_next_map(void **state) {
    (void)state;
    struct party_tints tints = {0};
    struct map_plan first = plan_of(1, 2), second = plan_of(0, 2);
    tints_give(&tints, &first);
    tints_give(&tints, &second);
    assert_int_equal(second.party_tints[1], first.party_tints[1]);
    assert_int_not_equal(second.party_tints[0], second.party_tints[1]);
}

static void two_countries_of_one_map_never_share_a_tint(void **state) {
    (void)state;
    struct party_tints tints = {0};
    for (place_id a = 0; a < 40; a++)
        for (place_id b = a + 1; b < 40; b++) {
            struct map_plan plan = plan_of(a, b);
            tints_give(&tints, &plan);
            assert_int_not_equal(plan.party_tints[0], plan.party_tints[1]);
            assert_in_range(plan.party_tints[0], 0, MAP_TINTS - 1);
            assert_in_range(plan.party_tints[1], 0, MAP_TINTS - 1);
        }
}

static void a_tint_lent_for_one_map_is_not_remembered(void **state) {
    (void)state;
    struct party_tints tints = {0};
    struct map_plan one = plan_of(1, 2), two = plan_of(3, 4), both = plan_of(1, 3), again = plan_of(3, 4);
    tints_give(&tints, &one);
    tints_give(&tints, &two);
    tints_give(&tints, &both);
    tints_give(&tints, &again);
    assert_int_equal(again.party_tints[0], two.party_tints[0]);
    assert_int_equal(again.party_tints[1], two.party_tints[1]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_country_keeps_its_tint_on_the_next_map),
        cmocka_unit_test(two_countries_of_one_map_never_share_a_tint),
        cmocka_unit_test(a_tint_lent_for_one_map_is_not_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

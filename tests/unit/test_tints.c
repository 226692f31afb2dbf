/* Tints of countries: a function of the map alone. */
#include "testing.h"

#include "geodata.h"
#include "tints.h"

#include "arena.h"
#include "file.h"

#include <stdlib.h>

static void two_countries_of_one_map_never_share_a_tint(void **state) {
    (void)state;
    for (char a = 'A'; a <= 'Z'; a++)
        for (char b = 'A'; b <= 'Z'; b++)
            for (char c = 'A'; c <= 'Z'; c += 5) {
                char first[] = {a, b}, second[] = {b, c};
                struct text codes[] = {{first, 2}, {second, 2}};
                uint8_t tints[2];
                tints_give(codes, 2, false, tints);
                assert_int_not_equal(tints[0], tints[1]);
                assert_in_range(tints[0], 0, MAP_TINTS - 1);
                assert_in_range(tints[1], 0, MAP_TINTS - 1);
            }
}

static void two_sides_have_the_first_two_tints(void **state) {
    (void)state;
    struct text codes[] = {TEXT("KG"), TEXT("TJ"), TEXT("UZ")};
    uint8_t tints[3];
    tints_give(codes, 2, false, tints);
    assert_int_equal(tints[0], 0);
    assert_int_equal(tints[1], 1);
    tints_give(codes, 3, false, tints);
    assert_int_equal(tints[0], tint_of(codes[0]));
}

static void on_an_overview_all_have_their_own(void **state) {
    (void)state;
    struct text codes[] = {TEXT("AM"), TEXT("AZ"), TEXT("KG"), TEXT("RU"), TEXT("TJ"), TEXT("UA")};
    uint8_t tints[6];
    tints_give(codes, 6, true, tints);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(tints[i], tint_of(codes[i]));
}

/* All borders that the gazetteer has. */
static void neighbours_never_share_a_tint(void **state) {
    (void)state;
    const char *data = getenv("BORDERMAP_TEST_DATA");
    struct arena *arena = arena_open();
    struct gazetteer *gazetteer;
    struct error error = {0};
    size_t borders = 0;
    if (!data || !file_exists(file_join(arena, data, "gazetteer.bin"))) {
        arena_close(arena);
        skip();
    }
    assert_true(gazetteer_open(file_join(arena, data, "gazetteer.bin"), &gazetteer, &error));
    for (size_t i = 0; i < gazetteer_place_count(gazetteer); i++) {
        struct text ref = gazetteer_place(gazetteer, (place_id)i).ref;
        if (!text_starts(ref, TEXT("border:")) || ref.size != 12)
            continue;
        borders++;
        if (tint_of(text_slice(ref, 7, 9)) == tint_of(text_slice(ref, 10, 12)))
            fail_msg("%.*s: both sides have one tint", TEXT_ARGS(ref));
    }
    assert_true(borders > 300);
    gazetteer_close(gazetteer);
    arena_close(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_countries_of_one_map_never_share_a_tint),
        cmocka_unit_test(two_sides_have_the_first_two_tints),
        cmocka_unit_test(on_an_overview_all_have_their_own),
        cmocka_unit_test(neighbours_never_share_a_tint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

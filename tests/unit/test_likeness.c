/* Likeness: which known word was meant. */
#include "testing.h"

#include "likeness.h"

static void a_slip_of_the_fingers_is_one_step(void **state) {
    (void)state;
    assert_int_equal(likeness_distance(TEXT("river"), TEXT("river")), 0);
    assert_int_equal(likeness_distance(TEXT("river"), TEXT("rivers")), 1);
    assert_int_equal(likeness_distance(TEXT("river"), TEXT("rievr")), 1);
    assert_int_equal(likeness_distance(TEXT("colour"), TEXT("color")), 1);
    assert_int_equal(likeness_distance(TEXT(""), TEXT("sea")), 3);
    assert_int_equal(likeness_distance(TEXT("Dark"), TEXT("dark")), 0);
}

static void the_nearest_is_asked_for_and_what_is_far_is_not(void **state) {
    (void)state;
    struct arena *arena = arena_open();
    struct likeness likeness = likeness_of(TEXT("line-colour"));
    assert_string_equal(likeness_question(&likeness, arena), "");
    likeness_try(&likeness, TEXT("line-width"));
    likeness_try(&likeness, TEXT("line-color"));
    likeness_try(&likeness, TEXT("line-cap"));
    assert_string_equal(likeness_question(&likeness, arena), "; did you mean \"line-color\"?");
    struct likeness far = likeness_of(TEXT("weather"));
    likeness_try(&far, TEXT("sea"));
    assert_false(likeness_found(&far));
    arena_close(arena);
}

static void long_texts_are_compared_by_their_beginning(void **state) {
    (void)state;
    char a[500], b[500];
    for (size_t i = 0; i < sizeof a; i++)
        a[i] = b[i] = 'x';
    b[10] = 'y';
    assert_int_equal(likeness_distance((struct text){a, sizeof a}, (struct text){b, sizeof b}), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_of_the_fingers_is_one_step),
        cmocka_unit_test(the_nearest_is_asked_for_and_what_is_far_is_not),
        cmocka_unit_test(long_texts_are_compared_by_their_beginning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* References: what they say of themselves, and how they are made. */
#include "arena_fixture.h"
#include "ref.h"

static void a_reference_tells_its_kind(void **state) {
    (void)state;
    assert_int_equal(ref_kind(TEXT("country:KG")), REF_COUNTRY);
    assert_int_equal(ref_kind(TEXT("admin1:UA-65")), REF_REGION);
    assert_int_equal(ref_kind(TEXT("admin2:US.KY.067")), REF_DISTRICT);
    assert_int_equal(ref_kind(TEXT("geonames:1220164")), REF_TOWN);
    assert_int_equal(ref_kind(TEXT("group:m23")), REF_GROUP);
    assert_int_equal(ref_kind(TEXT("user:camps/1")), REF_USER);
    assert_int_equal(ref_kind(TEXT("KG")), REF_OTHER);
    assert_int_equal(ref_kind(TEXT("")), REF_OTHER);
    assert_false(ref_is(TEXT("border"), REF_BORDER));
    assert_false(ref_is(TEXT("anything"), REF_OTHER));
}

static void a_border_is_the_same_from_both_sides(void **state) {
    (void)state;
    struct text a, b, border = ref_of_border(arena, TEXT("TJ"), TEXT("KG"));
    assert_text(border, "border:KG-TJ");
    assert_text(ref_of_border(arena, TEXT("KG"), TEXT("TJ")), "border:KG-TJ");
    assert_true(ref_sides(border, &a, &b));
    assert_text(a, "KG");
    assert_text(b, "TJ");
    assert_true(ref_has_side(border, TEXT("TJ")) && ref_has_side(border, TEXT("KG")));
    assert_false(ref_has_side(border, TEXT("UZ")));
}

static void what_is_no_border_has_no_sides(void **state) {
    (void)state;
    struct text a, b;
    assert_false(ref_sides(TEXT("line:loc-kashmir"), &a, &b));
    assert_false(ref_sides(TEXT("border:KG"), &a, &b));
    assert_false(ref_sides(TEXT(""), &a, &b));
}

static void references_are_made_of_their_ids(void **state) {
    (void)state;
    assert_text(ref_of_country(arena, TEXT("KG")), "country:KG");
    assert_text(ref_country(TEXT("country:KG")), "KG");
    assert_int_equal(ref_country(TEXT("border:KG-TJ")).size, 0);
    assert_text(ref_of_geonameid(arena, 1220164), "geonames:1220164");
    assert_text(ref_of_district(arena, TEXT("US"), TEXT("KY"), TEXT("067")), "admin2:US.KY.067");
    assert_text(ref_id(TEXT("user:camps/1")), "camps/1");
    assert_text(ref_id(TEXT("Batken")), "Batken");
}

static void every_kind_makes_a_reference_of_that_kind(void **state) {
    (void)state;
    for (int kind = REF_OTHER + 1; kind < REF_KINDS; kind++)
        assert_int_equal(ref_kind(ref_new(arena, (enum ref_kind)kind, TEXT("x"))), kind);
    assert_int_equal(ref_place_kind(TEXT("strait:hormuz")), PLACE_WATER);
    assert_int_equal(ref_place_kind(TEXT("border:KG-TJ")), PLACE_LINE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reference_tells_its_kind),
        cmocka_unit_test(a_border_is_the_same_from_both_sides),
        cmocka_unit_test(what_is_no_border_has_no_sides),
        cmocka_unit_test(references_are_made_of_their_ids),
        cmocka_unit_test(every_kind_makes_a_reference_of_that_kind),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

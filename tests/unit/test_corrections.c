/* What an editor says names mean, and spans that are given. */
#include "corrections.h"
#include "geoparse_fixture.h"

static const char *const NEWS = "Troops fired near Batken. Batken is a town; Isfara lies to the west, and Chad waits.";

static struct corrections read_corrections(const char *json) {
    struct corrections corrections = {0};
    struct error error = {0};
    if (!corrections_read(text_of(json), fixture.gazetteer, fixture.arena, &corrections, &error))
        fail_msg("%s", error.message);
    return corrections;
}

static void parse_corrected(const char *id, const char *text, const char *json) {
    struct corrections corrections = read_corrections(json);
    struct geoparse_options options = {.corrections = &corrections};
    struct article article = {.id = text_of(id), .text = text_of(text), .language = TEXT("en")};
    parse_article(&article, &options);
}

static size_t count_of(const char *text, const char *ref) {
    size_t count = 0;
    for (size_t i = 0; i < parsed()->mention_count; i++) {
        const struct mention *mention = &parsed()->mentions[i];
        bool same = text_is(mention_text(mention), text);
        count += same && text_is(gazetteer_place(fixture.gazetteer, mention->place).ref, ref);
    }
    return count;
}

static void a_name_everywhere_means_what_is_said(void **state) {
    (void)state;
    parse_corrected("a", NEWS, "{\"corrections\": [{\"name\": \"batken\", \"ref\": \"admin1:KG-B\"}]}");
    assert_int_equal(count_of("Batken", "admin1:KG-B"), 2);
    assert_mention("Isfara", "geonames:1514896", MENTION_LITERAL);
}

static void a_name_can_be_no_place(void **state) {
    (void)state;
    parse_corrected("a", NEWS, "{\"corrections\": [{\"name\": \"Batken\", \"ref\": null}]}");
    assert_no_mention("Batken");
    assert_mention("Isfara", "geonames:1514896", MENTION_LITERAL);
}

static void a_name_that_nobody_knows_becomes_a_place(void **state) {
    (void)state;
    parse_corrected("a", "The hamlet of Qwxzy burned, and so did lower Qwxzy.",
                    "{\"corrections\": [{\"name\": \"Qwxzy\", \"ref\": \"geonames:1528735\"}]}");
    assert_int_equal(count_of("Qwxzy", "geonames:1528735"), 2);
}

static void the_article_goes_before_everywhere_and_the_span_before_both(void **state) {
    (void)state;
    static const char *const json =
        "{\"corrections\": [{\"name\": \"Batken\", \"ref\": null},"
        "{\"article\": \"a\", \"name\": \"Batken\", \"ref\": \"admin1:KG-B\"},"
        "{\"article\": \"a\", \"start\": 18, \"end\": 24, \"text\": \"Batken\", \"ref\": \"country:KG\"}]}";
    parse_corrected("a", NEWS, json);
    assert_int_equal(count_of("Batken", "country:KG"), 1);
    assert_int_equal(count_of("Batken", "admin1:KG-B"), 1);
    parse_corrected("b", NEWS, json);
    assert_no_mention("Batken");
}

static void a_span_is_found_again_where_the_article_has_changed(void **state) {
    (void)state;
    static const char *const json = "{\"corrections\": [{\"article\": \"a\", \"start\": 18, \"end\": 24, "
                                    "\"text\": \"Batken\", \"ref\": \"country:KG\"}]}";
    parse_corrected("a", "On Monday troops fired near Batken.", json);
    assert_int_equal(count_of("Batken", "country:KG"), 1);
    assert_int_equal(parsed()->missed_corrections, 0);
    parse_corrected("a", "On Monday nobody fired.", json);
    assert_int_equal(parsed()->missed_corrections, 1);
}

static void offsets_are_code_points_and_titles_have_their_own(void **state) {
    (void)state;
    struct corrections corrections =
        read_corrections("{\"corrections\": [{\"article\": \"a\", \"field\": \"title\", \"start\": 3, \"end\": 8, "
                         "\"ref\": \"geonames:616052\"}]}");
    struct geoparse_options options = {.corrections = &corrections};
    struct article article = {
        .id = TEXT("a"), .title = TEXT("Ёж Ереван"), .text = TEXT("Ничего."), .language = TEXT("ru")};
    parse_article(&article, &options);
    assert_int_equal(count_of("Ерева", "geonames:616052"), 1);
}

static void an_inflected_name_is_the_corrected_name(void **state) {
    (void)state;
    struct corrections corrections =
        read_corrections("{\"corrections\": [{\"name\": \"Баткен\", \"ref\": \"admin1:KG-B\"}]}");
    struct geoparse_options options = {.corrections = &corrections};
    parse_with("ru", "Бои идут под Баткеном.", &options);
    assert_int_equal(count_of("Баткеном", "admin1:KG-B"), 1);
}

static void a_wrong_file_is_told_by_its_correction(void **state) {
    (void)state;
    static const struct {
        const char *json, *told;
    } cases[] = {
        {"{\"corrections\": [{\"name\": \"A\", \"ref\": \"geonames:0\"}]}", "correction 1: no place has the reference"},
        {"{\"corrections\": [{\"name\": \"A\", \"ref\": null}, {\"nmae\": \"B\", \"ref\": null}]}",
         "correction 2: nothing is called 'nmae'"},
        {"{\"corrections\": [{\"name\": \"A\"}]}", "correction 1: \"ref\" must say the place"},
        {"{\"corrections\": [{\"ref\": null}]}", "correction 1: it needs"},
        {"{\"corrections\": [{\"start\": 1, \"end\": 2, \"ref\": null}]}", "correction 1: a span needs \"article\""},
        {"{\"corrections\": [{\"article\": \"a\", \"start\": 2, \"end\": 2, \"ref\": null}]}",
         "correction 1: \"start\""},
        {"{\"corrections\": [{\"name\": \"A\", \"ref\": null}, {\"name\": \"a\", \"ref\": \"country:KG\"}]}",
         "corrections 1 and 2 are of the same words"},
        {"{}", "there is no array \"corrections\""},
        {"{\"corrections\": [3]}", "correction 1: it must be an object"},
        {"{\"corrections\": [", "not valid JSON"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct corrections corrections = {.most_words = 7};
        struct error error = {0};
        assert_false(corrections_read(text_of(cases[i].json), fixture.gazetteer, fixture.arena, &corrections, &error));
        if (!strstr(error.message, cases[i].told))
            fail_msg("\"%s\" does not tell \"%s\"", error.message, cases[i].told);
        assert_int_equal(corrections.most_words, 7);
    }
}

static void given_spans_alone_are_resolved(void **state) {
    (void)state;
    static const struct span spans[] = {{ARTICLE_TEXT, 18, 24}, {ARTICLE_TEXT, 73, 77}};
    struct geoparse_options options = {.only_spans = true, .spans = spans, .span_count = 2};
    parse_with("en", NEWS, &options);
    assert_int_equal(parsed()->mention_count, 2);
    assert_mention("Batken", "geonames:1528735", MENTION_LITERAL);
    assert_mention("Chad", "country:TD", MENTION_LITERAL);
}

static void a_given_span_needs_no_words_of_its_own(void **state) {
    (void)state;
    static const struct span spans[] = {{ARTICLE_TEXT, 6, 14}};
    struct geoparse_options options = {.only_spans = true, .spans = spans, .span_count = 1};
    parse_with("en", "Post-Kyrgyzstanism", &options);
    assert_int_equal(parsed()->mention_count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_everywhere_means_what_is_said),
        cmocka_unit_test(a_name_can_be_no_place),
        cmocka_unit_test(a_name_that_nobody_knows_becomes_a_place),
        cmocka_unit_test(the_article_goes_before_everywhere_and_the_span_before_both),
        cmocka_unit_test(a_span_is_found_again_where_the_article_has_changed),
        cmocka_unit_test(offsets_are_code_points_and_titles_have_their_own),
        cmocka_unit_test(an_inflected_name_is_the_corrected_name),
        cmocka_unit_test(a_wrong_file_is_told_by_its_correction),
        cmocka_unit_test(given_spans_alone_are_resolved),
        cmocka_unit_test(a_given_span_needs_no_words_of_its_own),
    };
    return cmocka_run_group_tests(tests, open_geoparse, close_geoparse);
}

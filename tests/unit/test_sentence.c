#include "arena_fixture.h"
#include "sentence.h"

#include <string.h>

static struct tokens split(const char *title, const char *text) {
    struct article article = {.title = text_of(title), .text = text_of(text)};
    struct tokens tokens;
    struct error error = {0};
    if (!sentence_split(&article, arena, &tokens, &error))
        fail_msg("%s", error.message);
    return tokens;
}

/* All tokens, parted by '|'. */
static const char *tokens_of(const char *text) {
    struct tokens tokens = split("", text);
    struct text joined = TEXT("");
    for (size_t i = 0; i < tokens.count; i++) {
        struct span span = tokens.items[i].span;
        struct text word = text_slice(text_of(text), span.start, span.end);
        joined = text_format(arena, "%.*s%s%.*s", TEXT_ARGS(joined), i > 0 ? "|" : "", TEXT_ARGS(word));
    }
    return text_c(arena, joined);
}

static void hyphens_and_apostrophes_part_words(void **state) {
    (void)state;
    assert_string_equal(tokens_of("confine kirghiso-tagico"), "confine|kirghiso|-|tagico");
    assert_string_equal(tokens_of("dell’Isfara"), "dell|’|Isfara");
}

static void numbers_keep_their_points(void **state) {
    (void)state;
    assert_string_equal(tokens_of("1,000.5 km."), "1,000.5|km|.");
    assert_string_equal(tokens_of("10:30"), "10|:|30");
    assert_string_equal(tokens_of("In 2020."), "In|2020|.");
}

static void unspaced_scripts_give_a_token_a_character(void **state) {
    (void)state;
    assert_string_equal(tokens_of("中国边境"), "中|国|边|境");
}

static void marks_stay_with_their_letters(void **state) {
    (void)state;
    assert_string_equal(tokens_of("Cafe\xCC\x81 e"), "Cafe\xCC\x81|e");
}

static void letters_tell_their_case(void **state) {
    (void)state;
    struct tokens tokens = split("", "Baku said NATO McKay الحدود საზღვარი");
    static const enum token_case expected[] = {CASE_TITLE, CASE_LOWER, CASE_UPPER, CASE_MIXED, CASE_NONE, CASE_NONE};
    assert_int_equal(tokens.count, 6);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(tokens.items[i].letters, expected[i]);
}

static size_t sentences_in(const char *text) {
    return split("", text).sentence_count;
}

static void sentences_end_at_marks_before_capitals(void **state) {
    (void)state;
    assert_int_equal(sentences_in("Two died. Three fled! Why? Nobody knows."), 4);
    assert_int_equal(sentences_in("He said: “It is over.” They left."), 2);
    assert_int_equal(sentences_in("对峙持续。边境关闭。"), 2);
    assert_int_equal(sentences_in("The road is 3.5 km long. It is closed."), 2);
}

static void abbreviations_end_no_sentence(void **state) {
    (void)state;
    assert_int_equal(sentences_in("Gen. Zas met J. Smith of the U.S. Army in St. Petersburg."), 1);
}

static void the_title_is_a_sentence_of_its_own_and_paragraph_zero(void **state) {
    (void)state;
    struct tokens tokens = split("Border clash", "Two died.\n\nThree fled.");
    assert_int_equal(tokens.sentence_count, 3);
    assert_int_equal(tokens.sentences[0].span.field, ARTICLE_TITLE);
    assert_int_equal(tokens.sentences[0].paragraph, 0);
    assert_int_equal(tokens.sentences[1].paragraph, 1);
    assert_int_equal(tokens.sentences[2].paragraph, 2);
    assert_true(tokens.items[0].first);
    assert_false(tokens.items[1].first);
}

static void lines_broken_for_width_go_on(void **state) {
    (void)state;
    assert_int_equal(
        sentences_in("Officials on both sides reported new clashes along their\ncommon border on Wednesday."), 1);
    assert_int_equal(sentences_in("Heading\nText begins here."), 2);
}

static void broken_and_empty_text_is_survived(void **state) {
    (void)state;
    assert_int_equal(split("", "").count, 0);
    assert_int_equal(split("", " \n\t ").sentence_count, 0);
    struct tokens tokens = split("", "\xFF\xFE\x80 a");
    assert_true(tokens.count >= 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hyphens_and_apostrophes_part_words),
        cmocka_unit_test(numbers_keep_their_points),
        cmocka_unit_test(unspaced_scripts_give_a_token_a_character),
        cmocka_unit_test(marks_stay_with_their_letters),
        cmocka_unit_test(letters_tell_their_case),
        cmocka_unit_test(sentences_end_at_marks_before_capitals),
        cmocka_unit_test(abbreviations_end_no_sentence),
        cmocka_unit_test(the_title_is_a_sentence_of_its_own_and_paragraph_zero),
        cmocka_unit_test(lines_broken_for_width_go_on),
        cmocka_unit_test(broken_and_empty_text_is_survived),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

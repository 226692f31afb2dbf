/* Patterns of words with endings. */
#include "arena_fixture.h"
#include "pattern.h"
#include "words_fixture.h"

static void remember(void *context, void *meaning, uint32_t end) {
    (void)meaning;
    uint32_t *longest = context;
    *longest = end > *longest ? end : *longest;
}

/* The word behind the pattern's match at the first word of the text, 0 for none. */
static uint32_t match(const char *pattern, const char *text) {
    struct article article = {.text = text_of(text)};
    struct pattern_book *book = pattern_book_new(arena);
    uint32_t end = 0;
    assert_true(pattern_add(book, text_of(pattern), NULL));
    struct words words = words_of(&article, arena);
    pattern_match(book, &words, 0, remember, &end);
    return end;
}

static void a_word_matches_whatever_its_case_and_accents(void **state) {
    (void)state;
    assert_int_equal(match("scontri", "SCONTRI al confine"), 1);
    assert_int_equal(match("tue", "Tué hier"), 1);
    assert_int_equal(match("scontri", "scontrino"), 0);
}

static void endings_are_free_or_short(void **state) {
    (void)state;
    assert_int_equal(match("combattiment*", "combattimenti"), 1);
    assert_int_equal(match("перестрелк~", "перестрелками"), 1);
    assert_int_equal(match("перестрелк~", "перестрелкающими"), 0);
    assert_int_equal(match("*اشتباك*", "والاشتباكات"), 1);
    assert_int_equal(match("*da", "Batumida"), 1);
}

static void alternatives_and_several_words(void **state) {
    (void)state;
    assert_int_equal(match("exchange|exchanges of fire|gunfire", "exchanges of gunfire"), 3);
    assert_int_equal(match("exchange|exchanges of fire", "exchange of notes"), 0);
}

static void gaps_take_up_to_three_words_each(void **state) {
    (void)state;
    assert_int_equal(match("crossing _ closed", "crossing was soon closed"), 4);
    assert_int_equal(match("crossing _ closed", "crossing of the two states closed"), 0);
    assert_int_equal(match("crossing _ _ closed", "crossing of the two states closed"), 6);
    assert_int_equal(match("crossing _ closed", "crossing. Is closed"), 0);
}

static void apostrophes_and_hyphens_part_words(void **state) {
    (void)state;
    assert_int_equal(match("to‘qnashuv*", "To‘qnashuvlar"), 2);
    assert_int_equal(match("counter-offensive", "Counter-offensive"), 2);
    assert_int_equal(match("l’offensiva", "l'offensiva"), 2);
}

static void bad_patterns_are_refused(void **state) {
    (void)state;
    struct pattern_book *book = pattern_book_new(arena);
    assert_false(pattern_add(book, TEXT(""), NULL));
    assert_false(pattern_add(book, TEXT("_ closed"), NULL));
    assert_false(pattern_add(book, TEXT("closed _"), NULL));
    assert_false(pattern_add(book, TEXT("*"), NULL));
    assert_false(pattern_add(book, TEXT("a b c d e f g h i"), NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_matches_whatever_its_case_and_accents),
        cmocka_unit_test(endings_are_free_or_short),
        cmocka_unit_test(alternatives_and_several_words),
        cmocka_unit_test(gaps_take_up_to_three_words_each),
        cmocka_unit_test(apostrophes_and_hyphens_part_words),
        cmocka_unit_test(bad_patterns_are_refused),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

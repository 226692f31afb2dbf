/* The killed and wounded that sentences count. */
#include "casualties.h"
#include "lexicon_fixture.h"
#include "words_fixture.h"

static struct casualties read_casualties(const char *language, const char *text) {
    struct error error = {0};
    struct article article = {.text = text_of(text), .language = text_of(language)};
    struct cues cues;
    struct words words = words_of(&article, arena);
    if (!cues_read(lexicon, article.language, &words, arena, &cues, &error))
        fail_msg("%s", error.message);
    struct dates dates = dates_read(&words, &cues, arena);
    struct quantities quantities = quantities_read(&words, &cues, &dates, arena);
    return casualties_read(&words, &cues, &quantities, arena);
}

static void assert_uncounted(const char *language, const char *text) {
    struct casualties casualties = read_casualties(language, text);
    for (size_t i = 0; i < casualties.count; i++)
        if (casualties.items[i].kind <= TOLL_WOUNDED &&
            (casualties.items[i].count.low >= 0 || casualties.items[i].count.high >= 0))
            fail_msg("\"%s\" counts somebody", text);
}

static void assert_count(const char *language, const char *text, bool wounded, int low, int high) {
    struct casualties casualties = read_casualties(language, text);
    for (size_t i = 0; i < casualties.count; i++) {
        const struct casualty *casualty = &casualties.items[i];
        if (casualty->kind != (wounded ? TOLL_WOUNDED : TOLL_KILLED))
            continue;
        if (casualty->count.low != low || casualty->count.high != high)
            fail_msg("\"%s\" is %d..%d, should be %d..%d", text, (int)casualty->count.low, (int)casualty->count.high,
                     low, high);
        return;
    }
    fail_msg("\"%s\" has no count", text);
}

static void up_to_leaves_the_low_end_unknown(void **state) {
    (void)state;
    struct casualties casualties =
        read_casualties("it", "Gli scontri hanno provocato fino a 100 morti da entrambe le parti.");
    assert_int_equal(casualties.count, 1);
    assert_int_equal(casualties.items[0].count.low, -1);
    assert_int_equal(casualties.items[0].count.high, 100);
    assert_true(casualties.items[0].both_sides);
    assert_count("en", "Up to 40 people were killed.", false, -1, 40);
}

static void at_least_leaves_the_high_end_unknown(void **state) {
    (void)state;
    assert_count("en", "Shelling killed at least 12 people.", false, 12, -1);
    assert_count("fr", "Au moins six personnes ont été tuées.", false, 6, -1);
    assert_count("es", "Al menos nueve personas murieron en combates.", false, 9, -1);
    assert_count("de", "Mindestens vier Menschen wurden getötet.", false, 4, -1);
    assert_count("tr", "En az 21 kişi hayatını kaybetmişti.", false, 21, -1);
}

static void more_than_begins_one_above(void **state) {
    (void)state;
    assert_count("en", "More than 50 people died.", false, 51, -1);
    assert_count("ru", "В боях погибли более 200 человек.", false, 201, -1);
    assert_count("tr", "200’den fazla asker hayatını kaybetmişti.", false, 201, -1);
    assert_count("ky", "50дөн ашуун адам курман болгон.", false, 51, -1);
}

static void between_gives_both_ends(void **state) {
    (void)state;
    assert_count("en", "Between 12 and 15 people were wounded.", true, 12, 15);
    assert_count("it", "Tra 5 e 7 soldati sono stati uccisi.", false, 5, 7);
}

static void words_are_numbers(void **state) {
    (void)state;
    assert_count("en", "Two of its guards were wounded.", true, 2, 2);
    assert_count("en", "Forty-six soldiers were killed.", false, 46, 46);
    assert_count("ru", "Двое военнослужащих погибли.", false, 2, 2);
    assert_count("uk", "Ще семеро людей дістали поранень.", true, 7, 7);
    assert_count("ar", "قتل شخصان وأصيب أربعة بجروح.", false, 2, 2);
    assert_count("ar", "قتل شخصان وأصيب أربعة بجروح.", true, 4, 4);
}

static void one_person_needs_no_number(void **state) {
    (void)state;
    assert_count("en", "A Pakistani soldier was killed and four others were wounded.", false, 1, 1);
    assert_count("en", "A Pakistani soldier was killed and four others were wounded.", true, 4, 4);
    assert_count("uk", "Загинула 61-річна жінка.", false, 1, 1);
}

static void what_is_joined_is_counted_together(void **state) {
    (void)state;
    assert_count("en", "At least 20 Indian and four Chinese soldiers were killed.", false, 24, -1);
}

static void numbers_of_other_things_count_nobody(void **state) {
    (void)state;
    assert_uncounted("en", "Shells fell 12 km away, killing cattle.");
    assert_uncounted("en", "No one was hurt in the 40 minutes of firing.");
    assert_uncounted("it", "Pochi dettagli sulle vittime.");
}

static void dozens_are_twenty_four_and_more(void **state) {
    (void)state;
    assert_count("en", "Dozens of people were killed.", false, 24, -1);
}

static void the_number_belongs_to_those_killed(void **state) {
    (void)state;
    assert_uncounted("en", "On Highway 5, families were told that soldiers had been killed.");
    assert_uncounted("it", "Soldati uccisi in uno scontro.");
    assert_uncounted("en", "Police arrested 12 people after a bomb killed officers.");
    assert_uncounted("en", "Marta Ruiz, 54, was killed.");
    assert_count("en", "1,200 people fled after shells killed two farmers.", false, 2, 2);
    assert_count("en", "A trader was shot dead.", false, 1, 1);
    assert_count("en", "Nine people, including three children, were killed.", false, 9, 9);
}

static void numbers_of_every_form(void **state) {
    (void)state;
    assert_count("de", "Zweihundertdreißig Menschen wurden getötet.", false, 230, 230);
    assert_count("it", "Ventitré persone sono state uccise.", false, 23, 23);
    assert_count("fr", "Soixante-quinze soldats ont été tués.", false, 75, 75);
    assert_count("ar", "قتل خمسة وعشرون شخصا.", false, 25, 25);
    assert_count("ka", "ორმოცდათხუთმეტი ადამიანი დაიღუპა.", false, 55, 55);
    assert_count("ru", "Погибли 1,5 тысячи человек.", false, 1500, 1500);
    assert_count("pl", "Zginęło 1 200 osób.", false, 1200, 1200);
    assert_count("en", "Five to seven guards were killed.", false, 5, 7);
}

static void a_toll_that_rises_mends(void **state) {
    (void)state;
    struct casualties casualties = read_casualties("en", "The death toll has risen from 8 to 12.");
    assert_int_equal(casualties.count, 1);
    assert_int_equal(casualties.items[0].count.low, 12);
    assert_true(casualties.items[0].mends);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(up_to_leaves_the_low_end_unknown),
        cmocka_unit_test(at_least_leaves_the_high_end_unknown),
        cmocka_unit_test(more_than_begins_one_above),
        cmocka_unit_test(between_gives_both_ends),
        cmocka_unit_test(words_are_numbers),
        cmocka_unit_test(one_person_needs_no_number),
        cmocka_unit_test(what_is_joined_is_counted_together),
        cmocka_unit_test(numbers_of_other_things_count_nobody),
        cmocka_unit_test(the_number_belongs_to_those_killed),
        cmocka_unit_test(numbers_of_every_form),
        cmocka_unit_test(a_toll_that_rises_mends),
        cmocka_unit_test(dozens_are_twenty_four_and_more),
    };
    return cmocka_run_group_tests(tests, open_lexicon, close_lexicon);
}

/* Dates in text: words to days, with and without a published date. */
#include "anchor.h"
#include "lexicon_fixture.h"
#include "words_fixture.h"

struct read_dates {
    struct words words;
    struct dates dates;
    struct anchor anchor;
};

static struct read_dates read_dates(const char *language, const char *text, const char *published) {
    struct error error = {0};
    struct article article = {.text = text_of(text), .language = text_of(language)};
    struct cues cues;
    struct read_dates result;
    if (published != NULL)
        assert_true(date_read(text_of(published), &article.published));
    result.words = words_of(&article, arena);
    if (!cues_read(lexicon, article.language, &result.words, arena, &cues, &error))
        fail_msg("%s", error.message);
    result.dates = dates_read(&result.words, &cues, arena);
    result.anchor = anchor_find(&result.dates, &result.words, article.published);
    anchor_resolve(&result.dates, &result.words, result.anchor);
    return result;
}

/* The only date of the text. */
static struct dated_words only_date(const char *language, const char *text, const char *published) {
    struct read_dates read = read_dates(language, text, published);
    if (read.dates.count != 1)
        fail_msg("\"%s\" has %zu dates", text, read.dates.count);
    return read.dates.items[0];
}

static void assert_day(const char *language, const char *text, const char *published, const char *day) {
    struct dated_words date = only_date(language, text, published);
    struct text found = date_write(arena, date.start);
    if (!text_is(found, day))
        fail_msg("\"%s\" is %.*s, should be %s", text, TEXT_ARGS(found), day);
}

static void full_dates_are_read_in_many_languages(void **state) {
    (void)state;
    assert_day("en", "They met on March 12, 2019 in the town.", NULL, "2019-03-12");
    assert_day("en", "They met on the 12th of March 2019.", NULL, "2019-03-12");
    assert_day("it", "La mattina dell’11 ottobre 2022 hanno sparato.", NULL, "2022-10-11");
    assert_day("fr", "Le 1er juin 2021, rien.", NULL, "2021-06-01");
    assert_day("de", "Am 14. September 2022 fielen Schüsse.", NULL, "2022-09-14");
    assert_day("es", "El 12 de mayo de 2023 hubo disparos.", NULL, "2023-05-12");
    assert_day("ru", "Утром 14 октября 2024 года стреляли.", NULL, "2024-10-14");
    assert_day("uk", "У серпні 2024 року.", NULL, "2024-08");
    assert_day("tr", "12 Şubat 2024 gecesi ateş açıldı.", NULL, "2024-02-12");
    assert_day("ar", "يوم 10 مارس 2025", NULL, "2025-03-10");
    assert_day("az", "2020-ci ilin iyulunda döyüşlər oldu.", NULL, "2020-07");
    assert_day("ky", "2021-жылдын апрелинде кагылышуу болгон.", NULL, "2021-04");
    assert_day("hy", "2020 թվականի հուլիսին մարտեր էին։", NULL, "2020-07");
    assert_day("fa", "در مه ۲۰۲۳ درگیری رخ داد.", NULL, "2023-05");
    assert_day("en", "On 14.09.2022 they met.", NULL, "2022-09-14");
}

static void weekdays_are_the_last_before_the_article(void **state) {
    (void)state;
    assert_day("en", "Guards fired on Tuesday.", "2024-11-13", "2024-11-12");
    assert_day("en", "Guards fired on Wednesday.", "2024-11-13", "2024-11-13");
    assert_day("en", "Guards fired on Thursday.", "2024-11-13", "2024-11-07");
    assert_day("it", "Martedì hanno sparato.", "2022-09-14", "2022-09-13");
    assert_day("uk", "Обстріляли у п’ятницю.", "2025-04-27", "2025-04-25");
}

static void what_is_planned_lies_ahead(void **state) {
    (void)state;
    assert_day("en", "They will meet on Friday.", "2024-11-13", "2024-11-15");
    assert_day("it", "Il vertice si terrà giovedì.", "2022-10-12", "2022-10-13");
    assert_day("ru", "Заседание намечено на 30 октября.", "2024-10-14", "2024-10-30");
    struct dated_words days = only_date("it", "Il vertice si terrà giovedì e venerdì.", "2022-10-12");
    assert_text(date_write(arena, days.end_day), "2022-10-14");
}

static void days_without_a_year_are_near_the_article(void **state) {
    (void)state;
    assert_day("it", "Il 14 settembre hanno sparato.", "2022-09-15", "2022-09-14");
    assert_day("en", "On December 28 they fired.", "2024-01-03", "2023-12-28");
    assert_day("en", "In January they fired.", "2024-06-03", "2024-01");
    assert_day("en", "In November they fired.", "2024-06-03", "2023-11");
    assert_day("it", "L’anno scorso hanno sparato.", "2022-09-15", "2021");
    assert_day("en", "They fired yesterday.", "2024-03-01", "2024-02-29");
}

static void a_year_is_deduced_from_weekday_and_other_years(void **state) {
    (void)state;
    struct read_dates read =
        read_dates("it",
                   "Mercoledì ha detto che la mattina del 14 settembre di quest’anno hanno sparato. "
                   "Nel 2021 un altro scontro. Martedì una sessione.",
                   NULL);
    assert_true(read.anchor.known);
    assert_true(read.anchor.deduced);
    assert_text(date_write(arena, read.anchor.day), "2022-09-14");
    assert_text(date_write(arena, read.dates.items[1].start), "2022-09-14");
    assert_true(read.dates.items[1].deduced);
    assert_text(date_write(arena, read.dates.items[3].start), "2022-09-13");
}

static void what_cannot_be_deduced_stays_open(void **state) {
    (void)state;
    struct read_dates read = read_dates("it", "Il 14 settembre hanno sparato. Martedì una sessione.", NULL);
    assert_false(read.anchor.known);
    for (size_t i = 0; i < read.dates.count; i++)
        assert_false(date_known(read.dates.items[i].start));
}

static void numbers_that_count_are_no_years(void **state) {
    (void)state;
    assert_int_equal(read_dates("en", "About 2000 people fled.", NULL).dates.count, 0);
    assert_int_equal(read_dates("it", "Oltre 2000 soldati.", NULL).dates.count, 0);
    assert_int_equal(read_dates("en", "It may be true that they march.", NULL).dates.count, 0);
}

static void since_a_year_is_no_date_of_an_event(void **state) {
    (void)state;
    assert_true(only_date("it", "Sotto controllo russo dal 2014.", NULL).since);
    assert_true(only_date("en", "It has been closed since 2019.", NULL).since);
    assert_false(only_date("en", "It was closed in 2019.", NULL).since);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_dates_are_read_in_many_languages),
        cmocka_unit_test(weekdays_are_the_last_before_the_article),
        cmocka_unit_test(what_is_planned_lies_ahead),
        cmocka_unit_test(days_without_a_year_are_near_the_article),
        cmocka_unit_test(a_year_is_deduced_from_weekday_and_other_years),
        cmocka_unit_test(what_cannot_be_deduced_stays_open),
        cmocka_unit_test(numbers_that_count_are_no_years),
        cmocka_unit_test(since_a_year_is_no_date_of_an_event),
    };
    return cmocka_run_group_tests(tests, open_lexicon, close_lexicon);
}

/* Where and when articles say that they were written, in the ways of agencies. */
#include "dateline.h"
#include "reader_fixture.h"

static struct article find(struct fixture *fixture, const char *language, const char *text) {
    struct article article = {.language = text_of(language), .text = text_of(text)};
    dateline_find(&article, fixture->arena);
    return article;
}

static void agencies_begin_with_a_place(void **state) {
    static const char *const lines[][3] = {
        {"es", "BOGOTÁ, 14 abr (EFE).- Dos soldados murieron cerca de Tibú.", "BOGOTÁ"},
        {"en", "GEDAREF, March 18 (Reuters) — Three people were killed.", "GEDAREF"},
        {"en", "KYIV, Ukraine (AP) — Three people were killed.", "KYIV"},
        {"en", "BATKEN — Border guards exchanged fire.", "BATKEN"},
        {"fr", "GOMA, 12 avril (Reuters) - Deux soldats ont été tués.", "GOMA"},
        {"ru", "МОСКВА, 29 ноября. /ТАСС/. Два человека погибли.", "МОСКВА"},
        {"uk", "Київ. 14 квітня. УНН. Двоє людей загинули.", "Київ"},
        {"de", "Berlin (dpa) - Zwei Soldaten sind gefallen.", "Berlin"},
        {"tr", "ANKARA (AA) - Üç kişi yaralandı.", "ANKARA"},
        {"it", "Roma, 14 apr. (askanews) – Due soldati sono morti.", "Roma"},
        {"pt", "Maputo, 14 abr 2024 (Lusa) - Nove mortos.", "Maputo"},
        {"ar", "الخرطوم 14 أبريل (رويترز) - قتل ثلاثة جنود.", "الخرطوم"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct article article = find(*state, lines[i][0], lines[i][1]);
        assert_text(text_slice(article.text, article.dateline.place_start, article.dateline.place_end), lines[i][2]);
        assert_true(article.dateline.end >= article.dateline.place_end);
    }
}

static void lines_with_a_day_are_of_the_writing(void **state) {
    static const char *const lines[][2] = {{"en", "Published 18 March 2025\n\nThree people were killed."},
                                           {"ru", "18 марта 2025, 11:40\nДвое погибли."},
                                           {"fr", "Publié le 18 mars 2025 à 11h40\n\nDeux morts."},
                                           {"de", "18.03.2025, 11:40 Uhr\n\nZwei Tote."},
                                           {"es", "18 de marzo de 2025\n\nDos muertos."},
                                           {"tr", "Yayınlanma: 18 Mart 2025 11:40\n\nİki ölü."},
                                           {"uk", "Опубліковано 18 березня 2025\n\nДвоє загиблих."},
                                           {"ar", "نشر في 18 مارس 2025\n\nقتل اثنان."},
                                           {"zh", "2025年3月18日 11:40\n\n两人死亡。"},
                                           {"pl", "Opublikowano 18 marca 2025\n\nDwie osoby zginęły."},
                                           {"ka", "18 მარტი, 2025\n\nორი დაიღუპა."},
                                           {"fa", "۲۸ اسفند ۱۴۰۳\n\nدو نفر کشته شدند."}};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct article article = find(*state, lines[i][0], lines[i][1]);
        assert_text(date_write(((struct fixture *)*state)->arena, article.published), "2025-03-18");
        assert_true(article.dateline.end > 0);
    }
}

static void a_sentence_is_no_dateline(void **state) {
    static const char *const texts[] = {"Three people were killed in Goma on 12 March 2025, officials said.",
                                        "The army said on Monday - as it had before - that two were killed.",
                                        "In 2022 fighting broke out near Batken.",
                                        "Goma was quiet.",
                                        "On Monday, 18 March 2025, two were killed.",
                                        "The commissions meet on 18 March 2025.\n\nNothing else is known."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct article article = find(*state, "en", texts[i]);
        assert_int_equal(article.dateline.end, 0);
        assert_false(date_known(article.published));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {READER_TEST(agencies_begin_with_a_place),
                                       READER_TEST(lines_with_a_day_are_of_the_writing),
                                       READER_TEST(a_sentence_is_no_dateline)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

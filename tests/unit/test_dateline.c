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
        {"en", "GEDAREF, Sudan, March 18, 2025 (Reuters) - Three people were killed near the border.", "GEDAREF"},
        {"en", "ISLAMABAD: At least three soldiers were killed on Monday, the army said.", "ISLAMABAD"},
        {"en", "NEW DELHI, 18 March 2025: Three soldiers were killed.", "NEW DELHI"},
        {"en", "Nairobi, Kenya – Three people were killed in Mandera on Monday.", "Nairobi"},
        {"en", "BATKEN, Kyrgyzstan, March 18, 2025 /24.kg/ — Border guards exchanged fire.", "BATKEN"},
        {"en", "TBILISI (Reuters) -- Three were killed.", "TBILISI"},
        {"en", "AMMAN, 18 March 2025 (Petra) -- Smugglers were arrested at the border.", "AMMAN"},
        {"ru", "МОСКВА, 18 мар — РИА Новости. Два человека погибли.", "МОСКВА"},
        {"ru", "БИШКЕК, 18 марта 2025 г. /Кабар/. Пограничники задержаны.", "БИШКЕК"},
        {"ru", "Бишкек, 18.03.2025 - АКИpress. Стрельба на границе.", "Бишкек"},
        {"ru", "Душанбе. 18 марта 2025. Asia-Plus – На границе стреляли.", "Душанбе"},
        {"uk", "КИЇВ. 18 березня. УНН. Двоє загинули.", "КИЇВ"},
        {"uk", "ХАРКІВ, 18 берез. 2025 (Укрінформ) — Двоє загинули.", "ХАРКІВ"},
        {"fr", "N'Djamena, 18 mars 2025 (AFP) – Deux soldats ont été tués.", "N'Djamena"},
        {"fr", "Bunia, le 18 mars 2025 (ACP).- Deux morts.", "Bunia"},
        {"fr", "GOMA (Reuters) - Deux morts.", "GOMA"},
        {"de", "Kiew/Berlin (dpa) - Zwei Menschen starben.", "Kiew"},
        {"de", "Tiflis, 18. März 2025 (AFP) - Zwei Menschen starben.", "Tiflis"},
        {"de", "WIEN (APA). Zwei Menschen starben an der Grenze.", "WIEN"},
        {"es", "Cúcuta (Colombia), 18 mar 2025 (EFE).- Dos muertos.", "Cúcuta"},
        {"es", "CARACAS, 18 de marzo de 2025 (AFP) - Dos muertos.", "CARACAS"},
        {"es", "Bogotá, 18/03/2025.- Dos muertos.", "Bogotá"},
        {"pt", "Luanda, 18 de março de 2025 (Angop) – Dois mortos.", "Luanda"},
        {"pt", "Maputo, 18 mar (Lusa) – Dois mortos.", "Maputo"},
        {"it", "ROMA, 18 MAR 2025 - Due morti.", "ROMA"},
        {"it", "(ANSA) - ROMA, 18 MAR - Due morti al confine.", "ROMA"},
        {"tr", "VAN, 18 Mart 2025 (AA) - İki asker yaralandı.", "VAN"},
        {"tr", "HAKKARİ (İHA) - İki asker yaralandı.", "HAKKARİ"},
        {"tr", "Bakü, 18 Mart, AZERTAC - İki asker öldü.", "Bakü"},
        {"ar", "القاهرة - قتل جنديان قرب الحدود.", "القاهرة"},
        {"ar", "بغداد 18 آذار 2025 (واع) - قتل اثنان.", "بغداد"},
        {"fa", "تهران - ایرنا - دو مرزبان کشته شدند.", "تهران"},
        {"fa", "زاهدان (ایسنا) - دو نفر کشته شدند.", "زاهدان"},
        {"pl", "Warszawa, 18 marca 2025 (PAP) - Dwie osoby zginęły.", "Warszawa"},
        {"pl", "KIJÓW (PAP). Dwie osoby zginęły.", "KIJÓW"},
        {"az", "Bakı, 18 mart 2025, AZƏRTAC. İki əsgər həlak olub.", "Bakı"},
        {"az", "Bakı. 18 mart. REPORT.AZ/ İki əsgər həlak olub.", "Bakı"},
        {"hy", "ԵՐԵՎԱՆ, 18 ՄԱՐՏԻ, ԱՐՄԵՆՊՐԵՍ: Երկու զինծառայող զոհվեց:", "ԵՐԵՎԱՆ"},
        {"ka", "თბილისი, 18 მარტი 2025 (ინტერპრესნიუსი) - ორი ადამიანი დაიღუპა.", "თბილისი"},
        {"kk", "АСТАНА. ҚазАқпарат – Екі адам қаза тапты.", "АСТАНА"},
        {"kk", "АЛМАТЫ, 18 наурыз 2025 ж. - Екі адам қаза тапты.", "АЛМАТЫ"},
        {"ky", "Бишкек, 18-март. /Кабар/. Эки адам каза болду.", "Бишкек"},
        {"ky", "Баткен, 2025-жылдын 18-марты (Кабар) - Эки адам каза болду.", "Баткен"},
        {"tg", "ДУШАНБЕ, 18.03.2025 /АМИТ «Ховар»/. Ду нафар кушта шуд.", "ДУШАНБЕ"},
        {"uz", "TOSHKENT, 18 mart 2025. /OʻzA/. Ikki kishi halok boʻldi.", "TOSHKENT"},
        {"uz", "Тошкент, 18 март. ЎзА. Икки киши ҳалок бўлди.", "Тошкент"},
        {"ar", "الخرطوم 14 أبريل (رويترز) - قتل ثلاثة جنود.", "الخرطوم"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct article article = find(*state, lines[i][0], lines[i][1]);
        assert_text(text_slice(article.text, article.dateline.place_start, article.dateline.place_end), lines[i][2]);
        assert_true(article.dateline.end >= article.dateline.place_end);
    }
}

static void lines_with_a_day_are_of_the_writing(void **state) {
    static const char *const lines[][2] = {
        {"en", "Updated on: Mar 18, 2025 11:40 GMT\n\nThree were killed."},
        {"en", "By Jane Doe\nMarch 18, 2025\n\nThree were killed near Goma."},
        {"en", "Tuesday, 18 March 2025\n\nThree were killed."},
        {"ru", "Вторник, 18 марта 2025\n\nДвое погибли."},
        {"ru", "Опубликовано: 18.03.2025 11:40\n\nДвое погибли."},
        {"uk", "Вівторок, 18 березня 2025, 11:40\n\nДвоє загинули."},
        {"fr", "Mis à jour le 18/03/2025 à 11:40\n\nDeux morts."},
        {"fr", "Mardi 18 mars 2025\n\nDeux morts."},
        {"de", "Stand: 18.03.2025 11:40 Uhr\n\nZwei Menschen starben."},
        {"de", "Dienstag, 18. März 2025\n\nZwei starben."},
        {"es", "Actualizado: 18 de marzo de 2025 a las 11:40\n\nDos muertos."},
        {"pt", "Publicado em 18/03/2025 às 11h40\n\nDois mortos."},
        {"it", "Pubblicato il 18 marzo 2025, 11:40\n\nDue morti."},
        {"it", "martedì 18 marzo 2025\n\nDue morti."},
        {"tr", "Güncelleme: 18.03.2025 - 11:40\n\nİki ölü."},
        {"ar", "الثلاثاء 18 مارس 2025\n\nقتل اثنان."},
        {"ar", "آخر تحديث: ١٨ مارس ٢٠٢٥ - ١١:٤٠\n\nقتل اثنان."},
        {"fa", "سه‌شنبه ۲۸ اسفند ۱۴۰۳\n\nدو نفر کشته شدند."},
        {"fa", "تاریخ انتشار: ۱۴۰۳/۱۲/۲۸ - ۱۱:۴۰\n\nدو نفر کشته شدند."},
        {"zh", "2025-03-18 11:40:00 来源：新华网\n\n两人死亡。"},
        {"zh", "发布时间：2025年03月18日 11:40\n\n两人死亡。"},
        {"pl", "Data publikacji: 18.03.2025, 11:40\n\nDwie osoby zginęły."},
        {"pl", "wtorek, 18 marca 2025\n\nDwie osoby zginęły."},
        {"az", "18.03.2025 11:40\n\nİki əsgər həlak olub."},
        {"hy", "18 մարտի 2025, 11:40\n\nԵրկու զինծառայող զոհվեց:"},
        {"hy", "Երեքշաբթի, 18 մարտի, 2025 թ.\n\nԵրկու զոհ:"},
        {"ka", "18 მარტი 2025, 11:40\n\nორი დაიღუპა."},
        {"ka", "გამოქვეყნდა: 18.03.2025\n\nორი დაიღუპა."},
        {"kk", "18 наурыз 2025, 11:40\n\nЕкі адам қаза тапты."},
        {"ky", "18-март, 2025-жыл, 11:40\n\nЭки адам каза болду."},
        {"tg", "18 марти 2025, 11:40\n\nДу нафар кушта шуд."},
        {"tg", "Март 18, 2025 11:40\n\nДу нафар кушта шуд."},
        {"uz", "18-mart 2025-yil, 11:40\n\nIkki kishi halok boʻldi."},
        {"uz", "2025 yil 18 mart, 11:40\n\nIkki kishi halok boʻldi."},
        {"en", "Published 18 March 2025\n\nThree people were killed."},
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
    static const char *const texts[] = {
        "Killed: three people, including a child, in Kherson on 18 March 2025.",
        "Three villages - Ak-Sai, Ak-Tatyr and Uch-Dobo - were shelled.",
        "Kherson: three killed. Kharkiv: two wounded.",
        "Херсон – город, где 18 марта погибли двое.",
        "Herat - die Stadt im Westen - wurde beschossen.",
        "Goma, le 18 mars, a été bombardée.",
        "Cúcuta, 18 de marzo: dos soldados murieron en la ciudad.",
        "Goma, a city of two million, fell on 18 March 2025 (the day after talks failed).",
        "Херсон, 18 березня, був обстріляний.",
        "Kyrgyzstan - Tajikistan: shots were fired on 18 March 2025.",
        "Three people were killed in Goma on 12 March 2025, officials said.",
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

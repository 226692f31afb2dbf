#include "geoparse_fixture.h"

#include "builder.h"

#include <time.h>

/* Article-like texts of several languages. */
struct sample {
    const char *language, *text;
};

static const struct sample samples[] = {
    {"en", "Two Kyrgyz border guards were killed near Batken on Wednesday, officials in Bishkek said. The border with "
           "Tajikistan has been tense since 2021. Dushanbe denied the charge."},
    {"it", "Baku ha sparato per primo, secondo Yerevan. Al confine tra Armenia e Azerbaigian, vicino a Goris, la "
           "tensione resta alta. Mosca segue la situazione."},
    {"ru", "На киргизско-таджикской границе, в Баткенской области, погибли двое. Бишкек обвинил Душанбе."},
    {"fr", "Des soldats maliens ont été tués près de Tessalit, en Algérie selon Bamako. La frontière est fermée."},
    {"tr", "Türkiye ile Suriye arasındaki sınırda iki asker yaralandı. Ankara saldırıyı kınadı."},
};

enum { SAMPLES = sizeof samples / sizeof *samples };

/* "text=ref" of every mention that begins before `limit`, in order. */
static struct text found_before(struct arena *arena, size_t limit) {
    struct builder builder = builder_new(arena);
    for (size_t i = 0; i < parsed()->mention_count; i++) {
        const struct mention *mention = &parsed()->mentions[i];
        if (mention->span.start >= limit || mention->type == MENTION_ORGANISATION)
            continue;
        builder_add(&builder, mention_text(mention));
        builder_add_char(&builder, '=');
        builder_add(&builder, gazetteer_place(fixture.gazetteer, mention->place).ref);
        builder_add_char(&builder, '\n');
    }
    return text_copy(arena, builder_text(&builder));
}

static void irrelevant_text_changes_no_place(void **state) {
    (void)state;
    static const char *const rest[] = {
        "\n\nIt was a long day and the people were tired.",
        "\n\nLa giornata era lunga e tutti erano stanchi.",
        "\n\nДень был длинным, и люди устали.",
        "\n\nLa journée fut longue et chacun était fatigué.",
        "\n\nUzun bir gündü ve herkes yorgundu.",
    };
    for (size_t i = 0; i < SAMPLES; i++) {
        parse(samples[i].language, samples[i].text);
        struct text alone = found_before(fixture.arena, SIZE_MAX);
        assert_true(alone.size > 0);
        struct text longer = text_format(fixture.arena, "%s%s", samples[i].text, rest[i]);
        struct article article = {.text = longer, .language = text_of(samples[i].language)};
        parse_article(&article, NULL);
        assert_text(found_before(fixture.arena, strlen(samples[i].text)), text_c(fixture.arena, alone));
        assert_int_equal(found_before(fixture.arena, SIZE_MAX).size, alone.size);
    }
}

static void the_same_text_gives_the_same_places(void **state) {
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        parse(samples[i].language, samples[i].text);
        struct text first = found_before(fixture.arena, SIZE_MAX);
        parse(samples[(i + 1) % SAMPLES].language, samples[(i + 1) % SAMPLES].text);
        parse(samples[i].language, samples[i].text);
        assert_text(found_before(fixture.arena, SIZE_MAX), text_c(fixture.arena, first));
    }
}

static void composed_and_decomposed_letters_are_the_same(void **state) {
    (void)state;
    parse("fr", "La frontière entre le Sénégal et le Mali. À Thiès, en Algérie.");
    size_t composed = parsed()->mention_count;
    parse("fr", "La frontie\xCC\x80re entre le Se\xCC\x81ne\xCC\x81gal et le Mali. A\xCC\x80 Thie\xCC\x80s, en "
                "Alge\xCC\x81rie.");
    assert_int_equal(parsed()->mention_count, composed);
    assert_non_null(find_mention("Se\xCC\x81ne\xCC\x81gal"));
}

static void headlines_in_capitals_name_the_same_countries(void **state) {
    (void)state;
    parse("en", "TWO KILLED ON BORDER BETWEEN ARMENIA AND AZERBAIJAN");
    assert_mention("ARMENIA", "country:AM", MENTION_LITERAL);
    assert_mention("AZERBAIJAN", "country:AZ", MENTION_LITERAL);
    assert_relation(RELATION_BORDER, "BORDER BETWEEN ARMENIA AND AZERBAIJAN", "border:AM-AZ");
}

static double seconds_for(size_t copies) {
    struct builder builder = builder_new(fixture.arena);
    for (size_t i = 0; i < copies; i++) {
        builder_format(&builder, "%s Line %zu of %zu, Springfield.\n\n", samples[i % SAMPLES].text, i, copies);
        builder_format(&builder, "Word%zu Xylo%zu spoke in San Jose.\n\n", i, i * 7);
    }
    struct article article = {.text = builder_text(&builder), .language = TEXT("en")};
    clock_t start = clock();
    parse_article(&article, NULL);
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static void time_grows_with_the_length_of_the_text(void **state) {
    (void)state;
    (void)seconds_for(200);
    double small = seconds_for(1000), large = seconds_for(8000);
    /* eight times the text: far from sixty-four times the time, even on a busy machine */
    assert_true(large < 24 * small + 0.2);
}

static void confidence_is_a_probability(void **state) {
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        parse(samples[i].language, samples[i].text);
        for (size_t m = 0; m < parsed()->mention_count; m++)
            assert_true(parsed()->mentions[m].confidence >= 0 && parsed()->mentions[m].confidence <= 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(irrelevant_text_changes_no_place),
        cmocka_unit_test(the_same_text_gives_the_same_places),
        cmocka_unit_test(composed_and_decomposed_letters_are_the_same),
        cmocka_unit_test(headlines_in_capitals_name_the_same_countries),
        cmocka_unit_test(time_grows_with_the_length_of_the_text),
        cmocka_unit_test(confidence_is_a_probability),
    };
    return cmocka_run_group_tests(tests, open_geoparse, close_geoparse);
}

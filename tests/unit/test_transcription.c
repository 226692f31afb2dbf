#include "file.h"
#include "lexicon.h"
#include "testing.h"
#include "transcription.h"

#include <stdlib.h>

static struct arena *arena;
static struct lexicon *lexicon;

static int open_lexicon(void **state) {
    (void)state;
    struct error error = {0};
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    arena = arena_open();
    return source && lexicon_open(file_join(arena, source, "geodata/lexicon"), arena, &lexicon, &error) ? 0 : -1;
}

static int close_lexicon(void **state) {
    (void)state;
    arena_close(arena);
    return 0;
}

static void expect(const char *lang, const char *name, const char *written) {
    assert_text(transcription_of(lexicon, text_of(lang), text_of(name)), written);
}

static void names_are_written_by_sound(void **state) {
    (void)state;
    expect("ru", "Batken", "Баткен");
    expect("ru", "Khujand", "Худжанд");
    expect("ru", "Shusha", "Шуша");
    expect("uk", "Batken", "Баткен");
    expect("uk", "Isfara", "Ісфара");
}

static void the_longest_sound_wins_and_places_in_the_word_count(void **state) {
    (void)state;
    expect("ru", "Chache", "Чаче");
    expect("ru", "Erbil", "Эрбил");
    expect("ru", "Umm Qasr", "Умм Каср");
}

static void marks_without_a_row_are_taken_off_and_capitals_stay(void **state) {
    (void)state;
    expect("ru", "Kök-Tash", "Кёк-Таш");
    expect("ru", "Bābāk", "Бабак");
}

static void a_language_without_a_table_writes_nothing(void **state) {
    (void)state;
    expect("de", "Batken", "");
    expect("ru", "", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_written_by_sound),
        cmocka_unit_test(the_longest_sound_wins_and_places_in_the_word_count),
        cmocka_unit_test(marks_without_a_row_are_taken_off_and_capitals_stay),
        cmocka_unit_test(a_language_without_a_table_writes_nothing),
    };
    return cmocka_run_group_tests(tests, open_lexicon, close_lexicon);
}

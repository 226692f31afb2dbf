#include "arena_fixture.h"
#include "fold.h"

static void assert_folds(const char *name, const char *key) {
    struct text folded = fold_key(arena, text_of(name));
    if (!text_is(folded, key))
        fail_msg("\"%s\" folds to \"%.*s\", should fold to \"%s\"", name, TEXT_ARGS(folded), key);
}

/* All of them fold to the key of the first. */
static void assert_same(const char *const *names) {
    struct text key = fold_key(arena, text_of(names[0]));
    for (size_t i = 1; names[i]; i++)
        assert_text(fold_key(arena, text_of(names[i])), text_c(arena, key));
}

static void case_and_accents_do_not_part_latin_names(void **state) {
    (void)state;
    assert_folds("Nagorno-Karabakh", "nagorno karabakh");
    assert_folds("CÔTE D’IVOIRE", "cote divoire");
    assert_folds("Dağlıq Qarabağ", "dagliq qarabag");
    assert_folds("Straße", "strasse");
    assert_folds("Łódź", "lodz");
    assert_folds("Ærø", "aero");
    assert_folds("Gəncə", "ganca");
    assert_folds("İSTANBUL", "istanbul");
    assert_folds("Đà Nẵng", "da nang");
    assert_folds("Þórshöfn", "thorshofn");
}

static void apostrophes_vanish_and_hyphens_are_spaces(void **state) {
    (void)state;
    assert_same((const char *const[]){"Donets'k", "Donets’k", "Donetsʹk", "Donetsʼk", "Donetsk", NULL});
    assert_same((const char *const[]){"Kara-Suu", "Kara Suu", "Kara–Suu", "  kara \t suu ", "Kara‐Suu", NULL});
    assert_folds("Bosnia & Herzegovina", "bosnia herzegovina");
    assert_folds("Washington, D.C.", "washington dc");
    assert_folds("Fargʻona", "fargona");
}

static void full_stops_go_from_abbreviations_and_part_words(void **state) {
    (void)state;
    assert_folds("U.S.", "us");
    assert_folds("U.S.A.", "usa");
    assert_folds("W.Va.", "wva");
    assert_folds("Ky.", "ky");
    assert_folds("St. Louis", "st louis");
    assert_folds("St.Petersburg", "st petersburg");
    assert_folds("Ш.Русталики", "шрусталики");
}

static void cyrillic_keeps_short_i_and_yi(void **state) {
    (void)state;
    assert_folds("АЛТАЙ", "алтай");
    assert_folds("Киї́в", "київ");
    assert_folds("Орёл", "орел");
    assert_folds("Алтаи\xCC\x86", "алтай"); /* и with a combining breve */
    assert_folds("Қырғызстан", "қырғызстан");
    assert_folds("Нагорный Карабах", "нагорный карабах");
}

static void greek_armenian_and_georgian_fold_case(void **state) {
    (void)state;
    assert_same((const char *const[]){"ΑΘΉΝΑ", "Αθήνα", "αθηνα", NULL});
    assert_same((const char *const[]){"Ο Άθως", "ο αθωσ", NULL});
    assert_same((const char *const[]){"ԵՐԵՒԱՆ", "Երեւան", "երեւան", "երևան", NULL});
    assert_same((const char *const[]){"ᲗᲑᲘᲚᲘᲡᲘ", "თბილისი", NULL});
}

static void arabic_forms_and_points_are_one(void **state) {
    (void)state;
    assert_same((const char *const[]){"أرمينيا", "ارمينيا", "أَرْمِينِيَا", "أرميـنيا", "ارمینیا", NULL});
    assert_same((const char *const[]){"ایران", "إيران", NULL});
    assert_same((const char *const[]){"غزة", "غزه", NULL});
    assert_same((const char *const[]){"کرکوک", "كركوك", NULL});
    assert_same((const char *const[]){"ה\xD6\xB7ר", "הר", NULL});
}

static void scripts_that_need_their_marks_keep_them(void **state) {
    (void)state;
    assert_folds("दिल्ली", "दिल्ली");
    assert_folds("ガザ", "ガザ");
    assert_same((const char *const[]){"ガザ", "カ\xE3\x82\x99サ\xE3\x82\x99", "ｶﾞｻﾞ", NULL});
    assert_same((const char *const[]){"サント・ジュリア", "サントジュリア", NULL});
    assert_folds("서울", "서울");
    assert_folds("亚美尼亚", "亚美尼亚");
    assert_folds("กรุงเทพ", "กรุงเทพ");
}

static void composed_decomposed_and_wide_letters_are_one(void **state) {
    (void)state;
    assert_same((const char *const[]){"Şuşa",
                                      "S\xCC\xA7us\xCC\xA7"
                                      "a",
                                      "ｓｕｓａ", "susa", NULL});
    assert_same((const char *const[]){"soft\xC2\xADhyphen", "softhyphen", NULL});
}

static void names_without_letters_fold_to_nothing(void **state) {
    (void)state;
    assert_int_equal(fold_key(arena, TEXT("")).size, 0);
    assert_int_equal(fold_key(arena, TEXT(" - . , ")).size, 0);
    assert_int_equal(fold_key(arena, TEXT("’’ … —")).size, 0);
}

static void broken_bytes_are_no_harm(void **state) {
    (void)state;
    assert_folds("Ba\xFFku", "ba ku");
    assert_folds("\xE2\x82", "");
}

static void folding_again_changes_nothing(void **state) {
    (void)state;
    static const char *const names[] = {"Nagorno-Karabakh", "Ș-Ț'’ă", "ΆΘΩΣ",  "Київ", "أذربيجان", "ガザ",
                                        "U.S.A.",           "Ꙗ Ѣ",    "ﬁ Ⅷ ½", NULL};
    for (size_t i = 0; names[i]; i++) {
        struct text once = fold_key(arena, text_of(names[i]));
        assert_text(fold_key(arena, once), text_c(arena, once));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_and_accents_do_not_part_latin_names),
        cmocka_unit_test(apostrophes_vanish_and_hyphens_are_spaces),
        cmocka_unit_test(full_stops_go_from_abbreviations_and_part_words),
        cmocka_unit_test(cyrillic_keeps_short_i_and_yi),
        cmocka_unit_test(greek_armenian_and_georgian_fold_case),
        cmocka_unit_test(arabic_forms_and_points_are_one),
        cmocka_unit_test(scripts_that_need_their_marks_keep_them),
        cmocka_unit_test(composed_decomposed_and_wide_letters_are_one),
        cmocka_unit_test(names_without_letters_fold_to_nothing),
        cmocka_unit_test(broken_bytes_are_no_harm),
        cmocka_unit_test(folding_again_changes_nothing),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

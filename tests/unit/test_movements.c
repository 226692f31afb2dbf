/* Movements that a text tells, and the arrows that show them. */
#include "incident_fixture.h"

#include "mark_arrow.h"

#include <math.h>

/* The first movement of the text's incidents as "FROM > TO", by English names; empty if none is told. */
static struct text movement_in(const char *language, const char *text) {
    struct incident_list found = find(language, text, "2023-06-10");
    for (size_t i = 0; i < found.count; i++) {
        const struct incident_movement *movement = &found.items[i].movement;
        if (movement->told)
            return text_format(fixture.arena, "%.*s > %.*s", TEXT_ARGS(movement->from.name),
                               TEXT_ARGS(movement->to.name));
    }
    return TEXT_NONE;
}

static void a_movement_has_both_ends(void **state) {
    (void)state;
    static const char *const cases[][3] = {
        {"en", "On 8 June 2023 fighters advanced from Nyala towards El Fasher, clashing with the army of Sudan.",
         "Nyala > El Fasher"},
        {"en", "Clashes with the army of Sudan went on as a column moved to El Fasher from the town of Nyala.",
         "Nyala > El Fasher"},
        {"it",
         "L’8 giugno 2023 i miliziani sono avanzati da Nyala verso El Fasher, in scontri con l’esercito del Sudan.",
         "Nyala > El Fasher"},
        {"fr", "Le 8 juin 2023, des combats ont éclaté quand une colonne a avancé de Nyala vers El Fasher, au Soudan.",
         "Nyala > El Fasher"},
        {"de", "Am 8. Juni 2023 gab es Gefechte, als Kämpfer von Nyala nach El Fasher im Sudan vorrückten.",
         "Nyala > El Fasher"},
        {"es", "El 8 de junio de 2023 hubo combates cuando una columna avanzó desde Nyala hacia El Fasher, en Sudán.",
         "Nyala > El Fasher"},
        {"ru", "8 июня 2023 года начались бои: колонна двинулась из Харькова в сторону Белгорода.",
         "Kharkiv > Belgorod"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text movement = movement_in(cases[i][0], cases[i][1]);
        if (!text_is(movement, cases[i][2]))
            fail_msg("%s: '%.*s' in: %s", cases[i][0], TEXT_ARGS(movement), cases[i][1]);
    }
}

static void a_stretch_is_no_movement(void **state) {
    (void)state;
    struct text movement =
        movement_in("en", "Fighting raged along the road from Nyala to El Fasher in Sudan on 8 June 2023.");
    assert_int_equal(movement.size, 0);
}

static void one_end_alone_is_no_movement(void **state) {
    (void)state;
    struct text movement = movement_in("en", "Fighters advanced towards El Fasher in Sudan on 8 June 2023 in clashes.");
    assert_int_equal(movement.size, 0);
}

static void an_arrow_keeps_clear_of_both_places_and_points_at_the_second(void **state) {
    (void)state;
    struct page_point from = {100, 100}, to = {300, 180}, shaft[ARROW_POINTS], head[3];
    assert_true(mark_arrow_shape(from, to, 14, 3, shaft, head));
    assert_true(hypot(shaft[0].x - from.x, shaft[0].y - from.y) >= 14);
    double tip = hypot(head[0].x - to.x, head[0].y - to.y);
    assert_true(tip >= 13.9 && tip < 20);
    for (int i = 0; i < ARROW_POINTS; i++)
        assert_true(hypot(shaft[i].x - to.x, shaft[i].y - to.y) > tip);
}

static void places_side_by_side_have_no_arrow(void **state) {
    (void)state;
    struct page_point shaft[ARROW_POINTS], head[3];
    assert_false(mark_arrow_shape((struct page_point){100, 100}, (struct page_point){130, 100}, 14, 3, shaft, head));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_movement_has_both_ends),
        cmocka_unit_test(a_stretch_is_no_movement),
        cmocka_unit_test(one_end_alone_is_no_movement),
        cmocka_unit_test(an_arrow_keeps_clear_of_both_places_and_points_at_the_second),
        cmocka_unit_test(places_side_by_side_have_no_arrow),
    };
    return cmocka_run_group_tests(tests, open_data, close_data);
}

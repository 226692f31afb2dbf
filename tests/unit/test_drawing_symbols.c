#include "incident.h"
#include "symbols.h"
#include "testing.h"

#include <math.h>
#include <string.h>

/* Round caps and miters may reach this far beyond the grid. */
static const double reach = 12.5;

static void every_kind_of_incident_has_a_symbol(void **state) {
    (void)state;
    for (int kind = 0; kind < INCIDENT_KINDS; kind++) {
        const char *name = kind_facts((enum incident_kind)kind)->symbol;
        const struct symbol *symbol = symbol_find(text_of(name));
        bool fallback = strcmp(symbol->name, "circle") == 0;
        if (fallback)
            fail_msg("there is no symbol \"%s\"", name);
    }
}

static void an_unknown_name_is_a_circle(void **state) {
    (void)state;
    assert_string_equal(symbol_find(TEXT("no such symbol"))->name, "circle");
    assert_string_equal(symbol_find(TEXT_NONE)->name, "circle");
    assert_string_equal(symbol_find(TEXT("min"))->name, "circle");
    assert_string_equal(symbol_find(TEXT("air strike"))->name, "air-strike");
    assert_string_equal(symbol_find(TEXT("air-strike"))->name, "air-strike");
}

static void assert_inside(const struct symbol *symbol, const struct symbol_part *part, struct page_point point) {
    double margin = part->line / 2;
    if (fabs(point.x) + margin > reach || fabs(point.y) + margin > reach)
        fail_msg("%s: %g, %g is off the grid", symbol->name, point.x, point.y);
}

static void assert_part(const struct symbol *symbol, const struct symbol_part *part) {
    const char *path = part->path;
    struct symbol_step step;
    size_t steps = 0;
    while (symbol_step_next(&path, &step)) {
        int points = step.verb == 'C' ? 3 : step.verb == 'Z' ? 0 : 1;
        if (!strchr("MLCZ", step.verb) || (steps == 0 && step.verb != 'M'))
            fail_msg("%s: '%c' is no step that is known here", symbol->name, step.verb);
        for (int i = 0; i < points; i++)
            assert_inside(symbol, part, step.points[i]);
        steps++;
    }
    assert_true(steps >= 2);
}

static void every_path_can_be_read_and_stays_on_the_grid(void **state) {
    (void)state;
    const struct symbol *symbol;
    for (size_t i = 0; (symbol = symbol_at(i)) != NULL; i++) {
        const struct symbol_part *part = symbol->parts;
        for (; part < symbol->parts + SYMBOL_PARTS && part->path; part++)
            assert_part(symbol, part);
        assert_true(part > symbol->parts && part < symbol->parts + SYMBOL_PARTS);
    }
}

static void numbers_of_a_path_are_read(void **state) {
    (void)state;
    const char *path = "M-1.25 30L.5 -7Z";
    struct symbol_step step;
    assert_true(symbol_step_next(&path, &step) && step.verb == 'M');
    assert_true(fabs(step.points[0].x + 1.25) < 1e-9 && fabs(step.points[0].y - 30) < 1e-9);
    assert_true(symbol_step_next(&path, &step) && step.verb == 'L');
    assert_true(fabs(step.points[0].x - 0.5) < 1e-9 && fabs(step.points[0].y + 7) < 1e-9);
    assert_true(symbol_step_next(&path, &step) && step.verb == 'Z');
    assert_false(symbol_step_next(&path, &step));
}

static void details_are_white_unless_the_casing_says_otherwise(void **state) {
    (void)state;
    struct scene_item item = {0};
    assert_int_equal(symbol_paper(&item).blue, 255);
    item.stroke.colour = (struct colour){1, 2, 3, 1};
    assert_int_equal(symbol_paper(&item).blue, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_incident_has_a_symbol),
        cmocka_unit_test(an_unknown_name_is_a_circle),
        cmocka_unit_test(every_path_can_be_read_and_stays_on_the_grid),
        cmocka_unit_test(numbers_of_a_path_are_read),
        cmocka_unit_test(details_are_white_unless_the_casing_says_otherwise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The owners of what a map is composed of: legend, notes, label wishes, obstacles. */
#include "arena_fixture.h"
#include "footnotes.h"
#include "label_wishes.h"
#include "legend.h"
#include "obstacles.h"

static struct legend_entry entry_of(enum legend_sample sample, const char *words) {
    return (struct legend_entry){.sample = sample, .layer = STYLE_INCIDENT, .text = text_of(words)};
}

/* Twelve, then 150, then 20 killed: the second entry for tens must not change that for hundreds. */
static void who_explains_a_thing_again_cannot_change_another_entry(void **state) {
    (void)state;
    struct legend legend = {0};
    struct legend_entry *tens = legend_add(&legend, entry_of(LEGEND_SYMBOL, "10 to 99 killed"), arena);
    tens->growth = 1.3;
    struct legend_entry *hundreds = legend_add(&legend, entry_of(LEGEND_SYMBOL, "100 or more killed"), arena);
    hundreds->growth = 1.7;
    struct legend_entry *again = legend_add(&legend, entry_of(LEGEND_SYMBOL, "10 to 99 killed"), arena);
    assert_ptr_equal(again, &legend.items[0]);
    assert_int_equal(legend.count, 2);
    assert_true(legend.items[0].growth == 1.3 && legend.items[1].growth == 1.7);
}

static void the_box_of_an_area_takes_the_place_of_its_line(void **state) {
    (void)state;
    struct legend legend = {0};
    legend_add(&legend, entry_of(LEGEND_LINE, "disputed"), arena);
    legend_add(&legend, entry_of(LEGEND_AREA, "disputed"), arena);
    assert_int_equal(legend.count, 1);
    assert_int_equal(legend.items[0].sample, LEGEND_AREA);
}

static void what_lies_below_the_panel_leaves_the_legend(void **state) {
    (void)state;
    struct legend legend = {0};
    struct legend_entry low = entry_of(LEGEND_LINE, "low"), high = entry_of(LEGEND_LINE, "high");
    low.top = 500;
    high.top = 600;
    legend_add_from(&legend, low, arena);
    legend_add_from(&legend, high, arena);
    high.top = 100; /* seen again, higher up */
    legend_add_from(&legend, high, arena);
    legend_trim(&legend, 400);
    assert_int_equal(legend.count, 1);
    assert_text(legend.items[0].text, "high");
}

static bool is_line(const struct legend_entry *entry) {
    return entry->sample == LEGEND_LINE;
}

static void a_small_page_keeps_what_it_is_told_to(void **state) {
    (void)state;
    struct legend legend = {0};
    legend_add(&legend, entry_of(LEGEND_LINE, "border"), arena);
    legend_add(&legend, entry_of(LEGEND_SYMBOL, "clash"), arena);
    legend_keep(&legend, is_line);
    assert_int_equal(legend.count, 1);
    assert_text(legend.items[0].text, "border");
    assert_non_null(legend_find(&legend, TEXT("border")));
    assert_null(legend_find(&legend, TEXT("clash")));
}

static void a_note_stands_once_and_begins_with_a_capital(void **state) {
    (void)state;
    struct footnotes notes = {0};
    footnotes_add(&notes, TEXT("crimea is claimed"), TEXT("en"), arena);
    footnotes_add(&notes, TEXT("Crimea is claimed"), TEXT("en"), arena);
    footnotes_add(&notes, TEXT_NONE, TEXT("en"), arena);
    assert_int_equal(notes.list.count, 1);
    assert_text(notes.list.items[0], "Crimea is claimed");
    footnotes_drop(&notes);
    footnotes_drop(&notes);
    assert_int_equal(notes.list.count, 0);
}

static struct page_path straight(double x) {
    static struct page_point points[2];
    points[0] = (struct page_point){0, 10};
    points[1] = (struct page_point){x, 10};
    return (struct page_path){points, 2, false};
}

static void a_line_is_blocked_along_all_of_it(void **state) {
    (void)state;
    struct obstacles obstacles = {0};
    struct page_path path = straight(100);
    struct page_shape line = {&path, 1, 1};
    obstacles_block_line(&obstacles, &line, 4, arena);
    obstacles_end_lines(&obstacles);
    obstacles_block(&obstacles, (struct page_box){200, 200, 210, 210}, arena);
    for (double x = 0; x < 98; x += 3)
        assert_true(obstacles_hold(&obstacles, (struct page_point){x, 10}, 1));
    assert_false(obstacles_hold(&obstacles, (struct page_point){50, 20}, 1));
    assert_int_equal(obstacles_of_labels(&obstacles).crossed_count + 1, obstacles_of_labels(&obstacles).blocked_count);
}

static void a_box_covers_symbols_and_lines_by_what_they_cost(void **state) {
    (void)state;
    struct obstacles obstacles = {0};
    struct page_box box = {0, 0, 20, 20};
    assert_true(obstacles_covered(&obstacles, box) == 0);
    obstacles_dot(&obstacles, (struct page_point){10, 10}, 3, arena);
    assert_true(obstacles_covered(&obstacles, box) == 60);
    obstacles_block(&obstacles, (struct page_box){19, 19, 30, 30}, arena);
    assert_true(obstacles_covered(&obstacles, box) == 100);
    assert_true(obstacles_covered(&obstacles, (struct page_box){40, 40, 50, 50}) == 0);
}

static struct label *wish(struct label_wishes *wishes, const char *ref) {
    struct label *label = label_wishes_add(wishes, arena);
    label->name = text_of(ref);
    return label;
}

static void a_hidden_label_takes_its_symbol_with_it(void **state) {
    (void)state;
    struct label_wishes wishes = {0};
    struct obstacles obstacles = {0};
    static const char *const refs[] = {"geonames:1", "geonames:2", "geonames:3"};
    for (int i = 0; i < 3; i++) {
        struct page_point at = {i, i};
        wish(&wishes, refs[i]);
        label_wishes_add_town(&wishes, STYLE_TOWN, at, text_of(refs[i]), arena);
        obstacles_dot(&obstacles, at, 5, arena);
    }
    label_wishes_take_out(&wishes, (bool[]){false, true, false}, &obstacles);
    assert_int_equal(wishes.labels.count, 2);
    assert_int_equal(wishes.towns.count, 2);
    assert_text(wishes.labels.items[wishes.towns.items[1].label].name, "geonames:3");
    assert_true(obstacles.dot_radii.items[1] == 0 && obstacles.dot_radii.items[2] == 5);
    assert_false(label_wishes_name(&wishes, TEXT("geonames:2")));
    assert_true(label_wishes_name(&wishes, TEXT("geonames:3")));
}

static void a_label_without_room_is_taken_back(void **state) {
    (void)state;
    struct label_wishes wishes = {0};
    wish(&wishes, "sea:caspian");
    wish(&wishes, "sea:aral");
    label_wishes_drop(&wishes);
    assert_false(label_wishes_name(&wishes, TEXT("sea:aral")));
    assert_true(label_wishes_name(&wishes, TEXT("sea:caspian")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_explains_a_thing_again_cannot_change_another_entry),
        cmocka_unit_test(the_box_of_an_area_takes_the_place_of_its_line),
        cmocka_unit_test(what_lies_below_the_panel_leaves_the_legend),
        cmocka_unit_test(a_small_page_keeps_what_it_is_told_to),
        cmocka_unit_test(a_note_stands_once_and_begins_with_a_capital),
        cmocka_unit_test(a_line_is_blocked_along_all_of_it),
        cmocka_unit_test(a_box_covers_symbols_and_lines_by_what_they_cost),
        cmocka_unit_test(a_hidden_label_takes_its_symbol_with_it),
        cmocka_unit_test(a_label_without_room_is_taken_back),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

/* What users import: sorting in bounded memory, overlay.bin, and one laid over the gazetteer. */
#include "compile.h"
#include "gazetteer.h"
#include "overlay.h"
#include "overlay_write.h"
#include "record_sort.h"
#include "small_source.h"

#include <string.h>

static struct {
    struct arena *arena;
    const char *folder;
    struct gazetteer *gazetteer;
    struct error error;
} fixture;

static int set_up(void **state) {
    (void)state;
    fixture.arena = arena_open();
    fixture.folder = write_small_source(fixture.arena);
    const char *path = file_join(fixture.arena, fixture.folder, "gazetteer.bin");
    bool ready = compile_gazetteer(fixture.folder, path, NULL, &fixture.error) &&
                 gazetteer_open(path, &fixture.gazetteer, &fixture.error);
    return ready ? 0 : 1;
}

static int tear_down(void **state) {
    (void)state;
    gazetteer_close(fixture.gazetteer);
    remove_small_source(fixture.folder);
    arena_close(fixture.arena);
    return 0;
}

static bool is_known(void *context, struct text ref) {
    return gazetteer_place_of(context, ref) != PLACE_NONE;
}

/* An overlay of a village, a post, a town that is known already, and names; the same bytes every time. */
static const char *write_overlay(const char *name) {
    struct overlay_writer *writer;
    struct overlay_counts counts;
    const char *path = file_join(fixture.arena, fixture.folder, name);
    const struct overlay_row rows[] = {
        {.ref = TEXT("geonames:900"),
         .name = TEXT("Verin Shen"),
         .alternates = TEXT("Shenatagh,Upper Shen"),
         .separator = ',',
         .feature = TEXT("PPL"),
         .country = TEXT("AM"),
         .countries = TEXT("AM"),
         .kind = PLACE_POINT,
         .point = {46.5, 39.5},
         .population = 30000,
         .geonameid = 900,
         .populated = true},
        {.ref = TEXT("user:post/1"),
         .name = TEXT("Shen Post"),
         .feature = TEXT("PSTB"),
         .country = TEXT("AM"),
         .kind = PLACE_POINT,
         .point = {-179.99, -85.5},
         .loose = true},
        {.ref = TEXT("geonames:1"),
         .name = TEXT("Goris"),
         .alternates = TEXT("Gerusi"),
         .separator = ',',
         .kind = PLACE_POINT,
         .point = {1, 1},
         .geonameid = 1,
         .populated = true},
    };
    const struct overlay_name_row names[] = {
        {.ref = TEXT("geonames:900"), .language = TEXT("it"), .name = TEXT("Scen"), .use = NAME_MAIN},
        {.ref = TEXT("geonames:900"),
         .language = TEXT("it"),
         .name = TEXT("Alto Scen"),
         .use = NAME_MAIN,
         .preferred = true},
        {.ref = TEXT("geonames:2"), .language = TEXT("eo"), .name = TEXT("Kapano"), .use = NAME_MAIN},
        {.ref = TEXT("geonames:424242"), .language = TEXT("it"), .name = TEXT("Nessuno"), .use = NAME_MAIN},
    };
    bool done = overlay_writer_open(fixture.folder, &writer, &fixture.error);
    for (size_t i = 0; done && i < sizeof rows / sizeof *rows; i++)
        done = overlay_writer_add(writer, &rows[i], &fixture.error);
    for (size_t i = 0; done && i < sizeof names / sizeof *names; i++)
        done = overlay_writer_add_name(writer, &names[i], &fixture.error);
    done = done && overlay_writer_finish(writer, path, is_known, fixture.gazetteer, &counts, &fixture.error);
    overlay_writer_close(writer);
    assert_true(done);
    assert_int_equal(counts.places, 4);
    assert_int_equal(counts.unknown_names, 1);
    return path;
}

static struct place found(const char *key) {
    struct readings readings = gazetteer_find(fixture.gazetteer, text_of(key), fixture.arena);
    return readings.count ? gazetteer_place(fixture.gazetteer, readings.items[0].place)
                          : (struct place){.id = PLACE_NONE};
}

static void imported_places_are_found_beside_those_that_ship(void **state) {
    (void)state;
    size_t before = gazetteer_place_count(fixture.gazetteer);
    assert_true(gazetteer_lay_over(fixture.gazetteer, write_overlay("overlay.bin"), &fixture.error));
    assert_int_equal(gazetteer_place_count(fixture.gazetteer), before + 4);
    assert_text(found("verin shen").ref, "geonames:900");
    assert_text(found("upper shen").ref, "geonames:900");
    assert_text(found("shen post").ref, "user:post/1");
    assert_true(found("shen post").point.lon < -179.9);
    assert_int_equal(gazetteer_longest(fixture.gazetteer, TEXT("upper")), 2);
    assert_true(gazetteer_place_of(fixture.gazetteer, TEXT("geonames:900")) >= before);
    assert_true(found("nessuno").id == PLACE_NONE);
}

static void a_known_place_gets_names_and_no_double(void **state) {
    (void)state;
    assert_true(gazetteer_lay_over(fixture.gazetteer, write_overlay("overlay.bin"), &fixture.error));
    place_id goris = gazetteer_place_of(fixture.gazetteer, TEXT("geonames:1"));
    assert_int_equal(found("gerusi").id, goris);
    assert_true(found("gerusi").point.lat > 39);
    assert_int_equal(gazetteer_find(fixture.gazetteer, TEXT("goris"), fixture.arena).count, 1);
    assert_text(found("kapano").ref, "geonames:2");
    assert_text(gazetteer_name(fixture.gazetteer, found("kapano").id, TEXT("eo")), "Kapano");
    assert_text(gazetteer_name(fixture.gazetteer, found("verin shen").id, TEXT("it")), "Alto Scen");
    assert_text(gazetteer_name(fixture.gazetteer, goris, TEXT("ru")), "Горис");
}

static void imported_towns_are_among_the_greatest_of_a_frame(void **state) {
    (void)state;
    place_id ids[3];
    struct bounds frame = {46.2, 39, 46.6, 39.6};
    assert_true(gazetteer_lay_over(fixture.gazetteer, write_overlay("overlay.bin"), &fixture.error));
    assert_int_equal(gazetteer_within(fixture.gazetteer, frame, 3, ids), 3);
    assert_text(gazetteer_place(fixture.gazetteer, ids[0]).name, "Kapan");
    assert_text(gazetteer_place(fixture.gazetteer, ids[1]).name, "Verin Shen");
    assert_text(gazetteer_place(fixture.gazetteer, ids[2]).name, "Goris");
    assert_int_equal(gazetteer_within(fixture.gazetteer, frame, 2, ids), 2);
    assert_text(gazetteer_place(fixture.gazetteer, ids[1]).name, "Verin Shen");
}

static void the_same_rows_give_the_same_bytes_and_damage_is_seen(void **state) {
    (void)state;
    struct text first, second;
    struct overlay *overlay;
    assert_true(file_read(write_overlay("a.bin"), 1 << 20, fixture.arena, &first, &fixture.error));
    assert_true(file_read(write_overlay("b.bin"), 1 << 20, fixture.arena, &second, &fixture.error));
    assert_true(text_equal(first, second));
    const char *path = file_join(fixture.arena, fixture.folder, "cut.bin");
    for (size_t size = 0; size < first.size; size += 97) {
        assert_true(file_write(path, text_slice(first, 0, size ? size : 1), &fixture.error));
        assert_false(overlay_open(path, &overlay, &fixture.error));
        assert_int_equal(fixture.error.kind, ERROR_ENVIRONMENT);
    }
    char *damaged = text_c(fixture.arena, first);
    damaged[first.size - 9] ^= 1;
    assert_true(file_write(path, (struct text){damaged, first.size}, &fixture.error));
    assert_true(overlay_open(path, &overlay, &fixture.error));
    assert_false(overlay_check(overlay, &fixture.error));
    overlay_close(overlay);
}

static void records_are_sorted_whether_or_not_they_fit_into_memory(void **state) {
    (void)state;
    struct record_sort *sort;
    struct text record;
    char bytes[400];
    char last[400] = "";
    assert_true(record_sort_open(fixture.folder, 0, &sort, &fixture.error));
    uint32_t random = 1;
    for (int i = 0; i < 60000; i++) {
        random = random * 1664525U + 1013904223U;
        int size = snprintf(bytes, sizeof bytes, "%08x%*s", random, (int)(random >> 24), "");
        assert_true(record_sort_add(sort, (struct text){bytes, (size_t)size}, &fixture.error));
    }
    assert_true(record_sort_start(sort, &fixture.error));
    int count = 0;
    while (record_sort_next(sort, &record, &fixture.error) && record.data) {
        assert_true(record.size < sizeof last && memcmp(last, record.data, 8) <= 0);
        memcpy(last, record.data, 8);
        count++;
    }
    assert_int_equal(count, 60000);
    record_sort_close(sort);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(imported_places_are_found_beside_those_that_ship, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_known_place_gets_names_and_no_double, set_up, tear_down),
        cmocka_unit_test_setup_teardown(imported_towns_are_among_the_greatest_of_a_frame, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_rows_give_the_same_bytes_and_damage_is_seen, set_up, tear_down),
        cmocka_unit_test_setup_teardown(records_are_sorted_whether_or_not_they_fit_into_memory, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

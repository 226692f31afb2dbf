#include "builder.h"
#include "compile.h"
#include "gazetteer.h"
#include "small_source.h"
#include "source.h"

#include "arena_fixture.h" /* behind the functions that have an arena of their own */

/* Compiles the folder; the index beside its tables. */
static bool compile(const char *folder, struct error *error) {
    return compile_gazetteer(folder, file_join(arena, folder, "gazetteer.bin"), NULL, error);
}

/* With one file replaced, compiling fails with a message that holds all of these. */
static void assert_refused(const char *name, const char *content, const char *where, const char *what) {
    const char *folder = write_small_source(arena);
    struct error error = {0};
    write_small_file(arena, folder, name, content);
    if (compile(folder, &error))
        fail_msg("%s was accepted: %s", name, content);
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    assert_holds(error.message, where);
    assert_holds(error.message, what);
    assert_false(file_exists(file_join(arena, folder, "gazetteer.bin")));
    remove_small_source(folder);
}

static void the_same_source_gives_the_same_bytes(void **state) {
    (void)state;
    struct text files[2];
    for (size_t i = 0; i < 2; i++) {
        const char *folder = write_small_source(arena);
        struct error error = {0};
        assert_true(compile(folder, &error));
        assert_true(file_read(file_join(arena, folder, "gazetteer.bin"), 1 << 24, arena, &files[i], &error));
        remove_small_source(folder);
    }
    assert_true(files[0].size > 1000);
    assert_true(text_equal(files[0], files[1]));
}

static void a_missing_table_is_named(void **state) {
    (void)state;
    const char *folder = write_small_source(arena);
    struct error error = {0};
    assert_int_equal(remove(file_join(arena, folder, "tables/places.csv")), 0);
    assert_false(compile(folder, &error));
    assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    assert_holds(error.message, "places.csv");
    remove_small_source(folder);
}

static void curated_tables_may_be_absent(void **state) {
    (void)state;
    const char *folder = write_small_source(arena);
    struct error error = {0};
    for (size_t i = 0; i < SMALL_SOURCE_FILES; i++)
        if (text_starts(text_of(small_source_files[i][0]), TEXT("curated/")))
            assert_int_equal(remove(file_join(arena, folder, small_source_files[i][0])), 0);
    assert_true(compile(folder, &error));
    remove_small_source(folder);
}

static void bad_rows_are_named_with_file_and_line(void **state) {
    (void)state;
    static const char towns[] = "geonameid,name,ascii,lat,lon,feature,country,admin1,admin2,population,alternates\n";
    static const struct {
        const char *row, *what;
    } cases[] = {
        {"1,A town,,91,0,PPL,AM,,,,\n", "latitude"},      {"1,A town,,1,181,PPL,AM,,,,\n", "longitude"},
        {"1,A town,,,0,PPL,AM,,,,\n", "latitude"},        {"x,A town,,1,2,PPL,AM,,,,\n", "GeoNames id"},
        {"0,A town,,1,2,PPL,AM,,,,\n", "GeoNames id"},    {"1,A town,,1,2,PPL,AM,,,\n", "fields"},
        {"1,\"A town,,1,2,PPL,AM,,,,\n", "does not end"}, {"1,A,,1,2,PPL,AM,,,,\n1,B,,1,2,PPL,AM,,,,\n", "twice"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_refused("tables/places.csv", text_c(arena, text_format(arena, "%s%s", towns, cases[i].row)),
                       "places.csv", cases[i].what);
    }
    assert_refused("tables/places.csv", "geonameid,name\n", "places.csv", "has no column ascii");
    assert_refused("tables/places.csv", "", "places.csv", "no header");
    assert_refused("tables/country_names.csv", "ref,lang,name,use\ncountry:AM,it,Armenia,nickname\n", "line 2",
                   "nickname");
}

static void curated_rows_about_nothing_are_named(void **state) {
    (void)state;
    assert_refused("curated/abbreviations.tsv", "text\tlang\tref\nKy.\ten\tadmin1:US-XX\n", "abbreviations.tsv: line 2",
                   "admin1:US-XX");
    assert_refused("curated/representative.tsv", "ref\tlat\tlon\ncountry:AM\t95\t1\n", "representative.tsv: line 2",
                   "95");
    assert_refused("curated/members.tsv", "org\tcountry\tfrom\tto\trole\norg:CSTO\tcountry:AM\tyesterday\t\tmember\n",
                   "members.tsv: line 2", "yesterday");
    assert_refused("curated/members.tsv", "org\tcountry\tfrom\tto\trole\norg:X\tcountry:AM\t\t\tmember\n", "line 2",
                   "org:X");
    assert_refused("curated/areas.tsv", "ref\tname\tkind\tparents\narea:a\tA\tsupranational\tQQ\n", "line 2", "QQ");
    assert_refused("curated/area_names.tsv", "ref\tlang\n", "area_names.tsv", "has no column name");
}

static void an_old_index_stays_when_compiling_fails(void **state) {
    (void)state;
    const char *folder = write_small_source(arena);
    struct error error = {0};
    struct text before, after;
    assert_true(compile(folder, &error));
    assert_true(file_read(file_join(arena, folder, "gazetteer.bin"), 1 << 24, arena, &before, &error));
    write_small_file(arena, folder, "tables/places.csv", "broken");
    assert_false(compile(folder, &error));
    assert_true(file_read(file_join(arena, folder, "gazetteer.bin"), 1 << 24, arena, &after, &error));
    assert_true(text_equal(before, after));
    remove_small_source(folder);
}

/* CSV and gzip. */

static void csv_quotes_hold_commas_quotes_and_newlines(void **state) {
    (void)state;
    struct table table;
    struct error error = {0};
    struct text csv = TEXT("a,b\r\n\"x, y\",\"say \"\"no\"\"\"\n\"two\nlines\",\n,z");
    assert_true(source_read_csv(TEXT("t.csv"), csv, arena, &table, &error));
    assert_int_equal(table.row_count, 3);
    assert_text(table_cell(&table, 0, 0), "x, y");
    assert_text(table_cell(&table, 0, 1), "say \"no\"");
    assert_text(table_cell(&table, 1, 0), "two\nlines");
    assert_text(table_cell(&table, 1, 1), "");
    assert_text(source_cell(&table, 2, "b"), "z");
    assert_int_equal(table.lines[2], 5);
    assert_text(source_cell(&table, 0, "c"), "");
}

static uint32_t crc32_of(struct text text) {
    uint32_t crc = 0xFFFFFFFFU;
    for (size_t i = 0; i < text.size; i++) {
        crc ^= (unsigned char)text.data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 1 ? crc >> 1 ^ 0xEDB88320U : crc >> 1;
    }
    return ~crc;
}

static void add_little_endian(struct builder *builder, uint32_t value, int bytes) {
    for (int i = 0; i < bytes; i++)
        builder_add_char(builder, (char)(value >> 8 * i & 0xff));
}

/* gzip with one stored block (RFC 1951, 1952). */
static struct text gzip(struct text text) {
    struct builder file = builder_new(arena);
    builder_add(&file, (struct text){"\x1f\x8b\x08\0\0\0\0\0\0\xff\x01", 11});
    add_little_endian(&file, (uint32_t)text.size, 2);
    add_little_endian(&file, ~(uint32_t)text.size, 2);
    builder_add(&file, text);
    add_little_endian(&file, crc32_of(text), 4);
    add_little_endian(&file, (uint32_t)text.size, 4);
    return builder_text(&file);
}

static void gzipped_tables_are_read_and_refused_when_cut_short(void **state) {
    (void)state;
    const char *folder = write_small_source(arena);
    struct text whole = gzip(TEXT("ref,lang,name\nadmin1:AM-SU,it,Siunik di prova\nadmin1:AM-SU,fr,Siounik\n"));
    const char *path = file_join(arena, folder, "tables/region_names.csv.gz");
    struct error error = {0};
    struct gazetteer *gazetteer;
    assert_true(file_write(path, whole, &error));
    assert_true(compile(folder, &error));
    assert_true(gazetteer_open(file_join(arena, folder, "gazetteer.bin"), &gazetteer, &error));
    assert_int_equal(gazetteer_find(gazetteer, TEXT("siunik di prova"), NULL).count, 1);
    gazetteer_close(gazetteer);
    for (size_t cut = 1; cut < whole.size; cut += 9) {
        assert_true(file_write(path, text_slice(whole, 0, whole.size - cut), &error));
        assert_false(compile(folder, &error));
        assert_holds(error.message, "region_names.csv.gz");
        assert_int_equal(error.kind, ERROR_ENVIRONMENT);
    }
    remove_small_source(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_source_gives_the_same_bytes),
        cmocka_unit_test(a_missing_table_is_named),
        cmocka_unit_test(curated_tables_may_be_absent),
        cmocka_unit_test(bad_rows_are_named_with_file_and_line),
        cmocka_unit_test(curated_rows_about_nothing_are_named),
        cmocka_unit_test(an_old_index_stays_when_compiling_fails),
        cmocka_unit_test(csv_quotes_hold_commas_quotes_and_newlines),
        cmocka_unit_test(gzipped_tables_are_read_and_refused_when_cut_short),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

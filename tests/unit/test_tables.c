/* Tables of incidents: every file of tests/tables gives the accounts and refusals that stand beside it in <file>.told
 * (made anew with BORDERMAP_RENEW=1; look at what changes). Without a gazetteer, so that its places are those of the
 * rows. */
#include "arena_fixture.h"
#include "builder.h"
#include "file.h"
#include "tables.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct listing {
    struct builder out;
    struct account last;
};

static void add_range(struct builder *out, const char *name, struct count_range range) {
    if (range.low >= 0 || range.high >= 0)
        builder_format(out, " | %s %lld..%lld", name, (long long)range.low, (long long)range.high);
}

static void add_text(struct builder *out, const char *name, struct text text) {
    if (text.size > 0)
        builder_format(out, " | %s %.*s", name, TEXT_ARGS(text));
}

static void add_incident(struct builder *out, const struct incident *incident) {
    struct text start = date_write(arena, incident->date.start), end = date_write(arena, incident->date.end);
    builder_format(out, "%s | %.*s..%.*s | %s %.4f %.4f %g km", incident_kind_name(incident->kind), TEXT_ARGS(start),
                   TEXT_ARGS(end), place_precision_name(incident->precision), incident->point.lat, incident->point.lon,
                   incident->precision_km);
    add_text(out, "place", incident->place.name);
    for (size_t i = 0; i < incident->party_count; i++)
        add_text(out, "party", incident->parties[i].name);
    add_range(out, "killed", incident->killed);
    add_range(out, "wounded", incident->wounded);
    add_range(out, "captured", incident->captured);
    for (size_t i = 0; i < incident->toll_count; i++)
        add_range(out, "of them", incident->tolls[i].count);
    add_text(out, "title", incident->source.title);
    add_text(out, "by", incident->source.publisher);
    add_text(out, "at", incident->source.url);
    if (incident->confidence < 1)
        builder_format(out, " | sure %g", incident->confidence);
}

static bool list_account(void *context, const struct account *account, struct error *error) {
    struct listing *listing = context;
    struct builder *out = &listing->out;
    (void)error;
    builder_format(out, "%llu %.*s: ", (unsigned long long)account->line, TEXT_ARGS(account->key));
    if (account->withdrawn)
        builder_add_c(out, "withdrawn");
    else
        add_incident(out, &account->incident);
    add_text(out, "edited", account->edited);
    add_text(out, "text", account->text);
    builder_add_c(out, account->aggregated_only ? " | aggregated only\n" : "\n");
    listing->last = *account;
    return true;
}

static void list_rejected(void *context, struct text file, uint64_t line, struct text column, const char *reason) {
    struct listing *listing = context;
    (void)file;
    builder_format(&listing->out, "%llu rejected: %.*s%s%s\n", (unsigned long long)line, TEXT_ARGS(column),
                   column.size ? ": " : "", reason);
}

static struct text in_tables(const char *name) {
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    assert_non_null(source);
    return text_of(file_join(arena, file_join(arena, source, "tests/tables"), name));
}

static struct text content_of(struct text path) {
    struct text content;
    struct error error = {0};
    if (!file_read(text_c(arena, path), 1 << 24, arena, &content, &error))
        fail_msg("%s", error.message);
    return content;
}

/* What is read of the bytes, as lines. */
static struct text told(struct text bytes, const char *name, struct text columns) {
    struct listing listing = {.out = builder_new(arena)};
    struct table_sink sink = {list_account, list_rejected, &listing, arena};
    struct table_options options = {.columns = columns};
    struct table_counts counts = {0};
    struct error error = {0};
    if (!table_accounts_read(bytes, text_of(name), &options, arena, &sink, &counts, &error))
        builder_format(&listing.out, "error: %s\n", error.message);
    builder_format(&listing.out, "%s: %zu accounts, %zu rejected, %zu passed\n", counts.dialect ? counts.dialect : "-",
                   counts.accounts, counts.rejected, counts.passed);
    return builder_text(&listing.out);
}

static void check_file(struct text name) {
    struct text path = in_tables(text_c(arena, name)), bytes = content_of(path), columns = TEXT_NONE, expected;
    struct text beside = text_format(arena, "%.*s.told", TEXT_ARGS(path));
    struct error error = {0};
    if (text_is(name, "mapped.csv"))
        columns = content_of(in_tables("mapped.columns.json"));
    struct text now = told(bytes, text_c(arena, name), columns);
    if (getenv("BORDERMAP_RENEW"))
        assert_true(file_write(text_c(arena, beside), now, &error));
    expected = content_of(beside);
    if (!text_equal(now, expected))
        fail_msg("%.*s: now\n%.*s", TEXT_ARGS(name), TEXT_ARGS(now));
}

static void every_file_gives_what_stands_beside_it(void **state) {
    (void)state;
    struct text *names;
    size_t count, checked = 0;
    struct error error = {0};
    assert_true(file_list(text_c(arena, in_tables("")), arena, &names, &count, &error));
    for (size_t i = 0; i < count; i++)
        if (!text_ends(names[i], TEXT(".told")) && !text_ends(names[i], TEXT(".columns.json"))) {
            check_file(names[i]);
            checked++;
        }
    assert_true(checked >= 40);
}

static const char two_lines[] = "date,lat,lon,kind\n2022-09-14,39.85,69.6,clash\n";

static void the_same_row_has_the_same_key_wherever_it_stands(void **state) {
    (void)state;
    struct text moved = TEXT("date,lat,lon,kind\n2022-01-01,1,1,clash\n2022-09-14,39.85,69.6,clash\n");
    struct text one = told(text_of(two_lines), "a.csv", TEXT_NONE), two = told(moved, "b.csv", TEXT_NONE), line;
    assert_true(text_split(&one, '\n', &line));
    struct text key = text_slice(line, 2, text_find(line, TEXT(": "), 0));
    assert_true(text_find(two, key, 0) < two.size);
}

static void articles_are_no_tables(void **state) {
    (void)state;
    static const char *const texts[] = {
        "Clashes, shots, and a ceasefire\n\nOn Friday guards fired, wounded two, and left.\n",
        "{\"title\": \"Clashes\", \"text\": \"Guards fired.\", \"published\": \"2022-09-14\"}",
        "[{\"title\": \"Clashes\", \"date\": \"2022-09-14\"}]",
        "<rss><channel><item><title>Clashes</title></item></channel></rss>",
        "<html><body>date,lat,lon</body></html>",
        "",
        "a,b,c\n1,2,3\n",
        "date,lat,lon"};
    struct table_options options = {0};
    for (size_t i = 0; i + 1 < sizeof texts / sizeof *texts; i++)
        if (table_tells(text_of(texts[i]), TEXT("x"), &options, NULL))
            fail_msg("taken for a table: %s", texts[i]);
}

static void a_million_columns_are_refused_in_words(void **state) {
    (void)state;
    enum { COLUMNS = 1000000 };
    struct builder out = builder_new(arena);
    builder_add_c(&out, "date,lat,lon,kind");
    for (int i = 0; i < COLUMNS; i++)
        builder_add_c(&out, ",x");
    builder_add_c(&out, "\n2022-09-14,39.85,69.6,clash\n");
    struct text now = told(builder_text(&out), "wide.csv", TEXT_NONE);
    assert_true(text_find(now, TEXT("the header has 4096 columns or more"), 0) < now.size);
}

static void a_row_of_a_million_cells_leaves_the_others_alone(void **state) {
    (void)state;
    struct builder out = builder_new(arena);
    builder_add_c(&out, two_lines);
    for (int i = 0; i < 1000000; i++)
        builder_add_char(&out, ',');
    builder_add_c(&out, "\n2022-09-15,39.85,69.6,clash\n");
    struct text now = told(builder_text(&out), "wide.csv", TEXT_NONE);
    assert_true(text_find(now, TEXT("CSV: 2 accounts, 1 rejected"), 0) < now.size);
}

static void quotes_that_never_close_take_time_in_proportion(void **state) {
    (void)state;
    struct builder out = builder_new(arena);
    builder_add_c(&out, two_lines);
    for (int i = 0; i < 100000; i++)
        builder_add_c(&out, "2022-09-14,39.85,69.6,\"clash\"x\n");
    struct text now = told(builder_text(&out), "torn.csv", TEXT_NONE);
    assert_true(text_find(now, TEXT("CSV: 1 accounts, 100000 rejected"), 0) < now.size);
}

static void the_column_map_says_what_is_wrong_with_it(void **state) {
    (void)state;
    static const struct {
        const char *map, *says;
    } cases[] = {
        {"{}", "\"columns\" is missing"},
        {"{\"columns\": {\"when\": \"d\"}}", "columns.when: there is no such field"},
        {"{\"columns\": {\"date\": 3}}", "columns.date: wants the name of a column"},
        {"{\"columns\": {\"date\": \"date\"}}", "wants at least \"date\""},
        {"{\"columns\": {\"date\": \"date\", \"place\": \"kind\"}, \"dates\": \"ymd\"}", "dates: wants"},
        {"{\"columns\": {\"date\": \"date\", \"place\": \"kind\"}, \"kinds\": {\"x\": \"y\"}}",
         "kinds: x: 'y' is no kind"},
        {"{\"columns\": {\"date\": \"date\", \"place\": \"village\"}}", "wants a column 'village'"},
        {"{\"columns\": {\"date\": \"date\", \"place\": \"kind\"}, \"colums\": 1}", "there is no member \"colums\""},
        {"{", "line 1, column"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text now = told(text_of(two_lines), "a.csv", text_of(cases[i].map));
        if (text_find(now, text_of(cases[i].says), 0) >= now.size)
            fail_msg("%s: %.*s", cases[i].map, TEXT_ARGS(now));
    }
}

static struct gazetteer *open_gazetteer(void) {
    struct gazetteer *gazetteer;
    struct error error = {0};
    const char *data = getenv("BORDERMAP_TEST_DATA");
    assert_non_null(data);
    if (!gazetteer_open(file_join(arena, data, "gazetteer.bin"), &gazetteer, &error))
        fail_msg("%s", error.message);
    return gazetteer;
}

static void names_are_found_in_the_gazetteer(void **state) {
    (void)state;
    struct gazetteer *gazetteer = open_gazetteer();
    struct text bytes = TEXT("date,lat,lon,place,region,country,precision,party_1\n"
                             "2022-09-14,40.06,70.82,Batken,,Kyrgyzstan,exact,Government of Tajikistan\n"
                             "2022-09-14,19.81,93.98,Sittwe,Rakhine State,Myanmar (Burma),region,\n"
                             "2022-09-14,41,75,,,Kyrgyzstan,country,\n"
                             "2022-09-14,,,Batken,,Kyrgyzstan,,\n"
                             "2022-09-14,10,10,Batken,,,exact,\n");
    static const char *const refs[] = {"geonames:1528735", "admin1:MM-16", "country:KG", "geonames:1528735", "point:"};
    struct listing listing = {.out = builder_new(arena)};
    struct table_sink sink = {list_account, list_rejected, &listing, arena};
    struct table_options options = {.gazetteer = gazetteer};
    struct table_counts counts = {0};
    struct error error = {0};
    struct text rest = bytes, header, line;
    assert_true(text_split(&rest, '\n', &header));
    for (size_t i = 0; text_split(&rest, '\n', &line) && line.size > 0; i++) {
        struct text one = text_format(arena, "%.*s\n%.*s\n", TEXT_ARGS(header), TEXT_ARGS(line));
        if (!table_accounts_read(one, TEXT("x.csv"), &options, arena, &sink, &counts, &error))
            fail_msg("%s", error.message);
        struct text ref = listing.last.incident.place.ref;
        if (!text_starts(ref, text_of(refs[i])))
            fail_msg("%.*s: %.*s", TEXT_ARGS(line), TEXT_ARGS(ref));
        if (i == 0)
            assert_true(text_is(listing.last.incident.parties[0].ref, "country:TJ"));
    }
    gazetteer_close(gazetteer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_gives_what_stands_beside_it),
        cmocka_unit_test(the_same_row_has_the_same_key_wherever_it_stands),
        cmocka_unit_test(articles_are_no_tables),
        cmocka_unit_test(a_million_columns_are_refused_in_words),
        cmocka_unit_test(a_row_of_a_million_cells_leaves_the_others_alone),
        cmocka_unit_test(quotes_that_never_close_take_time_in_proportion),
        cmocka_unit_test(the_column_map_says_what_is_wrong_with_it),
        cmocka_unit_test(names_are_found_in_the_gazetteer),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

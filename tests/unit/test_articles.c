/* Every article of tests/articles through geoparsing and incident extraction, against what it says it must give. */
#include "testing.h"

#include "file.h"
#include "geoparse.h"
#include "incident.h"
#include "incident_find.h"
#include "json.h"
#include "reader.h"

#include <stdlib.h>

enum { ARTICLES_MAX = 512, ARTICLE_BYTES = 1 << 20 };

struct article_case {
    const char *name;
    struct article article;
    cJSON *root, *expect;
    struct geoparse geoparse;
    struct incident_list incidents;
};

static struct {
    struct arena *arena;
    struct gazetteer *gazetteer;
    struct lexicon *lexicon;
    struct article_case cases[ARTICLES_MAX];
    size_t count;
} fixture;

static bool read_case(const char *folder, struct text name, struct article_case *of, struct error *error) {
    struct text bytes;
    struct article_list articles = {0};
    struct reader_options options = {0};
    const char *path = file_join(fixture.arena, folder, text_c(fixture.arena, name));
    of->name = text_c(fixture.arena, name);
    if (!file_read(path, ARTICLE_BYTES, fixture.arena, &bytes, error) || !json_read(bytes, &of->root, error) ||
        !reader_read(text_of(path), bytes, &options, NULL, fixture.arena, &articles, error))
        return false;
    of->article = articles.items[0];
    of->expect = cJSON_GetObjectItemCaseSensitive(of->root, "expect");
    struct geoparse_options plain = {0};
    return geoparse_article(fixture.gazetteer, fixture.lexicon, &of->article, &plain, fixture.arena, &of->geoparse,
                            error) &&
           incident_find(fixture.gazetteer, fixture.lexicon, &of->article, &of->geoparse, fixture.arena, &of->incidents,
                         error);
}

static bool open_data(struct error *error) {
    const char *data = getenv("BORDERMAP_TEST_DATA");
    if (data == NULL)
        return error_set(error, ERROR_ENVIRONMENT, "BORDERMAP_TEST_DATA names no data folder");
    return gazetteer_open(file_join(fixture.arena, data, "gazetteer.bin"), &fixture.gazetteer, error) &&
           lexicon_open(file_join(fixture.arena, data, "lexicon"), fixture.arena, &fixture.lexicon, error);
}

static bool read_cases(struct error *error) {
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    if (source == NULL)
        return error_set(error, ERROR_ENVIRONMENT, "BORDERMAP_TEST_SOURCE names no source folder");
    const char *folder = file_join(fixture.arena, source, "tests/articles");
    struct text *names;
    size_t count;
    if (!file_list(folder, fixture.arena, &names, &count, error))
        return false;
    for (size_t i = 0; i < count && fixture.count < ARTICLES_MAX; i++)
        if (text_ends(names[i], TEXT(".json")) && !read_case(folder, names[i], &fixture.cases[fixture.count++], error))
            return error_context(error, "%.*s", TEXT_ARGS(names[i]));
    return true;
}

static int read_all(void **state) {
    (void)state;
    struct error error = {0};
    fixture.arena = arena_open();
    if (open_data(&error) && read_cases(&error))
        return 0;
    print_error("%s\n", error.message);
    return -1;
}

static int close_all(void **state) {
    (void)state;
    for (size_t i = 0; i < fixture.count; i++)
        cJSON_Delete(fixture.cases[i].root);
    gazetteer_close(fixture.gazetteer);
    arena_close(fixture.arena);
    return 0;
}

static struct text member(const cJSON *object, const char *key) {
    struct text value = TEXT_NONE;
    (void)json_find_text(object, key, &value);
    return value;
}

static const cJSON *list(const struct article_case *of, const char *key) {
    return cJSON_GetObjectItemCaseSensitive(of->expect, key);
}

/* The member is absent, the text, or a list that holds the text. */
static bool allows(const cJSON *object, const char *key, struct text actual) {
    const cJSON *allowed = cJSON_GetObjectItemCaseSensitive(object, key), *item;
    if (allowed == NULL)
        return true;
    if (cJSON_IsString(allowed))
        return text_is(actual, allowed->valuestring);
    cJSON_ArrayForEach(item, allowed) if (cJSON_IsString(item) && text_is(actual, item->valuestring)) return true;
    return false;
}

/* One line for each failure; the test fails at its end, when all are said. */
static void report(size_t *failures, const struct article_case *of, const char *what, const cJSON *item) {
    char *printed = cJSON_PrintUnformatted(item);
    print_error("%s: %s %s\n", of->name, what, printed);
    cJSON_free(printed);
    (*failures)++;
}

static bool touches(const struct article_case *of, struct span span, struct text needle) {
    struct text field = article_field_text(&of->article, span.field);
    for (size_t at = text_find(field, needle, 0); at < field.size; at = text_find(field, needle, at + 1))
        if (span.start < at + needle.size && at < span.end)
            return true;
    return false;
}

static bool is_place(const struct article_case *of, const struct mention *mention, const cJSON *expected) {
    if (mention->place == PLACE_NONE || !touches(of, mention->span, member(expected, "text")))
        return false;
    struct place place = gazetteer_place(fixture.gazetteer, mention->place);
    return allows(expected, "ref", place.ref) && allows(expected, "kind", text_of(place_kind_name(place.kind))) &&
           allows(expected, "type", text_of(mention_type_name(mention->type))) &&
           allows(expected, "country", place.country);
}

static bool has_place(const struct article_case *of, const cJSON *expected) {
    for (size_t m = 0; m < of->geoparse.mention_count; m++)
        if (is_place(of, &of->geoparse.mentions[m], expected))
            return true;
    return false;
}

static void every_article_gives_its_places(void **state) {
    (void)state;
    size_t failures = 0;
    const cJSON *expected;
    for (size_t i = 0; i < fixture.count; i++)
        cJSON_ArrayForEach(expected, list(&fixture.cases[i], "places")) if (!has_place(&fixture.cases[i], expected))
            report(&failures, &fixture.cases[i], "no place", expected);
    assert_int_equal(failures, 0);
}

static bool is_read_as_place(const struct article_case *of, struct text text) {
    for (size_t m = 0; m < of->geoparse.mention_count; m++) {
        const struct mention *mention = &of->geoparse.mentions[m];
        bool toponym = mention->place != PLACE_NONE && mention->type != MENTION_ORGANISATION;
        if (toponym && touches(of, mention->span, text))
            return true;
    }
    return false;
}

static void no_article_gives_places_that_are_none(void **state) {
    (void)state;
    size_t failures = 0;
    const cJSON *expected;
    for (size_t i = 0; i < fixture.count; i++)
        cJSON_ArrayForEach(expected, list(&fixture.cases[i],
                                          "not_places")) if (is_read_as_place(&fixture.cases[i],
                                                                              text_of(cJSON_GetStringValue(expected))))
            report(&failures, &fixture.cases[i], "is no place:", expected);
    assert_int_equal(failures, 0);
}

static bool has_relation(const struct article_case *of, struct text ref, const cJSON *expected) {
    for (size_t r = 0; r < of->geoparse.relation_count; r++) {
        const struct relation *relation = &of->geoparse.relations[r];
        bool kind = allows(expected, "kind", text_of(relation_kind_name(relation->kind)));
        if (kind && text_equal(relation->ref, ref) &&
            (expected == NULL || touches(of, relation->span, member(expected, "text"))))
            return true;
    }
    return false;
}

static void every_article_gives_its_borders(void **state) {
    (void)state;
    size_t failures = 0;
    const cJSON *expected;
    for (size_t i = 0; i < fixture.count; i++) {
        cJSON_ArrayForEach(expected, list(&fixture.cases[i],
                                          "borders")) if (!has_relation(&fixture.cases[i],
                                                                        text_of(cJSON_GetStringValue(expected)), NULL))
            report(&failures, &fixture.cases[i], "no border", expected);
        cJSON_ArrayForEach(expected,
                           list(&fixture.cases[i], "relations")) if (!has_relation(&fixture.cases[i],
                                                                                   member(expected, "ref"), expected))
            report(&failures, &fixture.cases[i], "no relation", expected);
    }
    assert_int_equal(failures, 0);
}

/* "2022-10-11" is the start, or a day of the span; "2021-04" and "2020" are what is known of the start. */
static bool is_date(const struct incident *incident, const cJSON *expected) {
    struct text said = member(expected, "date");
    if (said.size == 0)
        return true;
    struct date day;
    if (text_equal(said, date_write(fixture.arena, incident->date.start)))
        return true;
    return date_read(said, &day) && day.day > 0 && incident->date.start.day > 0 &&
           date_compare(incident->date.start, day) <= 0 && date_compare(day, incident->date.end) <= 0;
}

static bool is_count(struct count_range count, const cJSON *expected) {
    if (expected == NULL)
        return true;
    const cJSON *low = cJSON_GetObjectItemCaseSensitive(expected, "low"),
                *high = cJSON_GetObjectItemCaseSensitive(expected, "high");
    return (!cJSON_IsNumber(low) || (int64_t)low->valuedouble == count.low) &&
           (!cJSON_IsNumber(high) || (int64_t)high->valuedouble == count.high);
}

static bool has_parties(const struct incident *incident, const cJSON *expected) {
    const cJSON *party;
    cJSON_ArrayForEach(party, cJSON_GetObjectItemCaseSensitive(expected, "parties")) {
        bool found = false;
        for (size_t p = 0; p < incident->party_count; p++)
            found = found || text_is(incident->parties[p].ref, cJSON_GetStringValue(party));
        if (!found)
            return false;
    }
    return true;
}

static bool has_also(const struct incident *incident, const cJSON *expected) {
    const cJSON *ref;
    cJSON_ArrayForEach(ref, cJSON_GetObjectItemCaseSensitive(expected, "also")) {
        bool found = false;
        for (size_t i = 0; i < incident->also_count; i++)
            found = found || text_is(incident->also[i].ref, cJSON_GetStringValue(ref));
        if (!found)
            return false;
    }
    return true;
}

static bool has_claims(const struct incident *incident, const cJSON *expected) {
    const cJSON *claim;
    cJSON_ArrayForEach(claim, cJSON_GetObjectItemCaseSensitive(expected, "claims")) {
        bool found = false;
        for (size_t i = 0; i < incident->claim_count; i++)
            found = found || (text_equal(incident->claims[i].by, member(claim, "by")) &&
                              text_equal(text_of(incident->claims[i].what), member(claim, "what")));
        if (!found)
            return false;
    }
    return true;
}

static struct text place_words(const struct incident *incident) {
    for (size_t e = 0; e < incident->evidence_count; e++)
        if (text_is(text_of(incident->evidence[e].field), "place"))
            return incident->evidence[e].quote.text;
    return TEXT_NONE;
}

static bool holds(struct text whole, struct text part) {
    return text_find(whole, part, 0) <= whole.size;
}

/* The words that gave the place hold one of the member's. */
static bool is_told_at(const struct incident *incident, const cJSON *expected) {
    const cJSON *words = cJSON_GetObjectItemCaseSensitive(expected, "place_text"), *item;
    struct text told = place_words(incident);
    if (words == NULL)
        return true;
    if (cJSON_IsString(words))
        return holds(told, text_of(words->valuestring));
    cJSON_ArrayForEach(item, words) if (holds(told, text_of(cJSON_GetStringValue(item)))) return true;
    return false;
}

static bool is_incident(const struct incident *incident, const cJSON *expected) {
    return allows(expected, "kind", text_of(incident_kind_name(incident->kind))) &&
           allows(expected, "status", text_of(incident_status_name(incident->status))) &&
           allows(expected, "place", incident->place.ref) && is_told_at(incident, expected) &&
           is_date(incident, expected) && has_parties(incident, expected) && has_also(incident, expected) &&
           has_claims(incident, expected) &&
           is_count(incident->killed, cJSON_GetObjectItemCaseSensitive(expected, "killed")) &&
           is_count(incident->wounded, cJSON_GetObjectItemCaseSensitive(expected, "wounded"));
}

static bool has_incident(const struct article_case *of, const cJSON *expected) {
    for (size_t n = 0; n < of->incidents.count; n++)
        if (is_incident(&of->incidents.items[n], expected))
            return true;
    return false;
}

static void every_article_gives_its_incidents(void **state) {
    (void)state;
    size_t failures = 0;
    const cJSON *expected;
    for (size_t i = 0; i < fixture.count; i++)
        cJSON_ArrayForEach(expected,
                           list(&fixture.cases[i], "incidents")) if (!has_incident(&fixture.cases[i], expected))
            report(&failures, &fixture.cases[i], "no incident", expected);
    assert_int_equal(failures, 0);
}

static bool has_party_anywhere(const struct article_case *of, struct text ref) {
    for (size_t n = 0; n < of->incidents.count; n++)
        for (size_t p = 0; p < of->incidents.items[n].party_count; p++)
            if (text_equal(of->incidents.items[n].parties[p].ref, ref))
                return true;
    return false;
}

static void bystanders_are_never_parties(void **state) {
    (void)state;
    size_t failures = 0;
    const cJSON *expected;
    for (size_t i = 0; i < fixture.count; i++)
        cJSON_ArrayForEach(
            expected,
            list(&fixture.cases[i], "not_parties")) if (has_party_anywhere(&fixture.cases[i],
                                                                           text_of(cJSON_GetStringValue(expected))))
            report(&failures, &fixture.cases[i], "is a party:", expected);
    assert_int_equal(failures, 0);
}

static bool is_site_anywhere(const struct article_case *of, struct text words) {
    for (size_t n = 0; n < of->incidents.count; n++)
        if (text_equal(place_words(&of->incidents.items[n]), words))
            return true;
    return false;
}

static void governments_are_never_sites(void **state) {
    (void)state;
    size_t failures = 0;
    const cJSON *expected;
    for (size_t i = 0; i < fixture.count; i++)
        cJSON_ArrayForEach(expected, list(&fixture.cases[i],
                                          "not_sites")) if (is_site_anywhere(&fixture.cases[i],
                                                                             text_of(cJSON_GetStringValue(expected))))
            report(&failures, &fixture.cases[i], "is a site:", expected);
    assert_int_equal(failures, 0);
}

/* Where `points` code points end. */
static size_t byte_of(struct text text, size_t points) {
    size_t at = 0;
    while (points-- > 0 && text_next(text, &at) != 0)
        ;
    return at;
}

static void assert_quoted(const struct article *article, const struct quote *quote) {
    struct text field = article_field_text(article, quote->title ? ARTICLE_TITLE : ARTICLE_TEXT);
    assert_true(quote->start < quote->end);
    assert_true(text_equal(text_slice(field, byte_of(field, quote->start), byte_of(field, quote->end)), quote->text));
}

/* What is told of an incident is in the text, where its quotes say, and an unknown count is never zero. */
static void evidence_lies_in_the_text(void **state) {
    (void)state;
    for (size_t i = 0; i < fixture.count; i++) {
        const struct article_case *of = &fixture.cases[i];
        for (size_t n = 0; n < of->incidents.count; n++) {
            const struct incident *incident = &of->incidents.items[n];
            assert_true(incident->killed.low != 0 && incident->killed.high != 0);
            assert_true(incident->confidence >= 0 && incident->confidence <= 1);
            assert_quoted(&of->article, &incident->sentence);
            for (size_t e = 0; e < incident->evidence_count; e++)
                assert_quoted(&of->article, &incident->evidence[e].quote);
        }
    }
}

static void every_article_says_what_it_must_give(void **state) {
    (void)state;
    assert_true(fixture.count >= 14);
    for (size_t i = 0; i < fixture.count; i++) {
        const struct article_case *of = &fixture.cases[i];
        if (!cJSON_IsObject(of->expect) || !cJSON_IsArray(list(of, "places")) || !cJSON_IsArray(list(of, "incidents")))
            fail_msg("%s: \"expect\" needs \"places\" and \"incidents\"", of->name);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_article_says_what_it_must_give),  cmocka_unit_test(every_article_gives_its_places),
        cmocka_unit_test(no_article_gives_places_that_are_none), cmocka_unit_test(every_article_gives_its_borders),
        cmocka_unit_test(every_article_gives_its_incidents),     cmocka_unit_test(bystanders_are_never_parties),
        cmocka_unit_test(governments_are_never_sites),           cmocka_unit_test(evidence_lies_in_the_text),
    };
    return cmocka_run_group_tests(tests, read_all, close_all);
}

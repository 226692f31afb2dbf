/* report_fixture.h: a small article with what was found in it, made by hand on the small gazetteer: for tests of what
 * is written about articles. For one test program each. */
#ifndef BORDERMAP_REPORT_FIXTURE_H
#define BORDERMAP_REPORT_FIXTURE_H

#include "compile.h"
#include "document.h"
#include "small_source.h"

#include <string.h>

struct report_fixture {
    struct arena *arena;
    const char *folder;
    struct gazetteer *gazetteer;
    struct article article;
    struct mention mentions[5];
    struct relation relation;
    struct place_snapshot also;
    struct incident_party parties[2];
    struct incident_claim claim;
    struct evidence evidence[2];
    struct incident incidents[2];
    struct geoparse geoparse;
    struct incident_list list;
    struct reading_result result;
};

static struct report_fixture fixture;

static struct span span_of(enum article_field field, const char *words) {
    struct text whole = article_field_text(&fixture.article, field);
    size_t at = text_find(whole, text_of(words), 0);
    if (at > whole.size)
        fail_msg("\"%s\" is not in the article", words);
    return (struct span){field, (uint32_t)at, (uint32_t)(at + strlen(words))};
}

static struct quote quote_of(enum article_field field, const char *words) {
    struct span span = span_of(field, words);
    struct text whole = article_field_text(&fixture.article, field);
    return (struct quote){text_slice(whole, span.start, span.end), field == ARTICLE_TITLE,
                          (uint32_t)text_code_points(text_slice(whole, 0, span.start)),
                          (uint32_t)text_code_points(text_slice(whole, 0, span.end))};
}

static place_id place_called(const char *ref) {
    place_id id = gazetteer_place_of(fixture.gazetteer, text_of(ref));
    if (id == PLACE_NONE)
        fail_msg("there is no %s", ref);
    return id;
}

static struct place_snapshot snapshot_called(const char *ref) {
    struct place place = gazetteer_place(fixture.gazetteer, place_called(ref));
    return snapshot_of(&place);
}

static struct mention mention_of(enum article_field field, const char *words, enum mention_type type, const char *ref) {
    return (struct mention){.span = span_of(field, words), .type = type, .place = place_called(ref), .confidence = 0.9};
}

/* The places: the title's Горис, the text's Goris, a demonym, an organisation, and a name that is no place. */
static void make_mentions(void) {
    fixture.mentions[0] = mention_of(ARTICLE_TITLE, "Горис", MENTION_LITERAL, "geonames:1");
    fixture.mentions[1] = mention_of(ARTICLE_TEXT, "Горис", MENTION_LITERAL, "geonames:1");
    fixture.mentions[2] = mention_of(ARTICLE_TEXT, "армянские", MENTION_DEMONYM, "country:AM");
    fixture.mentions[3] = mention_of(ARTICLE_TEXT, "CSTO", MENTION_ORGANISATION, "org:CSTO");
    fixture.mentions[4] = mention_of(ARTICLE_TEXT, "Kapan", MENTION_LITERAL, "geonames:2");
    fixture.mentions[4].rejected = "name of a person";
    fixture.relation = (struct relation){.span = span_of(ARTICLE_TEXT, "у Горис"),
                                         .kind = RELATION_NEAR,
                                         .ref = TEXT("geonames:1"),
                                         .place = place_called("geonames:1"),
                                         .between = {place_called("country:AM"), place_called("country:AZ")},
                                         .point = {46.34167, 39.51111},
                                         .precision_km = 12.5,
                                         .confidence = 0.75};
}

static void make_incidents(void) {
    fixture.evidence[0] = (struct evidence){"kind", quote_of(ARTICLE_TITLE, "fire")};
    fixture.evidence[1] = (struct evidence){"place", quote_of(ARTICLE_TEXT, "Горис")};
    fixture.also = snapshot_called("geonames:2");
    fixture.parties[0] = (struct incident_party){.ref = TEXT("country:AM"), .side = TEXT("a")};
    fixture.parties[1] = (struct incident_party){.ref = TEXT("country:AZ"), .side = TEXT("b")};
    fixture.claim = (struct incident_claim){TEXT("country:AM"), "accuses", quote_of(ARTICLE_TEXT, "сказал Ереван")};
    fixture.incidents[0] = (struct incident){.id = TEXT("2022-09-13-shelling"),
                                             .kind = INCIDENT_SHELLING,
                                             .status = STATUS_NEWS,
                                             .date = {.start = {2022, 9, 12}, .end = {2022, 9, 13}, .deduced = true},
                                             .place = snapshot_called("geonames:1"),
                                             .point = {46.34167, 39.51111},
                                             .precision_km = 5,
                                             .precision = PRECISION_NEAR,
                                             .also = &fixture.also,
                                             .also_count = 1,
                                             .parties = fixture.parties,
                                             .party_count = 2,
                                             .killed = {12, -1},
                                             .wounded = {-1, -1},
                                             .claims = &fixture.claim,
                                             .claim_count = 1,
                                             .evidence = fixture.evidence,
                                             .evidence_count = 2,
                                             .confidence = 0.85};
    fixture.incidents[1] = (struct incident){.id = TEXT("tension"),
                                             .kind = INCIDENT_TENSION,
                                             .status = STATUS_ONGOING,
                                             .killed = {-1, -1},
                                             .wounded = {3, 5},
                                             .confidence = 0.5};
}

static int open_report(void **state) {
    (void)state;
    struct error error = {0};
    fixture.arena = arena_open();
    fixture.folder = write_small_source(fixture.arena);
    const char *path = file_join(fixture.arena, fixture.folder, "gazetteer.bin");
    if (!compile_gazetteer(fixture.folder, path, NULL, &error) || !gazetteer_open(path, &fixture.gazetteer, &error)) {
        print_error("%s\n", error.message);
        return -1;
    }
    fixture.article = (struct article){.id = TEXT("a"),
                                       .path = TEXT("a.txt"),
                                       .title = TEXT("“Горис”: fire"),
                                       .text = TEXT("Ночью 𝒳 — у Горис армянские, CSTO. Kapan, сказал Ереван."),
                                       .language = TEXT("ru"),
                                       .published = {2022, 9, 14},
                                       .published_given = true};
    make_mentions();
    make_incidents();
    fixture.geoparse = (struct geoparse){
        .mentions = fixture.mentions, .mention_count = 5, .relations = &fixture.relation, .relation_count = 1};
    fixture.list = (struct incident_list){.items = fixture.incidents, .count = 2};
    fixture.result = (struct reading_result){fixture.gazetteer, &fixture.article, &fixture.geoparse, &fixture.list};
    return 0;
}

static int close_report(void **state) {
    (void)state;
    gazetteer_close(fixture.gazetteer);
    remove_small_source(fixture.folder);
    arena_close(fixture.arena);
    return 0;
}

#endif

/* What is written about an article: documents, GeoJSON, tables, CSV and manifest, to the letter. */
#include "explanation.h"
#include "json.h"
#include "manifest.h"
#include "offsets.h"
#include "report_fixture.h"
#include "summary.h"

#define GORIS                                                                                                          \
    "\"kind\":\"point\",\"type\":\"literal\",\"ref\":\"geonames:1\",\"name\":\"Goris\",\"lat\":39.51111,"              \
    "\"lon\":46.34167,\"country\":\"AM\",\"geonameid\":1,\"confidence\":0.9}"
#define GORIS_IN_TITLE "{\"start\":1,\"end\":6,\"field\":\"title\",\"text\":\"Горис\"," GORIS
#define GORIS_IN_TEXT "{\"start\":12,\"end\":17,\"text\":\"Горис\"," GORIS
#define ARMENIANS                                                                                                      \
    "{\"start\":18,\"end\":27,\"text\":\"армянские\",\"kind\":\"country\",\"type\":\"demonym\","              \
    "\"ref\":\"country:AM\",\"name\":\"Armenia\",\"lat\":40,\"lon\":45,\"country\":\"AM\",\"geonameid\":174982,"       \
    "\"confidence\":0.9}"
#define NEAR_GORIS                                                                                                     \
    "{\"start\":10,\"end\":17,\"text\":\"у Горис\",\"kind\":\"near\",\"ref\":\"geonames:1\","                    \
    "\"between\":[\"country:AM\",\"country:AZ\"],\"lat\":39.51111,\"lon\":46.34167,\"precision_km\":12.5,"             \
    "\"confidence\":0.75}"
#define SHELLING_MEMBERS "\"id\":\"2022-09-13-shelling\"," SHELLING_REST
#define SHELLING_OF_RUN "\"article\":\"a\",\"id\":\"a/2022-09-13-shelling\"," SHELLING_REST
#define SHELLING_REST                                                                                                          \
    "\"kind\":\"shelling\",\"date\":{\"start\":\"2022-09-12\",\"end\":\"2022-09-13\","                                         \
    "\"precision\":\"day\",\"deduced\":true},\"place\":{\"ref\":\"geonames:1\",\"name\":\"Goris\",\"kind\":\"point\","         \
    "\"lat\":39.51111,\"lon\":46.34167,\"precision\":\"near\",\"precision_km\":5},\"also\":[\"geonames:2\"],"                  \
    "\"parties\":[{\"ref\":\"country:AM\",\"side\":\"a\"},{\"ref\":\"country:AZ\",\"side\":\"b\"}],"                           \
    "\"killed\":{\"low\":12,\"high\":null},\"wounded\":null,\"status\":\"news\",\"claims\":[{\"by\":\"country:AM\","           \
    "\"what\":\"accuses\",\"start\":42,\"end\":55,\"text\":\"сказал Ереван\"}],\"evidence\":[{\"field\":\"kind\"," \
    "\"start\":9,\"end\":13,\"in\":\"title\",\"text\":\"fire\"},{\"field\":\"place\",\"start\":12,\"end\":17,"                 \
    "\"text\":\"Горис\"}],\"confidence\":0.85}"
#define TENSION_MEMBERS "\"id\":\"tension\"," TENSION_REST
#define TENSION_OF_RUN "\"article\":\"a\",\"id\":\"a/tension\"," TENSION_REST
#define TENSION_REST                                                                                                   \
    "\"kind\":\"tension\",\"date\":{\"precision\":\"unknown\"},\"place\":null,\"parties\":[],"                         \
    "\"killed\":null,\"wounded\":{\"low\":3,\"high\":5},\"status\":\"ongoing\",\"claims\":[],\"evidence\":[],"         \
    "\"confidence\":0.5}"
#define INCIDENTS "\"incidents\":[{" SHELLING_MEMBERS ",{" TENSION_MEMBERS "]"

static void a_document_tells_places_relations_and_incidents(void **state) {
    (void)state;
    struct document_options options = {0};
    assert_text(document_write(&fixture.result, &options, fixture.arena),
                "{\"id\":\"a\",\"lang\":\"ru\",\"toponyms\":[" GORIS_IN_TITLE "," GORIS_IN_TEXT "," ARMENIANS
                "],\"relations\":[" NEAR_GORIS "]," INCIDENTS "}\n");
}

static void demonyms_can_be_left_out_and_the_text_can_stand_in_the_document(void **state) {
    (void)state;
    struct document_options options = {.no_demonyms = true, .with_text = true};
    assert_text(document_write(&fixture.result, &options, fixture.arena),
                "{\"id\":\"a\",\"lang\":\"ru\",\"title\":\"“Горис”: fire\","
                "\"text\":\"Ночью 𝒳 — у Горис армянские, CSTO. Kapan, сказал Ереван.\",\"published\":\"2022-09-14\","
                "\"toponyms\":[" GORIS_IN_TITLE "," GORIS_IN_TEXT "],\"relations\":[" NEAR_GORIS "]," INCIDENTS "}\n");
}

static void a_failed_document_says_why_in_one_line(void **state) {
    (void)state;
    assert_text(document_write_error(TEXT("x\"y"), "line 1: bad\ttab", fixture.arena),
                "{\"id\":\"x\\\"y\",\"error\":\"line 1: bad\\ttab\"}\n");
}

/* Strips blanks between the members: what an indented document says, on one line. */
static struct text without_indent(struct text json) {
    struct builder out = builder_new(fixture.arena);
    bool quoted = false;
    for (size_t i = 0; i < json.size; i++) {
        char c = json.data[i];
        quoted ^= c == '"' && (i == 0 || json.data[i - 1] != '\\');
        if (quoted || (c != ' ' && c != '\n'))
            builder_add_char(&out, c);
    }
    return builder_text(&out);
}

static void features_have_a_point_or_no_geometry(void **state) {
    (void)state;
    struct builder features = builder_new(fixture.arena);
    struct json_writer json = json_at_depth(&features, true, 2, false);
    document_add_features(&json, fixture.article.id, &fixture.list, fixture.arena);
    struct text written = document_write_features(builder_text(&features), fixture.arena);
    assert_text(without_indent(written),
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
                "\"coordinates\":[46.34167,39.51111]},\"properties\":{" SHELLING_OF_RUN "},"
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{" TENSION_OF_RUN "}]}");
    assert_true(text_starts(written, TEXT("{\n  \"type\": \"FeatureCollection\",\n  \"features\": [\n    {\n")));
    assert_true(text_ends(written, TEXT("\n    }\n  ]\n}\n")));
}

static void offsets_count_code_points_over_block_borders(void **state) {
    (void)state;
    struct builder text = builder_new(fixture.arena);
    for (int i = 0; i < 100; i++)
        builder_add_c(&text, "a𝒳й—"); /* 1, 4, 2 and 3 bytes */
    struct article article = {.title = TEXT("й"), .text = builder_text(&text)};
    struct offsets offsets = offsets_count(&article, fixture.arena);
    for (uint32_t i = 0; i < 100; i++) {
        assert_int_equal(offsets_at(&offsets, ARTICLE_TEXT, 10 * i), 4 * i);
        assert_int_equal(offsets_at(&offsets, ARTICLE_TEXT, 10 * i + 1), 4 * i + 1);
        assert_int_equal(offsets_at(&offsets, ARTICLE_TEXT, 10 * i + 5), 4 * i + 2);
        assert_int_equal(offsets_at(&offsets, ARTICLE_TEXT, 10 * i + 7), 4 * i + 3);
    }
    assert_int_equal(offsets_at(&offsets, ARTICLE_TEXT, 1000), 400);
    assert_int_equal(offsets_at(&offsets, ARTICLE_TEXT, 2000), 400);
    assert_int_equal(offsets_at(&offsets, ARTICLE_TITLE, 2), 1);
}

#define CSV_HEAD "article,field,start,end,text,kind,type,ref,name,country,lat,lon,confidence\r\n"

static void csv_has_a_row_a_mention(void **state) {
    (void)state;
    assert_text(summary_write_csv(&fixture.result, true, fixture.arena),
                CSV_HEAD "a,title,1,6,Горис,point,literal,geonames:1,Goris,AM,39.51111,46.34167,0.9\r\n"
                         "a,text,12,17,Горис,point,literal,geonames:1,Goris,AM,39.51111,46.34167,0.9\r\n"
                         "a,text,18,27,армянские,country,demonym,country:AM,Armenia,AM,40,45,0.9\r\n");
}

/* The first row of an article that says the words, which are its only mention. */
static struct text csv_of(const char *id, const char *words) {
    struct article article = {.id = text_of(id), .text = text_of(words)};
    struct mention mention = {.span = {ARTICLE_TEXT, 0, (uint32_t)strlen(words)}, .place = place_called("geonames:5")};
    struct geoparse geoparse = {.mentions = &mention, .mention_count = 1};
    struct incident_list none = {0};
    struct reading_result result = {fixture.gazetteer, &article, &geoparse, &none};
    return summary_write_csv(&result, false, fixture.arena);
}

static void csv_quotes_what_would_part_cells_or_rows(void **state) {
    (void)state;
    assert_text(csv_of("a,b", "Lexington"), "\"a,b\",text,0,9,Lexington,point,literal,geonames:5,\"Lexington, Old\","
                                            "US,33.98,-81.23,0\r\n");
    assert_holds(csv_of("a", "the \"Old\" town").data, ",\"the \"\"Old\"\" town\",");
    assert_holds(csv_of("a", "New\nTown").data, ",\"New\nTown\",");
    assert_holds(csv_of("a", "New\rTown").data, ",\"New\rTown\",");
    assert_holds(csv_of("a", "New;Town").data, ",New;Town,");
}

static void a_summary_names_each_place_once_and_counts_it(void **state) {
    (void)state;
    char *summary = text_c(fixture.arena, summary_write(&fixture.result, fixture.arena));
    assert_int_equal(strncmp(summary, "a: “Горис”: fire (ru, 2022-09-14)\nplaces:\n", 49), 0);
    assert_holds(summary, "39.511 46.342  sure 0.9  ×2\n");
    assert_null(strstr(summary, "CSTO"));
    assert_null(strstr(summary, "Kapan"));
    assert_holds(summary, "within 13 km\n");
    assert_holds(summary, "2022-09-12?");
    assert_holds(summary, "between country:AM, country:AZ, killed at least 12  sure 0.85\n");
    assert_holds(summary, "no date        no place");
    assert_holds(summary, ", wounded 3 to 5  sure 0.5\n");
}

static void an_explanation_says_how_much_speaks_for_a_place_and_how_much_is_needed(void **state) {
    (void)state;
    struct mention *mention = &fixture.result.geoparse->mentions[0];
    mention->belief = 0.5;
    char *words = text_c(fixture.arena, explanation_write(&fixture.result, fixture.arena));
    mention->belief = 0;
    assert_holds(words, "confidence 0.9, 0.5 speaks for a place (0.95 is needed)\n");
}

static void an_explanation_says_why_a_name_is_no_place(void **state) {
    (void)state;
    char *words = text_c(fixture.arena, explanation_write(&fixture.result, fixture.arena));
    assert_holds(words, "“Горис” (title 1–6): literal, confidence 0.9\n");
    assert_holds(words, "“Kapan” (text 35–40): no place: name of a person\n");
}

/* A manifest of the article and one map. */
static struct text manifest_of(const struct map *map, size_t articles) {
    struct geodata_source source = {
        .path = TEXT("tables/places.csv"), .source = TEXT("GeoNames"), .version = TEXT("1"), .licence = TEXT("CC BY")};
    struct geodata geodata = {.directory = "data", .sources = &source, .count = 1};
    struct manifest_file file = {TEXT("1-am-az.svg"), TEXT("svg"), "abc"};
    struct manifest manifest = manifest_new(fixture.arena);
    struct arena *scratch = arena_open();
    const struct article *article = &fixture.article;
    struct story story = {.source = {.article = article->id,
                                     .title = article->title,
                                     .publisher = article->source,
                                     .url = article->url,
                                     .language = article->language,
                                     .published = article->published},
                          .incidents = fixture.list};
    for (size_t i = 0; i < articles; i++)
        manifest_add_story(&manifest, &story, scratch);
    manifest_add_map(&manifest, TEXT("a"), fixture.gazetteer, map, &file, 1, scratch);
    arena_close(scratch);
    return without_indent(manifest_write(&manifest, "1.2", &geodata, fixture.arena));
}

static struct map small_map(const struct incident **incidents, struct text *credits) {
    return (struct map){.plan = {.id = TEXT("1-am-az"),
                                 .title = TEXT("Fire"),
                                 .subtitle = TEXT("Goris"),
                                 .lang = TEXT("en"),
                                 .as_of = {2022, 9, 14},
                                 .borders = {place_called("river:aras")},
                                 .border_count = 1,
                                 .incidents = incidents,
                                 .incident_count = 1},
                        .scene = {.width = 1200, .height = 900},
                        .caption = TEXT("A caption"),
                        .alt = TEXT("A map"),
                        .crs = TEXT("+proj=laea"),
                        .bounds = {170, -20, 190, -10},
                        .labels = {.wanted = {1, 2, 3, 4}, .placed = {1, 2, 3, 0}, .preferred_share = 0.5},
                        .credits = credits,
                        .credit_count = 1};
}

#define MANIFEST_HEAD                                                                                                  \
    "{\"manifest\":1,\"tool\":\"bordermap\",\"version\":\"1.2\",\"data\":{\"tables/"                                   \
    "places.csv\":{\"source\":\"GeoNames\","                                                                           \
    "\"version\":\"1\",\"licence\":\"CC BY\"}},"
#define MANIFEST_ARTICLE "{\"id\":\"a\",\"title\":\"“Горис”: fire\",\"language\":\"ru\",\"published\":\"2022-09-14\"}"
#define MANIFEST_MAP                                                                                                   \
    "\"maps\":[{\"id\":\"1-am-az\",\"article\":\"a\",\"title\":\"Fire\",\"subtitle\":\"Goris\","                       \
    "\"caption\":\"A caption\",\"alt\":\"A "                                                                           \
    "map\",\"lang\":\"en\",\"as_of\":\"2022-09-14\",\"bbox\":[170,-20,-170,-10],"                                      \
    "\"crs\":\"+proj=laea\",\"width\":1200,\"height\":900,\"files\":[{\"path\":\"1-am-az.svg\",\"format\":\"svg\","    \
    "\"sha256\":\"abc\"}],\"places\":[],\"incidents\":[\"a/2022-09-13-shelling\"],\"borders\":[\"aras\"],"             \
    "\"labels\":{\"wanted\":[1,2,3,4],\"placed\":[1,2,3,0],\"overlaps\":0,\"gaps_under_3px\":0,\"dots_covered\":0,"    \
    "\"border_crossings\":0,\"country_names_crossing\":0,\"off_page\":0,\"ambiguous\":0,\"points\":0,"                 \
    "\"foreign_share\":0,\"mean_distance\":0,"                                                                         \
    "\"preferred_share\":0.5,\"missing\":[]},\"credits\":[\"© the makers\"]}]"

static void a_manifest_tells_data_article_maps_and_incidents(void **state) {
    (void)state;
    const struct incident *drawn = &fixture.incidents[0];
    struct text credit = TEXT("© the makers");
    struct map map = small_map(&drawn, &credit);
    assert_text(manifest_of(&map, 1), MANIFEST_HEAD "\"article\":" MANIFEST_ARTICLE "," MANIFEST_MAP
                                                    ",\"incidents\":[{" SHELLING_OF_RUN ",{" TENSION_OF_RUN "]}");
}

static void a_manifest_of_several_articles_lists_them(void **state) {
    (void)state;
    const struct incident *drawn = &fixture.incidents[0];
    struct text credit = TEXT("© the makers");
    struct map map = small_map(&drawn, &credit);
    assert_text(manifest_of(&map, 2), MANIFEST_HEAD "\"articles\":[" MANIFEST_ARTICLE "," MANIFEST_ARTICLE
                                                    "]," MANIFEST_MAP ",\"incidents\":[{" SHELLING_OF_RUN
                                                    ",{" TENSION_OF_RUN ",{" SHELLING_OF_RUN ",{" TENSION_OF_RUN "]}");
}

static void an_empty_manifest_is_sound(void **state) {
    (void)state;
    struct manifest manifest = manifest_new(fixture.arena);
    struct geodata nothing = {.directory = "data"};
    assert_text(without_indent(manifest_write(&manifest, "1.2", &nothing, fixture.arena)),
                "{\"manifest\":1,\"tool\":\"bordermap\",\"version\":\"1.2\",\"data\":{},\"articles\":[],\"maps\":[],"
                "\"incidents\":[]}");
    assert_text(without_indent(manifest_write_geojson(&manifest, fixture.arena)),
                "{\"type\":\"FeatureCollection\",\"features\":[]}");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_tells_places_relations_and_incidents),
        cmocka_unit_test(demonyms_can_be_left_out_and_the_text_can_stand_in_the_document),
        cmocka_unit_test(a_failed_document_says_why_in_one_line),
        cmocka_unit_test(features_have_a_point_or_no_geometry),
        cmocka_unit_test(offsets_count_code_points_over_block_borders),
        cmocka_unit_test(csv_has_a_row_a_mention),
        cmocka_unit_test(csv_quotes_what_would_part_cells_or_rows),
        cmocka_unit_test(a_summary_names_each_place_once_and_counts_it),
        cmocka_unit_test(an_explanation_says_why_a_name_is_no_place),
        cmocka_unit_test(an_explanation_says_how_much_speaks_for_a_place_and_how_much_is_needed),
        cmocka_unit_test(a_manifest_tells_data_article_maps_and_incidents),
        cmocka_unit_test(a_manifest_of_several_articles_lists_them),
        cmocka_unit_test(an_empty_manifest_is_sound),
    };
    return cmocka_run_group_tests(tests, open_report, close_report);
}

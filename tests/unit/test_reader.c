#include "reader_fixture.h"

static void plain_text_with_a_first_line_apart_has_a_title(void **state) {
    struct fixture *fixture = *state;
    assert_true(read_bytes(
        fixture, "dir/news one.txt",
        TEXT("Clashes on the border\n\nTroops fired near the village on Monday. Nobody was hurt, officials said.\n")));
    const struct article *article = &fixture->articles.items[0];
    assert_text(article->title, "Clashes on the border");
    assert_text(article->text, "Troops fired near the village on Monday. Nobody was hurt, officials said.");
    assert_text(article->id, "news-one");
    assert_text(article->language, "en");
    assert_false(article->published_given);
}

static void a_head_of_lines_gives_date_and_source(void **state) {
    struct fixture *fixture = *state;
    assert_true(read_bytes(fixture, "a.txt",
                           TEXT("Title: Notte di scontri\nPublished: 2024-05-02\nSource: Redazione\n\nGli scontri sono "
                                "ripresi nella notte lungo il confine.")));
    const struct article *article = &fixture->articles.items[0];
    assert_text(article->title, "Notte di scontri");
    assert_int_equal(article->published.month, 5);
    assert_text(article->source, "Redazione");
    assert_text(article->text, "Gli scontri sono ripresi nella notte lungo il confine.");
}

static void heads_are_read_in_the_languages_of_news(void **state) {
    struct fixture *fixture = *state;
    assert_true(read_bytes(fixture, "ru.txt",
                           TEXT("Заголовок: Бой\nОпубликовано: 28 ноября 2025 г.\nИсточник: ТАСС\n\nПогибли трое.")));
    assert_true(read_bytes(fixture, "fr.txt", TEXT("Combats\n\nPublié : 3 août 2025\nSource : AFP\n\nDes combats.")));
    assert_true(read_bytes(fixture, "de.txt", TEXT("Titel: Kampf\nDatum: 28.11.2025\n\nDrei Tote.")));
    const struct article *articles = fixture->articles.items;
    assert_int_equal(date_days(articles[0].published), date_days((struct date){2025, 11, 28}));
    assert_true(text_is(articles[0].source, "ТАСС"));
    assert_true(text_is(articles[0].text, "Погибли трое."));
    assert_int_equal(date_days(articles[1].published), date_days((struct date){2025, 8, 3}));
    assert_int_equal(date_days(articles[2].published), date_days((struct date){2025, 11, 28}));
}

static void a_head_may_stand_below_the_title(void **state) {
    struct fixture *fixture = *state;
    assert_true(
        read_bytes(fixture, "a.txt", TEXT("Clashes at the ford\nPublished: 2024-05-02\n\nTroops fired at dawn.")));
    assert_true(read_bytes(fixture, "b.txt", TEXT("Clashes at the ford\n\nPublished: soon\n\nTroops fired at dawn.")));
    assert_text(fixture->articles.items[0].title, "Clashes at the ford");
    assert_int_equal(fixture->articles.items[0].published.day, 2);
    assert_text(fixture->articles.items[0].text, "Troops fired at dawn.");
    assert_text(fixture->articles.items[1].text, "Troops fired at dawn.");
    assert_holds(fixture->notes, "its date 'soon' cannot be read");
}

static void a_long_first_line_is_text(void **state) {
    struct fixture *fixture = *state;
    assert_true(read_bytes(fixture, "a.txt", TEXT("The first sentence ends with a full stop.\n\nThe second follows.")));
    assert_text(fixture->articles.items[0].title, "");
}

static const char page[] =
    "<!DOCTYPE html><html lang=\"fr-FR\"><head><title>Combats | Journal</title><meta property=\"og:title\" "
    "content=\"Combats à la frontière\">"
    "<meta property=\"article:published_time\" content=\"2023-04-05T08:00:00+02:00\"><meta property=\"og:site_name\" "
    "content=\"Journal\">"
    "<script>var Paris = 'Londres';</script></head><body><nav><p>Accueil Monde Afrique Europe Sport et bien plus "
    "encore</p></nav>"
    "<article><h1>Combats à la frontière</h1><p>Des combats ont éclaté mardi près de la ville, a indiqué l'armée.</p>"
    "<p>Le poste <b>frontière</b> est fermé depuis l'aube, selon la même source.</p></article>"
    "<footer><p>Tous droits réservés, Journal, Paris, conditions générales</p></footer></body></html>";

static void a_page_gives_main_text_and_metadata(void **state) {
    struct fixture *fixture = *state;
    assert_true(read_bytes(fixture, "p.html", text_of(page)));
    const struct article *article = &fixture->articles.items[0];
    assert_text(article->title, "Combats à la frontière");
    assert_text(article->text,
                "Des combats ont éclaté mardi près de la ville, a indiqué l'armée.\n\nLe poste frontière est fermé "
                "depuis l'aube, selon la même source.");
    assert_text(article->language, "fr");
    assert_text(article->source, "Journal");
    assert_true(date_equal(article->published, (struct date){2023, 4, 5}));
}

static void a_page_may_be_nested_deeply(void **state) {
    struct fixture *fixture = *state;
    struct arena *arena = fixture->arena;
    char *deep = arena_alloc(arena, 5 * 400 + 300, 1);
    strcpy(deep, "<html><body><p>The first paragraph is long enough to be read by anybody.</p>");
    for (int i = 0; i < 400; i++)
        strcat(deep, "<div>");
    strcat(deep, "<p>The deepest paragraph of them is read as well.</p>");
    assert_true(read_bytes(fixture, "deep.html", text_of(deep)));
    assert_string_equal(fixture->notes, "");
    assert_holds(fixture->articles.items[0].text.data, "The deepest paragraph of them");
}

static void older_encodings_are_read_by_declaration_and_by_mark(void **state) {
    struct fixture *fixture = *state;
    assert_true(read_bytes(
        fixture, "k.html",
        TEXT("<html><head><meta charset=\"koi8-r\"></head><body><p>\xe2\xcf\xc9 \xce\xc1 "
             "\xc7\xd2\xc1\xce\xc9\xc3\xc5 \xd0\xd2\xcf\xc4\xcf\xcc\xd6\xc1\xc0\xd4\xd3\xd1 \xd4\xd2\xc5\xd4\xc9\xca "
             "\xc4\xc5\xce\xd8</p></body></html>")));
    assert_text(fixture->articles.items[0].text, "Бои на границе продолжаются третий день");
    assert_true(read_bytes(fixture, "u.txt", (struct text){"\xFF\xFE\x11\x04\x3E\x04\x38\x04", 8}));
    assert_text(fixture->articles.items[1].text, "Бои");
}

static void a_few_broken_bytes_are_replaced_and_said(void **state) {
    struct fixture *fixture = *state;
    char text[600];
    memset(text, 'a', sizeof text);
    text[300] = '\xFF';
    assert_true(read_bytes(fixture, "b.txt", (struct text){text, sizeof text}));
    assert_holds(fixture->notes, "1 broken UTF-8");
    assert_true(text_is_utf8(fixture->articles.items[0].text, NULL));
}

static void json_articles_come_one_or_many(void **state) {
    struct fixture *fixture = *state;
    assert_true(read_bytes(
        fixture, "a.json",
        TEXT("{\"title\":\"T\",\"text\":\"Body of it.\",\"published\":\"2022-09-14\",\"language\":\"it\"}")));
    assert_true(read_bytes(fixture, "b.json", TEXT("[{\"text\":\"one\"},{\"txt\":1},{\"id\":7,\"text\":\"two\"}]")));
    assert_int_equal(fixture->articles.count, 3);
    assert_text(fixture->articles.items[0].language, "it");
    assert_text(fixture->articles.items[1].id, "b-21ca5caf"); /* by its words, not its place in the list */
    assert_text(fixture->articles.items[2].id, "7");
    assert_holds(fixture->notes, "item 2");
    assert_true(read_bytes(fixture, "c.jsonl", TEXT("{\"text\":\"x\"}\n{bad}\n{\"text\":\"y\"}\n")));
    assert_int_equal(fixture->articles.count, 5);
    assert_holds(fixture->notes, "line 2");
}

static void feeds_give_an_article_an_item(void **state) {
    struct fixture *fixture = *state;
    assert_true(read_bytes(
        fixture, "f.xml",
        TEXT("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Desk</title><language>en</language><item>"
             "<title>Shelling</title><pubDate>Wed, 14 Sep 2022 10:00:00 GMT</pubDate>"
             "<description>&lt;p&gt;Shells fell.&lt;/p&gt;</description></item></channel></rss>")));
    const struct article *article = &fixture->articles.items[0];
    assert_text(article->title, "Shelling");
    assert_text(article->text, "Shells fell.");
    assert_text(article->source, "Desk");
    assert_true(date_equal(article->published, (struct date){2022, 9, 14}));
    assert_true(
        read_bytes(fixture, "a.xml",
                   TEXT("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>D</title><entry><title>E</title>"
                        "<published>2021-01-02T00:00:00Z</published><summary>Text of it</summary></entry></feed>")));
    assert_text(fixture->articles.items[1].text, "Text of it");
}

static void what_is_no_article_is_refused_with_its_reason(void **state) {
    struct fixture *fixture = *state;
    static const struct {
        const char *path;
        struct text bytes;
        const char *why;
    } cases[] = {{"e.txt", {"", 0}, "e.txt: the file is empty"},
                 {"e.txt", {" \n\t", 3}, "e.txt: the file is empty"},
                 {"b.bin", {"abc\0def", 7}, "b.bin: this is binary data"},
                 {"d.png", {"\x89PNG ........", 12}, "d.png: this is binary data"},
                 {"d.pdf", {"%PDF-1.5 ...", 12}, "d.pdf: "},
                 {"n.json", {"{\"a\": nonsense", 14}, "n.json: line 1"},
                 {"n.json", {"{\"a\": 1}", 8}, "n.json: there is no \"text\""},
                 {"n.json", {"{\"text\":\"x\",\"published\":\"soon\"}", 31}, "\"published\" is 'soon'"},
                 {"x.xml", {"<?xml version=\"1.0\"?><cars/>", 28}, "x.xml: this XML is no article and no feed"},
                 {"x.xml", {"<?xml version=\"1.0\"?><rss><channel>", 35}, "x.xml: the feed has no items"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(read_bytes(fixture, cases[i].path, cases[i].bytes));
        assert_int_equal(fixture->error.kind, ERROR_INPUT);
        assert_holds(fixture->error.message, cases[i].why);
        assert_int_equal(fixture->articles.count, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(plain_text_with_a_first_line_apart_has_a_title, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(heads_are_read_in_the_languages_of_news, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_head_of_lines_gives_date_and_source, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_head_may_stand_below_the_title, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_long_first_line_is_text, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_page_gives_main_text_and_metadata, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_page_may_be_nested_deeply, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(older_encodings_are_read_by_declaration_and_by_mark, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(a_few_broken_bytes_are_replaced_and_said, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(json_articles_come_one_or_many, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(feeds_give_an_article_an_item, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(what_is_no_article_is_refused_with_its_reason, open_fixture, close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

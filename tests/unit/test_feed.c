/* Feeds of all kinds, as they come: their items, dates, names and encodings. */
#include "reader_fixture.h"

#define RSS(items)                                                                                                     \
    "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\" "                       \
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"        \
    "<channel><title>Desk</title><language>en</language>" items "</channel></rss>"
#define ATOM(entries)                                                                                                  \
    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\"><title>Desk</title>"                                  \
    "<updated>2024-05-03T08:00:00Z</updated>" entries "</feed>"

static const struct article *read_feed(struct fixture *fixture, const char *bytes, size_t expected) {
    size_t before = fixture->articles.count;
    assert_true(read_bytes(fixture, "feed", text_of(bytes)));
    assert_int_equal(fixture->articles.count - before, expected);
    return &fixture->articles.items[before];
}

static void an_entry_of_atom_is_read_once(void **state) {
    const struct article *articles =
        read_feed(*state,
                  ATOM("<entry><title>A</title><id>urn:1</id><link rel=\"self\" href=\"https://x.example/self\"/>"
                       "<link href=\"https://x.example/1\"/><published>2024-05-02T10:00:00Z</published>"
                       "<summary>One was hurt.</summary></entry><entry><title>B</title></entry>"),
                  2);
    assert_text(articles[0].title, "A");
    assert_text(articles[0].guid, "urn:1");
    assert_text(articles[0].url, "https://x.example/1");
    assert_text(articles[0].language, "fr");
    assert_text(articles[0].source, "Desk");
    assert_text(articles[1].title, "B");
}

static void markup_in_the_text_makes_no_page_of_a_feed(void **state) {
    const struct article *articles =
        read_feed(*state,
                  ATOM("<entry><title>A</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
                       "<p>First.</p><p>Second <b>of</b> them.</p></div></content></entry>"),
                  1);
    assert_text(articles[0].text, "First.\n\nSecond of them.");
    articles = read_feed(*state,
                         RSS("<item><title>B</title><description><![CDATA[<p>One &amp; two.</p><p>Three.</p>]]>"
                             "</description></item>"),
                         1);
    assert_text(articles[0].text, "One & two.\n\nThree.");
}

static void rdf_and_old_atom_are_feeds(void **state) {
    const struct article *articles = read_feed(
        *state,
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"u\"><title>Desk</title></channel>"
        "<item rdf:about=\"https://x.example/9\"><title>C</title><dc:date>2024-05-02T23:30:00-08:00</dc:date>"
        "<description>Text.</description></item></rdf:RDF>",
        1);
    assert_text(articles[0].url, "https://x.example/9");
    assert_true(date_equal(articles[0].published, (struct date){2024, 5, 2}));
    articles = read_feed(*state,
                         "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><title>D</title>"
                         "<issued>2004-05-02T10:00:00</issued><content>Text.</content></entry></feed>",
                         1);
    assert_true(date_equal(articles[0].published, (struct date){2004, 5, 2}));
}

static void a_pictures_title_is_not_the_items(void **state) {
    const struct article *articles =
        read_feed(*state,
                  RSS("<item><media:title>A street</media:title><media:description>A photographer."
                      "</media:description><title>E</title><description>Short.</description>"
                      "<content:encoded>The whole.</content:encoded></item>"),
                  1);
    assert_text(articles[0].title, "E");
    assert_text(articles[0].text, "The whole.");
}

static void titles_are_without_markup(void **state) {
    const struct article *articles =
        read_feed(*state,
                  RSS("<item><title>Guards&amp;#8217; post near &lt;b&gt;Batken&lt;/b&gt; &amp;amp; Leilek"
                      "</title></item><item><title><![CDATA[Two < three]]></title></item>"),
                  2);
    assert_text(articles[0].title, "Guards\u2019 post near Batken & Leilek");
    assert_text(articles[1].title, "Two < three");
}

static void feeds_are_read_leniently(void **state) {
    struct fixture *fixture = *state;
    const struct article *articles = read_feed(
        fixture,
        "\n <?xml version=\"1.0\" encoding=\"who-knows\"?><!-- a --><rss><channel><item><title>A&nbsp;b\x01 & c"
        "</title></item><item><title>D</item><item><title>E</title></item>",
        3);
    assert_text(articles[0].title, "A b & c");
    assert_text(articles[2].title, "E");
    assert_holds(fixture->notes, "'who-knows'");
}

static void entities_that_a_feed_declares_are_not_expanded(void **state) {
    struct fixture *fixture = *state;
    const struct article *articles =
        read_feed(fixture,
                  "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                  "<rss><channel><item><title>T &b;</title></item></channel></rss>",
                  1);
    assert_text(articles[0].title, "T &b;");
    assert_holds(fixture->notes, "entities");
}

static void dates_are_read_in_all_their_forms(void **state) {
    struct fixture *fixture = *state;
    static const char *const forms[] = {"Thu, 02 May 2024 10:00:00 +0000",
                                        "Thu, 02 May 24 23:59:59 EST",
                                        "2 May 2024",
                                        "2024-05-02 10:00:00",
                                        "Thu May  2 10:00:00 2024",
                                        "Thu, May 2, 2024",
                                        "20240502T100000Z",
                                        "2024-05-02T23:30:00-08:00",
                                        "2024-05-02",
                                        "Thursday, 02-May-24 10:00:00 GMT",
                                        "Thu May 02 2024 10:00:00 GMT+0200 (CEST)",
                                        "2024/05/02",
                                        "02.05.2024 10:00",
                                        "May 2nd, 2024 10:00 PM",
                                        "1714644000",
                                        "1714644000000",
                                        "Thu, 02 Sept 2024"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        char bytes[600];
        snprintf(bytes, sizeof bytes, RSS("<item><title>T</title><pubDate>%s</pubDate></item>"), forms[i]);
        struct date date = read_feed(fixture, bytes, 1)->published;
        assert_int_equal(date.year, 2024);
        assert_int_equal(date.month, strstr(forms[i], "Sept") ? 9 : 5);
        assert_int_equal(date.day, 2);
    }
    assert_string_equal(fixture->notes, "");
    assert_false(date_known(
        read_feed(fixture, RSS("<item><title>T</title><pubDate>31 Feb 2024</pubDate></item>"), 1)->published));
    assert_holds(fixture->notes, "'31 Feb 2024'");
}

static void valid_utf8_goes_before_what_is_declared(void **state) {
    struct fixture *fixture = *state;
    const struct article *articles =
        read_feed(fixture,
                  "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Стрельба у Баткена"
                  "</title></item></channel></rss>",
                  1);
    assert_text(articles[0].title, "Стрельба у Баткена");
    assert_holds(fixture->notes, "ISO-8859-1");
    articles = read_feed(fixture,
                         "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><rss><channel><item><title>\xa3\xf3"
                         "d\xbc"
                         "</title></item></channel></rss>",
                         1);
    assert_text(articles[0].title, "Łódź");
    assert_text(articles[0].encoding, "ISO-8859-2");
}

static void only_a_real_declaration_counts(void **state) {
    struct fixture *fixture = *state;
    assert_true(
        read_bytes(fixture, "p.html",
                   TEXT("<html><head><script>var s='charset=koi8-r';</script><meta name=\"charset\" "
                        "content=\"koi8-r\"><meta http-equiv=\"Content-Type\" content=\"text/html; "
                        "charset=windows-1252\"></head><body><p>Caf\xe9 de la gare, on a tir\xe9 dans la nuit, dit la "
                        "police.</p></body></html>")));
    assert_holds(fixture->articles.items[0].text.data, "Café");
}

static void one_nul_refuses_nothing(void **state) {
    struct fixture *fixture = *state;
    assert_true(read_bytes(fixture, "a.txt", TEXT("Shells fell on\0 Goris on Tuesday, the ministry in Yerevan said.")));
    assert_text(fixture->articles.items[0].text, "Shells fell on Goris on Tuesday, the ministry in Yerevan said.");
    assert_holds(fixture->notes, "1 NUL");
    assert_true(read_bytes(fixture, "w.txt", TEXT("G\0o\0r\0i\0s\0 \0w\0a\0s\0 \0h\0i\0t\0")));
    assert_text(fixture->articles.items[1].text, "Goris was hit");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READER_TEST(an_entry_of_atom_is_read_once),
        READER_TEST(markup_in_the_text_makes_no_page_of_a_feed),
        READER_TEST(rdf_and_old_atom_are_feeds),
        READER_TEST(a_pictures_title_is_not_the_items),
        READER_TEST(titles_are_without_markup),
        READER_TEST(feeds_are_read_leniently),
        READER_TEST(entities_that_a_feed_declares_are_not_expanded),
        READER_TEST(dates_are_read_in_all_their_forms),
        READER_TEST(valid_utf8_goes_before_what_is_declared),
        READER_TEST(only_a_real_declaration_counts),
        READER_TEST(one_nul_refuses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

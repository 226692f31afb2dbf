/* Pages, a kind of layout and of metadata each. */
#include "reader_fixture.h"

#include <time.h>

#define ONE                                                                                                            \
    "Two border guards were wounded when gunmen opened fire near the village of Ak-Sai, officials said on Thursday."
#define TWO                                                                                                            \
    "Tajikistan denied that its troops had crossed the line and said that a civilian had been killed on its side."
#define THREE "Both sides agreed to pull back their units by the evening, and a joint commission is to meet next week."
#define TEXTS "<p>" ONE "</p><p>" TWO "</p><p>" THREE "</p>"

static const struct article *read_page(struct fixture *fixture, const char *head, const char *body) {
    char bytes[8000];
    snprintf(bytes, sizeof bytes, "<!DOCTYPE html><html lang=en><head>%s</head><body>%s</body></html>", head, body);
    size_t before = fixture->articles.count;
    struct text copy = text_copy(fixture->arena, text_of(bytes));
    assert_true(read_bytes(fixture, "page.html", copy));
    return &fixture->articles.items[before];
}

static void text_is_found_in_any_wrapper(void **state) {
    static const char *const bodies[] = {
        "<form action=/><div>" TEXTS "</div></form>",
        "<header><h1>Guards hurt</h2>" TEXTS,
        "<noscript><img src=x><div>" TEXTS "</div>",
        "<section><p>" ONE "</p></section><div class=ad>Advertisement</div><section><p>" TWO
        "</p></section><section><p>" THREE "</p></section>",
        "<div>" ONE "</div><div>" TWO "</div><div>" THREE "</div>",
        "<div>" ONE "<br><br>" TWO "<br/>" THREE "</div>",
        "<table><tr><td>" TEXTS "</table>",
        "<aside>" TEXTS "</aside>",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        assert_text(read_page(*state, "<title>T</title>", bodies[i])->text, ONE "\n\n" TWO "\n\n" THREE);
}

static void what_is_around_the_text_is_left_out(void **state) {
    static const char *const noise[] = {
        "<nav><a href=1>World</a><a href=2>Politics and all the rest of it, every day.</a></nav>",
        "<div id=comments><p>My cousin from Toronto says the same, and in Sydney they would laugh about it all "
        "day.</p></div>",
        "<div class=cookie-notice><p>We and our partners keep data on your device to measure how these pages are "
        "read.</p></div>",
        "<ul class=related-posts><li><a href=1>Market fire in Osh leaves nobody hurt, but for a cat.</a></li></ul>",
        "<figure><img src=x><figcaption>A tower above the valley, seen in an earlier year. Photo: "
        "archive.</figcaption></figure>",
        "<div class=x><div><a href=1><h3>Market fire in Osh</h3></a><p>The fire broke out at night; nobody was hurt "
        "there.</p></div>"
        "<div><a href=2><h3>Dam in Nurek full</h3></a><p>The dam has never been as full as it is in this "
        "year.</p></div>"
        "<div><a href=3><h3>Snow on the pass</h3></a><p>The pass stays closed until the snow has been "
        "cleared.</p></div></div>",
        "<div style='display:none'><p>This sentence is for nobody, as it is hidden from all readers.</p></div>",
        "<script>var a = '<p>This is a sentence of a script, and no text of the article at all.</p>';</script>"};
    for (size_t i = 0; i < sizeof noise / sizeof *noise; i++) {
        char body[3000];
        snprintf(body, sizeof body, "<div><h1>Guards hurt near Ak-Sai</h1>%s</div>%s", TEXTS, noise[i]);
        assert_text(read_page(*state, "<title>Guards hurt near Ak-Sai</title>", body)->text,
                    ONE "\n\n" TWO "\n\n" THREE);
    }
}

static void a_title_is_without_its_site(void **state) {
    static const struct {
        const char *head, *body, *title;
    } cases[] = {
        {"<title>Guards hurt - The Moscow Times</title><meta property=og:site_name content='The Moscow Times'>",
         "<h1>Guards hurt</h1>", "Guards hurt"},
        {"<title>Guards hurt near Ak-Sai | World | Post</title>", "<div class=t>Guards hurt near Ak-Sai</div>",
         "Guards hurt near Ak-Sai"},
        {"<title>Post :: Guards hurt near Ak-Sai</title>", "<h3>Guards hurt near Ak-Sai</h3>",
         "Guards hurt near Ak-Sai"},
        {"<title>Guards hurt near Ak-Sai in the night – Post</title>", "", "Guards hurt near Ak-Sai in the night"},
        {"<meta property=og:title content='Guards hurt &amp; more'><title>Post</title>", "<h1>Post</h1>",
         "Guards hurt & more"},
        {"<title>Kyrgyz - Tajik line stays shut</title>", "<h1>Kyrgyz - Tajik line stays shut</h1>",
         "Kyrgyz - Tajik line stays shut"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char body[2000];
        snprintf(body, sizeof body, "%s%s", cases[i].body, TEXTS);
        assert_text(read_page(*state, cases[i].head, body)->title, cases[i].title);
    }
}

static void dates_are_found_wherever_pages_have_them(void **state) {
    static const struct {
        const char *head, *body;
    } cases[] = {
        {"<script "
         "type='application/"
         "ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":[\"Thing\",\"NewsArticle\"],\"datePublished\":"
         "\"2024-05-02T10:00:00+06:00\"}]}</script>",
         ""},
        {"<script "
         "type='application/"
         "ld+json'>[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"BlogPosting\",\"datePublished\":\"May 2, "
         "2024\"}]</script>",
         ""},
        {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",, \"datePublished\": \"2024-05-02\"}</script>",
         ""},
        {"<meta name=parsely-pub-date content=2024-05-02T10:00:00Z>", ""},
        {"<meta property='og:article:published_time' content='2024-05-02'><meta property='article:modified_time' "
         "content=2025-01-01>",
         ""},
        {"<meta name='cXenseParse:recs:publishtime' content='2024-05-02T23:40:00-05:00'>", ""},
        {"<meta name=DC.date.issued content=20240502>", ""},
        {"", "<meta itemprop=datePublished content=2024-05-02>"},
        {"", "<span itemprop=datePublished>2 May 2024</span>"},
        {"", "<time datetime=2024-05-02T10:00>yesterday</time>"},
        {"", "<span class=d data-ts=1714644000>a while ago</span>"},
        {"", "<p>Published 2 May 2024</p>"},
        {"<link rel=canonical href='https://x.example/world/2024/05/02/guards-hurt'>", ""},
        {"<meta property=og:url content='https://x.example/a-20240502'>", ""},
        {"<meta property='article:modified_time' content=2024-05-02>", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char body[2000];
        snprintf(body, sizeof body,
                 "<ul><li><time datetime=2026-05-09>9 May</time> <a href=/x>Market fire</a></ul>"
                 "<article><h1>Guards hurt</h1>%s%s</article>",
                 cases[i].body, TEXTS);
        const struct article *article = read_page(*state, cases[i].head, body);
        assert_text(date_write(((struct fixture *)*state)->arena, article->published), "2024-05-02");
        assert_true(article->published_from.size > 0);
    }
}

static void the_day_is_that_of_the_pages_own_zone(void **state) {
    const struct article *article =
        read_page(*state, "<meta property=article:published_time content='2024-05-01T20:00:00Z'>",
                  "<h1>Guards hurt</h1><time datetime='2024-05-02T02:00:00+06:00'>2 May</time>" TEXTS);
    assert_text(date_write(((struct fixture *)*state)->arena, article->published), "2024-05-02");
}

static void printed_dates_are_read_in_many_languages(void **state) {
    static const char *const printed[][2] = {{"en", "Thursday, May 2nd, 2024"},
                                             {"de", "Donnerstag, 2. Mai 2024, 11:40 Uhr"},
                                             {"fr", "Publié le 2 mai 2024 à 11h40"},
                                             {"es", "2 de mayo de 2024"},
                                             {"pt", "2 de maio de 2024"},
                                             {"it", "Giovedì 2 maggio 2024"},
                                             {"ru", "2 мая 2024, 11:40"},
                                             {"uk", "2 травня 2024"},
                                             {"tr", "2 Mayıs 2024"},
                                             {"pl", "2 maja 2024"},
                                             {"ar", "2 مايو 2024"},
                                             {"ar", "2 أيار 2024"},
                                             {"fa", "۱۳ اردیبهشت ۱۴۰۳"},
                                             {"hy", "2 մայիսի, 2024"},
                                             {"ka", "2 მაისი, 2024"},
                                             {"az", "2 may 2024"},
                                             {"kk", "2 мамыр 2024"},
                                             {"ky", "2-май, 2024"},
                                             {"tg", "2 майи 2024"},
                                             {"uz", "2-may, 2024"},
                                             {"zh", "2024年5月2日"},
                                             {"ko", "2024년 5월 2일"},
                                             {"el", "2 Μαΐου 2024"},
                                             {"hu", "2024. május 2."},
                                             {"th", "2 พฤษภาคม 2567"},
                                             {"ru", "11:40 02.05.2024"},
                                             {"ja", "2024年5月2日 10時"}};
    for (size_t i = 0; i < sizeof printed / sizeof *printed; i++) {
        char body[3000], bytes[4000];
        struct fixture *fixture = *state;
        snprintf(body, sizeof body, "<h1>Guards hurt</h1><div>%s</div>%s", printed[i][1], TEXTS);
        snprintf(bytes, sizeof bytes, "<html lang=%s><body>%s", printed[i][0], body);
        assert_true(read_bytes(fixture, "p.html", text_copy(fixture->arena, text_of(bytes))));
        assert_text(date_write(fixture->arena, fixture->articles.items[fixture->articles.count - 1].published),
                    "2024-05-02");
    }
}

static void a_page_that_its_script_fills_has_the_text_of_its_data(void **state) {
    const struct article *article = read_page(
        *state,
        "<title>Guards hurt</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" ONE
        " " TWO "\"}</script>",
        "<div id=root></div>");
    assert_text(article->text, ONE " " TWO);
}

/* Time grows with the input: four times as much takes at most six times as long. */
static double seconds_for(struct fixture *fixture, const char *piece, size_t count) {
    struct arena *arena = arena_open();
    size_t size = strlen(piece);
    char *bytes = arena_alloc(arena, size * count + 100, 1);
    strcpy(bytes, "<html><body><p>" ONE "</p>");
    size_t at = strlen(bytes);
    for (size_t i = 0; i < count && at + size < size * count + 100; i++, at += size)
        memcpy(bytes + at, piece, size);
    struct article_list articles = {0};
    double best = 1e9;
    for (int round = 0; round < 2; round++) {
        clock_t start = clock();
        bool read =
            reader_read(TEXT("p.html"), (struct text){bytes, at}, &(struct reader_options){.language = TEXT("en")},
                        NULL, arena, &articles, &fixture->error);
        double took = (double)(clock() - start) / CLOCKS_PER_SEC;
        best = took < best ? took : best;
        assert_true(read || fixture->error.message[0]);
    }
    arena_close(arena);
    return best;
}

static void reading_is_linear(void **state) {
    static const char *const pieces[] = {"<div><p>",
                                         "<b>",
                                         "</p>",
                                         "<a href=x>",
                                         "<table>",
                                         "<li>",
                                         "<p><table>",
                                         "</b><i>",
                                         "<i></b>",
                                         "<![CDATA[",
                                         "<!DOCTYPE",
                                         "<title>",
                                         "<iframe>",
                                         "<time datetime=2022>",
                                         "<h1>x</h1>",
                                         "<x",
                                         "<a b=\"",
                                         " a=1",
                                         "<!--",
                                         "&amp;",
                                         "<div class=a><time>x</time>",
                                         "<td><div>",
                                         "<article><h1>Long enough</h1>",
                                         "<div itemprop=datePublished>"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        double small = seconds_for(*state, pieces[i], 5000), large = seconds_for(*state, pieces[i], 20000);
        if (large > 0.1 && large > 8 * small)
            fail_msg("%s: %.3f s, four times as much %.3f s", pieces[i], small, large);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READER_TEST(text_is_found_in_any_wrapper),
        READER_TEST(what_is_around_the_text_is_left_out),
        READER_TEST(a_title_is_without_its_site),
        READER_TEST(dates_are_found_wherever_pages_have_them),
        READER_TEST(the_day_is_that_of_the_pages_own_zone),
        READER_TEST(printed_dates_are_read_in_many_languages),
        READER_TEST(a_page_that_its_script_fills_has_the_text_of_its_data),
        READER_TEST(reading_is_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

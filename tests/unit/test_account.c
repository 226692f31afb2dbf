/* What an account of an article is called: the same whoever hands it over, and another for another incident. */
#include "testing.h"

#include "account.h"

static struct text address(const char *url, struct arena *arena) {
    return account_article(text_of(url), TEXT("some text"), TEXT("id"), arena);
}

static void copies_of_an_address_are_one_article(void **state) {
    static const char *const copies[] = {"https://news.example/a/b?id=7",
                                         "http://www.News.example:80/a/b/?utm_source=x&id=7&fbclid=1#top",
                                         "  HTTPS://NEWS.EXAMPLE:443/a/b?id=7#c "};
    struct arena *arena = arena_open();
    (void)state;
    for (size_t i = 0; i < 3; i++)
        assert_true(text_is(address(copies[i], arena), "news.example/a/b?id=7"));
    assert_false(text_equal(address("https://news.example/a/b?id=8", arena), address(copies[0], arena)));
    assert_false(text_equal(address("https://news.example/A/b?id=7", arena), address(copies[0], arena)));
    arena_close(arena);
}

static void an_article_without_an_address_is_its_text(void **state) {
    struct arena *arena = arena_open();
    (void)state;
    struct text one = account_article(TEXT_NONE, TEXT("Shots were fired.\n"), TEXT("a"), arena);
    assert_true(text_equal(one, account_article(TEXT_NONE, TEXT("Shots were fired."), TEXT("b"), arena)));
    assert_false(text_equal(one, account_article(TEXT_NONE, TEXT("Shots were not fired."), TEXT("a"), arena)));
    assert_true(text_is(account_article(TEXT_NONE, TEXT_NONE, TEXT("golovnoy"), arena), "story:golovnoy"));
    arena_close(arena);
}

static void incidents_of_an_article_have_keys_of_their_own(void **state) {
    struct arena *arena = arena_open();
    struct incident incident = incident_unknown();
    (void)state;
    incident.kind = INCIDENT_CLASH;
    incident.place.ref = TEXT("geonames:1");
    incident.date.start = (struct date){2022, 9, 14};
    struct text keys[2];
    keys[0] = account_key(TEXT("news.example/a"), &incident, keys, 0, arena);
    keys[1] = account_key(TEXT("news.example/a"), &incident, keys, 1, arena);
    assert_true(text_is(keys[0], "news.example/a#geonames:1/clash/2022-09-14"));
    assert_true(text_is(keys[1], "news.example/a#geonames:1/clash/2022-09-14/2"));
    assert_true(text_is(account_article_of(keys[1]), "news.example/a"));
    assert_true(text_is(account_article_of(TEXT("acled:KGZ1")), "acled:KGZ1"));
    arena_close(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(copies_of_an_address_are_one_article),
                                       cmocka_unit_test(an_article_without_an_address_is_its_text),
                                       cmocka_unit_test(incidents_of_an_article_have_keys_of_their_own)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

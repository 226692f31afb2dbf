/* The store: what is kept, what is the same, what is revised, what is linked. */
#include "store_fixture.h"

static const char *const words = "Kyrgyz and Tajik border guards exchanged fire near Isfara on Wednesday morning.";
static const char *const others = "Shots were exchanged between Tajik and Kyrgyz guards on the border near Isfara.";

static int begin(void **state) {
    static struct store_fixture fixture;
    fixture_begin(&fixture);
    *state = &fixture;
    return 0;
}

static int end(void **state) {
    fixture_end(*state);
    return 0;
}

static void an_account_is_kept_exactly(void **state) {
    struct store_fixture *fixture = *state;
    struct account account = clash_of(fixture, "news.example/a", words);
    account.incident.killed = (struct count_range){3, 5};
    account.file = TEXT("a.txt");
    account.line = 7;
    add_account(fixture, &account);
    struct stored_list list = list_all(fixture);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].account_count, 1);
    const struct account *kept = &list.items[0].accounts[0].account;
    assert_true(text_equal(kept->key, account.key));
    assert_text(kept->text, words);
    assert_text(kept->file, "a.txt");
    assert_int_equal(kept->line, 7);
    assert_int_equal(kept->incident.killed.low, 3);
    assert_int_equal(kept->incident.killed.high, 5);
    assert_true(kept->incident.point.lon == account.incident.point.lon);
    assert_text(kept->incident.parties[1].side, "b");
    assert_int_equal(list.items[0].revision, 1);
}

static void again_is_the_same(void **state) {
    struct store_fixture *fixture = *state;
    struct account account = clash_of(fixture, "news.example/a", words);
    int64_t before, after;
    struct error error = {0};
    add_account(fixture, &account);
    assert_true(store_change(fixture->store, &before, &error));
    add_account(fixture, &account);
    store_close(fixture->store);
    fixture_open(fixture);
    add_account(fixture, &account);
    assert_true(store_change(fixture->store, &after, &error));
    assert_int_equal(fixture->statuses[0], ACCOUNT_NEW);
    assert_int_equal(fixture->statuses[1], ACCOUNT_SAME);
    assert_int_equal(fixture->statuses[2], ACCOUNT_SAME);
    assert_int_equal(before, after);
    assert_int_equal(list_all(fixture).count, 1);
}

static void a_changed_text_is_a_revision_and_the_old_one_known(void **state) {
    struct store_fixture *fixture = *state;
    struct account account = clash_of(fixture, "news.example/a", words);
    add_account(fixture, &account);
    account.incident.killed = (struct count_range){2, 2};
    add_account(fixture, &account);
    account.incident.killed = (struct count_range){-1, -1};
    add_account(fixture, &account);
    assert_int_equal(fixture->statuses[1], ACCOUNT_REVISED);
    assert_int_equal(fixture->statuses[2], ACCOUNT_SAME);
    struct stored_list list = list_all(fixture);
    assert_int_equal(list.items[0].incident.killed.high, 2);
    assert_int_equal(list.items[0].accounts[0].revision, 2);
}

static void an_edit_date_decides_which_text_holds(void **state) {
    struct store_fixture *fixture = *state;
    struct account account = clash_of(fixture, "news.example/a", words);
    account.key = TEXT("ucdp:1");
    account.provider = TEXT("ucdp");
    account.edited = TEXT("2023-02-01");
    account.incident.killed = (struct count_range){9, 9};
    add_account(fixture, &account);
    account.edited = TEXT("2023-01-01");
    account.incident.killed = (struct count_range){4, 4};
    add_account(fixture, &account);
    struct stored_list list = list_all(fixture);
    assert_int_equal(fixture->statuses[1], ACCOUNT_SAME);
    assert_int_equal(list.items[0].incident.killed.high, 9);
    assert_int_equal(list.items[0].accounts[0].revision, 2);
}

static void two_articles_of_one_event_are_one_incident(void **state) {
    struct store_fixture *fixture = *state;
    struct account a = clash_of(fixture, "news.example/a", words), b = clash_of(fixture, "paper.example/b", others);
    a.incident.killed = (struct count_range){2, 2};
    b.incident.killed = (struct count_range){3, 3};
    add_account(fixture, &b);
    add_account(fixture, &a);
    struct stored_list list = list_all(fixture);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].account_count, 2);
    assert_int_equal(list.items[0].incident.killed.low, 2);
    assert_int_equal(list.items[0].incident.killed.high, 3);
    assert_string_equal(fixture->incidents[1], text_c(fixture->arena, list.items[0].id));
}

static void the_group_is_called_the_same_whoever_comes_first(void **state) {
    struct store_fixture *fixture = *state;
    struct account a = clash_of(fixture, "news.example/a", words), b = clash_of(fixture, "paper.example/b", others);
    add_account(fixture, &a);
    add_account(fixture, &b);
    struct text first = list_all(fixture).items[0].id;
    struct store_fixture other;
    fixture_begin(&other);
    add_account(&other, &b);
    add_account(&other, &a);
    assert_text(list_all(&other).items[0].id, text_c(fixture->arena, first));
    fixture_end(&other);
}

static void what_an_article_no_longer_tells_is_withdrawn(void **state) {
    struct store_fixture *fixture = *state;
    struct account accounts[2] = {clash_of(fixture, "news.example/a", words),
                                  clash_of(fixture, "news.example/a", others)};
    accounts[1].incident.place.ref = TEXT("geonames:2");
    accounts[1].incident.date.start = accounts[1].incident.date.end = (struct date){2022, 9, 20};
    accounts[1].key = account_key(TEXT("news.example/a"), &accounts[1].incident, NULL, 0, fixture->arena);
    add_article(fixture, "news.example/a", "first", accounts, 2);
    assert_int_equal(list_all(fixture).count, 2);
    add_article(fixture, "news.example/a", "second", accounts, 1);
    assert_int_equal(list_all(fixture).count, 1);
    add_article(fixture, "news.example/a", "first", accounts, 2);
    assert_int_equal(list_all(fixture).count, 1);
    add_article(fixture, "news.example/a", "third", accounts, 2);
    assert_int_equal(list_all(fixture).count, 2);
}

static void an_incident_keeps_the_key_it_was_first_told_under(void **state) {
    struct store_fixture *fixture = *state;
    struct account account = clash_of(fixture, "news.example/a", words);
    struct text key = account.key;
    add_article(fixture, "news.example/a", "first", &account, 1);
    account.incident.date.start = account.incident.date.end = (struct date){2022, 9, 13};
    account.key = account_key(TEXT("news.example/a"), &account.incident, NULL, 0, fixture->arena);
    add_article(fixture, "news.example/a", "second", &account, 1);
    struct stored_list list = list_all(fixture);
    assert_int_equal(list.count, 1);
    assert_int_equal(fixture->statuses[1], ACCOUNT_REVISED);
    assert_true(text_equal(list.items[0].accounts[0].account.key, key));
    assert_int_equal(list.items[0].incident.date.start.day, 13);
}

static void a_deleted_row_stays_deleted_whatever_comes_first(void **state) {
    struct store_fixture *fixture = *state;
    struct account row = clash_of(fixture, "x", words), gone;
    row.key = TEXT("acled:KGZ1");
    row.provider = TEXT("acled");
    gone = (struct account){.key = row.key, .provider = row.provider, .withdrawn = true};
    add_account(fixture, &gone);
    add_account(fixture, &row);
    assert_int_equal(list_all(fixture).count, 0);
    row.key = gone.key = TEXT("acled:KGZ2");
    add_account(fixture, &row);
    assert_int_equal(list_all(fixture).count, 1);
    add_account(fixture, &gone);
    assert_int_equal(list_all(fixture).count, 0);
    assert_int_equal(fixture->statuses[3], ACCOUNT_REMOVED);
    add_account(fixture, &row);
    assert_int_equal(list_all(fixture).count, 0);
}

static void names_of_all_kinds_are_kept_as_they_are(void **state) {
    struct store_fixture *fixture = *state;
    struct account account = clash_of(fixture, "n", "'); DROP TABLE accounts; -- \\' \" <b>&amp;</b> =1+1");
    account.incident.place.name = TEXT("O'Brien\\'s \"place\"; DROP TABLE incidents");
    account.key = TEXT("x:'; DELETE FROM accounts; --\\");
    account.provider = TEXT("x");
    add_account(fixture, &account);
    add_account(fixture, &account);
    struct stored_list list = list_all(fixture);
    assert_int_equal(list.count, 1);
    assert_int_equal(fixture->statuses[1], ACCOUNT_SAME);
    assert_true(text_equal(list.items[0].accounts[0].account.key, account.key));
    assert_true(text_equal(list.items[0].incident.place.name, account.incident.place.name));
}

int main(void) {
#define STORE_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {STORE_TEST(an_account_is_kept_exactly),
                                       STORE_TEST(again_is_the_same),
                                       STORE_TEST(a_changed_text_is_a_revision_and_the_old_one_known),
                                       STORE_TEST(an_edit_date_decides_which_text_holds),
                                       STORE_TEST(two_articles_of_one_event_are_one_incident),
                                       STORE_TEST(the_group_is_called_the_same_whoever_comes_first),
                                       STORE_TEST(what_an_article_no_longer_tells_is_withdrawn),
                                       STORE_TEST(an_incident_keeps_the_key_it_was_first_told_under),
                                       STORE_TEST(a_deleted_row_stays_deleted_whatever_comes_first),
                                       STORE_TEST(names_of_all_kinds_are_kept_as_they_are)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

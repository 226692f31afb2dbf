/* What must hold of the places of every article of tests/articles, however it is written and whatever stands around
 * it. Where something is put is drawn at random; the seed is printed, and BORDERMAP_TEST_SEED sets it. */
#include "geoparse_fixture.h"

#include "builder.h"
#include "reader.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum { ARTICLES_MAX = 512, ARTICLE_BYTES = 1 << 20, LETTERS = 1 << 16 };

static struct {
    struct arena *arena;
    const char *names[ARTICLES_MAX];
    struct article articles[ARTICLES_MAX];
    struct text places[ARTICLES_MAX]; /* of each as it stands */
    size_t count;
    uint64_t seed;
    size_t failures;
} set;

/* SplitMix64 (Sebastiano Vigna): below `limit`. */
static size_t drawn(size_t limit) {
    set.seed += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t z = set.seed;
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (size_t)((z ^ (z >> 31)) % limit);
}

/* The references of all mentions in their order, one a line. */
static struct text places_of(const struct article *article) {
    struct builder builder = builder_new(set.arena);
    parse_article(article, NULL);
    for (size_t i = 0; i < parsed()->mention_count; i++) {
        const struct mention *mention = &parsed()->mentions[i];
        if (mention->type == MENTION_ORGANISATION)
            continue;
        builder_add(&builder, gazetteer_place(fixture.gazetteer, mention->place).ref);
        builder_add_char(&builder, '\n');
    }
    return builder_text(&builder);
}

static bool read_articles(struct error *error) {
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    if (!source)
        return error_set(error, ERROR_ENVIRONMENT, "BORDERMAP_TEST_SOURCE names no source folder");
    const char *folder = file_join(set.arena, source, "tests/articles");
    struct text *names, bytes;
    size_t count;
    if (!file_list(folder, set.arena, &names, &count, error))
        return false;
    for (size_t i = 0; i < count && set.count < ARTICLES_MAX; i++) {
        struct article_list articles = {0};
        struct reader_options options = {0};
        if (!text_ends(names[i], TEXT(".json")))
            continue;
        const char *path = file_join(set.arena, folder, text_c(set.arena, names[i]));
        if (!file_read(path, ARTICLE_BYTES, set.arena, &bytes, error) ||
            !reader_read(text_of(path), bytes, &options, NULL, set.arena, &articles, error))
            return false;
        set.names[set.count] = text_c(set.arena, names[i]);
        set.articles[set.count++] = articles.items[0];
    }
    return true;
}

static int open_set(void **state) {
    struct error error = {0};
    const char *seed = getenv("BORDERMAP_TEST_SEED");
    set.seed = seed ? strtoull(seed, NULL, 10) : 20220914;
    print_message("seed %llu\n", (unsigned long long)set.seed);
    set.arena = arena_open();
    if (open_geoparse(state) != 0)
        return -1;
    if (!read_articles(&error)) {
        print_error("%s\n", error.message);
        return -1;
    }
    for (size_t i = 0; i < set.count; i++)
        set.places[i] = places_of(&set.articles[i]);
    return 0;
}

static int close_set(void **state) {
    arena_close(set.arena);
    return close_geoparse(state);
}

/* Notes where the places of a changed article are not those of the article itself. */
static void compare(size_t article, struct text places, const char *how) {
    if (text_equal(places, set.places[article]))
        return;
    set.failures++;
    print_message("%s, %s:\n%.*s-- and as it stands:\n%.*s\n", set.names[article], how, TEXT_ARGS(places),
                  TEXT_ARGS(set.places[article]));
}

static void expect_none(void) {
    size_t failures = set.failures;
    set.failures = 0;
    if (failures > 0)
        fail_msg("%zu of %zu articles change", failures, set.count);
}

/* Irrelevant text. */

static const struct {
    const char *language, *text;
} irrelevant[] = {
    {"en", "It was a long day and the people were tired. Nobody knew what the weather would bring."},
    {"it", "La giornata era lunga e tutti erano stanchi. Nessuno sapeva che tempo avrebbe fatto."},
    {"ru", "День был длинным, и люди устали. Никто не знал, какой будет погода."},
    {"uk", "День був довгим, і люди втомилися. Ніхто не знав, якою буде погода."},
    {"fr", "La journée fut longue et chacun était fatigué. Personne ne savait quel temps il ferait."},
    {"de", "Der Tag war lang, und alle waren müde. Niemand wusste, wie das Wetter wird."},
    {"es", "El día fue largo y todos estaban cansados. Nadie sabía qué tiempo haría."},
    {"pt", "O dia foi longo e todos estavam cansados. Ninguém sabia que tempo faria."},
    {"pl", "Dzień był długi i wszyscy byli zmęczeni. Nikt nie wiedział, jaka będzie pogoda."},
    {"tr", "Uzun bir gündü ve herkes yorgundu. Havanın nasıl olacağını kimse bilmiyordu."},
    {"az", "Uzun bir gün idi və hamı yorulmuşdu. Havanın necə olacağını heç kim bilmirdi."},
    {"ar", "كان اليوم طويلا وكان الجميع متعبين. لم يعرف أحد كيف سيكون الطقس."},
    {"fa", "روز درازی بود و همه خسته بودند. هیچ کس نمی‌دانست هوا چگونه "
           "خواهد "
           "شد."},
    {"zh", "这一天很长，大家都累了。谁也不知道天气会怎么样。"},
};

static const char *irrelevant_in(struct text language) {
    for (size_t i = 0; i < sizeof irrelevant / sizeof *irrelevant; i++)
        if (text_is(language, irrelevant[i].language))
            return irrelevant[i].text;
    return NULL;
}

/* Where paragraphs of the text end: the place behind one of them. */
static size_t drawn_gap(struct text text) {
    size_t gaps[256], count = 0;
    gaps[count++] = text.size;
    for (size_t at = text_find(text, TEXT("\n\n"), 0); at < text.size && count < 256;
         at = text_find(text, TEXT("\n\n"), at + 2))
        gaps[count++] = at;
    return gaps[drawn(count)];
}

static void irrelevant_text_changes_no_place(void **state) {
    (void)state;
    for (size_t i = 0; i < set.count; i++) {
        struct article article = set.articles[i];
        const char *words = irrelevant_in(article.language);
        if (!words)
            continue;
        size_t gap = drawn_gap(article.text);
        struct text head = text_slice(article.text, 0, gap), tail = text_slice(article.text, gap, article.text.size);
        article.text = text_format(set.arena, "%.*s\n\n%s%.*s", TEXT_ARGS(head), words, TEXT_ARGS(tail));
        compare(i, places_of(&article), "with irrelevant text");
    }
    expect_none();
}

/* Order. */

static void the_order_of_articles_changes_no_place(void **state) {
    (void)state;
    size_t order[ARTICLES_MAX];
    for (size_t i = 0; i < set.count; i++)
        order[i] = i;
    for (size_t i = set.count; i > 1; i--) {
        size_t other = drawn(i), kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
    for (size_t i = 0; i < set.count; i++)
        compare(order[i], places_of(&set.articles[order[i]]), "in another order");
    expect_none();
}

/* Letters. */

static UChar wide[LETTERS], changed[LETTERS];

static struct text to_utf8(const UChar *letters, int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    char *bytes = arena_alloc(set.arena, (size_t)count * 3 + 1, 1);
    int32_t size = 0;
    u_strToUTF8(bytes, count * 3 + 1, &size, letters, count, &status);
    assert_true(U_SUCCESS(status));
    return (struct text){bytes, (size_t)size};
}

static int32_t to_wide(struct text text) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0;
    u_strFromUTF8(wide, LETTERS, &count, text.data, (int32_t)text.size, &status);
    assert_true(U_SUCCESS(status));
    return count;
}

static struct text normalised(struct text text, bool composed) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *form = composed ? unorm2_getNFCInstance(&status) : unorm2_getNFDInstance(&status);
    int32_t count = unorm2_normalize(form, wide, to_wide(text), changed, LETTERS, &status);
    assert_true(U_SUCCESS(status));
    return to_utf8(changed, count);
}

static struct text in_capitals(struct text text, struct text language) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = u_strToUpper(changed, LETTERS, wide, to_wide(text), text_c(set.arena, language), &status);
    assert_true(U_SUCCESS(status));
    return to_utf8(changed, count);
}

static void composed_and_decomposed_letters_are_the_same(void **state) {
    (void)state;
    for (size_t i = 0; i < set.count; i++)
        for (int composed = 0; composed < 2; composed++) {
            struct article article = set.articles[i];
            article.text = normalised(article.text, composed);
            article.title = normalised(article.title, composed);
            compare(i, places_of(&article), composed ? "composed" : "decomposed");
        }
    expect_none();
}

static void a_headline_in_capitals_changes_no_place(void **state) {
    (void)state;
    for (size_t i = 0; i < set.count; i++) {
        struct article article = set.articles[i];
        article.title = in_capitals(article.title, article.language);
        compare(i, places_of(&article), "headline in capitals");
    }
    expect_none();
}

/* Markup. */

static void add_escaped(struct builder *page, struct text text) {
    for (size_t i = 0; i < text.size; i++) {
        const char *escape = text.data[i] == '&' ? "&amp;" : text.data[i] == '<' ? "&lt;" : NULL;
        if (escape)
            builder_add(page, text_of(escape));
        else
            builder_add_char(page, text.data[i]);
    }
}

static struct text page_of(const struct article *article) {
    struct builder page = builder_new(set.arena);
    struct text rest = article->text;
    builder_format(&page, "<!DOCTYPE html><html lang=\"%.*s\"><head><meta charset=\"utf-8\"><title>",
                   TEXT_ARGS(article->language));
    add_escaped(&page, article->title);
    builder_add(&page, TEXT("</title></head><body><nav><a href=\"/\">Home</a></nav><article><h1>"));
    add_escaped(&page, article->title);
    builder_add(&page, TEXT("</h1>"));
    while (rest.size > 0) {
        size_t end = text_find(rest, TEXT("\n\n"), 0);
        end = end < rest.size ? end : rest.size;
        builder_add(&page, TEXT("<p>"));
        add_escaped(&page, text_slice(rest, 0, end));
        builder_add(&page, TEXT("</p>\n"));
        rest = text_slice(rest, end + 2 < rest.size ? end + 2 : rest.size, rest.size);
    }
    builder_add(&page, TEXT("</article></body></html>"));
    return builder_text(&page);
}

static void a_page_gives_the_places_of_its_text(void **state) {
    (void)state;
    for (size_t i = 0; i < set.count; i++) {
        struct article_list articles = {0};
        struct error error = {0};
        struct reader_options options = {.language = set.articles[i].language, .published = set.articles[i].published};
        if (!reader_read(TEXT("page.html"), page_of(&set.articles[i]), &options, NULL, set.arena, &articles, &error))
            fail_msg("%s: %s", set.names[i], error.message);
        compare(i, places_of(&articles.items[0]), "as a page");
    }
    expect_none();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(irrelevant_text_changes_no_place),
        cmocka_unit_test(the_order_of_articles_changes_no_place),
        cmocka_unit_test(composed_and_decomposed_letters_are_the_same),
        cmocka_unit_test(a_headline_in_capitals_changes_no_place),
        cmocka_unit_test(a_page_gives_the_places_of_its_text),
    };
    return cmocka_run_group_tests(tests, open_set, close_set);
}

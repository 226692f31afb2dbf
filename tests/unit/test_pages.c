/* The pages of tests/pages: text, titles and days as their gold says. */
#include "file.h"
#include "json.h"
#include "list.h"
#include "reader_fixture.h"

#include <stdlib.h>

enum { PAGE_BYTES = 1 << 22 };

struct word {
    uint64_t hash;
    int there, wanted;
};

struct words {
    struct word *items;
    size_t count, capacity;
};

static bool is_word_byte(char c) {
    return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Runs of letters; a character of Chinese is a word. */
static size_t word_end(struct text text, size_t at) {
    size_t next = at;
    uint32_t c = text_next(text, &next);
    if (c >= 0x3000 && c < 0xFF00)
        return next;
    while (at < text.size && is_word_byte(text.data[at]) && !(c >= 0x3000 && c < 0xFF00)) {
        at = next;
        c = text_next(text, &next);
    }
    return at;
}

static void add_words(struct words *words, struct text text, bool wanted, struct arena *arena) {
    for (size_t at = 0; at < text.size;) {
        size_t end = is_word_byte(text.data[at]) ? word_end(text, at) : at;
        if (end == at) {
            at++;
            continue;
        }
        struct word *word = LIST_PUSH(arena, words);
        word->hash = text_hash(text_slice(text, at, end));
        word->there = !wanted;
        word->wanted = wanted;
        at = end;
    }
}

static int compare_words(const void *a, const void *b) {
    uint64_t left = ((const struct word *)a)->hash, right = ((const struct word *)b)->hash;
    return (left > right) - (left < right);
}

/* F over the words of both texts, as often as they stand there. */
static double text_f(struct text there, struct text wanted, struct arena *arena) {
    struct words words = {0};
    double all[2] = {0}, both = 0;
    add_words(&words, there, false, arena);
    add_words(&words, wanted, true, arena);
    qsort(words.items, words.count, sizeof *words.items, compare_words);
    for (size_t i = 0; i < words.count;) {
        int counts[2] = {0};
        size_t from = i;
        for (; i < words.count && words.items[i].hash == words.items[from].hash; i++) {
            counts[0] += words.items[i].there;
            counts[1] += words.items[i].wanted;
        }
        all[0] += counts[0];
        all[1] += counts[1];
        both += counts[0] < counts[1] ? counts[0] : counts[1];
    }
    return both > 0 ? 2 * both / (all[0] + all[1]) : 0;
}

struct score {
    size_t pages, titles, days;
    double f;
};

static void score_page(struct fixture *fixture, const char *folder, const cJSON *gold, struct score *score) {
    struct text bytes, title = TEXT_NONE, day = TEXT_NONE, text = TEXT_NONE;
    assert_true(file_read(file_join(fixture->arena, folder, gold->string), PAGE_BYTES, fixture->arena, &bytes,
                          &fixture->error));
    assert_true(json_find_text(gold, "title", &title) && json_find_text(gold, "date", &day) &&
                json_find_text(gold, "text", &text));
    assert_true(read_bytes(fixture, gold->string, bytes));
    const struct article *article = &fixture->articles.items[fixture->articles.count - 1];
    bool same_title = text_equal(article->title, title);
    bool same_day = text_equal(date_write(fixture->arena, article->published), day);
    double f = text_f(article->text, text, fixture->arena);
    if (!same_title || !same_day || f < 0.9)
        print_message("%s: F %.3f%s%s\n", gold->string, f, same_title ? "" : ", title", same_day ? "" : ", day");
    score->pages++;
    score->titles += same_title;
    score->days += same_day;
    score->f += f;
}

static void pages_are_read_as_people_read_them(void **state) {
    struct fixture *fixture = *state;
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    struct text json;
    cJSON *root = NULL;
    struct score score = {0};
    assert_non_null(source);
    const char *folder = file_join(fixture->arena, source, "tests/pages");
    assert_true(
        file_read(file_join(fixture->arena, folder, "gold.json"), PAGE_BYTES, fixture->arena, &json, &fixture->error));
    assert_true(json_read(json, &root, &fixture->error));
    for (const cJSON *gold = root->child; gold; gold = gold->next)
        score_page(fixture, folder, gold, &score);
    cJSON_Delete(root);
    double pages = (double)score.pages;
    print_message("text F %.3f, titles %.3f, days %.3f of %zu pages\n", score.f / pages, (double)score.titles / pages,
                  (double)score.days / pages, score.pages);
    assert_int_equal(score.pages, 60);
    assert_true(score.f / pages >= 0.95);
    assert_true((double)score.titles / pages >= 0.95);
    assert_true((double)score.days / pages >= 0.97);
}

int main(void) {
    const struct CMUnitTest tests[] = {READER_TEST(pages_are_read_as_people_read_them)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* docs/extending.md tells what is true: what it asks of a kind, a format, a language and a symbol is what all those
 * have that are there. */
#include "arena_fixture.h"
#include "file.h"
#include "kind.h"
#include "picture_format.h"
#include "symbols.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *in_source(const char *path) {
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    assert_non_null(source);
    return file_join(arena, source, path);
}

static struct text content_of(const char *path) {
    struct text content;
    struct error error = {0};
    if (!file_read(in_source(path), 8 << 20, arena, &content, &error))
        fail_msg("%s", error.message);
    return content;
}

static bool holds(struct text whole, struct text part) {
    return text_find(whole, part, 0) < whole.size;
}

/* The folders of the lexicon; *count of them. */
static struct text *languages(size_t *count) {
    struct text *names;
    struct error error = {0};
    if (!file_list(in_source("geodata/lexicon"), arena, &names, count, &error))
        fail_msg("%s", error.message);
    return names;
}

/* Not one of whose names only the endings are known. */
static bool is_language(struct text name) {
    struct text *tables;
    size_t count;
    struct error error = {0};
    struct text folder = text_format(arena, "geodata/lexicon/%.*s", TEXT_ARGS(name));
    return name.size == 2 && islower((unsigned char)name.data[0]) && islower((unsigned char)name.data[1]) &&
           file_list(in_source(text_c(arena, folder)), arena, &tables, &count, &error) &&
           !(count == 1 && text_is(tables[0], "endings.tsv"));
}

static void every_kind_has_a_name_and_a_symbol_of_the_table(void **state) {
    (void)state;
    for (int kind = 0; kind < INCIDENT_KINDS; kind++) {
        const struct kind_facts *facts = kind_facts((enum incident_kind)kind);
        enum incident_kind found;
        assert_true(facts->name && kind_find(text_of(facts->name), &found) && found == (enum incident_kind)kind);
        if (strcmp(symbol_find(text_of(facts->symbol))->name, facts->symbol) != 0)
            fail_msg("%s: there is no symbol '%s'", facts->name, facts->symbol);
    }
}

static struct text phrase_key(const char *kind) {
    char *key = text_c(arena, text_format(arena, "\nevent.%s\t", kind));
    for (char *c = key; *c; c++)
        *c = *c == ' ' ? '-' : *c;
    return text_of(key);
}

static void every_kind_is_told_to_who_writes_stories(void **state) {
    (void)state;
    struct text page = content_of("docs/story.md");
    for (int kind = 0; kind < INCIDENT_KINDS; kind++) {
        char name[64];
        snprintf(name, sizeof name, "`%s`", incident_kind_name((enum incident_kind)kind));
        if (text_find(page, text_of(name), 0) >= page.size)
            fail_msg("docs/story.md does not tell of the kind %s", name);
    }
}

static void every_language_has_a_phrase_for_every_kind(void **state) {
    (void)state;
    size_t count;
    const struct text *names = languages(&count);
    for (size_t i = 0; i < count; i++) {
        if (!is_language(names[i]))
            continue;
        struct text path = text_format(arena, "geodata/lexicon/%.*s/phrases.tsv", TEXT_ARGS(names[i]));
        struct text phrases = content_of(text_c(arena, path));
        for (int kind = 0; kind < INCIDENT_KINDS; kind++) {
            const char *name = incident_kind_name((enum incident_kind)kind);
            if (!holds(phrases, phrase_key(name)))
                fail_msg("%.*s has no phrase for '%s'", TEXT_ARGS(path), name);
        }
    }
}

static void every_format_can_be_written_and_is_told_in_the_help(void **state) {
    (void)state;
    const struct picture_format *format;
    struct text names = picture_format_names(arena);
    for (size_t i = 0, index; (format = picture_format_at(i)) != NULL; i++) {
        assert_true(format->name && format->ending && format->write);
        assert_true(picture_format_find(text_of(format->name), &index) && index == i);
    }
    if (!holds(content_of("src/cli/cmd_map.c"), names))
        fail_msg("src/cli/cmd_map.c: the help of --format does not say \"%.*s\"", TEXT_ARGS(names));
}

static void every_language_has_the_tables_that_the_page_asks_for(void **state) {
    (void)state;
    struct text page = content_of("docs/extending.md"), line;
    size_t count, asked = 0;
    const struct text *names = languages(&count);
    while (text_split(&page, '\n', &line)) {
        size_t end = text_find(line, TEXT(".tsv` |"), 0);
        if (!text_starts(line, TEXT("| `")) || end >= line.size)
            continue;
        asked++;
        for (size_t i = 0; i < count; i++) {
            struct text path = text_format(arena, "geodata/lexicon/%.*s/%.*s.tsv", TEXT_ARGS(names[i]),
                                           TEXT_ARGS(text_slice(line, 3, end)));
            if (is_language(names[i]) && !file_exists(in_source(text_c(arena, path))))
                fail_msg("%.*s is not there", TEXT_ARGS(path));
        }
    }
    assert_true(asked >= 10);
}

static void symbols_have_names_of_their_own(void **state) {
    (void)state;
    for (size_t i = 0; symbol_at(i); i++)
        assert_ptr_equal(symbol_find(text_of(symbol_at(i)->name)), symbol_at(i));
}

static bool is_path(struct text quoted) {
    static const char *const roots[] = {"src/", "tests/", "geodata/", "docs/"};
    bool rooted = false;
    for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++)
        rooted = rooted || text_starts(quoted, text_of(roots[i]));
    return rooted && !holds(quoted, TEXT("<"));
}

static void every_path_of_the_page_is_there(void **state) {
    (void)state;
    struct text page = content_of("docs/extending.md"), part;
    size_t paths = 0;
    for (bool quoted = false; text_split(&page, '`', &part); quoted = !quoted) {
        if (!quoted || !is_path(part))
            continue;
        paths++;
        if (!file_exists(in_source(text_c(arena, part))))
            fail_msg("docs/extending.md: there is no %.*s", TEXT_ARGS(part));
    }
    assert_true(paths >= 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_a_name_and_a_symbol_of_the_table),
        cmocka_unit_test(every_kind_is_told_to_who_writes_stories),
        cmocka_unit_test(every_language_has_a_phrase_for_every_kind),
        cmocka_unit_test(every_format_can_be_written_and_is_told_in_the_help),
        cmocka_unit_test(every_language_has_the_tables_that_the_page_asks_for),
        cmocka_unit_test(symbols_have_names_of_their_own),
        cmocka_unit_test(every_path_of_the_page_is_there),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}

/* geoparse_fixture.h: the shipped data opened once, an article parsed, and what was found asked for. For one test
 * program each. */
#ifndef BORDERMAP_GEOPARSE_FIXTURE_H
#define BORDERMAP_GEOPARSE_FIXTURE_H

#include "file.h"
#include "geoparse.h"
#include "testing.h"

#include <stdlib.h>
#include <string.h>

struct geoparse_fixture {
    struct arena *arena, *article_arena;
    struct gazetteer *gazetteer;
    struct lexicon *lexicon;
    struct article article;
    struct geoparse result;
};

static struct geoparse_fixture fixture;

static int open_geoparse(void **state) {
    (void)state;
    struct error error = {0};
    const char *data = getenv("BORDERMAP_TEST_DATA");
    fixture.arena = arena_open();
    fixture.article_arena = arena_open();
    if (!data || !gazetteer_open(file_join(fixture.arena, data, "gazetteer.bin"), &fixture.gazetteer, &error) ||
        !lexicon_open(file_join(fixture.arena, data, "lexicon"), fixture.arena, &fixture.lexicon, &error)) {
        print_error("%s\n", data ? error.message : "BORDERMAP_TEST_DATA names no data folder");
        return -1;
    }
    return 0;
}

static int close_geoparse(void **state) {
    (void)state;
    gazetteer_close(fixture.gazetteer);
    arena_close(fixture.article_arena);
    arena_close(fixture.arena);
    return 0;
}

static inline void parse_article(const struct article *article, const struct geoparse_options *options) {
    struct error error = {0};
    arena_clear(fixture.article_arena);
    fixture.article = *article;
    if (!geoparse_article(fixture.gazetteer, fixture.lexicon, &fixture.article, options, fixture.article_arena,
                          &fixture.result, &error))
        fail_msg("%s", error.message);
}

static inline void parse_with(const char *language, const char *text, const struct geoparse_options *options) {
    struct article article = {.text = text_of(text), .language = text_of(language)};
    parse_article(&article, options);
}

static inline void parse(const char *language, const char *text) {
    parse_with(language, text, NULL);
}

static inline const struct geoparse *parsed(void) {
    return &fixture.result;
}

static inline struct text mention_text(const struct mention *mention) {
    struct text text = article_field_text(&fixture.article, mention->span.field);
    return text_slice(text, mention->span.start, mention->span.end);
}

/* The first mention with exactly that text, or NULL. */
static inline const struct mention *find_mention(const char *text) {
    for (size_t i = 0; i < fixture.result.mention_count; i++)
        if (text_is(mention_text(&fixture.result.mentions[i]), text))
            return &fixture.result.mentions[i];
    return NULL;
}

static inline void assert_mention(const char *text, const char *ref, enum mention_type type) {
    const struct mention *mention = find_mention(text);
    if (!mention)
        fail_msg("\"%s\" was not found in \"%.*s\"", text, TEXT_ARGS(fixture.article.text));
    struct place place = gazetteer_place(fixture.gazetteer, mention->place);
    if (!text_is(place.ref, ref))
        fail_msg("\"%s\" is %.*s, should be %s", text, TEXT_ARGS(place.ref), ref);
    if (mention->type != type)
        fail_msg("\"%s\" is used as %s, should be %s", text, mention_type_name(mention->type), mention_type_name(type));
}

static inline void assert_no_mention(const char *text) {
    const struct mention *mention = find_mention(text);
    if (mention)
        fail_msg("\"%s\" should be no place in \"%.*s\"", text, TEXT_ARGS(fixture.article.text));
}

/* A relation of that kind and reference whose span is exactly that text. */
static inline const struct relation *assert_relation(enum relation_kind kind, const char *text, const char *ref) {
    for (size_t i = 0; i < fixture.result.relation_count; i++) {
        const struct relation *relation = &fixture.result.relations[i];
        struct text field = article_field_text(&fixture.article, relation->span.field);
        struct text span = text_slice(field, relation->span.start, relation->span.end);
        if (relation->kind == kind && text_is(span, text) && text_is(relation->ref, ref))
            return relation;
    }
    fail_msg("there is no %s \"%s\" = %s in \"%.*s\"", relation_kind_name(kind), text, ref,
             TEXT_ARGS(fixture.article.text));
    return NULL;
}

#endif

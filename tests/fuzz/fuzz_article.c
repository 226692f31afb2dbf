/* Articles of all kinds: by content, and with the names that say JSON, lines of JSON, or a page. What comes out is
 * UTF-8, and its sentences and words lie in it, in order. */
#include "fuzz.h"
#include "reader.h"
#include "sentence.h"

#include <string.h>

static void listen(void *context, const char *message) {
    (void)context;
    FUZZ_HOLDS(strlen(message) > 0);
}

static void check_tokens(const struct article *article, struct arena *arena) {
    struct tokens tokens = {0};
    struct error error = {0};
    if (!sentence_split(article, arena, &tokens, &error))
        return;
    struct span before = {ARTICLE_TITLE, 0, 0};
    before.field = ARTICLE_FIELDS;
    for (size_t i = 0; i < tokens.count; i++) {
        struct span span = tokens.items[i].span;
        FUZZ_HOLDS(span.start < span.end && span.end <= article_field_text(article, span.field).size);
        FUZZ_HOLDS(span.field != before.field || span.start >= before.end);
        FUZZ_HOLDS(tokens.items[i].sentence < tokens.sentence_count);
        before = span;
    }
    for (size_t i = 0; i < tokens.sentence_count; i++) {
        const struct sentence *sentence = &tokens.sentences[i];
        FUZZ_HOLDS(sentence->first_token <= sentence->token_end && sentence->token_end <= tokens.count);
        FUZZ_HOLDS(sentence->span.end <= article_field_text(article, sentence->span.field).size);
    }
}

static void check_article(const struct article *article) {
    const struct text all[] = {article->id,       article->title,  article->text,
                               article->language, article->source, article->url};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        FUZZ_HOLDS(text_is_utf8(all[i], NULL));
    FUZZ_HOLDS(article->id.size > 0);
    FUZZ_HOLDS(text_find(article->id, TEXT("/"), 0) > article->id.size && article->id.data[0] != '.');
}

static void try_path(const char *path, struct text bytes) {
    struct arena *arena = arena_open();
    struct article_list articles = {0};
    struct reader_notes notes = {listen, NULL};
    struct error error = {0};
    if (reader_read(text_of(path), bytes, &(struct reader_options){0}, &notes, arena, &articles, &error)) {
        FUZZ_HOLDS(articles.count > 0);
        for (size_t i = 0; i < articles.count; i++)
            check_article(&articles.items[i]);
        check_tokens(&articles.items[0], arena);
    } else {
        FUZZ_HOLDS(error.kind == ERROR_INPUT && error.message[0] != '\0' && articles.count == 0);
    }
    arena_close(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct text bytes = fuzz_text(data, size);
    try_path("news/article", bytes);
    if (size % 4 == 0)
        try_path("article.html", bytes);
    return 0;
}

/* words_fixture.h: the words of a text as the rules for incidents see them, without looking for places. */
#ifndef BORDERMAP_WORDS_FIXTURE_H
#define BORDERMAP_WORDS_FIXTURE_H

#include "fold.h"
#include "testing.h"
#include "words.h"

static inline struct words words_of(const struct article *article, struct arena *in) {
    struct error error = {0};
    struct geoparse geoparse = {0};
    if (!sentence_split(article, in, &geoparse.tokens, &error))
        fail_msg("%s", error.message);
    geoparse.keys = ARENA_ARRAY(in, struct text, geoparse.tokens.count + 1);
    for (size_t i = 0; i < geoparse.tokens.count; i++) {
        struct span span = geoparse.tokens.items[i].span;
        struct text token = text_slice(article_field_text(article, span.field), span.start, span.end);
        geoparse.keys[i] = fold_key(in, token);
    }
    return words_read(article, &geoparse, in);
}

#endif

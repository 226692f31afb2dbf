/* corrections.h: what an editor says names mean: this span, this name in this article, this name everywhere. */
#ifndef BORDERMAP_CORRECTIONS_H
#define BORDERMAP_CORRECTIONS_H

#include "error.h"
#include "gazetteer.h"
#include "sentence.h"

/* One correction. A span goes before a name in the article, and that before a name everywhere. */
struct correction {
    struct text article; /* its id; empty = every article */
    struct text name;    /* folded; empty for a span */
    struct text text;    /* of a span: the words that stand there, or empty if nothing is said of them */
    enum article_field field;
    size_t start, end; /* of a span, in code points of the field */
    place_id place;    /* PLACE_NONE: no place at all */
    size_t number;     /* in the file, from 1 */
};

struct corrections {
    struct correction *spans; /* by article */
    size_t span_count;
    struct correction *names; /* by name, those of an article first */
    size_t name_count;
    size_t most_words; /* of a name */
};

/* A correction of a span, found in the article. */
struct corrected_span {
    struct span span;
    place_id place;
};

/*
 * Reads {"corrections": [{"article"?, "start"?, "end"?, "field"?, "text"?, "name"?, "ref"}]}: `ref` is a reference of
 * the gazetteer, or null for no place; a span has `article`, `start` and `end`, and best `text` too, by which it is
 * found again where the article has changed; anything else has `name`. ERROR_INPUT tells which correction is wrong.
 */
bool corrections_read(struct text json, const struct gazetteer *gazetteer, struct arena *arena,
                      struct corrections *corrections, struct error *error) NODISCARD;

/* What is said of the folded name in that article, or NULL. */
const struct correction *corrections_of_name(const struct corrections *corrections, struct text name,
                                             struct text article);

/*
 * The spans of this article that are corrected, in order of the fields and without overlap, in the arena; returns how
 * many. *missed counts those whose words are not there any more.
 */
size_t corrections_of_article(const struct corrections *corrections, const struct article *article, struct arena *arena,
                              struct corrected_span **spans, size_t *missed);

#endif

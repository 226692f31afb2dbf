#include "article.h"

struct text article_field_text(const struct article *article, enum article_field field) {
    return field == ARTICLE_TITLE ? article->title : article->text;
}

struct text article_record(const struct article *article, struct arena *arena) {
    struct text path = text_is(article->path, "-") ? TEXT("standard input") : article->path;
    if (article->part == NULL)
        return path.size ? path : article->id;
    return text_format(arena, "%.*s: %s %zu (%.*s)", TEXT_ARGS(path), article->part, article->part_number,
                       TEXT_ARGS(article->id));
}

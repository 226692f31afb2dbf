#include "article.h"

struct text article_field_text(const struct article *article, enum article_field field) {
    return field == ARTICLE_TITLE ? article->title : article->text;
}

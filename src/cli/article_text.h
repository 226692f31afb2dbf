/* article_text.h: what was taken out of a file, for people: --show article. */
#ifndef BORDERMAP_ARTICLE_TEXT_H
#define BORDERMAP_ARTICLE_TEXT_H

#include "article.h"

/* Kind, title, date and where it was found, language, encoding, source, addresses, an empty line, the text. */
struct text article_text_write(const struct article *article, struct arena *arena);

#endif

/* dateline.h: where and when an article says that it was written: "GEDAREF, March 18 (Reuters) —", "Published 18 March
 * 2025", "新华社北京3月2日电". Neither is told of. */
#ifndef BORDERMAP_DATELINE_H
#define BORDERMAP_DATELINE_H

#include "arena.h"
#include "article.h"

/* Finds the dateline at the start of the text and sets article->dateline; its day becomes the article's where none is
 * known. */
void dateline_find(struct article *article, struct arena *arena);

/* The line is no title and no text but says when it was written: "Published 18 March 2025". */
bool dateline_is_masthead(struct text line, struct text language, struct arena *arena, struct date *date);

#endif

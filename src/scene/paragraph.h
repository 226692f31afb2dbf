/* paragraph.h: text broken into lines that fit a width. */
#ifndef BORDERMAP_PARAGRAPH_H
#define BORDERMAP_PARAGRAPH_H

#include "scene.h"

/*
 * Breaks at spaces (between any two characters where a single word is too long, or the script has none) into at most
 * `limit` lines; what does not fit is cut with an ellipsis. Returns the number of lines written.
 */
size_t paragraph_break(const struct text_measure *measure, const struct text_style *style, struct text text,
                       struct text lang, double width, size_t limit, struct arena *arena, struct text *lines);

/* Advance of one line. */
double paragraph_width(const struct text_measure *measure, const struct text_style *style, struct text text,
                       struct text lang);

/* Whether the language is written from right to left. */
bool language_is_rtl(struct text lang);

#endif

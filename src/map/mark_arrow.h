/* mark_arrow.h: arrows for movements that the text tells, from where they began towards where they led. */
#ifndef BORDERMAP_MARK_ARROW_H
#define BORDERMAP_MARK_ARROW_H

#include "composition.h"

/* One arrow for each pair of places; no label may lie along it. */
void mark_arrows_draw(struct composition *composition);

/* The shaft of an arrow as points along a gentle bow, ending `clear` page units before either end; and the three
 * corners of its head. False where the ends are too near each other for an arrow. */
enum { ARROW_POINTS = 17 };
bool mark_arrow_shape(struct page_point from, struct page_point to, double clear, double width,
                      struct page_point shaft[ARROW_POINTS], struct page_point head[3]);

#endif

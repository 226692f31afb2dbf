/* explanation.h: why each mention is the place it is, in words: candidates, scores, reasons. */
#ifndef BORDERMAP_EXPLANATION_H
#define BORDERMAP_EXPLANATION_H

#include "document.h"

/* One block a mention, rejected ones among them, for people to read. In the arena. */
struct text explanation_write(const struct reading_result *result, struct arena *arena);

#endif

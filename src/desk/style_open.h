/* style_open.h: a style read for drawing. */
#ifndef BORDERMAP_STYLE_OPEN_H
#define BORDERMAP_STYLE_OPEN_H

#include "outlet.h"
#include "style.h"

/* Reads the style and checks its symbols; what it warns of is remarked. Errors as for style_read. */
bool style_open(const char *folder, const char *name, const struct outlet *outlet, struct arena *arena,
                struct style **style, struct error *error) NODISCARD;

#endif

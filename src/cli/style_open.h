/* style_open.h: where the styles are, and one of them read for drawing. */
#ifndef BORDERMAP_STYLE_OPEN_H
#define BORDERMAP_STYLE_OPEN_H

#include "command.h"
#include "style.h"

/* --styles if given (the command must have it), else BORDERMAP_STYLES, else beside the binary; in the arena. */
char *style_folder(const struct arguments *arguments, struct arena *arena);

/* Reads the style and checks its symbols; what it warns of goes to standard error. Errors as for style_read. */
bool style_open(const char *folder, const char *name, struct arena *arena, struct style **style,
                struct error *error) NODISCARD;

#endif

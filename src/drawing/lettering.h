/* lettering.h: fonts, shaping and measuring; the only user of Pango and fontconfig. Fonts are pinned, so the program decides the bytes. */
#ifndef BORDERMAP_LETTERING_H
#define BORDERMAP_LETTERING_H

#include "error.h"
#include "scene.h"

struct lettering;

/* A fontconfig of our own with the Noto fonts found in the usual folders. ERROR_ENVIRONMENT names the Debian package that is missing. */
bool lettering_open(struct lettering **lettering, struct error *error) NODISCARD;
void lettering_close(struct lettering *lettering);

/* For map/: measures with these fonts; valid as long as the lettering. */
struct text_measure lettering_measure(struct lettering *lettering);

/* Appends to the arena a line for each script that had no pinned font and each glyph that was missing ("CJK: install fonts-noto-cjk"); empty if none. */
struct text lettering_warnings(const struct lettering *lettering, struct arena *arena);

#endif

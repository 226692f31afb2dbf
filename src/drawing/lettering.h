/* lettering.h: fonts, shaping and measuring. Fonts are pinned, so the program decides the bytes: no system
 * configuration is read. */
#ifndef BORDERMAP_LETTERING_H
#define BORDERMAP_LETTERING_H

#include "error.h"
#include "scene.h"

struct lettering;

/* Finds the Noto fonts in the usual folders. ERROR_ENVIRONMENT names the Debian package that is missing. Not for
 * several threads at once. */
bool lettering_open(struct lettering **lettering, struct error *error) NODISCARD;
void lettering_close(struct lettering *lettering);

/*
 * For map/: measures with these fonts; valid as long as the lettering. Clusters come in the order in which they stand
 * on the line, left to right, letter spacing between them counted.
 */
struct text_measure lettering_measure(struct lettering *lettering);

/*
 * A line for each script that had no pinned font and each glyph that was missing, of all that has been measured or
 * drawn so far
 * ("Armenian: no font; install the package fonts-noto-core"), in the arena; empty if none.
 */
struct text lettering_warnings(const struct lettering *lettering, struct arena *arena);

/*
 * The text as it is lettered, as many bytes as before: controls of direction and line, broken bytes and the like have
 * become signs that cannot be seen or disturb. What looks like markup is text.
 */
struct text lettering_printable(struct arena *arena, struct text text);

/* The letter spacing that the text takes, page units: that of the style, or 0 where letters join. */
double lettering_spacing(const struct text_style *style, struct text text);

/* The advance of the line, page units. */
double lettering_width(const struct lettering *lettering, const struct text_style *style, struct text text,
                       struct text lang);

#endif

/* canvas.h: a scene drawn by Cairo, onto pixels or onto the pages of a PDF; the only user of Cairo's surfaces. */
#ifndef BORDERMAP_CANVAS_H
#define BORDERMAP_CANVAS_H

#include "error.h"
#include "lettering.h"

struct canvas;

/* Pixels for `scale` device pixels a page unit, white. ERROR_USAGE for sizes that are no sizes or beyond 32,000 pixels
 * or 400 megapixels. */
bool canvas_open_pixels(const struct scene *scene, double scale, struct canvas **canvas, struct error *error) NODISCARD;

/* One page of a PDF with the scene's title and description, dated `date` ("2022-09-14T00:00:00Z"). */
bool canvas_open_pdf(const struct scene *scene, const char *date, struct arena *arena, struct canvas **canvas,
                     struct error *error) NODISCARD;

void canvas_close(struct canvas *canvas);

/* Draws all of the scene. Items that begin without ending and the like do no harm. */
void canvas_draw(struct canvas *canvas, const struct scene *scene, const struct lettering *lettering);

/* Ends the drawing; ERROR_ENVIRONMENT if Cairo met an error on the way. For a PDF, *bytes is the document, in the
 * arena. */
bool canvas_finish(struct canvas *canvas, struct text *bytes, struct error *error) NODISCARD;

/* Pixels of a finished canvas. */
int canvas_width(const struct canvas *canvas);
int canvas_height(const struct canvas *canvas);

/* Row y as width * 3 bytes of red, green, blue. */
void canvas_row(const struct canvas *canvas, int y, uint8_t *rgb);

/* The outline of a SCENE_TEXT as SVG path data in page units, 2 decimals, in the arena. */
struct text canvas_text_outline(const struct lettering *lettering, const struct scene_item *item, struct arena *arena);

#endif

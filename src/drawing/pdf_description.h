/* pdf_description.h: what Cairo leaves out of a PDF: the figure's alternative text, the language, dates as the standard
 * writes them. */
#ifndef BORDERMAP_PDF_DESCRIPTION_H
#define BORDERMAP_PDF_DESCRIPTION_H

#include "scene.h"

/*
 * The document with an incremental update behind it (ISO 32000-1, 7.5.6) that completes the figure, the catalogue and
 * the information; `date` is "20220914000000Z". A document without a plain cross-reference table comes back as it is.
 */
struct text pdf_description_add(struct text pdf, const struct scene *scene, const char *date, struct arena *arena);

#endif

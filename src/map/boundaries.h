/* boundaries.h: borders by class, disputed areas and special lines, as they were on the date of the map. */
#ifndef BORDERMAP_BOUNDARIES_H
#define BORDERMAP_BOUNDARIES_H

#include "composition.h"

/* Draws the layers "areas" and "borders"; what is highlighted is left to the incidents, never a line under a line. */
bool boundaries_draw(struct composition *composition, struct error *error) NODISCARD;

/* The layer of the style for a class of border. */
enum style_layer boundary_layer(enum border_class class);

/* A country by its code in the map's language; the code itself if it is none. */
struct text boundary_country(const struct composition *composition, struct text code);

/* The border's two countries in the map's language: "Kirghizistan–Tagikistan"; the ref itself if it names none. */
struct text boundary_name(const struct composition *composition, struct text ref);

/* The entry of a line's class in the legend. */
void boundary_legend(struct composition *composition, const struct named_line *line);

/* Draws a line of the class, with its entry in the legend. */
void boundaries_draw_line(struct composition *composition, enum border_class class, struct text ref,
                          const struct page_shape *shape);

#endif

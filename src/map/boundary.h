/* boundary.h: one border or line: its names, how it is drawn, its entry in the legend. */
#ifndef BORDERMAP_BOUNDARY_H
#define BORDERMAP_BOUNDARY_H

#include "composition.h"

/* The layer of the style for a class of border. */
enum style_layer boundary_layer(enum border_class class);

/* Thinner on maps of half the world, which borders as thick as on a regional map would fill. */
struct stroke boundary_stroke(const struct composition *composition, struct stroke stroke);

/* A country by its code in the map's language; the code itself if it is none. */
struct text boundary_country(const struct composition *composition, struct text code);

/* The border's two countries in the map's language: "Kirghizistan–Tagikistan"; the ref itself if it names none. */
struct text boundary_name(const struct composition *composition, struct text ref);

/* The entry of a line's class in the legend. */
void boundary_legend(struct composition *composition, const struct named_line *line);

/* Draws a line of the class, with its entry in the legend. */
void boundary_draw(struct composition *composition, enum border_class class, struct text ref,
                   const struct page_shape *shape);

#endif

/* furniture.h: everything around the map: title, legend, scale bar, notes, credits. */
#ifndef BORDERMAP_FURNITURE_H
#define BORDERMAP_FURNITURE_H

#include "composition.h"

/* A page lower than that, in page units, has room for one line of title and a low footer. */
enum { FURNITURE_LOW_PAGE = 420 };

/* The panel and window for the page: below the title, above a footer of usual height. */
struct frame_layout furniture_layout(const struct composition *composition);

/* What the footer may take at most. */
double furniture_footer_limit(const struct composition *composition);

/* The height that the footer really needs, once everything is known. */
double furniture_footer_height(const struct composition *composition);

/* Draws the layer "furniture" around the panel. */
void furniture_draw(struct composition *composition);

/* The credits as one line, from the sources of the data, the date of the borders and the date of the map. */
struct text furniture_credits(const struct composition *composition);

/* The longest round number of km (1, 2 or 5 times a power of ten) that is at most `most`; 0 for less than 0.1. */
double scale_bar_length(double most);

#endif

/* caption.h: the map in words: a caption for print, and the alternative text for who cannot see it. */
#ifndef BORDERMAP_CAPTION_H
#define BORDERMAP_CAPTION_H

#include "composition.h"

/* One or two sentences: title, dates, figures. */
struct text caption_of(const struct composition *composition);

/* What the picture shows: kind of map, title, incidents with their places, countries and towns on it. */
struct text caption_alt(const struct composition *composition);

#endif

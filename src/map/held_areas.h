/* held_areas.h: what a worldview draws as part of another country than the data's outlines say: filled as its land,
 * with the border where the view has it. */
#ifndef BORDERMAP_HELD_AREAS_H
#define BORDERMAP_HELD_AREAS_H

#include "composition.h"

/* Reads the areas and regions that the view gives to a country, where they are in the frame. */
bool held_areas_read(struct composition *composition, struct error *error) NODISCARD;

/* The layer of the land of the country as this view sees it: its own, or that of its holder. */
enum style_layer held_areas_land(const struct composition *composition, const struct territory *territory);

/* Whether the view draws the country as part of another. */
bool held_areas_is_part(const struct composition *composition, struct text code);

/* Fills them as land of their holders. */
void held_areas_fill(struct composition *composition);

/* Leaves out of the named lines what the view does not show along them. */
void held_areas_cut(struct composition *composition);

/* Draws their outlines where no border or coast runs. */
void held_areas_outline(struct composition *composition);

/* Takes them from the countries that they lie in and gives them to their holders, for names. After the outlines. */
void held_areas_give(struct composition *composition);

#endif

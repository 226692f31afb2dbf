/* edit_apply.h: an editor's wishes on a map that is being composed; what does not fit any more becomes a remark. */
#ifndef BORDERMAP_EDIT_APPLY_H
#define BORDERMAP_EDIT_APPLY_H

#include "composition.h"

/* The ring around a highlighted town, as a multiple of an incident's symbol. */
#define EDIT_RING 1.2

/* Highlights, in a layer of their own between borders and incidents. */
bool edit_draw_highlights(struct composition *composition, struct error *error) NODISCARD;

/* Once all labels are asked for: hides, renames, moves, adds; callouts. */
void edit_labels(struct composition *composition);

/* Before the labels are drawn: the points that callouts without a place of the map lead to. */
void edit_draw_points(struct composition *composition);

/* Once labels are placed: which of the edit's own found no room, and whether the frame still holds the incidents. */
void edit_check(struct composition *composition);

#endif

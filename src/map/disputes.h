/* disputes.h: the footnotes: what in the frame is in question on the date of the map. */
#ifndef BORDERMAP_DISPUTES_H
#define BORDERMAP_DISPUTES_H

#include "composition.h"

/* One note for each class of unsettled border in the frame, naming the borders: the longest, and how many more. */
void disputes_note_borders(struct composition *composition);

/* Whose view the map shows, if not the de facto one. */
void disputes_note_view(struct composition *composition);

/* What the tables do not say because the map is of an earlier day: a note, and a warning. */
void disputes_note_date(struct composition *composition);

/* Borders of the story that an agreement moved after their outlines were drawn. */
void disputes_note_changes(struct composition *composition);

/* Areas in question that an overview does not draw: the `extents` (square page units) decide which are named. */
void disputes_note_areas(struct composition *composition, const struct text *refs, const double *extents, size_t count);

/* Who holds the area and whose it is; in English the sentence of the table. */
void disputes_note_area(struct composition *composition, const struct area_status *status, struct text name);

#endif

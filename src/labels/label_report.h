/* label_report.h: how good the labels of a map are, measured from their final geometry alone. */
#ifndef BORDERMAP_LABEL_REPORT_H
#define BORDERMAP_LABEL_REPORT_H

#include "labels.h"

/*
 * overlaps: pairs of labels that meet, leader lines through a label or through each other, labels on something blocked.
 * narrow_gaps: pairs nearer than LABEL_GAP. border_crossings: labels with more than half a page unit of a border under
 * them. country_crossings: names of countries among those. ambiguous: labels of points, without a leader, nearer to
 * another dot than to their own. foreign_share: mean share of their box in another country, over labels that have one.
 * mean_distance: page units from the edge of its symbol to the label, over points. preferred_share: of labels of points
 * that stand close by on the right.
 */
struct label_report label_report_measure(const struct label *labels, size_t count,
                                         const struct label_obstacles *obstacles, struct page_box page,
                                         const struct text_measure *measure, struct arena *arena);

enum { LABEL_FAULTS = 8 };

/* Why the labels are not good enough to print, a phrase each, into faults[LABEL_FAULTS]; 0 = they are. */
size_t label_report_faults(const struct label_report *report, struct arena *arena, struct text *faults);

#endif

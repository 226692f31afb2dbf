/* label_candidates.h: places that a label may take: around a point, along a line, inside an area. */
#ifndef BORDERMAP_LABEL_CANDIDATES_H
#define BORDERMAP_LABEL_CANDIDATES_H

#include "label_cost.h"

/* What making candidates needs. */
struct label_workshop {
    const struct label_ground *ground;
    const struct text_measure *measure;
    struct arena *arena;   /* of the answer */
    struct arena *scratch; /* until labels_place() returns */
};

/* Eight directions by Imhof's order on three rings, more for labels that must be there, and leader lines where they are
 * allowed. */
void label_candidates_point(const struct label_workshop *workshop, struct label_task *task);

/* The eight directions on one ring around any point, `clearance` away; for names that lie beside their thing. */
void label_candidates_beside(const struct label_workshop *workshop, struct label_task *task, struct page_point point,
                             double clearance, double cost);

/* Away from the point with a leader line, in sixteen directions. */
void label_candidates_leading(const struct label_workshop *workshop, struct label_task *task, struct page_point point,
                              double clearance, double cost);

/* Along smooth stretches of the line, on either side; beside it where it is too short. */
void label_candidates_line(const struct label_workshop *workshop, struct label_task *task);

/* What leaving out a pinned label costs: more than any number of others. */
#define LABEL_PIN_KEPT 1e7

/* The one place of a pinned label, with a leader line where it lies away from its point. */
void label_candidate_pinned(const struct label_workshop *workshop, struct label_task *task);

/* Inside the area, horizontally, where there is room; beside it where it is too small. */
void label_candidates_area(const struct label_workshop *workshop, struct label_task *task);

#endif

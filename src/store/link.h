/* link.h: whether two accounts are of one incident: points for each thing that speaks for or against it. It knows the
 * two accounts and nothing else, so that the order in which they came cannot matter. */
#ifndef BORDERMAP_LINK_H
#define BORDERMAP_LINK_H

#include "link_sketch.h"

enum link_band { LINK_APART, LINK_SUGGESTED, LINK_LINKED };

enum link_part_name { LINK_DISTANCE, LINK_DAYS, LINK_KIND, LINK_PARTIES, LINK_TOLLS, LINK_TEXT, LINK_PARTS };

struct link_part {
    double value;  /* what was measured: kilometres over those of the coarser place, days, a share … */
    double points; /* what it counts */
};

struct link_score {
    struct link_part parts[LINK_PARTS];
    double points;    /* their sum */
    const char *veto; /* why they cannot be one, whatever else speaks for it; NULL: nothing */
    const char *held; /* why they are only suggested; NULL: nothing */
    enum link_band band;
};

enum { LINK_POINTS_LINKED = 76, LINK_POINTS_SUGGESTED = 50, LINK_DAYS_MOST = 2, LINK_KM_MOST = 50 };

/* "distance", "days" … */
const char *link_part_name(enum link_part_name part);
const char *link_band_name(enum link_band band);

/* The same for both orders. Both are placed (link_sketch_is_placed). */
struct link_score link_compare(const struct link_sketch *a, const struct link_sketch *b);

#endif

/* site_names.h: the narrowest name of a site: of two that one phrase names, and of those that the gazetteer lacks. */
#ifndef BORDERMAP_SITE_NAMES_H
#define BORDERMAP_SITE_NAMES_H

#include "site_scores.h"
#include "sites.h"

/* "Yala's Betong district": puts the narrower of two places that one phrase names in the place of the best so far. */
void site_names_nested(const struct site_search *search, struct site *best);

/* "The village of Umm Batna in the Golan Heights": puts the name as it is told in the place of the best so far, if it
 * fits the event better; it lies in the narrowest known place named with it. */
void site_names_told(const struct site_search *search, struct site *best);

#endif

/* site_doubted.h: a name that is too little for a place by itself is one where the words of an event speak for it. */
#ifndef BORDERMAP_SITE_DOUBTED_H
#define BORDERMAP_SITE_DOUBTED_H

#include "site_scores.h"
#include "sites.h"

/* Puts the best doubted name of the sentence in the place of a site that is unknown or a country only, if it lies in a
 * country that the article speaks of. */
void site_doubted(const struct site_search *search, struct site *best);

#endif

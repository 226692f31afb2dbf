/* page_fit.h: what a small page does without, so that most of it stays map. */
#ifndef BORDERMAP_PAGE_FIT_H
#define BORDERMAP_PAGE_FIT_H

#include "composition.h"

/* Makes the title smaller, down to 0.7 of what the style says, until it takes two lines, or one on a low page. */
void page_fit_title(const struct map_sources *sources, const struct map_plan *plan, const struct map_options *options,
                    struct arena *arena, struct style *style);

/* Leaves out of the legend what needs no words, then what is no incident, then notes, until the footer is at most a
 * third of the page. */
void page_fit_trim(struct composition *composition);

#endif

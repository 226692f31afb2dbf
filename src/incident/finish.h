/* finish.h: drafts → incidents: parties from the border, wars joined to their fighting, status, date, confidence,
 * names. */
#ifndef BORDERMAP_FINISH_H
#define BORDERMAP_FINISH_H

#include "drafts.h"

/* The incidents of the drafts, best first: news, what goes on, what is planned, the past. */
struct incident_list finish_drafts(const struct notes *notes, struct drafts *drafts);

#endif

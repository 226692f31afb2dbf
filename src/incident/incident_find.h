/* incident_find.h: the incidents of an article, from its mentions and its words. */
#ifndef BORDERMAP_INCIDENT_FIND_H
#define BORDERMAP_INCIDENT_FIND_H

#include "geoparse.h"
#include "incident.h"
#include "lexicon.h"

/* Works out the incidents of one article, best first (news before background). */
bool incident_find(const struct gazetteer *gazetteer, struct lexicon *lexicon, const struct article *article,
                   const struct geoparse *geoparse, struct arena *arena, struct incident_list *incidents,
                   struct error *error) NODISCARD;

#endif

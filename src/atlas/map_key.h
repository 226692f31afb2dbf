/* map_key.h: what a map shows of an incident, as a digest: what does not change it does not change the picture. */
#ifndef BORDERMAP_MAP_KEY_H
#define BORDERMAP_MAP_KEY_H

#include "atlas.h"
#include "incident.h"
#include "ledger.h"

/* Of kind, status, days, places, parties, counts and how sure it is; with `excerpt` also of the sentence quoted. */
void map_key_incident(const struct incident *incident, bool excerpt, struct arena *scratch, char mark[LEDGER_MARK]);

/* Of a page's own options: what of the atlas decides about its look, not which incidents it shows. */
void map_key_options(const struct atlas_page *page, struct arena *scratch, char mark[LEDGER_MARK]);

/* Of what a map asks of the store. */
void map_key_filter(const struct atlas_map *map, struct arena *scratch, char mark[LEDGER_MARK]);

#endif

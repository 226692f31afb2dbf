/* incident_text.h: an incident as one line of JSON, in the form of docs/story.md, and back: exactly the same. */
#ifndef BORDERMAP_INCIDENT_TEXT_H
#define BORDERMAP_INCIDENT_TEXT_H

#include "incident.h"

struct text incident_text_write(const struct incident *incident, struct arena *arena);

/* No gazetteer is asked: all of it stands there. ERROR_INPUT as for a story. */
bool incident_text_read(struct text json, struct arena *arena, struct incident *incident,
                        struct error *error) NODISCARD;

/* The incident with one of its members set to what a person wrote ("5", "2022-09-14", "clash", "geonames:1", JSON);
 * places and names of parties by the gazetteer. ERROR_INPUT says what is wrong. */
struct gazetteer;
bool incident_text_correct(const struct incident *incident, struct text member, struct text value,
                           const struct gazetteer *gazetteer, struct arena *arena, struct incident *corrected,
                           struct error *error) NODISCARD;

#endif

/* story_read.h: a story from JSON (docs/story.md), written by story_write(), another program or a person. */
#ifndef BORDERMAP_STORY_READ_H
#define BORDERMAP_STORY_READ_H

#include "json.h"
#include "story.h"

/*
 * What a place leaves out (name, kind, countries, position, how precise it is) the gazetteer gives by its reference; a
 * place without a reference needs a name and a position. ERROR_INPUT says which item and member is wrong:
 * "incidents[2].place.lat: wants …". All texts are copied to the arena.
 */
bool story_read(struct text json, const struct gazetteer *gazetteer, struct arena *arena, struct story *story,
                struct error *error) NODISCARD;

/* The same of JSON that is parsed already. */
bool story_read_object(const cJSON *object, const struct gazetteer *gazetteer, struct arena *arena, struct story *story,
                       struct error *error) NODISCARD;

#endif

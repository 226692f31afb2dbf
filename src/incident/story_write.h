/* story_write.h: a story as JSON (docs/story.md); story_read() gives it back. */
#ifndef BORDERMAP_STORY_WRITE_H
#define BORDERMAP_STORY_WRITE_H

#include "json_writer.h"
#include "story.h"

enum { STORY_VERSION = 1 };

/* One line, with a newline at the end, in the arena; without the text of the article if not `with_text`. */
struct text story_write(const struct story *story, bool with_text, struct arena *arena);

/* An incident that stands alone, with its source. */
void story_add_incident(struct json_writer *json, const struct incident *incident, struct arena *arena);

#endif

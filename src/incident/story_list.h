/* story_list.h: the stories of one input: a single one, a list of them, or one a line. */
#ifndef BORDERMAP_STORY_LIST_H
#define BORDERMAP_STORY_LIST_H

#include "reader.h"
#include "story.h"

struct story_list {
    struct story *items;
    size_t count, capacity;
    size_t bad; /* stories that could not be read */
};

/*
 * A story that cannot be read is noted with its line or item, and the rest is read; ERROR_INPUT where the whole is no
 * JSON or none of it could be read. A story without an id has that of the input: its `path` without folder and ending.
 */
bool story_list_read(struct text path, struct text json, const struct gazetteer *gazetteer,
                     const struct reader_notes *notes, struct arena *arena, struct story_list *stories,
                     struct error *error) NODISCARD;

#endif

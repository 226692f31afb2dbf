/* map_input.h: one input of a run, drawn: articles of any form, or stories. */
#ifndef BORDERMAP_MAP_INPUT_H
#define BORDERMAP_MAP_INPUT_H

#include "map_run.h"

/* Files that are to be read in this run: what several of them are called says which of them it is, whatever their
 * order. */
void map_input_share(struct map_run *run, const char *const *paths, size_t count);

/* All articles of the input ("-": standard input). One that fails is told to the outlet and stops only itself; false
 * where going on with other inputs makes no sense. */
bool map_input_articles(struct map_run *run, const char *path, const struct reader_options *reader);

/* The same of stories. */
bool map_input_stories(struct map_run *run, const char *path);

/* The maps that a story needs; says so if there is nothing to draw. */
bool map_input_story(struct map_run *run, const struct story *told, struct arena *arena, struct error *error) NODISCARD;

/* The plain map of a place, or of the bounds of the options. */
bool map_input_place(struct map_run *run, struct error *error) NODISCARD;

#endif

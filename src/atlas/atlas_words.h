/* atlas_words.h: the members of an atlas that are lists of words, days and choices. */
#ifndef BORDERMAP_ATLAS_WORDS_H
#define BORDERMAP_ATLAS_WORDS_H

#include "json_members.h"

/* Readers into a struct text_list: a text, or a list of texts; each once, none empty. */
json_reader atlas_words_list, atlas_words_areas, atlas_words_kinds, atlas_words_statuses, atlas_words_languages,
    atlas_words_sizes, atlas_words_formats;

/* Into a struct atlas_day. */
json_reader atlas_words_day;

/* Into a struct text, an enum atlas_series, a struct safe. */
json_reader atlas_words_disputed, atlas_words_series, atlas_words_safe;

#endif

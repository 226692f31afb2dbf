/* groups.h: armed groups that an article names, by the curated tables groups and group_names. */
#ifndef BORDERMAP_GROUPS_H
#define BORDERMAP_GROUPS_H

#include "cues.h"

/* Words first..end name the group. */
struct group_mention {
    uint32_t first, end;
    struct text ref;       /* "group:m23" */
    struct text countries; /* ','-list: where it is active */
    bool common;           /* the words may mean something else: they need support */
};

struct group_mentions {
    struct group_mention *items;
    size_t count, capacity;
};

/* All of them, in order of the words; of two groups of one name the one that is active where the article's places are.
 * ERROR_ENVIRONMENT for a damaged table. */
bool groups_read(struct lexicon *lexicon, const struct article *article, const struct geoparse *geoparse,
                 const struct gazetteer *gazetteer, const struct words *words, const struct cues *cues,
                 struct arena *arena, struct group_mentions *mentions, struct error *error) NODISCARD;

#endif

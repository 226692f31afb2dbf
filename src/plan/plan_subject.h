/* plan_subject.h: what an article is about where no incident of it can be drawn: its border, river, area, or its towns.
 */
#ifndef BORDERMAP_PLAN_SUBJECT_H
#define BORDERMAP_PLAN_SUBJECT_H

#include "plan.h"
#include "wording.h"

enum { SUBJECT_PLACES = 24 };

/* What the text names most of the best kind that it names: a border, a line, an area or a river alone; towns and what
 * is like them with the others near the first; else a country, or the border of two. */
struct subject {
    place_id places[SUBJECT_PLACES]; /* first the one named most */
    size_t count;                    /* 0 = no place at all */
    size_t told;                     /* how often the text names the first */
    double confidence;               /* of the surest of these */
};

struct subject subject_find(const struct map_sources *sources, const struct story *story, struct arena *arena);

/* Title by the subject: "The border between Kyrgyzstan and Tajikistan", "Goris, Kapan and Meghri". */
struct text subject_title(const struct map_sources *sources, const struct map_plan *plan, const struct subject *subject,
                          const struct wording *wording);

#endif

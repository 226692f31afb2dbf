/* notes.h: everything that was read from one article before incidents are put together from it. */
#ifndef BORDERMAP_NOTES_H
#define BORDERMAP_NOTES_H

#include "anchor.h"
#include "casualties.h"
#include "clauses.h"
#include "cues.h"
#include "dates.h"
#include "groups.h"

/* A mention that stands for a state. */
struct actor {
    uint32_t first, end; /* words */
    struct text ref;     /* "country:KG" */
    place_id place;
    enum mention_type type;
    bool bystander; /* "backed by Turkey" */
    bool city;      /* named by its capital */
    bool group;     /* an armed group: no place */
};

struct actors {
    struct actor *items;
    size_t count, capacity;
};

struct topic;

struct notes {
    const struct gazetteer *gazetteer;
    const struct article *article;
    const struct geoparse *geoparse;
    struct arena *arena;
    struct words words;
    struct cues cues;
    struct dates dates;
    struct anchor anchor;
    struct quantities quantities;
    struct casualties casualties;
    uint32_t *clauses; /* of each word */
    struct group_mentions groups;
    struct actors actors;
    struct topic *topics; /* of each sentence */
    /* For each sentence the first of its actors, dates, mentions and relations, and one entry more for the end. */
    uint32_t *actor_first, *date_first, *mention_first, *relation_first;
    uint32_t *relations; /* indexes of geoparse->relations, by sentence */
};

/* Fills the indexes by sentence; actors, dates and geoparse must be there. */
void notes_index(struct notes *notes);

/* The words of a sentence: first..end. */
uint32_t notes_first(const struct notes *notes, uint32_t sentence);
uint32_t notes_end(const struct notes *notes, uint32_t sentence);

/* True if a cue of the role begins within `reach` words before `word`, in its sentence. */
bool notes_before(const struct notes *notes, enum cue_role role, uint32_t word, uint32_t reach);

/* True if a cue of the role stands within `reach` words behind the words that end at `end`. */
bool notes_behind(const struct notes *notes, enum cue_role role, uint32_t end, uint32_t reach);

/* True if a cue of the role lies in the words first..end. */
bool notes_has(const struct notes *notes, enum cue_role role, uint32_t first, uint32_t end);

#endif

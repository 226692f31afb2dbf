/* story.h: what maps are drawn from: incidents, and the places that are told with them. It stands alone: made from an
 * article, written by another program or by hand, it gives the same maps. */
#ifndef BORDERMAP_STORY_H
#define BORDERMAP_STORY_H

#include "incident.h"

/* A place that the text tells of. */
struct told_place {
    struct place_snapshot place;
    struct text spelling; /* as the text writes it, where that can stand on a map in its language; or empty */
    bool named;           /* for itself, surely enough to be drawn; not only by a people or a government */
    bool organisation;    /* named as one */
    size_t told;          /* how often */
    size_t in_title;      /* how often of these in the title */
    double confidence;    /* the best of its mentions */
    struct lonlat *along; /* where something happened along it: a river */
    size_t along_count;
};

struct told_places {
    struct told_place *items;
    size_t count, capacity;
};

struct story {
    struct incident_source source; /* its article is the id of the story, safe for file names */
    struct text path;              /* where it came from, for messages; may be empty */
    struct text text;              /* of the article, for what quotes it; may be empty */
    struct incident_list incidents;
    struct told_places places; /* in the order of the text, title first */
};

/* The story of an article; texts stay those of the article and the gazetteer. */
void story_find(const struct gazetteer *gazetteer, const struct article *article, const struct geoparse *geoparse,
                const struct incident_list *incidents, struct arena *arena, struct story *story);

#endif

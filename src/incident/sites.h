/* sites.h: where an event was: the place that the words around it give. */
#ifndef BORDERMAP_SITES_H
#define BORDERMAP_SITES_H

#include "notes.h"

enum { SITES_ALSO = 4 };

struct site {
    bool found;
    place_id place; /* PLACE_NONE for a relation without a place of its own */
    struct text ref;
    struct lonlat point;
    double precision_km;
    enum place_precision precision;
    place_id also[SITES_ALSO]; /* "in the regions of A and B": PLACE_NONE beyond */
    struct span span;
    struct text told; /* the name of a site that the gazetteer lacks, which lies in `place`; else empty */
    double confidence;
    double score; /* for choosing */
};

/* The site of the event of the words first..end, or one that is not found. Governments, organisations and datelines are
 * none. */
struct site sites_choose(const struct notes *notes, uint32_t first, uint32_t end, enum incident_kind kind);

/* The place as a site, without words or confidence. */
struct site site_of_place(const struct place *place);

/* The mention of that index as a site. */
struct site sites_of_mention(const struct notes *notes, size_t mention);

/* The relation that covers the span, or NULL. */
const struct relation *sites_relation(const struct notes *notes, struct span span, uint32_t sentence);

/* The border of two states that the sentence names nearest to the event of the words first..end, or NULL. */
const struct relation *sites_border(const struct notes *notes, uint32_t first, uint32_t end);

/* True if both can be the same spot: a town and the border of its country, a region and a town in it. */
bool sites_agree(const struct gazetteer *gazetteer, const struct site *a, const struct site *b);

/* How exactly a site says where; greater is more exact. */
int site_rank(const struct site *site);

#endif

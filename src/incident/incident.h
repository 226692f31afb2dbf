/* incident.h: what happened, when, where, to whom, said by whom: worked out from one article or read from a table. */
#ifndef BORDERMAP_INCIDENT_H
#define BORDERMAP_INCIDENT_H

#include "geoparse.h"
#include "kind.h"

/* How the article speaks of it. */
enum incident_status {
    STATUS_NEWS,    /* the fighting that is the news */
    STATUS_ONGOING, /* a war that goes on beside it */
    STATUS_PAST,    /* told as background: drawn muted */
    STATUS_PLANNED, /* a meeting to come: a venue */
    STATUS_DENIED   /* only claimed, and denied */
};

/* How surely `place` is where it happened; drawn accordingly. */
enum place_precision {
    PRECISION_EXACT,
    PRECISION_NEAR,
    PRECISION_DISTRICT,
    PRECISION_REGION,
    PRECISION_LINE,
    PRECISION_COUNTRY,
    PRECISION_UNKNOWN
};

struct count_range {
    int64_t low, high; /* -1 = unknown, never 0 for unknown */
};

struct incident_date {
    struct date start, end; /* may be unknown; end = start for one day */
    bool by;                /* under way by `start`, nobody says since when */
    bool deduced;           /* a year or month that the text does not say */
};

struct incident_party {
    struct text ref;  /* country:KG, area:… */
    struct text side; /* "a", "b", or "" */
};

/* Which words say so. */
struct evidence {
    const char *field; /* "kind" "date" "place" "party" "killed" "wounded" "status" "claim" */
    struct span span;
};

struct claim {
    struct text by;   /* ref of the party that says so */
    const char *what; /* "accuses", "denies", "reports" */
    struct span span;
};

/* From where to where, as the text tells it: an arrow on the map. */
struct movement {
    bool told;
    place_id from, to;
    struct span span;
};

enum { INCIDENT_PARTIES = 6, INCIDENT_CLAIMS = 6 };

struct incident {
    struct text id; /* stable: from content, safe for file names */
    enum incident_kind kind;
    enum incident_status status;
    struct incident_date date;
    place_id place; /* PLACE_NONE when no place is known */
    struct text place_ref;
    struct lonlat point;
    double precision_km;
    enum place_precision precision;
    place_id also[4]; /* more places of the same incident (two regions), PLACE_NONE beyond */
    struct incident_party parties[INCIDENT_PARTIES];
    size_t party_count;
    struct count_range killed, wounded;
    bool both_sides; /* the counts are of both sides together */
    struct claim claims[INCIDENT_CLAIMS];
    size_t claim_count;
    struct movement movement;
    struct span sentence; /* the sentence that tells it best: the excerpt */
    struct evidence *evidence;
    size_t evidence_count, evidence_capacity;
    double confidence; /* below 0.8: listed, not drawn as fact */
};

struct incident_list {
    struct incident *items;
    size_t count, capacity;
};

/* Works out the incidents of one article, best first (news before background). */
bool incident_find(const struct gazetteer *gazetteer, struct lexicon *lexicon, const struct article *article,
                   const struct geoparse *geoparse, struct arena *arena, struct incident_list *incidents,
                   struct error *error) NODISCARD;

/* True if "more than" the number below `low` says it better than "at least" `low`: "more than 100" is 101 and more. */
bool incident_count_is_above(struct count_range range);

/* Whether it is a meeting: what is told of is where people talk. */
bool incident_is_venue(const struct incident *incident);

const char *incident_status_name(enum incident_status status);
const char *place_precision_name(enum place_precision precision);

#endif
